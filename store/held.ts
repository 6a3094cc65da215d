/** All that is held about a household, to be given to it. */
import type { Household } from './community.js'
import { belongingsOf, linesNaming, signsOf } from './forget.js'
import type { Db } from './open.js'
import { doorOf } from './picklist.js'

/** A moment as ISO text. */
const at = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString())

export const heldAbout = async (db: Db, household: Household) => {
  const own = await belongingsOf(db, household)
  const rooms = new Map((await db.selectFrom('rooms').select(['id', 'topic']).execute()).map(({ id, topic }) => [id, topic]))
  const told = await db
    .selectFrom('notices')
    .innerJoin('outbox', 'outbox.id', 'notices.outbox_id')
    .select(['outbox.id', 'outbox.text', 'outbox.sent_at', 'outbox.room_id'])
    .where('notices.household_id', '=', household.id)
    .orderBy('outbox.id')
    .execute()
  const signs = await signsOf(db, household, own)
  const said = [...new Map(told.map((one) => [one.id, one])).values()]
  return {
    household: doorOf(household),
    grid: household.grid,
    tags: household.tags,
    phone: household.phone,
    people: own.people.map(({ name, role, household_from }) => ({ name, role, boundBy: household_from })),
    messages: own.messages.map(({ sent_at, room_id, alias, name, text, quoted, outcome }) => {
      return { at: at(sent_at), group: rooms.get(room_id ?? 0) ?? null, by: alias || name, text, quoted, outcome }
    }),
    orders: own.orders.map((order) => ({
      day: order.day,
      status: order.status,
      source: order.source,
      urgent: order.urgent,
      createdAt: at(order.created_at),
      lines: own.lines
        .filter(({ order_id }) => order_id === order.id)
        .map(({ item, qty, unit, spec, medicine, status }) => ({ item, qty, unit, spec, medicine: medicine !== '', status })),
      deliveries: own.deliveries
        .filter(({ order_id }) => order_id === order.id)
        .map(({ status, reason, at: when }) => ({ at: at(when), status, reason })),
    })),
    alerts: own.alerts.map(({ kind, words, at: when, acked_at, closed_at, outcome }) => {
      return { at: at(when), kind, words, takenAt: at(acked_at), closedAt: at(closed_at), outcome }
    }),
    requests: own.requests.map(({ kind, words, status, answer, at: when }) => ({ at: at(when), kind, words, status, answer })),
    calls: own.calls.map(({ day, status, at: when }) => ({ day, status, at: at(when) })),
    charges: own.charges.map(({ day, item, cents, status, paid_at }) => ({ day, item, cents, status, paidAt: at(paid_at) })),
    testRounds: own.rounds.map(({ status, reason, at: when }) => ({ at: at(when), status, reason })),
    told: said.map(({ sent_at, room_id, text }) => ({
      at: at(sent_at),
      group: rooms.get(room_id ?? 0) ?? null,
      text: linesNaming(text ?? '', signs, true),
    })),
  }
}
