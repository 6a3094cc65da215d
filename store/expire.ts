/** Removes what is older than the office keeps it, and counts what is left of it. */
import type { Db } from './open.js'
import { removeEvents, removeOrders } from './sums.js'

/** Moments in milliseconds since epoch, the day as `YYYY-MM-DD`: what is older is not kept. */
export interface Limits {
  texts: number
  orders: number
  ordersDay: string
  alerts: number
}
export interface Counts {
  texts: number
  said: number
  orders: number
  alerts: number
  people: number
}

const ON_THE_WAY = ['queued', 'sending']

const oldTexts = (db: Db, { texts }: Limits) =>
  db
    .selectFrom('inbox')
    .where('received_at', '<', texts)
    .where('handled_at', 'is not', null)
    .where(({ or, eb }) =>
      or([
        eb('text', '!=', ''),
        eb('quoted', 'is not', null),
        eb('alias', 'is not', null),
        eb('name', 'is not', null),
        eb('sender_handle', '!=', ''),
      ]),
    )
const oldSayings = (db: Db, { texts }: Limits) =>
  db.selectFrom('outbox').where('due_at', '<', texts).where('status', 'not in', ON_THE_WAY).where('text', '!=', '')
const oldOrders = (db: Db, { ordersDay }: Limits) => db.selectFrom('orders').where('day', '<', ordersDay)
const oldAlerts = (db: Db, { alerts }: Limits) => db.selectFrom('alerts').where('at', '<', alerts)
/** Residents who have written nothing for as long as orders are kept. */
const oldPeople = (db: Db, { orders }: Limits) =>
  db
    .selectFrom('people')
    .where('role', '=', 'resident')
    .where(({ or, eb }) => or([eb('name', '!=', ''), eb('household_id', 'is not', null)]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('inbox').select('inbox.id').whereRef('inbox.person_id', '=', 'people.id').where('received_at', '>=', orders))),
    )

/** What is too old and still there. */
export const countExpired = async (db: Db, limits: Limits): Promise<Counts> => {
  const all = async (ids: Promise<{ id: number }[]>): Promise<number> => (await ids).length
  return {
    texts: await all(oldTexts(db, limits).select('id').execute()),
    said: await all(oldSayings(db, limits).select('id').execute()),
    orders: await all(oldOrders(db, limits).select('id').execute()),
    alerts: await all(oldAlerts(db, limits).select('id').execute()),
    people: await all(oldPeople(db, limits).select('id').execute()),
  }
}

/** Messages stay known by their ids, so that one that comes again is not taken for new; nothing that a person wrote stays. */
export const removeExpired = async (db: Db, limits: Limits): Promise<Counts> => {
  const found = await countExpired(db, limits)
  await removeTexts(db, limits)
  await removeOrders(
    db,
    (await oldOrders(db, limits).select('id').execute()).map(({ id }) => id),
  )
  const lists = db.selectFrom('pick_lists').select('id').where('day', '<', limits.ordersDay)
  await db.deleteFrom('pick_list_entries').where('pick_list_id', 'in', lists).execute()
  await db.deleteFrom('pick_lists').where('day', '<', limits.ordersDay).execute()
  await removeCharges(db, limits.ordersDay)
  await db.deleteFrom('passages').where('at', '<', limits.orders).execute()
  await db.deleteFrom('round_checks').where('at', '<', limits.orders).execute()
  await db.deleteFrom('calls').where('at', '<', limits.orders).execute()
  await db
    .deleteFrom('events')
    .where('entity', 'in', ['round_checks', 'passages', 'calls', 'households'])
    .where('at', '<', limits.orders)
    .execute()
  await db.deleteFrom('duties').where('day', '<', limits.ordersDay).execute()
  for (const table of ['substitutions', 'doubles', 'standing_orders', 'route_parts'] as const) {
    const old = (await idsOfOld(db, table, limits)).map(({ id }) => id)
    await removeEvents(db, table, old)
    for (let at = 0; at < old.length; at += 500)
      await db
        .deleteFrom(table)
        .where('id', 'in', old.slice(at, at + 500))
        .execute()
  }
  const alerts = (await oldAlerts(db, limits).select('id').execute()).map(({ id }) => id)
  await removeEvents(db, 'alerts', alerts)
  await removeSteps(db, alerts)
  await db.deleteFrom('alerts').where('at', '<', limits.alerts).execute()
  await forgetPeople(
    db,
    (await oldPeople(db, limits).select('id').execute()).map(({ id }) => id),
  )
  return found
}

/** What was asked, doubled, carried, and standing orders that ended: as long as orders. */
const idsOfOld = (db: Db, table: 'substitutions' | 'doubles' | 'standing_orders' | 'route_parts', { orders, ordersDay }: Limits) => {
  if (table === 'route_parts') return db.selectFrom(table).select('id').where('day', '<', ordersDay).execute()
  if (table !== 'standing_orders') return db.selectFrom(table).select('id').where('at', '<', orders).execute()
  const ended = db
    .selectFrom(table)
    .select('id')
    .where(({ or, eb }) => or([eb('status', '=', 'ended'), eb('until_day', '<', ordersDay)]))
  return ended.where(({ or, eb }) => or([eb('last_day', '<', ordersDay), eb('last_day', 'is', null)])).execute()
}

const removeCharges = async (db: Db, before: string): Promise<void> => {
  const old = await db.selectFrom('charges').select('id').where('day', '<', before).execute()
  await removeEvents(
    db,
    'charges',
    old.map(({ id }) => id),
  )
  await db.deleteFrom('charges').where('day', '<', before).execute()
}

const removeTexts = async (db: Db, limits: Limits): Promise<void> => {
  const { texts } = limits
  await blankMessages(
    db,
    (await oldTexts(db, limits).select('id').execute()).map(({ id }) => id),
  )
  await db
    .updateTable('outbox')
    .set({ text: '' })
    .where('due_at', '<', texts)
    .where('status', 'not in', ON_THE_WAY)
    .where('text', '!=', '')
    .execute()
  await db.updateTable('notices').set({ detail: '{}' }).where('at', '<', texts).execute()
  await db.updateTable('questions').set({ acts: '[]' }).where('until_at', '<', texts).execute()
  await db
    .updateTable('requests')
    .set({ words: '', answer: null, status: 'expired' })
    .where('at', '<', texts)
    .where('words', '!=', '')
    .execute()
  await db.updateTable('round_checks').set({ reason: '' }).where('at', '<', texts).where('reason', 'is not', null).execute()
  await db.updateTable('deliveries').set({ reason: null }).where('at', '<', texts).execute()
  await db
    .updateTable('events')
    .set({ before: null, after: '{}' })
    .where('entity', 'in', ['requests', 'round_checks', 'people', 'deliveries'])
    .where('at', '<', texts)
    .execute()
}

/** How alerts went, before the alerts themselves are removed. */
export const removeSteps = async (db: Db, alerts: readonly number[]): Promise<void> => {
  for (let from = 0; from < alerts.length; from += 500)
    await db
      .deleteFrom('alert_steps')
      .where('alert_id', 'in', alerts.slice(from, from + 500))
      .execute()
}

/** Nothing stays of messages but that they came. */
export const blankMessages = async (db: Db, ids: readonly number[]): Promise<void> => {
  const nothing = { text: '', quoted: null, topic: null, alias: null, name: null, sender_handle: '', understanding: '[]', review: 0 }
  for (let from = 0; from < ids.length; from += 500)
    await db
      .updateTable('inbox')
      .set(nothing)
      .where('id', 'in', ids.slice(from, from + 500))
      .execute()
}

/** The rows stay, as nobody's: what others did to them stays traceable. */
export const forgetPeople = async (db: Db, ids: readonly number[]): Promise<void> => {
  await removeEvents(db, 'people', ids)
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500)
    await db.deleteFrom('members').where('person_id', 'in', some).execute()
    await db.deleteFrom('handles').where('kind', '=', 'person').where('target_id', 'in', some).execute()
    await db
      .updateTable('people')
      .set({ name: '', remark: null, grid: null, household_id: null, household_from: null })
      .where('id', 'in', some)
      .execute()
  }
}

/** Kept as an event, so that it can be shown that it ran and that nothing was left. */
export const noteCleaning = async (db: Db, at: number, facts: Record<string, unknown>): Promise<void> => {
  await db
    .insertInto('events')
    .values({
      at,
      entity: 'cleaning',
      entity_id: 0,
      before: null,
      after: JSON.stringify(facts),
      why: 'kept long enough',
      person_id: null,
      inbox_id: null,
    })
    .execute()
}
