/** Something is out or has arrived: the lines of the grid's households that want it follow, and the households are told. */
import { type Household, householdById } from '../../store/community.js'
import { bringForward, CARRIED_DAYS, linesByItem, type Order, orderById, type PlacedLine, setLine } from '../../store/orders.js'
import { doorOf } from '../../store/picklist.js'
import { AT_ONCE, carryAtOnce } from '../at-once.js'
import { addDays } from '../days.js'
import { namesMedicines, privyTo } from '../medicines.js'
import { answer, placeOf, type Target, tell } from '../say.js'
import type { Scene } from './scene.js'
import { type ActOf, gridOfScene } from './scene.js'

export const stock = async (act: ActOf<'stock'>, scene: Scene): Promise<string> => {
  const { db, cause, person, message, office } = scene
  const grid = person.role === 'head' && scene.room?.kind !== 'grid' ? null : gridOfScene(scene)
  const since = act.state === 'arrived' ? addDays(scene.today, -CARRIED_DAYS) : scene.today
  const waiting = (await linesByItem(db, act.item, since)).filter((line) => grid === null || line.grid === grid)
  const concerned = chosen(waiting, act.state, scene.today)
  const doors: string[] = []
  let atOnce = false
  for (const line of concerned) {
    const changed = await setLine(db, line.id, { status: act.state === 'out' ? 'out' : 'wanted' }, cause)
    const household = line.household_id === null ? undefined : await householdById(db, line.household_id)
    if (household === undefined || (act.state === 'out' && !changed)) continue
    doors.push(doorOf(household))
    const order = await orderById(db, line.order_id)
    if (act.state === 'arrived' && order !== undefined && (order.urgent !== null || office.goods.get(line.item)?.lifeSustaining)) {
      const now = await bringForward(db, order, line, scene.today, cause)
      atOnce = (await carryAtOnce(db, now, household, cause, office)) || atOnce
    }
    const target = await whereToTell(db, household, order, line)
    if (target === null) continue
    const detail = { item: line.item, medicine: line.medicine !== '' }
    await tell(db, target, { kind: act.state, household: household.id, order: line.order_id, detail, inbox: message.id }, office, {
      quiet: line.medicine === '',
    })
  }
  await tellStock({ item: act.item, state: act.state, doors: [...new Set(doors)] }, concerned, scene)
  return `stock ${act.state}${atOnce ? `, ${AT_ONCE}` : ''}`
}

/** Who ordered a medicine in private is told in private; in a group its name is not said. */
const whereToTell = (db: Scene['db'], household: Household, order: Order | undefined, line: PlacedLine): Promise<Target | null> =>
  line.medicine !== '' && order !== undefined && order.room_id === null && order.source === 'chat' && order.person_id !== null
    ? Promise.resolve({ room_id: null, person_id: order.person_id })
    : placeOf(db, household)

/** Whose door waits for a medicine is not said where volunteers read; the grid's staff are told in private. */
const tellStock = async (
  facts: { item: string; state: 'out' | 'arrived'; doors: string[] },
  lines: readonly PlacedLine[],
  scene: Scene,
): Promise<void> => {
  const { db, office, room, person, message } = scene
  const shown =
    lines.every((line) => line.medicine === '') || (room?.kind === 'grid' ? await namesMedicines(db, room) : person.role !== 'volunteer')
  await answer(scene, office.words.stockNoted({ ...facts, counted: !shown }))
  if (shown) return
  const text = office.words.stockNoted({ ...facts, counted: false })
  for (const { id } of await privyTo(db, gridOfScene(scene)))
    await tell(db, { room_id: null, person_id: id }, { kind: 'staff', detail: { text }, inbox: message.id }, office, { quiet: false })
}

/** Out: what today's orders want, or tomorrow's where today's want none. Arrived: whoever waits for it or was told that it is out. */
export const chosen = (lines: readonly PlacedLine[], state: 'out' | 'arrived', today: string): PlacedLine[] => {
  if (state === 'arrived') return lines.filter((line) => line.status === 'wanted' || line.status === 'out')
  const wanted = lines.filter((line) => line.status === 'wanted')
  const now = wanted.filter((line) => line.day <= today)
  return now.length > 0 ? now : wanted
}
