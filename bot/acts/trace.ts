/** 追查 3: what became of a bag, who looked through it and brought it, and where else that person was: there a wrong bag may be. */
import type { CarryingCommand } from '../../parsers/types.js'
import { type Household, householdById, personById } from '../../store/community.js'
import { doorOf, householdByNumber } from '../../store/picklist.js'
import { broughtAround, stepsOf } from '../../store/shopping.js'
import { timeOf } from '../days.js'
import { answer, lineFacts, tellGrid } from '../say.js'
import { gridOfScene, mayNameMedicines, type Scene } from './scene.js'
import { householdNamed } from './targets.js'

/** One walk through a building, in milliseconds. */
const AROUND = 45 * 60_000

export const trace = async (command: Extract<CarryingCommand, { kind: 'trace' }>, scene: Scene): Promise<string> => {
  const { db, office, person, today } = scene
  const grid = gridOfScene(scene)
  const byNumber = command.no === null || grid === null ? null : await householdByNumber(db, grid, today, command.no)
  const named = command.address === null ? undefined : await householdNamed(command.address, scene)
  const household = byNumber === null ? named : await householdById(db, byNumber)
  const may = household !== undefined && (person.role === 'head' || household.grid === person.grid)
  const text = may ? await storyOf(household, !(await mayNameMedicines(scene)), scene) : null
  await answer(scene, text ?? office.words.noBag())
  return text === null ? 'no bag' : 'traced'
}

const storyOf = async (household: Household, masked: boolean, { db, office, today }: Scene): Promise<string | null> => {
  const steps = await stepsOf(db, household.id, today)
  if (steps.length === 0) return null
  const named = async (id: number | null): Promise<string | null> => (id === null ? null : ((await personById(db, id))?.name ?? null))
  const told = []
  const near = new Set<string>()
  for (const { at, what, personId, lines } of steps) {
    told.push({ time: timeOf(at, office.settings.timeZone), what, by: await named(personId), lines: lines.map(lineFacts) })
    if (what !== 'delivered' || personId === null) continue
    for (const id of await broughtAround(db, personId, at, AROUND)) {
      const other = id === household.id ? undefined : await householdById(db, id)
      if (other !== undefined) near.add(doorOf(other))
    }
  }
  return office.words.traced({ door: doorOf(household), steps: told, near: [...near], masked })
}

/** A household has the wrong things: its bag's way is put before the grid's staff beside the complaint. */
export const tellStory = async (household: Household, scene: Scene): Promise<void> => {
  const text = await storyOf(household, true, scene)
  if (text !== null) await tellGrid(scene.db, household.grid, text, scene.office, scene.message.id)
}
