/** Goods were left at the door: the order is delivered, and the household told once. */
import type { Household } from '../../store/community.js'
import { dueDelivery, noteDelivery } from '../../store/deliveries.js'
import { CARRIED_DAYS, type Order, ordersToDeliver, recentOrders, setStatus } from '../../store/orders.js'
import { doorOf } from '../../store/picklist.js'
import { AT_ONCE, waitForReceipt } from '../at-once.js'
import { addDays } from '../days.js'
import { answer, placeOf, tell } from '../say.js'
import type { ActOf, Scene } from './scene.js'
import { householdsMeant } from './targets.js'

export const delivered = async (act: ActOf<'delivered'>, scene: Scene): Promise<string> => {
  const { single, whole, unknown } = await householdsMeant(act, scene)
  const doors: string[] = []
  const told = { atOnce: false }
  const none = [...unknown]
  const since = addDays(scene.today, -CARRIED_DAYS)
  for (const household of single) {
    const orders = await ordersToDeliver(scene.db, household.id, scene.today, since)
    for (const order of orders) await deliver(household, order, doors, told, scene)
    if (orders.length > 0) continue
    const come = await recentOrders(scene.db, household.id, scene.today, since, ['delivered', 'received'])
    if (come.length === 0) none.push(doorOf(household))
  }
  for (const household of whole)
    for (const order of await ordersToDeliver(scene.db, household.id, scene.today, since))
      if (order.day <= scene.today) await deliver(household, order, doors, told, scene)
  if (doors.length + none.length > 0) await answer(scene, scene.office.words.deliveredNoted({ doors, none }))
  return doors.length === 0 ? 'nothing new' : told.atOnce ? `delivered, ${AT_ONCE}` : 'delivered'
}

const deliver = async (household: Household, order: Order, doors: string[], told: { atOnce: boolean }, scene: Scene): Promise<void> => {
  const { db, office, cause, message, person } = scene
  if (!(await setStatus(db, order, 'delivered', cause))) return
  const due = await dueDelivery(db, order.id)
  if (due === undefined) await noteDelivery(db, { order_id: order.id, status: 'delivered', person_id: person.id, reason: null }, cause)
  else await waitForReceipt(db, due, person.id, cause, office)
  told.atOnce ||= due !== undefined
  if (!doors.includes(doorOf(household))) doors.push(doorOf(household))
  const target = await placeOf(db, household, order)
  if (target !== null)
    await tell(db, target, { kind: 'at-door', household: household.id, order: order.id, inbox: message.id }, office, { quiet: false })
}
