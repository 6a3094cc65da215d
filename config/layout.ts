/** Which doors there are, and which grid each belongs to. */
import type { LayoutFacts } from './catalogue-types.js'
import type { Settings } from './settings.js'

export interface Door {
  building: string
  unit: string
  room: string
  floor: number
  grid: string
}

export const gridOf = (settings: Settings, building: string): string | null =>
  settings.grids.find((grid) => grid.buildings.includes(building))?.id ?? null

export const gridById = (settings: Settings, id: string): Settings['grids'][number] | null =>
  settings.grids.find((grid) => grid.id === id) ?? null

/** Buildings as one walks past them: 9 before 10, numbers before letters. */
const byName = new Intl.Collator('en', { numeric: true })

/** Every door of the community: rooms 101, 102 … of each unit. */
export const householdsOf = (settings: Settings): Door[] => {
  const doors: Door[] = []
  const built = settings.layout.flatMap((part) => part.buildings.map((building) => ({ ...part, building })))
  for (const { building, units, floors, homesPerFloor } of built.sort((a, b) => byName.compare(a.building, b.building))) {
    const grid = gridOf(settings, building) ?? ''
    for (const unit of units)
      for (let floor = 1; floor <= floors; floor++)
        for (let home = 1; home <= homesPerFloor; home++)
          doors.push({ building, unit, room: `${floor}${String(home).padStart(2, '0')}`, floor, grid })
  }
  return doors
}

export const layoutFacts = (settings: Settings): LayoutFacts => ({
  buildings: settings.layout.flatMap(({ buildings, units, floors, homesPerFloor }) =>
    buildings.map((name) => ({ name, units: [...units], floors, homesPerFloor })),
  ),
})
