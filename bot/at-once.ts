/**
 * What cannot wait until morning is carried at once: whoever is on duty is told when it is there, told again until it is at the door, and
 * the household is asked for its receipt until it has signed.
 */
import type { Cause } from '../store/changes.js'
import { type Household, householdById, personById, staff } from '../store/community.js'
import { carryNow, changeDelivery, type Delivery, deliveriesToTell, nextDeliveryAt } from '../store/deliveries.js'
import type { Db } from '../store/open.js'
import { linesOf, orderById } from '../store/orders.js'
import { doorOf } from '../store/picklist.js'
import { onDutyAt } from './duty.js'
import type { Office } from './office.js'
import { gridSayings, lineFacts, placeOf, sayOnce, type Target } from './say.js'

/** Stands in a message's outcome where the clock has something more to look at. */
export const AT_ONCE = 'at once'

/** Nobody signs twice: asked once, then staff are told. */
const ASKED = 1

export const carryAtOnce = async (db: Db, orderId: number, household: Household, cause: Cause, office: Office): Promise<boolean> => {
  const { settings, clock } = office
  const now = clock.now()
  const [person] = await onDutyAt(db, household.grid, now, office)
  const nextAt = now + settings.alerts.repeatMinutes * 60_000
  const id = await carryNow(db, { orderId, personId: person?.id ?? null, nextAt }, cause)
  if (id === null) return false
  await tellCarriers(db, { id, order_id: orderId, person_id: person?.id ?? null, told: 0 }, household, office)
  return true
}

/** The one on duty, and the grid's staff; from the second time on the heads. */
const tellCarriers = async (
  db: Db,
  { id, order_id, person_id, told }: Pick<Delivery, 'id' | 'order_id' | 'person_id' | 'told'>,
  household: Household,
  office: Office,
): Promise<void> => {
  const lines = (await linesOf(db, order_id)).filter((line) => line.status === 'wanted')
  const by = person_id === null ? null : ((await personById(db, person_id))?.name ?? null)
  const text = office.words.carryNow({ id, door: doorOf(household), lines: lines.map(lineFacts), by, repeat: told ?? 0 })
  const names = lines.filter((line) => line.medicine !== '').map((line) => line.item)
  const sayings = await gridSayings(db, household.grid, text, office, names)
  const heads = (told ?? 0) > 0 ? await staff(db, { role: 'head' }) : []
  const privately = [...(person_id === null ? [] : [person_id]), ...heads.map((head) => head.id)]
  const people = privately.map((to): { target: Target; text: string } => ({ target: { room_id: null, person_id: to }, text }))
  const known = new Set<string>()
  for (const { target, text: words } of [...people, ...sayings]) {
    const key = `${target.room_id}:${target.person_id}`
    if (!known.has(key)) await sayOnce(db, target, `carry:${id}:${told ?? 0}`, [words], office, { urgent: true })
    known.add(key)
  }
}

/** It is at the door: the receipt is waited for. */
export const waitForReceipt = async (db: Db, due: Delivery, personId: number | null, cause: Cause, office: Office): Promise<void> => {
  const next = office.clock.now() + office.settings.carrying.receiptMinutes * 60_000
  await changeDelivery(db, due.id, { status: 'delivered', person_id: personId, next_at: next, told: 0 }, cause)
}

/** Tells again what is not there, or not signed, by now; returns when the next is due. */
export const repeatCarrying = async (db: Db, office: Office): Promise<number | null> => {
  const now = office.clock.now()
  for (const one of await deliveriesToTell(db, now)) {
    const order = await orderById(db, one.order_id)
    const household = order?.household_id ? await householdById(db, order.household_id) : undefined
    const told = (one.told ?? 0) + 1
    const cause = { at: now, why: one.status === 'due' ? 'not there yet' : 'not signed yet', personId: null, inboxId: null }
    const over = household === undefined || order === undefined || order.status === 'cancelled' || order.status === 'received'
    if (over) await changeDelivery(db, one.id, { next_at: null }, cause)
    else if (one.status === 'due') {
      await tellCarriers(db, one, household, office)
      await changeDelivery(db, one.id, { told, next_at: now + office.settings.alerts.repeatMinutes * 60_000 }, cause)
    } else {
      await askForReceipt(db, one, household, office)
      const again = (one.told ?? 0) < ASKED ? now + office.settings.carrying.receiptMinutes * 60_000 : null
      await changeDelivery(db, one.id, { told, next_at: again }, cause)
    }
  }
  return nextDeliveryAt(db)
}

/** First the household, then the grid's staff: somebody must ring. */
const askForReceipt = async (db: Db, one: Delivery, household: Household, office: Office): Promise<void> => {
  const order = await orderById(db, one.order_id)
  const target = (one.told ?? 0) < ASKED ? await placeOf(db, household, order) : null
  const key = `receipt:${one.id}:${one.told ?? 0}`
  if (target !== null) return sayOnce(db, target, key, [office.words.askReceipt({ door: doorOf(household) })], office, { urgent: true })
  for (const said of await gridSayings(db, household.grid, office.words.notSigned({ door: doorOf(household) }), office))
    await sayOnce(db, said.target, key, [said.text], office, { urgent: true })
}
