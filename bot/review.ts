/** The review list: what the bot is unsure of waits there until a person has looked, and can become an order. */
import { personById, roomById } from '../store/community.js'
import { type InboxRow, messageById, settleReview } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { dropQueued } from '../store/outbox.js'
import { closeQuestion, questionAbout } from '../store/questions.js'
import { perform } from './acts/perform.js'
import { refuse } from './acts/refuse.js'
import { gridConcerned, type Scene } from './acts/scene.js'
import { contextOf } from './earlier.js'
import type { Office } from './office.js'
import { verdictOn } from './permissions.js'
import { answer, gridOf, gridSayings, sayOnce, tellGrid } from './say.js'

/** Under which the outbox knows the text to the staff about a message. */
export const reviewKey = (inboxId: number): string => `review:${inboxId}`

const wordsFor = ({ office, message, room, person }: Scene): string =>
  office.words.review({
    id: message.id,
    place: `${room?.topic ?? ''} ${message.alias || message.name || person.name}`.trim(),
    words: message.text,
  })
const gridFor = async (scene: Scene): Promise<string | null> => (await gridOf(scene.db, scene.person.household_id)) ?? gridConcerned(scene)

/** The grid's staff are told now. */
export const tellReview = async (scene: Scene): Promise<void> =>
  tellGrid(scene.db, await gridFor(scene), wordsFor(scene), scene.office, scene.message.id)

/** They are told at a time unless the writer answers before it. */
export const tellReviewLater = async (scene: Scene, at: number): Promise<void> => {
  for (const { target, text } of await gridSayings(scene.db, await gridFor(scene), wordsFor(scene), scene.office))
    await sayOnce(scene.db, target, reviewKey(scene.message.id), [text], scene.office, { dueAt: at })
}

export type Settled = 'done' | 'ordered' | 'not waiting' | 'not understood'

/**
 * A person has looked at a message that waited. `words` is what it orders, read as if its writer had written it there (处理 R12 大米10斤);
 * empty where there is nothing to do. `by` is the message in which that was said: what comes of it is traced to its last words.
 */
export const settleWaiting = async (
  id: number,
  words: string,
  by: { message: InboxRow; personId: number | null; at: number; today: string; orderDay: string },
  db: Db,
  office: Office,
): Promise<Settled> => {
  const waiting = await messageById(db, id)
  if (waiting?.review !== 1) return 'not waiting'
  if (words !== '' && !(await order(waiting, words, by, db, office))) return 'not understood'
  await settleReview(db, id, words === '' ? 'looked at' : 'ordered by staff')
  await dropQueued(db, reviewKey(id))
  const question = await questionAbout(db, id)
  if (question?.status === 'open') await closeQuestion(db, question.id, 'dropped', by.message.id)
  return words === '' ? 'done' : 'ordered'
}

const order = async (
  waiting: InboxRow,
  words: string,
  by: Parameters<typeof settleWaiting>[2],
  db: Db,
  office: Office,
): Promise<boolean> => {
  const person = waiting.person_id === null ? undefined : await personById(db, waiting.person_id)
  if (person === undefined) return false
  const room = waiting.room_id === null ? null : ((await roomById(db, waiting.room_id)) ?? null)
  const { openOrder: _, ...context } = await contextOf(db, waiting, room, person, by.today)
  const [plain, wished] = [words, `要${words}`].map((text) => office.reader.understand(text, context))
  const understanding = plain?.acts.length ? plain : wished
  if (understanding === undefined || understanding.acts.length === 0) return false
  const { alias, name, room_handle } = waiting
  const ahead = by.message.text.length - words.length - (understanding === wished ? 1 : 0)
  const scene: Scene = {
    db,
    office,
    message: { ...by.message, alias, name, room_handle },
    room,
    person,
    understanding: { ...understanding, acts: [] },
    now: by.at,
    today: by.today,
    orderDay: by.orderDay,
    cause: { at: by.at, why: 'review', personId: by.personId, inboxId: by.message.id },
  }
  const moved = (span: { start: number; end: number }) => ({ start: Math.max(0, span.start + ahead), end: span.end + ahead })
  for (const act of understanding.acts) {
    if (act.act === 'order') await perform({ ...act, lines: act.lines.map((line) => ({ ...line, span: moved(line.span) })) }, scene)
    else if (act.act === 'amend') await perform({ ...act, changes: act.changes.map((one) => ({ ...one, span: moved(one.span) })) }, scene)
    else await perform(act, scene)
  }
  return true
}

/** 处理 R12 · 处理 12 大米10斤 · a quoted ❓ R12 with 处理. */
const WORKED = /^\s*(?:处理|已处理|review)\s*[:：]?\s*(?:[Rr#]?\s*(\d{1,9})(?=$|[\s,，:：])[,，:：]?)?\s*([\s\S]*)$/u

/** What staff did with the review list in this message, or null where it is about something else. */
export const workReview = async (scene: Scene): Promise<string | null> => {
  const { db, office, message, person, room } = scene
  const found = WORKED.exec(message.text)
  if (found === null) return null
  const named = found[1] ?? /❓\s?R(\d+)/u.exec(message.quoted ?? '')?.[1]
  if (named === undefined) return null
  const verdict = verdictOn('review', person, room)
  if (verdict === 'talk') return null
  if (verdict !== 'may') return refuse('review', scene)
  const id = Number(named)
  const words = (found[2] ?? '').trimEnd()
  const by = {
    message: { ...message, text: message.text.trimEnd() },
    personId: person.id,
    at: scene.now,
    today: scene.today,
    orderDay: scene.orderDay,
  }
  const settled = await settleWaiting(id, words, by, db, office)
  if (settled === 'not waiting' && words !== '') return null
  await answer(scene, office.words.reviewed({ id, settled }))
  return `review ${settled}`
}
