/** What was fetched, what is offered in the place of something, which bags were looked through before they left. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import { addLines, type NewLine, type OrderLine } from './orders.js'
import type { Row } from './schema.js'
import { keptLines } from './standing.js'

export type Offer = Row<'substitutions'>

export const notePicked = (db: Db, lineId: number, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'order_lines', lineId, { picked_at: cause.at }, cause)

/** Asked once a line while the question is open; null where it is. */
export const offerInstead = async (
  db: Db,
  facts: {
    line: Pick<OrderLine, 'id'>
    householdId: number
    roomId: number | null
    personId: number | null
    instead: NewLine
    until: number
  },
  cause: Cause,
): Promise<number | null> => {
  const { line, householdId, roomId, personId, instead, until } = facts
  const standing = db.selectFrom('substitutions').select('id').where('line_id', '=', line.id).where('status', '=', 'open')
  if ((await standing.executeTakeFirst()) !== undefined) return null
  return insertTraced(
    db,
    'substitutions',
    {
      line_id: line.id,
      household_id: householdId,
      room_id: roomId,
      person_id: personId,
      line: JSON.stringify([instead]),
      until_at: until,
      status: 'open',
      at: cause.at,
      inbox_id: cause.inboxId,
      answer_id: null,
    },
    cause,
  )
}

export const openOffers = (db: Db, householdId: number, now: number): Promise<Offer[]> =>
  db
    .selectFrom('substitutions')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('status', '=', 'open')
    .where('until_at', '>', now)
    .orderBy('id')
    .execute()

export const lapsedOffers = (db: Db, now: number): Promise<Offer[]> =>
  db.selectFrom('substitutions').selectAll().where('status', '=', 'open').where('until_at', '<=', now).orderBy('id').execute()

export const nextLapse = async (db: Db): Promise<number | null> => {
  const open = db.selectFrom('substitutions').select('until_at').where('status', '=', 'open').orderBy('until_at')
  return (await open.executeTakeFirst())?.until_at ?? null
}

/** The line is out; where the household took the offer what was offered stands in its place. Null where the line was settled otherwise meanwhile. */
export const settleOffer = async (
  db: Db,
  offer: Offer,
  status: 'taken' | 'refused' | 'lapsed',
  cause: Cause,
): Promise<{ line: OrderLine; instead: NewLine } | null> => {
  await updateTraced(db, 'substitutions', offer.id, { status, answer_id: cause.inboxId }, cause)
  const line = await db.selectFrom('order_lines').selectAll().where('id', '=', offer.line_id).executeTakeFirst()
  const [instead] = keptLines.parse(JSON.parse(offer.line))
  if (line === undefined || instead === undefined || line.status !== 'wanted') return null
  await updateTraced(db, 'order_lines', line.id, { status: 'out' }, cause)
  if (status === 'taken') await addLines(db, line.order_id, [instead], cause)
  return { line, instead }
}

interface Bag {
  id: number
  no: number
  household_id: number
  checked_at: number | null
  checked_by: number | null
}

/** The bags of a grid's list of a day. */
export const bagsOf = (db: Db, grid: string, day: string): Promise<Bag[]> =>
  db
    .selectFrom('pick_list_entries')
    .innerJoin('pick_lists', 'pick_lists.id', 'pick_list_entries.pick_list_id')
    .select(['pick_list_entries.id', 'no', 'household_id', 'checked_at', 'checked_by'])
    .where('grid', '=', grid)
    .where('day', '=', day)
    .orderBy('no')
    .execute()

export const noteChecked = (db: Db, bagId: number, personId: number, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'pick_list_entries', bagId, { checked_at: cause.at, checked_by: personId }, cause)

export interface Step {
  at: number
  what: 'ordered' | 'picked' | 'checked' | 'delivered' | 'undelivered' | 'received'
  personId: number | null
  /** Lines of the order, where it was ordered. */
  lines: OrderLine[]
}

/** What became of a household's orders of a day, step by step. */
export const stepsOf = async (db: Db, householdId: number, day: string): Promise<Step[]> => {
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('day', '=', day)
    .where('status', '!=', 'cancelled')
    .execute()
  const steps: Step[] = []
  for (const order of orders) {
    const lines = await db.selectFrom('order_lines').selectAll().where('order_id', '=', order.id).orderBy('id').execute()
    steps.push({ at: order.created_at, what: 'ordered', personId: null, lines: lines.filter((line) => line.status !== 'cancelled') })
    const picked = lines.flatMap(({ picked_at }) => (picked_at === null ? [] : [picked_at]))
    if (picked.length > 0) steps.push({ at: Math.max(...picked), what: 'picked', personId: null, lines: [] })
    const tries = db
      .selectFrom('deliveries')
      .selectAll()
      .where('order_id', '=', order.id)
      .where('status', 'in', ['delivered', 'undelivered'])
    for (const one of await tries.execute())
      steps.push({ at: one.at, what: one.status === 'delivered' ? 'delivered' : 'undelivered', personId: one.person_id, lines: [] })
    const signed = db
      .selectFrom('events')
      .select(['at', 'after'])
      .where('entity', '=', 'orders')
      .where('entity_id', '=', order.id)
      .where('reverted', '=', 0)
    for (const event of await signed.execute())
      if (event.after.includes('"status":"received"')) steps.push({ at: event.at, what: 'received', personId: null, lines: [] })
  }
  const bags = db
    .selectFrom('pick_list_entries')
    .innerJoin('pick_lists', 'pick_lists.id', 'pick_list_entries.pick_list_id')
    .select(['checked_at', 'checked_by'])
    .where('household_id', '=', householdId)
    .where('day', '=', day)
  for (const { checked_at, checked_by } of await bags.execute())
    if (checked_at !== null) steps.push({ at: checked_at, what: 'checked', personId: checked_by, lines: [] })
  return steps.sort((a, b) => a.at - b.at)
}

/** Households to which the same person brought something around the same time: there the bag may be. */
export const broughtAround = async (db: Db, personId: number, at: number, within: number): Promise<number[]> => {
  const found = await db
    .selectFrom('deliveries')
    .innerJoin('orders', 'orders.id', 'deliveries.order_id')
    .select('orders.household_id')
    .where('deliveries.person_id', '=', personId)
    .where('deliveries.status', '=', 'delivered')
    .where('deliveries.at', '>=', at - within)
    .where('deliveries.at', '<=', at + within)
    .orderBy('deliveries.at')
    .execute()
  return [...new Set(found.flatMap(({ household_id }) => (household_id === null ? [] : [household_id])))]
}
