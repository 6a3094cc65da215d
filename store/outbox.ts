/** What is to be said: texts with a due time, and notices that wait to be gathered into one text a room. */
import { sql } from 'kysely'
import { known } from './known.js'
import type { Db } from './open.js'
import { one, prepareFirst } from './prepared.js'
import type { NewRow, Row } from './schema.js'

export type OutboxRow = Row<'outbox'>
export type Notice = Row<'notices'>

/** Queues a text once: the same key again changes nothing. */
export const queue = async (db: Db, row: Omit<NewRow<'outbox'>, 'status'>): Promise<number | null> => {
  const made = await db
    .insertInto('outbox')
    .values({ ...row, status: 'queued' })
    .onConflict((c) => c.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

type NewNotice = Omit<Notice, 'id' | 'outbox_id'>
const insertNotice = prepareFirst<NewNotice, { id: number }>((db, given) =>
  db
    .insertInto('notices')
    .values({
      room_id: given('room_id'),
      person_id: given('person_id'),
      kind: given('kind'),
      order_id: given('order_id'),
      household_id: given('household_id'),
      detail: given('detail'),
      at: given('at'),
      inbox_id: given('inbox_id'),
      outbox_id: null,
    })
    .returning('id')
    .compile(),
)

/** A row without a text that waits for its turn: of a room, or of a person written to privately. */
const gatheringOf = (target: 'room_id' | 'person_id') => {
  const select = prepareFirst<{ id: number }, Pick<OutboxRow, 'id' | 'due_at'>>((db, given) =>
    db
      .selectFrom('outbox')
      .select(['id', 'due_at'])
      .where('status', '=', sql.lit('queued'))
      .where('text', 'is', null)
      .where(target, '=', given('id'))
      .$if(target === 'person_id', (query) => query.where('room_id', 'is', null))
      .limit(one)
      .compile(),
  )
  return known(['outbox'], (db, id: number) => select(db, { id }))
}
const gatheringOfRoom = gatheringOf('room_id')
const gatheringOfPerson = gatheringOf('person_id')

/** How many messages are to be sent by a time; what is said to all groups goes behind everything and holds up nobody. */
const waitingBy = async (db: Db, time: number): Promise<number> => {
  const found = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('status', '=', 'queued')
    .where('urgent', '>=', 0)
    .where('due_at', '<=', time)
    .executeTakeFirst()
  return Number(found?.count ?? 0)
}

export interface Gathering {
  /** The earliest moment at which it may be said. */
  from: number
  /** Milliseconds that it waits longer for each message that is to be sent before it, so that more is gathered; 0 for what cannot wait. */
  perMessage: number
  /** The longest that it waits so. */
  atMost: number
}

/** Adds a notice, and the row that will carry all of its target's notices if none waits yet; one that waits is said earlier if need be. */
export const notify = async (db: Db, notice: NewNotice, { from, perMessage, atMost }: Gathering): Promise<void> => {
  const added = await insertNotice(db, notice)
  const target = notice.room_id ?? notice.person_id ?? 0
  const waiting = await (notice.room_id === null ? gatheringOfPerson : gatheringOfRoom)(db, target)
  if (waiting !== undefined) {
    if (perMessage === 0 && waiting.due_at > from)
      await db.updateTable('outbox').set({ due_at: from }).where('id', '=', waiting.id).execute()
    return
  }
  const before = perMessage === 0 ? 0 : await waitingBy(db, from + atMost)
  await queue(db, {
    dedupe_key: `notices:${added?.id}`,
    room_id: notice.room_id,
    person_id: notice.room_id === null ? notice.person_id : null,
    text: null,
    urgent: 0,
    due_at: from + Math.min(before * perMessage, atMost),
  })
}

export const waitingNotices = (db: Db, row: OutboxRow): Promise<Notice[]> =>
  db
    .selectFrom('notices')
    .selectAll()
    .where('outbox_id', 'is', null)
    .where('room_id', row.room_id === null ? 'is' : '=', row.room_id)
    .$if(row.room_id === null, (query) => query.where('person_id', row.person_id === null ? 'is' : '=', row.person_id))
    .orderBy('id')
    .execute()

/** What a message has had said already. */
export const saidNotices = (db: Db, inboxId: number): Promise<Notice[]> =>
  db.selectFrom('notices').selectAll().where('inbox_id', '=', inboxId).where('outbox_id', 'is not', null).orderBy('id').execute()

/** What a message would have had said is not said any more once it was taken back; what was said already stays said. */
export const dropNotices = async (db: Db, inboxId: number): Promise<void> => {
  await db.deleteFrom('notices').where('inbox_id', '=', inboxId).where('outbox_id', 'is', null).execute()
}

/** A text that waits under this key is not said any more. */
export const dropQueued = async (db: Db, key: string): Promise<void> => {
  await db.updateTable('outbox').set({ status: 'dropped' }).where('status', '=', 'queued').where('dedupe_key', 'like', `${key}:%`).execute()
}

/** Fixes the text of a gathered row and ties its notices to it; without a text there is nothing to say. */
export const freeze = async (db: Db, row: OutboxRow, notices: readonly Notice[], text: string | null): Promise<void> => {
  for (const notice of notices) await db.updateTable('notices').set({ outbox_id: row.id }).where('id', '=', notice.id).execute()
  await db
    .updateTable('outbox')
    .set(text === null ? { status: 'dropped' } : { text })
    .where('id', '=', row.id)
    .execute()
}

const QUEUED = sql.lit('queued')
/** Everything there is is at least as urgent as this. */
const LEAST_URGENT = -1

/** Queued rows that wait for no other: what failed goes to its room again before what was queued behind it, unless that is urgent. */
const inTurn = (db: Db) =>
  db
    .selectFrom('outbox')
    .selectAll()
    .where('status', '=', QUEUED)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as earlier')
            .select('earlier.id')
            .where('earlier.status', '=', QUEUED)
            .where('earlier.attempts', '>', sql.lit(0))
            .whereRef('earlier.id', '<', 'outbox.id')
            .whereRef('earlier.urgent', '>=', 'outbox.urgent')
            .where(({ or, and, eb, ref }) =>
              or([
                eb('earlier.room_id', '=', ref('outbox.room_id')),
                and([
                  eb('earlier.room_id', 'is', null),
                  eb('outbox.room_id', 'is', null),
                  eb('earlier.person_id', '=', ref('outbox.person_id')),
                ]),
              ]),
            ),
        ),
      ),
    )

/** What may be said now, urgent first; only what is at least as urgent as said. */
export const dueToSend = (db: Db, now: number, urgent = LEAST_URGENT): Promise<OutboxRow | undefined> => selectDue(db, { now, urgent })
const selectDue = prepareFirst<{ now: number; urgent: number }, OutboxRow>((db, given) =>
  inTurn(db)
    .where('due_at', '<=', given('now'))
    .where('urgent', '>=', given('urgent'))
    .orderBy('urgent', 'desc')
    .orderBy('due_at')
    .orderBy('id')
    .limit(one)
    .compile(),
)

export const nextDueAt = async (db: Db, urgent = LEAST_URGENT): Promise<number | null> => (await selectNext(db, { urgent }))?.due_at ?? null
const selectNext = prepareFirst<{ urgent: number }, OutboxRow>((db, given) =>
  inTurn(db).where('urgent', '>=', given('urgent')).orderBy('due_at').limit(one).compile(),
)

export const noteSending = async (db: Db, row: OutboxRow): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ status: 'sending', attempts: row.attempts + 1 })
    .where('id', '=', row.id)
    .execute()
}
export const noteSent = async (db: Db, id: number, at: number): Promise<void> => {
  await db.updateTable('outbox').set({ status: 'sent', sent_at: at }).where('id', '=', id).execute()
}
/** `unclear`: the network gave no answer and may have it already. */
export const sendAgain = async (db: Db, id: number, dueAt: number, unclear = false): Promise<void> => {
  await db
    .updateTable('outbox')
    .set(({ eb }) => ({ status: 'queued', due_at: dueAt, maybe_twice: eb('maybe_twice', '+', unclear ? 1 : 0) }))
    .where('id', '=', id)
    .execute()
}
/** Connected again: what failed need not wait for its pause to end. */
export const dueAgain = async (db: Db, now: number): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ due_at: now })
    .where('status', '=', 'queued')
    .where('attempts', '>', 0)
    .where('due_at', '>', now)
    .execute()
}
/** After a start: what was in flight when the process died may have arrived; it is said again, and each time is counted. */
export const requeueInFlight = async (db: Db): Promise<void> => {
  await db
    .updateTable('outbox')
    .set(({ eb }) => ({ status: 'queued', maybe_twice: eb('maybe_twice', '+', 1) }))
    .where('status', '=', 'sending')
    .execute()
}
export const lastSentAt = async (db: Db): Promise<number | null> => {
  const found = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('sent_at').as('at'))
    .executeTakeFirst()
  return found?.at ?? null
}

/** Whether a text whose key begins so was said, or waits to be said, in a room since a moment. */
export const saidInRoomSince = async (db: Db, roomId: number, begins: string, since: number): Promise<boolean> =>
  (await db
    .selectFrom('outbox')
    .select('id')
    .where('room_id', '=', roomId)
    .where('dedupe_key', 'like', `${begins}%`)
    .where('due_at', '>=', since)
    .where('status', '!=', 'dropped')
    .executeTakeFirst()) !== undefined

/** Keys under which something was queued for a room or person, of all that begin so. */
export const keysQueued = async (
  db: Db,
  begins: string,
  target: { room_id: number | null; person_id: number | null },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('outbox')
    .select('dedupe_key')
    .where('dedupe_key', 'like', `${begins}%`)
    .where('room_id', target.room_id === null ? 'is' : '=', target.room_id)
    .where('person_id', target.room_id === null ? '=' : 'is', target.room_id === null ? target.person_id : null)
    .execute()
  return rows.map((row) => row.dedupe_key)
}
