/** What came of calls: 5-1-302 打了 · 102 不需要 · 401 没接. What was ordered on the phone is an order of its own. */
import type { Address, CallResult } from '../../parsers/types.js'
import { noteCall, toCall } from '../../store/calls.js'
import { doorOf } from '../../store/picklist.js'
import { answer } from '../say.js'
import type { ActOf, Scene } from './scene.js'
import { householdsMeant } from './targets.js'

export const called = async (act: ActOf<'called'>, scene: Scene): Promise<string> => {
  const { db, office, cause, today } = scene
  const doors: Record<CallResult, string[]> = { reached: [], 'no-need': [], unreached: [] }
  const unknown: string[] = []
  const grids = new Set<string>()
  let before: Address | null = null
  for (const { address, result } of act.results) {
    const named: Address = {
      ...address,
      building: address.building ?? before?.building ?? null,
      unit: address.unit ?? before?.unit ?? null,
    }
    before = named
    const { single, unknown: none } = await householdsMeant({ targets: [named], entries: [] }, scene)
    unknown.push(...none)
    for (const household of single) {
      await noteCall(db, household.id, today, result, cause)
      doors[result].push(doorOf(household))
      grids.add(household.grid)
    }
  }
  let left = 0
  for (const grid of grids) left += (await toCall(db, grid, today)).length
  await answer(
    scene,
    office.words.callsNoted({ reached: doors.reached, noNeed: doors['no-need'], unreached: doors.unreached, unknown, left }),
  )
  return 'called'
}
