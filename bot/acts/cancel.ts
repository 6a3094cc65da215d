/** Cancels what a household has ordered and not yet got: its newest order, or all of them where the words say so. */
import { linesOf, openOrders, setStatus, waitingOrder } from '../../store/orders.js'
import { here, lineFacts, placeOf, tell } from '../say.js'
import { tellLate } from './late.js'
import { type ActOf, householdMeant, type Scene } from './scene.js'

export const cancel = async (act: ActOf<'cancel'>, scene: Scene): Promise<string> => {
  const { db, cause, office, message, person } = scene
  const household = await householdMeant(act.address, scene)
  if (household === undefined) {
    const waits = await waitingOrder(db, person.id)
    if (waits === undefined) return 'nothing to cancel'
    await setStatus(db, waits, 'cancelled', cause)
    return 'cancel'
  }
  const orders = await openOrders(db, household.id, scene.today)
  const today = message.text.includes('今天') ? orders.filter((order) => order.day === scene.today) : []
  const chosen = today.length > 0 ? today : message.text.includes('都') ? orders : orders.slice(0, 1)
  if (chosen.length === 0) return 'nothing to cancel'
  for (const order of chosen) {
    const lines = (await linesOf(db, order.id)).filter((line) => line.status === 'wanted')
    await setStatus(db, order, 'cancelled', cause)
    await tellLate({ household, day: order.day, lines: lines.map(lineFacts), kind: 'cancelled' }, scene)
  }
  const target = scene.room?.kind === 'grid' ? await placeOf(db, household) : here(scene)
  if (target !== null) await tell(db, target, { kind: 'cancelled', household: household.id, inbox: message.id }, office)
  return 'cancel'
}
