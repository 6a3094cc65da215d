/** Every change of what the office relies on goes through here, so that each is an event and a message's effect can be taken back. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './open.js'
import { prepareInOrder } from './prepared.js'
import type { Row, Value } from './schema.js'

export type Traced =
  | 'orders'
  | 'order_lines'
  | 'deliveries'
  | 'alerts'
  | 'requests'
  | 'risks'
  | 'passages'
  | 'charges'
  | 'rounds'
  | 'round_checks'
  | 'standing_orders'
  | 'route_parts'
  | 'substitutions'
  | 'doubles'
  | 'pick_list_entries'
  | 'people'
  | 'rooms'
  | 'households'
  | 'calls'
  | 'duties'
export type Fields = Record<string, Value>

/** Who did it, when, in which message and why. */
export interface Cause {
  at: number
  why: string
  personId: number | null
  inboxId: number | null
}

/** What an inserted row becomes when its message is taken back; an alert stays: someone must look all the same. */
const WITHDRAWN: Partial<Record<Traced, (at: number) => Fields>> = {
  orders: () => ({ status: 'cancelled' }),
  order_lines: () => ({ status: 'cancelled' }),
  deliveries: () => ({ status: 'withdrawn' }),
  requests: () => ({ status: 'withdrawn' }),
  risks: (at) => ({ ended_at: at }),
  passages: () => ({ status: 'withdrawn' }),
  charges: () => ({ status: 'withdrawn' }),
  rounds: (at) => ({ closed_at: at }),
  round_checks: () => ({ status: 'withdrawn' }),
  calls: () => ({ status: 'withdrawn' }),
  duties: () => ({ status: 'off' }),
  standing_orders: () => ({ status: 'ended' }),
  route_parts: (at) => ({ ended_at: at }),
  substitutions: () => ({ status: 'withdrawn' }),
  doubles: () => ({ status: 'withdrawn' }),
}

type EventRow = Omit<Row<'events'>, 'id'>
const EVENT = ['at', 'entity', 'entity_id', 'before', 'after', 'why', 'person_id', 'inbox_id', 'reverted'] as const

const eventOf = (entity: Traced, id: number, before: Fields | null, after: Fields, cause: Cause, reverted: number): EventRow => ({
  at: cause.at,
  entity,
  entity_id: id,
  before: before === null ? null : JSON.stringify(before),
  after: JSON.stringify(after),
  why: cause.why,
  person_id: cause.personId,
  inbox_id: cause.inboxId,
  reverted,
})

/** Rows of one shape in one statement; so many at once, so that few shapes are prepared. */
const TOGETHER = 8
/** Of each table the lists of columns that its rows came with, each with the statements for so many rows at once. */
const shapes = new Map<string, { names: readonly string[]; inserts: Map<number, ReturnType<typeof insertOf>> }[]>()

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((name, index) => name === other[index]))

const shapeOf = (table: string, names: readonly string[]) => {
  const ofTable = shapes.get(table) ?? []
  const known = ofTable.find((shape) => sameNames(shape.names, names))
  if (known !== undefined) return known
  const made = { names, inserts: new Map<number, ReturnType<typeof insertOf>>() }
  shapes.set(table, [...ofTable, made])
  return made
}

/** Returns the ids of traced rows; nobody asks for an event's. */
const insertOf = (table: string, names: readonly string[], count: number) =>
  prepareInOrder<{ id: number }>((db, place) => {
    const rows = Array.from({ length: count }, () => sql`(${sql.join(names.map(place))})`)
    const ids = table === 'events' ? sql`` : sql` returning id`
    return sql<{ id: number }>`insert into ${sql.table(table)} (${columnsOf(names)}) values ${sql.join(rows)}${ids}`.compile(db)
  })

/** Adds rows that all have these columns; returns their ids in the same order, of events none. */
const insertAll = async <Name extends string>(
  db: Db,
  table: string,
  names: readonly Name[],
  rows: readonly Readonly<Record<Name, Value>>[],
): Promise<number[]> => {
  const ids: number[] = []
  const { inserts } = shapeOf(table, names)
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const some = rows.slice(from, from + TOGETHER)
    const insert = inserts.get(some.length) ?? insertOf(table, names, some.length)
    inserts.set(some.length, insert)
    for (const { id } of await insert(db, valuesOf(some, names))) ids.push(id)
  }
  return ids.length < 2 ? ids : ids.sort((a, b) => a - b)
}

/** Row after row. Filled, since a list that grows is made anew several times. */
const valuesOf = <Name extends string>(rows: readonly Readonly<Record<Name, Value>>[], names: readonly Name[]): Value[] => {
  const values = new Array<Value>(rows.length * names.length).fill(null)
  let at = 0
  for (const row of rows) for (const name of names) values[at++] = row[name]
  return values
}

const columnsOf = (names: readonly string[]): RawBuilder<unknown> => sql.join(names.map((name) => sql.ref(name)))

/** Rows of one shape, each with its event. */
export const insertAllTraced = async (db: Db, entity: Traced, rows: readonly Fields[], cause: Cause): Promise<number[]> => {
  const [first] = rows
  if (first === undefined) return []
  const ids = await insertAll(db, entity, Object.keys(first), rows)
  const events = rows.map((fields, index) => eventOf(entity, ids[index] ?? 0, null, fields, cause, 0))
  await insertAll(db, 'events', EVENT, events)
  return ids
}

export const insertTraced = async (db: Db, entity: Traced, fields: Fields, cause: Cause): Promise<number> => {
  const [id] = await insertAllTraced(db, entity, [fields], cause)
  if (id === undefined) throw new Error(`no row was made in ${entity}`)
  return id
}

/** Changes only what differs; false where nothing did, and then no event is written. */
export const updateTraced = (db: Db, entity: Traced, id: number, fields: Fields, cause: Cause): Promise<boolean> =>
  change(db, entity, id, fields, cause, 0)

const change = async (db: Db, entity: Traced, id: number, fields: Fields, cause: Cause, reverted: number): Promise<boolean> => {
  if (Object.keys(fields).length === 0) return false
  const found = await sql<Fields>`select ${columnsOf(Object.keys(fields))} from ${sql.table(entity)} where id = ${id}`.execute(db)
  const now = found.rows[0]
  if (now === undefined) throw new Error(`${entity} ${id} does not exist`)
  const changed = Object.fromEntries(Object.entries(fields).filter(([name, value]) => now[name] !== value))
  if (Object.keys(changed).length === 0) return false
  const before = Object.fromEntries(Object.keys(changed).map((name) => [name, now[name] ?? null]))
  const sets = sql.join(Object.entries(changed).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
  await sql`update ${sql.table(entity)} set ${sets} where id = ${id}`.execute(db)
  await insertAll(db, 'events', EVENT, [eventOf(entity, id, before, changed, cause, reverted)])
  return true
}

const ONLY_CHANGED = ['alerts', 'people', 'rooms', 'households', 'pick_list_entries']
const isTraced = (name: string): name is Traced => name in WITHDRAWN || ONLY_CHANGED.includes(name)

const livesOn = async (db: Db, orderId: number): Promise<boolean> =>
  (await db
    .selectFrom('order_lines')
    .select('id')
    .where('order_id', '=', orderId)
    .where('status', '!=', 'cancelled')
    .executeTakeFirst()) !== undefined

/**
 * Takes back what one message changed, newest first; a field that somebody changed since stays, and so does an order in which another
 * message has lines. An order left without lines is cancelled. What this writes is not itself taken back by a second 撤销.
 * Returns the orders that were touched.
 */
export const revertMessage = async (db: Db, inboxId: number, cause: Cause): Promise<{ changes: number; orders: number[] }> => {
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where('inbox_id', '=', inboxId)
    .where('reverted', '=', 0)
    .orderBy('id', 'desc')
    .execute()
  const orders = new Set<number>()
  let changes = 0
  for (const event of events) {
    if (!isTraced(event.entity)) continue
    const after: Fields = JSON.parse(event.after)
    const before: Fields | null = event.before === null ? null : JSON.parse(event.before)
    const shared = event.entity === 'orders' && before === null && (await livesOn(db, event.entity_id))
    const back = shared ? {} : (before ?? WITHDRAWN[event.entity]?.(cause.at) ?? {})
    const current = await sql<Fields>`select * from ${sql.table(event.entity)} where id = ${event.entity_id}`.execute(db)
    const row = current.rows[0] ?? {}
    const open = Object.fromEntries(Object.entries(back).filter(([name]) => !(name in after) || row[name] === after[name]))
    if (Object.keys(open).length > 0 && (await change(db, event.entity, event.entity_id, open, cause, 1))) changes++
    if (event.entity === 'orders') orders.add(event.entity_id)
    if (event.entity === 'order_lines' && typeof row.order_id === 'number') orders.add(row.order_id)
    await db.updateTable('events').set({ reverted: 1 }).where('id', '=', event.id).execute()
  }
  for (const id of orders) {
    const order = await db.selectFrom('orders').select('status').where('id', '=', id).executeTakeFirst()
    if (order?.status === 'open' && !(await livesOn(db, id))) await change(db, 'orders', id, { status: 'cancelled' }, cause, 1)
  }
  return { changes, orders: [...orders] }
}
