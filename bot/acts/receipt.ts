/** A household has its goods: that signs the delivery. */
import { receiptCame } from '../../store/deliveries.js'
import { newestOrder, recentOrders, setStatus } from '../../store/orders.js'
import { addDays } from '../days.js'
import { type ActOf, householdMeant, type Scene } from './scene.js'

/** Days back in which an order can still be signed. */
const SIGNABLE = 3

export const receipt = async (act: ActOf<'receipt'>, scene: Scene): Promise<string> => {
  const household = await householdMeant(act.address, scene)
  if (household === undefined) return 'nothing to sign'
  const since = addDays(scene.today, -SIGNABLE)
  const delivered = await newestOrder(scene.db, household.id, ['delivered'], since)
  const order = delivered ?? (await newestOrder(scene.db, household.id, ['open', 'picked'], since))
  if (order === undefined || (delivered === undefined && order.day > scene.today)) return 'nothing to sign'
  const { db, cause } = scene
  const brought = delivered === undefined ? [order] : await recentOrders(db, household.id, order.day, order.day, ['delivered'])
  for (const one of brought) {
    await setStatus(db, one, 'received', cause)
    await receiptCame(db, one.id, cause)
  }
  return 'receipt'
}
