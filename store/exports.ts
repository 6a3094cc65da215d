/** The records that `linxu export` prints, in the form of the scenarios' SPEC. */
import { stepsOf } from './alert-steps.js'
import { allAlerts } from './alerts.js'
import { householdById, personById } from './community.js'
import { reviewList } from './inbox.js'
import type { Db } from './open.js'
import { linesOf, ordersOf } from './orders.js'
import { compilePickList, doorOf } from './picklist.js'
import { allRequests } from './requests.js'
import type { LineStatus, OrderStatus } from './schema.js'

interface OrderRecord {
  household: string
  status: string
  source: string
  urgent: string | null
  lines: { item: string; qty: number | null; unit: string | null; status: LineStatus }[]
}
const RANK: OrderStatus[] = ['cancelled', 'received', 'delivered', 'undelivered', 'picked', 'open', 'waiting']

/** One element a household; where it has several orders of the day, the least finished gives the status. */
export const exportOrders = async (db: Db, day: string): Promise<OrderRecord[]> => {
  const records = new Map<string, OrderRecord & { rank: number }>()
  for (const order of await ordersOf(db, day)) {
    const household = order.household_id === null ? undefined : await householdById(db, order.household_id)
    if (household === undefined) continue
    const door = doorOf(household)
    const rank = RANK.indexOf(order.status)
    const lines = (await linesOf(db, order.id)).map(({ item, qty, unit, status }) => ({ item, qty, unit, status }))
    const known = records.get(door)
    const status = order.status === 'picked' ? 'open' : order.status
    if (known === undefined) {
      if (lines.length > 0) records.set(door, { household: door, status, source: order.source, urgent: order.urgent, lines, rank })
      continue
    }
    known.lines.push(...lines)
    known.urgent ??= order.urgent
    if (rank > known.rank) Object.assign(known, { status, rank, source: order.source })
  }
  return [...records.values()].map(({ rank: _, ...record }) => record)
}

export const exportPickList = async (db: Db, grid: string, day: string, now: number) => {
  const list = await compilePickList(db, grid, day, now)
  return {
    grid: list.grid,
    day: list.day,
    entries: list.entries.map((entry) => ({
      no: entry.no,
      household: doorOf(entry.household),
      staffOnly: entry.staffOnly,
      heavy: entry.heavy,
      urgent: entry.urgent,
      lines: entry.lines.map(({ item, qty, unit, spec, status }) => ({ item, qty, unit, spec, status })),
    })),
    pickups: list.pickups,
  }
}

export const exportAlerts = async (db: Db) => {
  const found = await allAlerts(db)
  return Promise.all(
    found.map(async (alert) => {
      const household = alert.household_id === null ? undefined : await householdById(db, alert.household_id)
      return {
        kind: alert.kind,
        household: household === undefined ? null : doorOf(household),
        at: new Date(alert.at).toISOString(),
        acked: alert.acked_at !== null,
        closed: alert.closed_at !== null,
        outcome: alert.outcome,
        steps: (await stepsOf(db, alert.id)).map(({ step, at, name }) => ({ step, at: new Date(at).toISOString(), by: name })),
      }
    }),
  )
}

/** Residents' requests: number, owner, state, and what was answered. */
export const exportRequests = async (db: Db) => {
  const found = await allRequests(db)
  return Promise.all(
    found.map(async ({ id, household_id, owner_id, kind, status, words, answer, at, closed_at }) => {
      const household = household_id === null ? undefined : await householdById(db, household_id)
      const owner = owner_id === null ? undefined : await personById(db, owner_id)
      return {
        no: id,
        household: household === undefined ? null : doorOf(household),
        kind,
        status,
        owner: owner?.name ?? null,
        words,
        answer,
        at: new Date(at).toISOString(),
        closedAt: closed_at === null ? null : new Date(closed_at).toISOString(),
      }
    }),
  )
}

/** Messages that wait for a person, with the household where the sender is bound to one. */
export const exportReview = async (db: Db) => {
  const found = await reviewList(db)
  return Promise.all(
    found.map(async (message) => {
      const person =
        message.person_id === null
          ? undefined
          : await db.selectFrom('people').selectAll().where('id', '=', message.person_id).executeTakeFirst()
      const household = person?.household_id ? await householdById(db, person.household_id) : undefined
      return { id: message.message_id, text: message.text, household: household === undefined ? null : doorOf(household) }
    }),
  )
}
