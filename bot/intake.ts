/** A message's way in: durable first, then understood and acted on, both in groups; whatever is unhandled is handled at the next start. */

import type { Understanding } from '../parsers/types.js'
import { householdAt } from '../store/community.js'
import { storeFaultOf } from '../store/faults.js'
import { type Arrived, GROUP, type InboxRow, messageByNetworkId, noteHandled, previousMessage, unhandled } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { questionAnsweredBy } from '../store/questions.js'
import { obey } from './acts/commands.js'
import { perform } from './acts/perform.js'
import { isResidents, isStaff, ownHousehold, type Scene } from './acts/scene.js'
import { takeBack } from './acts/takeback.js'
import { raise } from './alerts.js'
import { answeredByOrder, answerQuestion, bare, withdrawQuestion } from './answers.js'
import { openArrivals } from './arrivals.js'
import { inboxRow } from './arrived.js'
import { AT_ONCE } from './at-once.js'
import type { ArrivedMessage } from './chat/port.js'
import { dayOf, orderDay } from './days.js'
import { askWriter, verdictOf } from './doubt.js'
import { contextOf } from './earlier.js'
import { faultOf } from './fault.js'
import { passOn } from './newcomers.js'
import { answerOffer } from './offers.js'
import type { Office } from './office.js'
import { doubtRepetition, REPEATED, repeatedBy } from './repeated.js'
import type { Rescue } from './rescue.js'
import { tellReview, workReview } from './review.js'
import { here, tell } from './say.js'
import { type Facts, identify, type Who } from './who.js'

/** Looks up what the network says of a message's room and sender. */
export type LookUp = (row: Arrived) => Promise<Facts>

export interface Intake {
  /** Resolves when the message is on disk; false where it was known already. */
  take(message: ArrivedMessage): Promise<boolean>
  /** Resolves when everything on disk is handled. */
  settle(): Promise<void>
  /** Takes in what the spool holds and handles what is on disk; throws where the database still cannot. */
  recover(): Promise<void>
  /** Finishes the message in hand; what is on disk behind it waits for the next start. */
  stop(): Promise<void>
  /** A login: ids seen before it may be dead. */
  begin(sessionSince: number): void
}

const RETRY = 5000

/** Without a `rescue` a fault of the database is the caller's: the message is not taken. */
export const openIntake = (
  office: Office,
  account: string,
  lookUp: LookUp,
  handled: (urgent: boolean) => void,
  rescue?: Rescue,
): Intake => {
  const { store, clock, log } = office
  const arrive = openArrivals(store)
  let sessionSince = 0
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  /** On a disk: in the inbox, or in the spool while that cannot be written or others wait there. */
  const write = async (message: ArrivedMessage): Promise<boolean> => {
    try {
      if (rescue?.behind() !== true) return (await arrive(inboxRow(message, account, clock.now()))) !== null
    } catch (error) {
      if (rescue?.met(error) !== true) throw error
    }
    rescue?.keep(message)
    return true
  }
  const drain = async (): Promise<void> => {
    await rescue?.takeIn()
    let full = false
    do {
      again = false
      const rows = await unhandled(store.db, account)
      full = rows.length === GROUP
      for (let from = 0; from < rows.length; ) {
        if (stopped) return
        const group = await lookedUp(rows.slice(from), lookUp, office)
        handled(await handleTogether(group, sessionSince, office))
        from += group.length
      }
    } while (again || full)
  }
  const wake = (): void => {
    again = true
    running ??= work()
  }
  const work = async (): Promise<void> => {
    try {
      await drain()
    } catch (error) {
      again = false
      if (rescue?.met(error) !== true) {
        log.error({ ...faultOf(error) }, 'messages wait on disk and will be handled again')
        clock.after(RETRY, wake)
      }
    }
    rest()
  }
  /** What came while the last of a group was handled is seen to as well. */
  const rest = (): void => {
    running = null
    if (again && !stopped) wake()
  }

  return {
    take: async (message) => {
      if (message.self) return false
      const fresh = await write(message)
      office.step('received')
      if (fresh && rescue?.troubled() !== true) wake()
      return fresh
    },
    settle: async () => {
      if (rescue?.troubled() !== true) wake()
      while (running !== null) await running
    },
    recover: async () => {
      while (running !== null) await running
      const done = drain()
      running = done
        .catch(() => {
          again = false
        })
        .finally(rest)
      await done
    },
    stop: async () => {
      stopped = true
      if (running !== null) await running
    },
    begin: (since) => {
      sessionSince = since
    },
  }
}

interface LookedUp {
  row: Arrived
  facts: Facts
}

/** How long the first of a group waits for the look-ups of those behind it, in milliseconds. */
const LONGEST_WAIT = 10

/** The first of these messages, with what the network says of each. */
const lookedUp = async (rows: readonly Arrived[], lookUp: LookUp, office: Office): Promise<LookedUp[]> => {
  const { clock } = office
  const until = clock.now() + LONGEST_WAIT
  const group: LookedUp[] = []
  for (const row of rows) {
    group.push({ row, facts: await lookUp(row) })
    office.step('looked up')
    if (clock.now() >= until) break
  }
  return group
}

/** One commit for all of them, or, where one cannot be handled, for each; returns whether any is urgent. */
const handleTogether = async (group: readonly LookedUp[], sessionSince: number, office: Office): Promise<boolean> => {
  try {
    const urgent = await office.store.together(async (trx) => {
      let any = false
      for (const { row, facts } of group) any = (await handle(trx, row, facts, sessionSince, office)) || any
      return any
    })
    for (const _ of group) office.step('committed')
    return urgent
  } catch (error) {
    if (storeFaultOf(error) !== null) throw error
    let urgent = false
    for (const one of group)
      if (group.length > 1) urgent = (await handleTogether([one], sessionSince, office)) || urgent
      else await putAside(one, error, office)
    return urgent
  }
}

/** What cannot be handled goes to the review list, so that it holds up nobody beside it. */
const putAside = async ({ row, facts }: LookedUp, error: unknown, office: Office): Promise<void> => {
  office.log.error({ message: row.id, ...faultOf(error) }, 'a message could not be handled')
  const { topic, alias, name } = facts
  const outcome = { handled_at: office.clock.now(), outcome: 'fault', review: 1, understanding: '[]' }
  await noteHandled(office.store.db, row.id, { topic, alias, name, room_id: null, person_id: null, ...outcome })
  office.step('committed')
}

type Seen = Pick<InboxRow, 'topic' | 'alias' | 'name' | 'room_id' | 'person_id'>

/** Its row with what is known now and nothing made of it yet. Named one by one: copying so many costs ten times as much (V8 of Node 20). */
const rowOf = (row: Arrived, seen: Seen): InboxRow => ({
  id: row.id,
  account: row.account,
  message_id: row.message_id,
  seq: row.seq,
  sent_at: row.sent_at,
  received_at: row.received_at,
  room_handle: row.room_handle,
  sender_handle: row.sender_handle,
  kind: row.kind,
  text: row.text,
  quoted: row.quoted,
  recalls: row.recalls,
  topic: seen.topic,
  alias: seen.alias,
  name: seen.name,
  room_id: seen.room_id,
  person_id: seen.person_id,
  handled_at: null,
  outcome: null,
  review: 0,
  understanding: null,
})

const handle = async (db: Db, row: Arrived, facts: Facts, sessionSince: number, office: Office): Promise<boolean> => {
  const who = await identify(db, row, facts, sessionSince, office)
  const seen = { topic: facts.topic, alias: facts.alias, name: facts.name, room_id: who.room?.id ?? null, person_id: who.person.id }
  office.step('identified')
  const known = rowOf(row, seen)
  const { urgent, outcome, review, understanding } = await OUTCOMES[kindOf(known)](db, known, who, office)
  office.step('acted')
  await noteHandled(db, row.id, { handled_at: office.clock.now(), outcome, review, understanding, ...seen })
  return urgent
}

interface Outcome {
  /** What is told at once, and again, is to be looked at now. */
  urgent: boolean
  outcome: string
  review: number
  understanding: string
}
const plain = (outcome: string): Outcome => ({ urgent: false, outcome, review: 0, understanding: '[]' })

const kindOf = (row: InboxRow): 'words' | 'recall' | 'join' | 'other' =>
  row.kind === 'text' || row.kind === 'note' ? 'words' : row.kind === 'recall' || row.kind === 'join' ? row.kind : 'other'

const sceneOf = (db: Db, message: InboxRow, { room, person }: Who, why: string, office: Office): Scene => {
  const { schedule, timeZone } = office.settings
  const clockNow = office.clock.now()
  const today = dayOf(clockNow, timeZone)
  const day = orderDay(message.sent_at, schedule.cutOff, timeZone)
  return {
    db,
    office,
    message,
    room,
    person,
    understanding: { acts: [], urgent: null, confidence: 1, review: false, command: null, reasons: [] },
    now: message.sent_at,
    today,
    orderDay: day < today ? orderDay(clockNow, schedule.cutOff, timeZone) : day,
    cause: { at: message.sent_at, why, personId: person.id, inboxId: message.id },
  }
}

const words = async (db: Db, row: InboxRow, who: Who, office: Office): Promise<Outcome> => {
  if (row.sender_handle === '') return nobodysWords(db, row, who, office)
  const first = await repeatedBy(db, row)
  if (first !== null) return { ...plain(REPEATED), understanding: first.understanding ?? '[]' }
  const scene = sceneOf(db, row, who, 'message', office)
  const known = await contextOf(db, row, who.room, who.person, scene.today)
  const context = { accounts: office.settings.modules.accounts, ...known }
  const understanding = office.reader.understand(row.text, context)
  office.step('understood')
  const said = namesGoods(understanding) ? '' : bare(row.text)
  const answered = said === '' ? null : ((await answerOffer(scene, said)) ?? (await answerQuestion(scene, said)))
  const settled = answered ?? (await workReview(scene))
  if (settled !== null) return plain(settled)
  scene.understanding = understanding
  const kept = JSON.stringify(understanding.acts)
  const obeyed = understanding.command === null ? null : await obey(understanding.command, scene)
  // 我去, 解决了, 撤销 change when an alert is told next.
  if (obeyed !== null) return { urgent: true, outcome: obeyed, review: 0, understanding: kept }
  const verdict = verdictOf(understanding, office.settings.understanding)
  if (verdict === 'doubt') {
    await passOn(scene)
    const asked = await askWriter(scene, context)
    if (!asked) await tellReview(scene)
    return { urgent: false, outcome: asked ? 'asked' : 'review', review: 1, understanding: '[]' }
  }
  if (verdict === 'talk') {
    await passOn(scene)
    return plain('talk')
  }
  const outcomes: string[] = []
  for (const act of understanding.acts) outcomes.push(await perform(act, scene))
  await answeredByOrder(understanding.acts, scene)
  if (understanding.urgent === null || isStaff(who.person)) await passOn(scene)
  else await raise(understanding.urgent, await concerned(scene), scene)
  if (understanding.review) await tellReview(scene)
  return {
    urgent: understanding.urgent !== null || outcomes.some((one) => one.endsWith(AT_ONCE)),
    outcome: outcomes.length > 0 ? outcomes.join(', ') : understanding.review ? 'review' : 'talk',
    review: understanding.review ? 1 : 0,
    understanding: kept,
  }
}

/** Whoever does says more than yes or no. */
const namesGoods = ({ acts }: Understanding): boolean => acts.some((act) => act.act === 'order' && act.lines.length > 0)

/** The network did not say who wrote: whoever cries for help is heard, and all that asks for something is put before a person. */
const nobodysWords = async (db: Db, row: InboxRow, who: Who, office: Office): Promise<Outcome> => {
  const scene = sceneOf(db, row, who, 'message', office)
  scene.understanding = office.reader.understand(row.text, await contextOf(db, row, who.room, who.person, scene.today))
  const { urgent, command } = scene.understanding
  if (command !== null || verdictOf(scene.understanding, office.settings.understanding) === 'talk') return plain('talk')
  if (urgent !== null) await raise(urgent, await concerned(scene), scene)
  await tellReview(scene)
  return { urgent: urgent !== null, outcome: 'review', review: 1, understanding: '[]' }
}

/** The household of an urgent message: the one it names, else the writer's. */
const concerned = async (scene: Scene) => {
  for (const act of scene.understanding.acts) {
    if (!('address' in act)) continue
    const found = await householdAt(scene.db, act.address)
    if (found !== undefined) return found
  }
  return ownHousehold(scene)
}

/** Takes the effect of the sender's recalled message back; where the network does not say which, their last one. */
const recall = async (db: Db, row: InboxRow, who: Who, office: Office): Promise<Outcome> => {
  const ids: string[] = JSON.parse(row.recalls)
  const named = await messageByNetworkId(db, row.account, ids)
  const recalled = named ?? (await previousMessage(db, who.person.id, who.room?.id ?? null, row.id, row.sent_at - 5 * 60_000))
  if (recalled === undefined) return plain('recall of an unknown message')
  const scene = sceneOf(db, row, who, 'recall', office)
  const repetition = await doubtRepetition(db, recalled)
  if (repetition !== null) await tellReview(sceneOf(db, repetition, who, 'recall', office))
  if (repetition?.id === recalled.id) return plain('recall of a repetition')
  await withdrawQuestion(recalled.id, scene)
  const confirmed = await questionAnsweredBy(db, recalled.id)
  const changes = await takeBack(confirmed?.status === 'taken' ? confirmed.inbox_id : recalled.id, scene)
  return { ...plain(changes > 0 ? 'recall' : 'recall of talk'), urgent: changes > 0 }
}

/** Who enters a residents' group without a door in the name is asked for it once. */
const join = async (db: Db, row: InboxRow, who: Who, office: Office): Promise<Outcome> => {
  const { room, person } = who
  if (room === null || !isResidents(room) || person.household_id !== null) return plain('join')
  const greeted = await previousMessage(db, person.id, room.id, row.id, 0)
  if (greeted !== undefined) return plain('join')
  const scene = sceneOf(db, row, who, 'join', office)
  await tell(
    db,
    here(scene),
    { kind: 'answer', detail: { text: office.words.helloNew({ name: row.name || row.text }) }, inbox: row.id },
    office,
  )
  return plain('join')
}

const OUTCOMES = { words, recall, join, other: async () => plain('no text') }
