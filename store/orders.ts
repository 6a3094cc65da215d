/** Orders and their lines: taking, amending, finding, moving on. */
import { sql } from 'kysely'
import { type Cause, insertAllTraced, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import { one, prepare, prepareFirst } from './prepared.js'
import type { OrderSource, OrderStatus, Row } from './schema.js'

export type Order = Row<'orders'>
export type OrderLine = Row<'order_lines'>
export type NewLine = Pick<
  OrderLine,
  'item' | 'qty' | 'unit' | 'spec' | 'place' | 'medicine' | 'heavy' | 'known' | 'span_start' | 'span_end'
>

const ACTIVE: OrderStatus[] = ['open', 'picked', 'undelivered']
/** The same for statements that every message runs: a list of three costs SQLite a table of its own each time. */
const isActive = sql<boolean>`(${sql.join(
  ACTIVE.map((status) => sql`orders.status = ${sql.lit(status)}`),
  sql` or `,
)})`

export const orderById = (db: Db, id: number): Promise<Order | undefined> =>
  db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst()
export const linesOf = (db: Db, orderId: number): Promise<OrderLine[]> => selectLines(db, { orderId })
const selectLines = prepare<{ orderId: number }, OrderLine>((db, given) =>
  db.selectFrom('order_lines').selectAll().where('order_id', '=', given('orderId')).orderBy('id').compile(),
)

/** What came by an app and what comes again by itself are orders of their own. */
const isSaid = sql<boolean>`(orders.source <> 'app' and orders.source <> 'standing')`

/** The household's order for a day that can still take lines that are said. */
export const activeOrder = (db: Db, householdId: number, day: string): Promise<Pick<Order, 'id'> | undefined> =>
  selectActive(db, { householdId, day })
const selectActive = prepareFirst<{ householdId: number; day: string }, Pick<Order, 'id'>>((db, given) =>
  db
    .selectFrom('orders')
    .select('id')
    .where('household_id', '=', given('householdId'))
    .where('day', '=', given('day'))
    .where(isActive)
    .where(isSaid)
    .orderBy('id')
    .limit(one)
    .compile(),
)

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
    .limit(1)
    .executeTakeFirst()

/** The household's orders from a day on that can still change, the newest first. */
export const openOrders = (db: Db, householdId: number, sinceDay: string): Promise<Order[]> => selectOpen(db, { householdId, sinceDay })
const selectOpen = prepare<{ householdId: number; sinceDay: string }, Order>((db, given) =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('household_id', '=', given('householdId'))
    .where('day', '>=', given('sinceDay'))
    .where(isActive)
    .orderBy('id', 'desc')
    .compile(),
)

export type WantedLine = Pick<OrderLine, 'item' | 'qty' | 'unit'>

/** What still comes to a household by the newest of these orders. */
export const wantedLines = (db: Db, householdId: number, sinceDay: string): Promise<WantedLine[]> =>
  selectWanted(db, { householdId, sinceDay })
const selectWanted = prepare<{ householdId: number; sinceDay: string }, WantedLine>((db, given) =>
  db
    .selectFrom('order_lines')
    .select(['item', 'qty', 'unit'])
    .where('order_id', '=', ({ selectFrom }) =>
      selectFrom('orders')
        .select(({ fn }) => fn.max('orders.id').as('id'))
        .where('household_id', '=', given('householdId'))
        .where('day', '>=', given('sinceDay'))
        .where(isActive),
    )
    .where('order_lines.status', '=', sql.lit('wanted'))
    .orderBy('id')
    .compile(),
)

/** The units, as `3-2`, from which something was ordered for a day. */
export const unitsOrdered = async (db: Db, day: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('households', 'households.id', 'orders.household_id')
    .select(['households.building', 'households.unit'])
    .distinct()
    .where('day', '=', day)
    .where('status', 'not in', ['waiting', 'cancelled'])
    .execute()
  return new Set(rows.map(({ building, unit }) => `${building}-${unit}`))
}

/** How many days an order that was not delivered stays on the lists. */
export const CARRIED_DAYS = 3

/** A household's orders of the last days up to this one in these states, the newest first. */
export const recentOrders = (db: Db, householdId: number, day: string, since: string, statuses: OrderStatus[]): Promise<Order[]> =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('status', 'in', statuses)
    .where('day', '<=', day)
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** What is brought to a door on a day: all that is due there, or the next order where nothing was due and nothing has come yet. */
export const ordersToDeliver = async (db: Db, householdId: number, day: string, since: string): Promise<Order[]> => {
  const due = await recentOrders(db, householdId, day, since, ACTIVE)
  if (due.length > 0) return due
  const come = await recentOrders(db, householdId, day, since, ['delivered', 'received'])
  return come.length > 0 ? [] : (await openOrders(db, householdId, day)).slice(-1)
}

/** All of a person's orders that wait for a door number. */
export const waitingOrders = (db: Db, personId: number): Promise<Order[]> =>
  db.selectFrom('orders').selectAll().where('person_id', '=', personId).where('status', '=', 'waiting').orderBy('id').execute()

/** The person's order that waits for a door number. */
export const waitingOrder = (db: Db, personId: number): Promise<Order | undefined> => selectWaiting(db, { personId })
const selectWaiting = prepareFirst<{ personId: number }, Order>((db, given) =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('person_id', '=', given('personId'))
    .where('status', '=', sql.lit('waiting'))
    .orderBy('id', 'desc')
    .limit(one)
    .compile(),
)

export const ordersOf = (db: Db, day: string, statuses?: OrderStatus[]): Promise<Order[]> => {
  const query = db.selectFrom('orders').selectAll().where('day', '=', day).orderBy('id')
  return (statuses === undefined ? query : query.where('status', 'in', statuses)).execute()
}

/** The household for which a person ordered last: where one belongs who never said a door of their own. */
export const lastHouseholdOf = async (db: Db, personId: number): Promise<number | null> => {
  const last = await db
    .selectFrom('orders')
    .select('household_id')
    .where('person_id', '=', personId)
    .where('household_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.household_id ?? null
}

export interface OrderFacts {
  householdId: number | null
  roomId: number | null
  personId: number | null
  day: string
  source: OrderSource
  urgent: string | null
}

export const addLines = (db: Db, orderId: number, lines: readonly NewLine[], cause: Cause): Promise<number[]> =>
  insertAllTraced(
    db,
    'order_lines',
    // The spread last: with names behind it, it costs forty times as much (V8 of Node 20, 5 µs a line).
    lines.map((line) => ({ order_id: orderId, status: 'wanted', inbox_id: cause.inboxId, ...line })),
    cause,
  )

/** Adds lines to the household's order of the day, or begins one; without a household it waits for the door number. */
export const takeOrder = async (db: Db, facts: OrderFacts, lines: readonly NewLine[], cause: Cause): Promise<number> => {
  const standing = facts.householdId === null ? undefined : await activeOrder(db, facts.householdId, facts.day)
  if (standing === undefined) return takeApart(db, facts, lines, cause)
  if (facts.urgent !== null) await updateTraced(db, 'orders', standing.id, { urgent: facts.urgent }, cause)
  await addLines(db, standing.id, lines, cause)
  return standing.id
}

/** An order of its own, whatever else the household has that day. */
export const takeApart = async (db: Db, facts: OrderFacts, lines: readonly NewLine[], cause: Cause): Promise<number> => {
  const id = await insertTraced(
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
  )
  await addLines(db, id, lines, cause)
  return id
}

/** A line of an order for a later day comes today: it moves to an order of its own. Returns the order in which it is. */
export const bringForward = async (db: Db, order: Order, line: { id: number }, today: string, cause: Cause): Promise<number> => {
  if (order.day <= today) return order.id
  const { household_id: householdId, room_id: roomId, person_id: personId, source, urgent } = order
  const standing = householdId === null ? undefined : await activeOrder(db, householdId, today)
  const id = standing?.id ?? (await takeApart(db, { householdId, roomId, personId, day: today, source, urgent }, [], cause))
  await updateTraced(db, 'order_lines', line.id, { order_id: id }, cause)
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
  if (order.urgent !== null) await updateTraced(db, 'orders', standing.id, { urgent: order.urgent }, cause)
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
  day: string
}

/** The goods of an order that were written in that room; what was ordered by phone or in private is not among them. */
export const itemsWrittenIn = async (db: Db, roomId: number, orderId: number): Promise<ReadonlySet<string>> => {
  const found = await db
    .selectFrom('order_lines')
    .innerJoin('inbox', 'inbox.id', 'order_lines.inbox_id')
    .select('item')
    .where('order_id', '=', orderId)
    .where('inbox.room_id', '=', roomId)
    .execute()
  return new Set(found.map(({ item }) => item))
}

/** Lines of an item in orders from a day on that are not delivered, with the grid of their household. */
export const linesByItem = (db: Db, item: string, sinceDay: string): Promise<PlacedLine[]> =>
  db
    .selectFrom('order_lines')
    .innerJoin('orders', 'orders.id', 'order_lines.order_id')
    .innerJoin('households', 'households.id', 'orders.household_id')
    .selectAll('order_lines')
    .select(['orders.household_id', 'orders.day', 'households.grid'])
    .where('order_lines.item', '=', item)
    .where('orders.day', '>=', sinceDay)
    .where('orders.status', 'in', ACTIVE)
    .orderBy('order_lines.id')
    .execute()
