/** Nobody opened, or it could not be brought: the order stays to be delivered, with the reason. */
import { changeDelivery, dueDelivery, noteDelivery } from '../../store/deliveries.js'
import { CARRIED_DAYS, recentOrders, setStatus } from '../../store/orders.js'
import { doorOf } from '../../store/picklist.js'
import { addDays } from '../days.js'
import { answer } from '../say.js'
import type { ActOf, Scene } from './scene.js'
import { householdsMeant } from './targets.js'

export const undelivered = async (act: ActOf<'undelivered'>, scene: Scene): Promise<string> => {
  const { db, cause, person } = scene
  const { single, whole, unknown } = await householdsMeant(act, scene)
  const doors: string[] = []
  const none = [...unknown]
  const since = addDays(scene.today, -CARRIED_DAYS)
  for (const household of [...single, ...whole]) {
    const orders = await recentOrders(db, household.id, scene.today, since, ['open', 'picked', 'delivered', 'undelivered'])
    const [newest] = orders
    if (newest === undefined && single.includes(household)) none.push(doorOf(household))
    for (const order of orders.filter(({ day }) => day === newest?.day)) {
      if (!(await setStatus(db, order, 'undelivered', cause))) continue
      const due = await dueDelivery(db, order.id)
      if (due !== undefined) await changeDelivery(db, due.id, { status: 'withdrawn', next_at: null }, cause)
      await noteDelivery(db, { order_id: order.id, status: 'undelivered', person_id: person.id, reason: act.reason ?? null }, cause)
      if (!doors.includes(doorOf(household))) doors.push(doorOf(household))
    }
  }
  if (doors.length + none.length > 0) await answer(scene, scene.office.words.undeliveredNoted({ doors, none }))
  return doors.length > 0 ? 'undelivered' : 'nothing new'
}
