/** 核对 1 2 3: each bag is looked through once more before it leaves; without numbers, what each bag must hold. */
import type { CarryingCommand } from '../../parsers/types.js'
import { compilePickList } from '../../store/picklist.js'
import { bagsOf, noteChecked } from '../../store/shopping.js'
import { listed } from '../digest.js'
import { isUnderWay } from '../entry-status.js'
import { alone, answer, here, sayOnce } from '../say.js'
import { gridOfScene, mayNameMedicines, type Scene } from './scene.js'

export const check = async (command: Extract<CarryingCommand, { kind: 'check' }>, scene: Scene): Promise<string> => {
  const { db, office, person, room, message, today, cause } = scene
  const grid = gridOfScene(scene)
  if (grid === null) {
    await answer(scene, office.words.noGridNamed())
    return 'no grid named'
  }
  const { entries } = await compilePickList(db, grid, today, office.clock.now())
  const bags = await bagsOf(db, grid, today)
  const own = entries.filter((entry) => isUnderWay(entry) && !(person.role === 'volunteer' && entry.staffOnly))
  const ticked: number[] = []
  for (const no of command.entries) {
    const bag = bags.find((one) => one.no === no)
    if (bag === undefined || !own.some((entry) => entry.no === no)) continue
    if (bag.checked_at === null) await noteChecked(db, bag.id, person.id, cause)
    ticked.push(no)
  }
  const done = new Set([...bags.filter((bag) => bag.checked_at !== null).map((bag) => bag.no), ...ticked])
  const rest = own.filter((entry) => !done.has(entry.no)).map(listed)
  if (command.entries.length === 0) {
    const text = office.words.checkList({ entries: rest, masked: !(await mayNameMedicines(scene)) })
    await sayOnce(db, room?.kind === 'grid' ? here(scene) : alone(scene), `check:${message.id}`, text, office)
    return 'check list'
  }
  const unknown = command.entries.filter((no) => !ticked.includes(no))
  await answer(scene, office.words.checked({ ticked, unknown, rest: rest.map((entry) => entry.no) }))
  return `checked ${ticked.length}`
}
