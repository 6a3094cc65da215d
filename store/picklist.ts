/** A grid's pick list of a day: numbered entries in the order of a walk, and what to buy at each pickup place. */
import { type Household, risks } from './community.js'
import { covers } from './marks.js'
import type { Db } from './open.js'
import { CARRIED_DAYS, linesOf, type Order, type OrderLine } from './orders.js'

export interface Entry {
  /** Stays the same all day; what comes later gets the next number. */
  no: number
  household: Household
  orders: Order[]
  lines: OrderLine[]
  /** The unit is marked: staff carry it, volunteers do not, and it comes last. */
  staffOnly: boolean
  heavy: boolean
  urgent: string | null
}
export interface Sum {
  item: string
  unit: string | null
  qty: number
  /** Households that gave no quantity. */
  unstated: number
  households: string[]
  /** Stands in the catalogue. */
  known: boolean
  /** Medicines: the names that were said where they are not the item's own. */
  specs: string[]
}
export interface PickList {
  grid: string
  day: string
  entries: Entry[]
  pickups: { place: string; items: Sum[] }[]
}

export const doorOf = (household: { building: string; unit: string; room: string }): string =>
  `${household.building}-${household.unit}-${household.room}`

/** 9 before 10, numbers before letters. */
const byName = new Intl.Collator('en', { numeric: true })
const walk = (a: Household, b: Household): number =>
  byName.compare(a.building, b.building) ||
  byName.compare(a.unit, b.unit) ||
  a.floor - b.floor ||
  byName.compare(a.room, b.room) ||
  a.id - b.id

/** The write that changes nothing holds the row until the transaction ends: two processes do not give out one number twice. */
const listId = async (db: Db, grid: string, day: string, now: number): Promise<number> => {
  const list = await db
    .insertInto('pick_lists')
    .values({ grid, day, made_at: now })
    .onConflict((c) => c.columns(['grid', 'day']).doUpdateSet(({ ref }) => ({ grid: ref('excluded.grid') })))
    .returning('id')
    .executeTakeFirstOrThrow()
  return list.id
}

/** The grid's orders of the day that count, and those of the last days that were not delivered: no need is lost at midnight. */
const ordersOfGrid = async (db: Db, grid: string, day: string): Promise<{ order: Order; household: Household }[]> => {
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where((where) =>
      where.or([
        where.and([where('day', '=', day), where('status', 'not in', ['waiting', 'cancelled'])]),
        where.and([
          where('day', '<', day),
          where('day', '>=', daysBefore(day, CARRIED_DAYS)),
          where('status', 'in', ['open', 'picked', 'undelivered']),
        ]),
      ]),
    )
    .orderBy('day')
    .orderBy('id')
    .execute()
  const households = await db.selectFrom('households').selectAll().where('grid', '=', grid).execute()
  const byId = new Map(households.map((household) => [household.id, household]))
  return orders.flatMap((order) => {
    const household = order.household_id === null ? undefined : byId.get(order.household_id)
    return household === undefined ? [] : [{ order, household }]
  })
}

/** A day so many days earlier; days are `YYYY-MM-DD`. */
export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)

/** Numbers what has no number yet: in the order of the walk at the first call of the day, behind the others later. */
export const compilePickList = async (db: Db, grid: string, day: string, now: number): Promise<PickList> => {
  const id = await listId(db, grid, day, now)
  const marks = await risks(db)
  const wanted = await entriesOf(db, await ordersOfGrid(db, grid, day), (household) => marks.some((mark) => covers(mark, household)))
  const stored = await db.selectFrom('pick_list_entries').selectAll().where('pick_list_id', '=', id).orderBy('no').execute()
  const numbered = new Map(stored.map((entry) => [entry.household_id, entry.no]))
  let no = stored.at(-1)?.no ?? 0
  for (const { household } of wanted
    .filter((entry) => !numbered.has(entry.household.id))
    .sort(lastMarked((a, b) => walk(a.household, b.household)))) {
    no++
    await db.insertInto('pick_list_entries').values({ pick_list_id: id, no, household_id: household.id }).execute()
    numbered.set(household.id, no)
  }
  const entries = wanted.map((entry) => ({ ...entry, no: numbered.get(entry.household.id) ?? 0 })).sort(lastMarked((a, b) => a.no - b.no))
  return { grid, day, entries, pickups: sumUp(entries, day) }
}

/** What goes to marked units comes last: nobody walks on from there to others. */
const lastMarked =
  <T extends { staffOnly: boolean }>(then: (a: T, b: T) => number) =>
  (a: T, b: T): number =>
    Number(a.staffOnly) - Number(b.staffOnly) || then(a, b)

/** Households with lines that count, without a number as yet. */
const entriesOf = async (
  db: Db,
  found: { order: Order; household: Household }[],
  marked: (household: Household) => boolean,
): Promise<Omit<Entry, 'no'>[]> => {
  const entries = new Map<number, Omit<Entry, 'no'>>()
  for (const { order, household } of found) {
    const lines = (await linesOf(db, order.id)).filter((line) => line.status !== 'cancelled')
    const known = entries.get(household.id)
    entries.set(household.id, {
      household,
      orders: [...(known?.orders ?? []), order],
      lines: [...(known?.lines ?? []), ...lines],
      staffOnly: marked(household),
      heavy: (known?.heavy ?? false) || lines.some((line) => line.heavy === 1),
      urgent: known?.urgent ?? order.urgent,
    })
  }
  return [...entries.values()].filter((entry) => entry.lines.length > 0)
}

/**
 * What to buy: quantities of one unit added, households without a quantity counted with the item's first sum. What was bought for an
 * earlier day and found nobody at home is not bought again.
 */
export const sumUp = (entries: readonly Entry[], day: string): PickList['pickups'] => {
  const bought = new Set(
    entries.flatMap((entry) => entry.orders.filter((order) => order.day < day && order.status === 'undelivered').map((order) => order.id)),
  )
  const places = new Map<string, Sum[]>()
  const stated = (line: OrderLine): number => (line.qty === null ? 1 : 0)
  const lines = entries.flatMap((entry) => entry.lines.map((line) => ({ line, door: doorOf(entry.household) })))
  for (const { line, door } of lines
    .filter(({ line }) => line.status !== 'out' && !bought.has(line.order_id))
    .sort((a, b) => stated(a.line) - stated(b.line))) {
    const items = places.get(line.place) ?? []
    places.set(line.place, items)
    const same = items.find((sum) => sum.item === line.item && (line.qty === null || sum.unit === line.unit))
    const sum = same ?? { item: line.item, unit: line.unit, qty: 0, unstated: 0, households: [], known: line.known === 1, specs: [] }
    if (same === undefined) items.push(sum)
    sum.qty = Math.round((sum.qty + (line.qty ?? 0)) * 1000) / 1000
    if (line.qty === null) sum.unstated++
    if (line.medicine !== '' && line.spec !== null && !sum.specs.includes(line.spec)) sum.specs.push(line.spec)
    if (!sum.households.includes(door)) sum.households.push(door)
  }
  return [...places.entries()].sort(([a], [b]) => b.localeCompare(a)).map(([place, items]) => ({ place, items }))
}

/** The household behind a number of the grid's list. */
export const householdByNumber = async (db: Db, grid: string, day: string, no: number): Promise<number | null> => {
  const found = await db
    .selectFrom('pick_list_entries')
    .innerJoin('pick_lists', 'pick_lists.id', 'pick_list_entries.pick_list_id')
    .select('pick_list_entries.household_id')
    .where('pick_lists.grid', '=', grid)
    .where('pick_lists.day', '=', day)
    .where('pick_list_entries.no', '=', no)
    .executeTakeFirst()
  return found?.household_id ?? null
}
