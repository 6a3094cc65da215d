/** Orders and their lines: taking, amending, finding, moving on. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { OrderSource, OrderStatus, Row } from './schema.js'

export type Order = Row<'orders'>
export type OrderLine = Row<'order_lines'>
export type NewLine = Pick<
  OrderLine,
  'item' | 'qty' | 'unit' | 'spec' | 'place' | 'medicine' | 'heavy' | 'known' | 'span_start' | 'span_end'
>

const ACTIVE: OrderStatus[] = ['open', 'picked', 'undelivered']

export const orderById = (db: Db, id: number): Promise<Order | undefined> =>
  db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
export const linesOf = (db: Db, orderId: number): Promise<OrderLine[]> =>
  db.selectFrom('order_lines').selectAll().where('order_id', '=', orderId).orderBy('id').execute()

/** The household's order for a day that can still take lines. */
export const activeOrder = (db: Db, householdId: number, day: string): Promise<Order | undefined> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('day', '=', day)
    .where('status', 'in', ACTIVE)
    .orderBy('id')
    .executeTakeFirst()

/** The household's newest order in one of these states, not older than a day. */
export const newestOrder = (db: Db, householdId: number, statuses: OrderStatus[], sinceDay: string): Promise<Order | undefined> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('status', 'in', statuses)
    .where('day', '>=', sinceDay)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** The person's order that waits for a door number. */
export const waitingOrder = (db: Db, personId: number): Promise<Order | undefined> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('person_id', '=', personId)
    .where('status', '=', 'waiting')
    .orderBy('id', 'desc')
    .executeTakeFirst()

export const ordersOf = (db: Db, day: string, statuses?: OrderStatus[]): Promise<Order[]> => {
  const query = db.selectFrom('orders').selectAll().where('day', '=', day).orderBy('id')
  return (statuses === undefined ? query : query.where('status', 'in', statuses)).execute()
}

export interface OrderFacts {
  householdId: number | null
  roomId: number | null
  personId: number | null
  day: string
  source: OrderSource
  urgent: string | null
}

export const addLine = (db: Db, orderId: number, line: NewLine, cause: Cause): Promise<number> =>
  insertTraced(db, 'order_lines', { ...line, order_id: orderId, status: 'wanted', inbox_id: cause.inboxId }, cause)

/** Adds lines to the household's order of the day, or begins one; without a household it waits for the door number. */
export const takeOrder = async (db: Db, facts: OrderFacts, lines: readonly NewLine[], cause: Cause): Promise<number> => {
  const standing = facts.householdId === null ? undefined : await activeOrder(db, facts.householdId, facts.day)
  const id =
    standing?.id ??
    (await insertTraced(
      db,
      'orders',
      {
        household_id: facts.householdId,
        room_id: facts.roomId,
        person_id: facts.personId,
        day: facts.day,
        status: facts.householdId === null ? 'waiting' : 'open',
        source: facts.source,
        urgent: facts.urgent,
        inbox_id: cause.inboxId,
        created_at: cause.at,
      },
      cause,
    ))
  if (standing !== undefined && facts.urgent !== null) await updateTraced(db, 'orders', id, { urgent: facts.urgent }, cause)
  for (const line of lines) await addLine(db, id, line, cause)
  return id
}

export const setStatus = async (db: Db, order: Order, status: OrderStatus, cause: Cause): Promise<boolean> => {
  const changed = await updateTraced(db, 'orders', order.id, { status }, cause)
  if (!changed) return false
  const lineStatus = status === 'delivered' || status === 'received' ? 'delivered' : status === 'cancelled' ? 'cancelled' : null
  for (const line of await linesOf(db, order.id)) {
    if (lineStatus !== null && line.status === 'wanted') await updateTraced(db, 'order_lines', line.id, { status: lineStatus }, cause)
    if (status === 'undelivered' && line.status === 'delivered') await updateTraced(db, 'order_lines', line.id, { status: 'wanted' }, cause)
  }
  return true
}

/** Gives a waiting order its household; where the household has one for that day already, the lines move there. */
export const completeOrder = async (db: Db, order: Order, householdId: number, cause: Cause): Promise<number> => {
  const standing = await activeOrder(db, householdId, order.day)
  if (standing === undefined) {
    await updateTraced(db, 'orders', order.id, { household_id: householdId, status: 'open' }, cause)
    return order.id
  }
  for (const line of await linesOf(db, order.id)) await updateTraced(db, 'order_lines', line.id, { order_id: standing.id }, cause)
  await updateTraced(db, 'orders', order.id, { household_id: householdId, status: 'cancelled' }, cause)
  return standing.id
}

export const setLine = (
  db: Db,
  id: number,
  fields: Partial<Pick<OrderLine, 'qty' | 'unit' | 'spec' | 'status'>>,
  cause: Cause,
): Promise<boolean> => updateTraced(db, 'order_lines', id, { ...fields }, cause)

export interface PlacedLine extends OrderLine {
  household_id: number | null
  grid: string | null
}

/** Lines of the day's orders that still want something, with the grid of their household. */
export const wantedLines = (db: Db, day: string): Promise<PlacedLine[]> =>
  db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.id', 'order_lines.order_id')
    .innerJoin('households', 'households.id', 'orders.household_id')
    .selectAll('order_lines')
    .select(['orders.household_id', 'households.grid'])
    .where('orders.day', '=', day)
    .where('orders.status', 'in', ACTIVE)
    .where('order_lines.status', '=', 'wanted')
    .orderBy('order_lines.id')
    .execute()
