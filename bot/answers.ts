/** The answer to the bot's question: yes takes what was asked about, no drops it; what the writer orders plainly answers it as well. */
import { itemsIn } from '../parsers/line.js'
import type { Act } from '../parsers/types.js'
import { roomById } from '../store/community.js'
import { messageById, settleReview } from '../store/inbox.js'
import { dropNotices, dropQueued } from '../store/outbox.js'
import { closeQuestion, openQuestion, type Question, questionAbout } from '../store/questions.js'
import { perform } from './acts/perform.js'
import type { Scene } from './acts/scene.js'
import { orderDay } from './days.js'
import { actsSchema } from './remembered.js'
import { reviewKey } from './review.js'

const YES = /^(?:是|对|要|嗯|没错|记下|yes|yep|y|ok)+[的啊呀吧了]*(?:谢谢)?$/u
const NO = /^(?:不|不是|不要|不用|不订|不需要|没有|算了|no|nope|n)+[的啊呀吧了]*(?:谢谢)?$/u

/** Nobody needs more signs to say only yes or no. */
const LONGEST = 40

/** A plain yes or no without its signs and spaces; empty where the words are too many to be one. */
export const bare = (text: string): string =>
  text.length > LONGEST
    ? ''
    : text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s,。.!~、?]+/gu, '')

/** What became of a plain yes or no (`said`), or null where nothing was asked or the words are something else. */
export const answerQuestion = async (scene: Scene, said: string): Promise<string | null> => {
  const { db, message, person, room } = scene
  const yes = YES.test(said)
  if (!yes && !NO.test(said)) return null
  const question = await openQuestion(db, person.id, message.sent_at)
  if (question === undefined || question.room_id !== (room?.id ?? null)) return null
  await settle(scene, question, yes ? 'taken' : 'dropped', yes ? 'order (confirmed)' : 'talk (denied)')
  if (yes) await take(question, scene)
  return yes ? 'yes' : 'no'
}

/** As if the first message had been plain: its lines are traced to it, and recalling it takes them back. */
const take = async (question: Question, scene: Scene): Promise<void> => {
  const { db, office } = scene
  const message = await messageById(db, question.inbox_id)
  if (message === undefined) throw new Error(`message ${question.inbox_id} does not exist`)
  const room = message.room_id === null ? null : ((await roomById(db, message.room_id)) ?? null)
  const acts = actsSchema.parse(JSON.parse(question.acts))
  const understanding = { ...scene.understanding, acts }
  const day = orderDay(message.sent_at, office.settings.schedule.cutOff, office.settings.timeZone)
  const cause = { at: scene.now, why: 'confirmed', personId: scene.person.id, inboxId: message.id }
  const first: Scene = { ...scene, message, room, understanding, orderDay: day < scene.today ? scene.orderDay : day, cause }
  for (const act of acts) await perform(act, first)
}

const settle = async (scene: Scene, question: Question, status: 'taken' | 'dropped', outcome: string): Promise<void> => {
  await closeQuestion(scene.db, question.id, status, scene.message.id)
  await settleReview(scene.db, question.inbox_id, outcome)
  await dropQueued(scene.db, reviewKey(question.inbox_id))
  await dropNotices(scene.db, question.inbox_id)
}

/** 回锅肉的肉买两斤: whoever orders what was asked about has answered. */
export const answeredByOrder = async (acts: readonly Act[], scene: Scene): Promise<void> => {
  if (!acts.some(({ act }) => act === 'order' || act === 'amend')) return
  const question = await openQuestion(scene.db, scene.person.id, scene.message.sent_at)
  if (question === undefined) return
  const items = itemsIn(acts)
  const asked = actsSchema.parse(JSON.parse(question.acts)).flatMap((act) => (act.act === 'order' ? act.lines : []))
  if (asked.some(({ item }) => items.includes(item))) await settle(scene, question, 'dropped', 'talk (ordered otherwise)')
}

/** The message that was asked about is taken back. */
export const withdrawQuestion = async (inboxId: number, scene: Scene): Promise<void> => {
  const question = await questionAbout(scene.db, inboxId)
  if (question?.status === 'open') await settle(scene, question, 'dropped', 'recalled')
}
