/** What arrived: one row a message, written before anything is made of it. */
import { sql } from 'kysely'
import type { Db } from './open.js'
import { prepare, prepareFirst } from './prepared.js'
import type { Row } from './schema.js'

export type InboxRow = Row<'inbox'>

/** PostgreSQL refuses a NUL in text; a message must not be lost for one. */
const storable = <T extends object>(row: T): T => {
  if (!holdsNul(row)) return row
  const clean = { ...row }
  for (const [name, value] of Object.entries(row))
    if (typeof value === 'string' && value.includes('\0')) Object.assign(clean, { [name]: value.replaceAll('\0', '') })
  return clean
}

/** A plain loop: every message comes by here twice. */
const holdsNul = <T extends object>(row: T): boolean => {
  for (const name in row) {
    const value = row[name]
    if (typeof value === 'string' && value.includes('\0')) return true
  }
  return false
}

/** What is known of a message when it arrives. */
export type NewMessage = Pick<InboxRow, (typeof ARRIVED)[number]>
const ARRIVED = [
  'account',
  'message_id',
  'seq',
  'sent_at',
  'received_at',
  'room_handle',
  'sender_handle',
  'kind',
  'text',
  'quoted',
  'recalls',
] as const

const insertMessage = prepareFirst<NewMessage, { id: number }>((db, given) =>
  sql<{ id: number }>`insert into inbox (${sql.join(ARRIVED.map((name) => sql.ref(name)))}) values (${sql.join(ARRIVED.map(given))})
    on conflict (account, message_id) do nothing returning id`.compile(db),
)

/** Writes a message down once; null where it is known already. */
export const receive = async (db: Db, message: NewMessage): Promise<number | null> =>
  (await insertMessage(db, storable(message)))?.id ?? null

/** One that is written down. */
export type Arrived = NewMessage & { id: number }

/** Messages in one commit, received or acted on. */
export const GROUP = 50
/** A part of the statement: given as a value it cost 35 µs more each time, as if SQLite planned anew. */
const group = sql.lit(GROUP)

/** The oldest group that nothing was made of yet. Of one account: chat that is being pasted in is another process's to handle. */
export const unhandled = (db: Db, account: string): Promise<Arrived[]> => selectUnhandled(db, { account })
const selectUnhandled = prepare<{ account: string }, Arrived>((db, given) =>
  db
    .selectFrom('inbox')
    .select(['id', ...ARRIVED])
    .where('handled_at', 'is', null)
    .where('account', '=', given('account'))
    .orderBy('id')
    .limit(group)
    .compile(),
)

/** Who wrote a message, and what became of it. */
export type Handled = Pick<
  InboxRow,
  'topic' | 'alias' | 'name' | 'room_id' | 'person_id' | 'handled_at' | 'outcome' | 'review' | 'understanding'
>

/** The writer of what no network brought. */
export const NOBODY = { topic: null, alias: null, name: null, room_id: null, person_id: null } as const

export const noteHandled = async (db: Db, id: number, handled: Handled): Promise<void> => {
  await updateHandled(db, { id, ...storable(handled) })
}
const updateHandled = prepare<Handled & { id: number }, never>((db, given) =>
  db
    .updateTable('inbox')
    .set({
      topic: given('topic'),
      alias: given('alias'),
      name: given('name'),
      room_id: given('room_id'),
      person_id: given('person_id'),
      handled_at: given('handled_at'),
      outcome: given('outcome'),
      review: given('review'),
      understanding: given('understanding'),
    })
    .where('id', '=', given('id'))
    .compile(),
)

/** By `max` and `min` along the person's index: sorting costs five times as much, even where nothing is found. */
const selectLast = prepareFirst<Record<'person_id' | 'room_id' | 'before' | 'since', number>, InboxRow>((db, given) =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('inbox')
        .select(({ fn }) => fn.max('id').as('id'))
        .where('person_id', '=', given('person_id'))
        .where('sent_at', '>=', given('since'))
        .where('id', '<', given('before'))
        .where(sql<number>`coalesce(room_id, 0)`, '=', given('room_id'))
        .where('handled_at', 'is not', null),
    )
    .compile(),
)

/** The same person's last handled message in this room since a time. */
export const previousMessage = (
  db: Db,
  personId: number,
  roomId: number | null,
  before: number,
  since: number,
): Promise<InboxRow | undefined> => selectLast(db, { person_id: personId, room_id: roomId ?? 0, before, since })

const selectTwin = prepareFirst<
  Record<'id' | 'person_id' | 'room_id' | 'from' | 'to', number> & Record<'kind' | 'text' | 'quoted', string>,
  InboxRow
>((db, given) =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('inbox')
        .select(({ fn }) => fn.min('id').as('id'))
        .where('person_id', '=', given('person_id'))
        .where('sent_at', '>=', given('from'))
        .where('sent_at', '<=', given('to'))
        .where('id', '!=', given('id'))
        .where('kind', '=', given('kind'))
        .where('text', '=', given('text'))
        .where(sql<string>`coalesce(quoted, '')`, '=', given('quoted'))
        .where(sql<number>`coalesce(room_id, 0)`, '=', given('room_id'))
        .where('handled_at', 'is not', null),
    )
    .compile(),
)

/** The first other handled message of the same person, words and place that was sent within so many milliseconds of this one. */
export const twinOf = (
  db: Db,
  { id, person_id, room_id, kind, text, quoted, sent_at }: InboxRow,
  within: number,
): Promise<InboxRow | undefined> =>
  person_id === null
    ? Promise.resolve(undefined)
    : selectTwin(db, {
        id,
        person_id,
        room_id: room_id ?? 0,
        kind,
        text,
        quoted: quoted ?? '',
        from: sent_at - within,
        to: sent_at + within,
      })

/** A person is to look at it after all. */
export const noteReview = async (db: Db, id: number): Promise<void> => {
  await db.updateTable('inbox').set({ review: 1 }).where('id', '=', id).execute()
}

export const messageById = (db: Db, id: number): Promise<InboxRow | undefined> =>
  db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst()

/** Whether this message was written in that room. */
export const wasWrittenIn = async (db: Db, roomId: number, id: number | null): Promise<boolean> =>
  id !== null && (await messageById(db, id))?.room_id === roomId

export const messageByNetworkId = (db: Db, account: string, ids: string[]): Promise<InboxRow | undefined> =>
  ids.length === 0
    ? Promise.resolve(undefined)
    : db.selectFrom('inbox').selectAll().where('account', '=', account).where('message_id', 'in', ids).executeTakeFirst()

/** The sender's newest message before this one that changed anything and was not taken back; who is staff is not undone so. */
export const lastEffective = async (db: Db, personId: number, before: number): Promise<number | null> => {
  const found = await db
    .selectFrom('inbox')
    .innerJoin('events', 'events.inbox_id', 'inbox.id')
    .select('inbox.id')
    .where('inbox.person_id', '=', personId)
    .where('inbox.id', '<', before)
    .where('events.reverted', '=', 0)
    .where('events.entity', '!=', 'people')
    .orderBy('inbox.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}

/** A person looked at it, or its writer said what was meant. False where it did not wait. */
export const settleReview = async (db: Db, id: number, outcome: string): Promise<boolean> => {
  const settled = await db
    .updateTable('inbox')
    .set({ review: 0, outcome })
    .where('id', '=', id)
    .where('review', '=', 1)
    .returning('id')
    .executeTakeFirst()
  return settled !== undefined
}

/** How many of a person's messages since a time came to this. */
export const countOutcomes = async (db: Db, personId: number, outcome: string, since: number): Promise<number> => {
  const found = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('person_id', '=', personId)
    .where('outcome', '=', outcome)
    .where('received_at', '>=', since)
    .executeTakeFirst()
  return Number(found?.count ?? 0)
}

/** Messages of a room since a moment that changed nothing for want of a door, or whose order waits for one. */
export const undoneIn = async (db: Db, roomId: number, since: number): Promise<number[]> => {
  const found = await db
    .selectFrom('inbox')
    .select('id')
    .where('room_id', '=', roomId)
    .where('sent_at', '>=', since)
    .where('handled_at', 'is not', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('outcome', 'like', 'nothing to %'),
        eb('outcome', '=', 'no such door'),
        exists(
          selectFrom('orders').select('orders.id').where('orders.status', '=', 'waiting').whereRef('orders.inbox_id', '=', 'inbox.id'),
        ),
      ]),
    )
    .orderBy('id')
    .execute()
  return found.map(({ id }) => id)
}

/** It counts as if it had just arrived; whoever handles messages takes it in its turn. */
export const readAgain = async (db: Db, id: number): Promise<void> => {
  await db.updateTable('inbox').set({ handled_at: null, outcome: null, review: 0 }).where('id', '=', id).execute()
}

/** Messages that wait for a person. */
export const reviewList = (db: Db): Promise<InboxRow[]> =>
  db.selectFrom('inbox').selectAll().where('review', '=', 1).orderBy('id').execute()

/** The newest 接龙 of a room before a message. */
export const chainBefore = async (db: Db, roomId: number, before: number, since: number): Promise<string | null> => {
  const found = await db
    .selectFrom('inbox')
    .select('text')
    .where('room_id', '=', roomId)
    .where('id', '<', before)
    .where('sent_at', '>=', since)
    .where((where) => where.or([where('kind', '=', 'note'), where('text', 'like', '%接龙%')]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.text ?? null
}
