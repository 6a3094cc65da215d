/** Someone says where they live: they are bound to that household, and an order that waited for it is complete. */

import { changeAlert } from '../../store/alerts.js'
import { changePerson, householdAt } from '../../store/community.js'
import { inDistress } from '../../store/newcomers.js'
import { completeOrder, linesOf, waitingOrders } from '../../store/orders.js'
import { doorOf } from '../../store/picklist.js'
import { answer, here, lineFacts, tell, tellGrid } from '../say.js'
import { tellLate } from './late.js'
import type { ActOf, Scene } from './scene.js'

export const bind = async (act: ActOf<'bind'>, scene: Scene): Promise<string> => {
  const { db, office, person, cause, message } = scene
  const household = await householdAt(db, act.address)
  const cry = await inDistress(db, person.id)
  if (household === undefined) {
    const { building, unit, room } = act.address
    if (room !== null && cry === undefined)
      await answer(scene, office.words.noSuchDoor({ doors: [[building, unit, room].filter((part) => part !== null).join('-')] }))
    return 'no such door'
  }
  const waiting = await waitingOrders(db, person.id)
  if (person.role === 'resident' && person.household_id !== household.id)
    await changePerson(db, person.id, { household_id: household.id, household_from: 'said' }, cause)
  for (const order of waiting) {
    const lines = (await linesOf(db, order.id)).map(lineFacts)
    const completed = await completeOrder(db, order, household.id, cause)
    if (cry === undefined)
      await tell(
        db,
        here(scene),
        { kind: 'taken', household: household.id, order: completed, detail: { lines, day: order.day }, inbox: message.id },
        office,
        { urgent: order.urgent !== null },
      )
    await tellLate({ household, day: order.day, lines, kind: 'added' }, scene)
  }
  if (cry !== undefined) {
    // Whoever is at the end of their strength is answered by people; staff are told the door.
    await changeAlert(db, cry.id, { household_id: household.id, place: `${doorOf(household)}（${person.name}）` }, cause)
    await tellGrid(db, household.grid, office.words.doorOfCry({ id: cry.id, door: doorOf(household) }), office, message.id)
  } else if (waiting.length === 0)
    await tell(
      db,
      here(scene),
      { kind: 'bound', household: household.id, detail: { name: message.alias || message.name || person.name }, inbox: message.id },
      office,
    )
  return 'bind'
}
