/** What one part of the settings must know of another: buildings and grids, people, rooms. */
import { type Settings, settingsSchema } from './settings-schema.js'
import { type Said, sentences } from './settings-words.js'

export interface Fault {
  path: (string | number)[]
  says: Said
}

const MOST_HOUSEHOLDS = 50_000

/** Checks the parts that could be read; a part with faults of its own is left out, so that nothing is reported twice. */
export const crossFaults = (written: Record<string, unknown>): Fault[] => {
  const { shape } = settingsSchema
  const layout = shape.layout.safeParse(written.layout).data
  const grids = written.layout !== undefined && written.grids === undefined ? undefined : shape.grids.safeParse(written.grids).data
  const faults: Fault[] = []
  if (written.layout !== undefined && written.grids === undefined) faults.push({ path: ['grids'], says: sentences.gridsNeeded() })
  if (layout !== undefined) faults.push(...layoutFaults(layout))
  if (grids !== undefined) faults.push(...gridFaults(grids, layout))
  const people = shape.people.safeParse(written.people).data ?? []
  const rooms = shape.rooms.safeParse(written.rooms).data ?? []
  const known = grids?.map(({ id }) => id)
  faults.push(...gridNamed('people', people, known), ...gridNamed('rooms', rooms, known), ...roomFaults(rooms, layout))
  const weights = shape.understanding.safeParse(written.understanding).data
  faults.push(...lastCallFaults(written))
  if (weights !== undefined && weights.reviewAbove > weights.takeAbove)
    faults.push({ path: ['understanding', 'reviewAbove'], says: sentences.reviewOverTake(weights.takeAbove) })
  return faults
}

/** Nobody is called last while the groups sleep. */
const lastCallFaults = (written: Record<string, unknown>): Fault[] => {
  const { shape } = settingsSchema
  const schedule = shape.schedule.safeParse(written.schedule).data
  const pace = shape.pace.safeParse(written.pace).data
  const said = typeof written.schedule === 'object' && written.schedule !== null && 'lastCall' in written.schedule
  if (!said || schedule === undefined || pace === undefined || pace.quietFrom === pace.quietUntil) return []
  const { lastCall } = schedule
  const { quietFrom, quietUntil } = pace
  const sleeps = quietFrom < quietUntil ? lastCall >= quietFrom && lastCall < quietUntil : lastCall >= quietFrom || lastCall < quietUntil
  return sleeps ? [{ path: ['schedule', 'lastCall'], says: sentences.inQuietHours(lastCall, quietFrom, quietUntil) }] : []
}

const twice = (names: readonly string[]): string[] => [...new Set(names.filter((name, index) => names.indexOf(name) < index))]

const layoutFaults = (layout: Settings['layout']): Fault[] => {
  const faults: Fault[] = []
  const seen = new Set<string>()
  for (const [index, { buildings, units }] of layout.entries()) {
    for (const building of new Set(buildings.filter((name, at) => seen.has(name) || buildings.indexOf(name) < at)))
      faults.push({ path: ['layout', index, 'buildings'], says: sentences.twiceInLayout(building) })
    for (const building of buildings) seen.add(building)
    for (const unit of twice(units)) faults.push({ path: ['layout', index, 'units'], says: sentences.unitTwice(unit) })
  }
  const homes = layout.reduce((sum, one) => sum + one.buildings.length * one.units.length * one.floors * one.homesPerFloor, 0)
  if (homes > MOST_HOUSEHOLDS) faults.push({ path: ['layout'], says: sentences.tooMany(homes, MOST_HOUSEHOLDS) })
  return faults
}

const gridFaults = (grids: Settings['grids'], layout: Settings['layout'] | undefined): Fault[] => {
  const faults: Fault[] = []
  const built = layout?.flatMap(({ buildings }) => buildings)
  const owner = new Map<string, string>()
  const ids = new Set<string>()
  const names = new Set<string>()
  for (const [index, { id, name, buildings }] of grids.entries()) {
    if (ids.has(id)) faults.push({ path: ['grids', index, 'id'], says: sentences.gridTwice(id) })
    if (names.has(name)) faults.push({ path: ['grids', index, 'name'], says: sentences.gridNameTwice(name) })
    ids.add(id)
    names.add(name)
    for (const building of buildings) {
      const other = owner.get(building)
      const path = ['grids', index, 'buildings']
      if (other !== undefined) faults.push({ path, says: sentences.inTwoGrids(building, other) })
      else if (built !== undefined && !built.includes(building)) faults.push({ path, says: sentences.noSuchBuilding(building, built) })
      owner.set(building, other ?? id)
    }
  }
  const left = [...new Set(built)].filter((building) => !owner.has(building))
  if (left.length > 0) faults.push({ path: ['grids'], says: sentences.inNoGrid(left) })
  return faults
}

const gridNamed = (
  list: 'people' | 'rooms',
  items: readonly { grid?: string | null | undefined }[],
  known: readonly string[] | undefined,
): Fault[] =>
  items.flatMap(({ grid }, index) =>
    known === undefined || grid === null || grid === undefined || known.includes(grid)
      ? []
      : [{ path: [list, index, 'grid'], says: sentences.noSuchGrid(grid, known) }],
  )

const roomFaults = (rooms: Settings['rooms'], layout: Settings['layout'] | undefined): Fault[] =>
  rooms.flatMap(({ topic, building, unit, grid }, index): Fault[] => {
    const at = (field: string): (string | number)[] => ['rooms', index, field]
    const again = rooms.findIndex((room) => room.topic === topic) < index
    const faults: Fault[] = again ? [{ path: at('topic'), says: sentences.topicTwice(topic) }] : []
    if ((building === undefined) === (grid === undefined) || (unit !== undefined && building === undefined))
      return [...faults, { path: ['rooms', index], says: sentences.roomPlace() }]
    if (layout === undefined || building === undefined) return faults
    const house = layout.find(({ buildings }) => buildings.includes(building))
    const all = layout.flatMap(({ buildings }) => buildings)
    if (house === undefined) return [...faults, { path: at('building'), says: sentences.noSuchBuilding(building, all) }]
    if (unit !== undefined && !house.units.includes(unit))
      return [...faults, { path: at('unit'), says: sentences.noSuchUnit(unit, house.units) }]
    return faults
  })
