/**
 * The walk of a day: buildings in the order in which the settings name them for the grid, unit by unit; without a lift from below upwards,
 * so that each floor makes the load lighter, with one from the top down; marked units at the end.
 */
import type { Settings } from '../config/settings.js'
import type { Household } from '../store/community.js'
import type { Db } from '../store/open.js'
import { compilePickList, type Entry } from '../store/picklist.js'
import { type PartOfRoute, partCovers, partsOf } from '../store/route-parts.js'
import { isUnderWay } from './entry-status.js'
import type { Office } from './office.js'

export const hasLift = (building: string, { layout }: Pick<Settings, 'layout'>): boolean =>
  layout.some((part) => part.lift && part.buildings.includes(building))

const byName = new Intl.Collator('en', { numeric: true })

export const walkOf = (entries: readonly Entry[], grid: string, settings: Settings): Entry[] => {
  const buildings = settings.grids.find(({ id }) => id === grid)?.buildings ?? []
  const upwards = (a: Household, b: Household): number => (a.floor - b.floor) * (hasLift(a.building, settings) ? -1 : 1)
  return [...entries].sort(
    ({ household: a, ...one }, { household: b, ...other }) =>
      Number(one.staffOnly) - Number(other.staffOnly) ||
      buildings.indexOf(a.building) - buildings.indexOf(b.building) ||
      byName.compare(a.unit, b.unit) ||
      upwards(a, b) ||
      byName.compare(a.room, b.room),
  )
}

/** What is still to be carried in these parts, in the order of the walk. */
export const routeOf = async (db: Db, grid: string, day: string, parts: readonly PartOfRoute[], office: Office): Promise<Entry[]> => {
  const { entries } = await compilePickList(db, grid, day, office.clock.now())
  const own = entries.filter((entry) => isUnderWay(entry) && parts.some((part) => partCovers(part, entry.household)))
  return walkOf(own, grid, office.settings)
}

/** Buildings for which something waits and that nobody carries, with how many households. */
export const untakenOf = async (db: Db, grid: string, day: string, office: Office): Promise<{ building: string; households: number }[]> => {
  const { entries } = await compilePickList(db, grid, day, office.clock.now())
  const taken = await partsOf(db, grid, day)
  const counts = new Map<string, number>()
  for (const { household } of walkOf(entries.filter(isUnderWay), grid, office.settings))
    if (!taken.some((part) => partCovers(part, household))) counts.set(household.building, (counts.get(household.building) ?? 0) + 1)
  return [...counts].map(([building, households]) => ({ building, households }))
}
