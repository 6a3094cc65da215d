/** 备齐超市, 大米备齐了: what is fetched of the day's list, and what is still to be fetched. */
import type { CarryingCommand } from '../../parsers/types.js'
import { setStatus } from '../../store/orders.js'
import { compilePickList, sumUp } from '../../store/picklist.js'
import { notePicked } from '../../store/shopping.js'
import { isUnderWay } from '../entry-status.js'
import { answer } from '../say.js'
import { gridOfScene, mayNameMedicines, type Scene } from './scene.js'

export const picked = async (command: Extract<CarryingCommand, { kind: 'picked' }>, scene: Scene): Promise<string> => {
  const { db, office, today, cause } = scene
  const grid = gridOfScene(scene)
  if (grid === null) {
    await answer(scene, office.words.noGridNamed())
    return 'no grid named'
  }
  const named = (line: { item: string; place: string }): boolean =>
    (command.place === null || line.place === command.place) && (command.items.length === 0 || command.items.includes(line.item))
  const { entries } = await compilePickList(db, grid, today, office.clock.now())
  const carried = entries.filter(isUnderWay)
  let noted = 0
  for (const entry of carried)
    for (const line of entry.lines)
      if (line.status === 'wanted' && line.picked_at === null && named(line) && (await notePicked(db, line.id, cause))) noted++
  const rest = carried.map((entry) => ({
    ...entry,
    lines: entry.lines.filter((line) => line.status === 'wanted' && line.picked_at === null && !named(line)),
  }))
  for (const entry of carried)
    for (const order of entry.orders) {
      const open = rest.some(({ lines }) => lines.some((line) => line.order_id === order.id))
      const holds = entry.lines.some((line) => line.order_id === order.id && line.status === 'wanted')
      if (order.status === 'open' && holds && !open) await setStatus(db, order, 'picked', cause)
    }
  const hide = !(await mayNameMedicines(scene))
  const medicines = new Set(rest.flatMap(({ lines }) => lines.filter((line) => line.medicine !== '').map((line) => line.item)))
  const places = sumUp(rest, today).map(({ place, items }) => {
    const shown = items.map(({ item }) => item).filter((item) => !hide || !medicines.has(item))
    return { place, items: [...new Set(shown)], medicines: hide ? items.length - shown.length : 0 }
  })
  await answer(scene, office.words.pickedNoted({ noted, rest: places }))
  return `picked ${noted}`
}
