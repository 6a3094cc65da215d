/** What arrived: one row a message, written before anything is made of it. */
import type { Db } from './open.js'
import type { NewRow, Row } from './schema.js'

export type InboxRow = Row<'inbox'>

/** PostgreSQL refuses a NUL in text; a message must not be lost for one. */
const storable = <T extends object>(row: T): T => {
  const clean = { ...row }
  for (const [name, value] of Object.entries(row))
    if (typeof value === 'string' && value.includes('\0')) Object.assign(clean, { [name]: value.replaceAll('\0', '') })
  return clean
}

/** Writes a message down once; null where it is known already. */
export const receive = async (db: Db, message: NewRow<'inbox'>): Promise<number | null> => {
  const made = await db
    .insertInto('inbox')
    .values(storable(message))
    .onConflict((conflict) => conflict.columns(['account', 'message_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

/** Of one account: chat that is being pasted in is another process's to handle. */
export const unhandled = (db: Db, account: string): Promise<InboxRow[]> =>
  db.selectFrom('inbox').selectAll().where('account', '=', account).where('handled_at', 'is', null).orderBy('id').execute()

export const noteWho = async (
  db: Db,
  id: number,
  who: { topic: string | null; alias: string | null; name: string | null; room_id: number | null; person_id: number | null },
): Promise<void> => {
  await db.updateTable('inbox').set(storable(who)).where('id', '=', id).execute()
}

export const noteHandled = async (
  db: Db,
  id: number,
  outcome: { handled_at: number; outcome: string; review: number; understanding: string },
): Promise<void> => {
  await db.updateTable('inbox').set(outcome).where('id', '=', id).execute()
}

/** The same person's last handled message in this room since a time. */
export const previousMessage = (
  db: Db,
  personId: number,
  roomId: number | null,
  before: number,
  since: number,
): Promise<InboxRow | undefined> =>
  db
    .selectFrom('inbox')
    .selectAll()
    .where('person_id', '=', personId)
    .where('room_id', roomId === null ? 'is' : '=', roomId)
    .where('id', '<', before)
    .where('sent_at', '>=', since)
    .where('handled_at', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()

export const messageById = (db: Db, id: number): Promise<InboxRow | undefined> =>
  db.selectFrom('inbox').selectAll().where('id', '=', id).executeTakeFirst()

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
    .executeTakeFirst()
  return found?.text ?? null
}
