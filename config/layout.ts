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

/** Every door of the community: rooms 101, 102 … of each unit. */
export const householdsOf = (settings: Settings): Door[] => {
  const doors: Door[] = []
  for (const { buildings, units, floors, homesPerFloor } of settings.layout)
    for (const building of buildings)
      for (const unit of units)
        for (let floor = 1; floor <= floors; floor++)
          for (let home = 1; home <= homesPerFloor; home++)
            doors.push({ building, unit, room: `${floor}${String(home).padStart(2, '0')}`, floor, grid: gridOf(settings, building) ?? '' })
  return doors.sort((a, b) => Number(a.building) - Number(b.building))
}

export const layoutFacts = (settings: Settings): LayoutFacts => ({
  buildings: settings.layout.flatMap(({ buildings, units, floors, homesPerFloor }) =>
    buildings.map((name) => ({ name, units: [...units], floors, homesPerFloor })),
  ),
})
