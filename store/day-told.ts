/** What happened on a day, as the office tells it: brought, not brought and why, requests, alerts, test rounds. */
import type { Db } from './open.js'
import { CARRIED_DAYS } from './orders.js'
import { daysBefore, doorOf } from './picklist.js'
import type { OrderStatus } from './schema.js'

/** `from` inclusive, `until` exclusive: the day's moments in milliseconds since epoch. */
export interface DayAsked {
  day: string
  from: number
  until: number
}

export interface DayTold {
  day: string
  /** One element a grid, by id; `households` counts doors, `bags` orders, `lines` what was in them, `medicines` those lines that are medicines. */
  grids: { grid: string; households: number; bags: number; lines: number; medicines: number; undelivered: number }[]
  /** Moments of the first and the last delivery; null where nothing was brought. */
  first: number | null
  last: number | null
  /** What is still to be brought; `reason` as it was said last, null where nobody said one. */
  undelivered: { door: string; grid: string; reason: string | null }[]
  /** Came in on the day, and of these still open. */
  requests: { came: number; open: number }
  alerts: {
    kind: string
    door: string | null
    grid: string | null
    at: number
    takenAt: number | null
    takenBy: string | null
    closedAt: number | null
  }[]
  /** Each round in which somebody was checked off on the day. */
  rounds: { no: number; done: number }[]
}

const BROUGHT: OrderStatus[] = ['delivered', 'received']
const TO_BRING: OrderStatus[] = ['open', 'picked', 'undelivered']

/** `grid` null: of the whole community. */
export const dayTold = async (db: Db, { day, from, until }: DayAsked, grid: string | null): Promise<DayTold> => {
  const orders = (await ordersAround(db, day)).filter((order) => grid === null || order.grid === grid)
  const tries = (await triesOf(db, daysBefore(day, CARRIED_DAYS), day)).filter(({ status }) => status !== 'withdrawn')
  const broughtAt = new Map(tries.filter(({ status }) => status === 'delivered').map(({ order_id, at }) => [order_id, at]))
  const wasBrought = (order: { id: number; day: string }): boolean => {
    const at = broughtAt.get(order.id)
    return at === undefined ? order.day === day : at >= from && at < until
  }
  const brought = orders.filter((order) => BROUGHT.includes(order.status) && wasBrought(order))
  const left = orders.filter((order) => TO_BRING.includes(order.status) && order.lines > 0)
  const times = brought.flatMap(({ id }) => broughtAt.get(id) ?? []).sort((a, b) => a - b)
  const reasons = new Map(tries.filter(({ status }) => status === 'undelivered').map(({ order_id, reason }) => [order_id, reason]))
  const grids = [...new Set([...brought, ...left].map((order) => order.grid))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return {
    day,
    grids: grids.map((id) => {
      const own = brought.filter((order) => order.grid === id)
      return {
        grid: id,
        households: new Set(own.map(doorOf)).size,
        bags: own.length,
        lines: own.reduce((sum, order) => sum + order.came, 0),
        medicines: own.reduce((sum, order) => sum + order.medicines, 0),
        undelivered: new Set(left.filter((order) => order.grid === id).map(doorOf)).size,
      }
    }),
    first: times[0] ?? null,
    last: times.at(-1) ?? null,
    undelivered: [...new Map(left.map((order) => [doorOf(order), order])).values()].map((order) => ({
      door: doorOf(order),
      grid: order.grid,
      reason: withoutDoor(reasons.get(order.id) ?? null),
    })),
    requests: await requestsOf(db, from, until, grid),
    alerts: await alertsOf(db, from, until, grid),
    rounds: await roundsOf(db, from, until, grid),
  }
}

/** Orders of the day and those carried to it, each with its door and how many lines count: to come, come, and come as medicines. */
const ordersAround = async (db: Db, day: string) => {
  const rows = await db
    .selectFrom('orders')
    .innerJoin('households', 'households.id', 'orders.household_id')
    .innerJoin('order_lines', 'order_lines.order_id', 'orders.id')
    .select([
      'orders.id',
      'orders.day',
      'orders.status',
      'households.building',
      'households.unit',
      'households.room',
      'households.grid',
      'order_lines.status as line',
      'medicine',
    ])
    .where('orders.day', '<=', day)
    .where('orders.day', '>=', daysBefore(day, CARRIED_DAYS))
    .orderBy('orders.id')
    .execute()
    .then((found) => found.filter(({ line }) => line !== 'cancelled'))
  const orders = new Map<number, Omit<(typeof rows)[number], 'line' | 'medicine'> & { lines: number; came: number; medicines: number }>()
  for (const { line, medicine, ...order } of rows) {
    const known = orders.get(order.id) ?? { ...order, lines: 0, came: 0, medicines: 0 }
    const came = line === 'delivered'
    orders.set(order.id, {
      ...known,
      lines: known.lines + (line === 'wanted' ? 1 : 0),
      came: known.came + (came ? 1 : 0),
      medicines: known.medicines + (came && medicine !== '' ? 1 : 0),
    })
  }
  return [...orders.values()]
}

/** Tries to bring these days' orders, in the order of time. */
const triesOf = (db: Db, since: string, day: string) =>
  db
    .selectFrom('deliveries')
    .innerJoin('orders', 'orders.id', 'deliveries.order_id')
    .select(['order_id', 'deliveries.status', 'deliveries.at', 'reason'])
    .where('orders.day', '>=', since)
    .where('orders.day', '<=', day)
    .orderBy('deliveries.id')
    .execute()

const requestsOf = async (db: Db, from: number, until: number, grid: string | null): Promise<DayTold['requests']> => {
  const came = await db
    .selectFrom('requests')
    .select('status')
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('status', '!=', 'withdrawn')
    .$if(grid !== null, (query) => query.where('grid', '=', grid))
    .execute()
  return { came: came.length, open: came.filter(({ status }) => status === 'open' || status === 'taken').length }
}

const alertsOf = async (db: Db, from: number, until: number, grid: string | null): Promise<DayTold['alerts']> => {
  const rows = await db
    .selectFrom('alerts')
    .leftJoin('households', 'households.id', 'alerts.household_id')
    .leftJoin('people', 'people.id', 'alerts.acked_by')
    .select(['alerts.kind', 'alerts.grid', 'alerts.at', 'alerts.acked_at', 'alerts.closed_at', 'people.name', 'building', 'unit', 'room'])
    .where('alerts.at', '>=', from)
    .where('alerts.at', '<', until)
    .$if(grid !== null, (query) => query.where('alerts.grid', '=', grid))
    .orderBy('alerts.id')
    .execute()
  return rows.map(({ kind, grid: of, at, acked_at, closed_at, name, building, unit, room }) => ({
    kind,
    door: building === null || unit === null || room === null ? null : doorOf({ building, unit, room }),
    grid: of,
    at,
    takenAt: acked_at,
    takenBy: name,
    closedAt: closed_at,
  }))
}

const roundsOf = async (db: Db, from: number, until: number, grid: string | null): Promise<DayTold['rounds']> => {
  const rows = await db
    .selectFrom('round_checks')
    .innerJoin('rounds', 'rounds.id', 'round_checks.round_id')
    .innerJoin('households', 'households.id', 'round_checks.household_id')
    .select(({ fn }) => ['rounds.no', fn.countAll<number | string>().as('done')])
    .where('round_checks.status', '=', 'done')
    .where('round_checks.at', '>=', from)
    .where('round_checks.at', '<', until)
    .$if(grid !== null, (query) => query.where('households.grid', '=', grid ?? ''))
    .groupBy('rounds.no')
    .orderBy('rounds.no')
    .execute()
  return rows.map(({ no, done }) => ({ no, done: Number(done) }))
}

/** 7-1-502没人应门: the door stands before it anyway. */
const withoutDoor = (reason: string | null): string | null => reason?.replace(/^[\d#号\-—\s,，、:：]+(?=\D)/u, '') ?? null
