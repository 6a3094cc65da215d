/** Which households staff mean: doors, whole units or buildings, numbers of the grid's list, with exceptions. */
import type { Address } from '../../parsers/types.js'
import { type Household, householdById, householdsIn } from '../../store/community.js'
import { householdByNumber } from '../../store/picklist.js'
import { gridOfScene, type Scene } from './scene.js'

interface Named {
  targets: readonly Address[]
  entries: readonly number[]
  except?: readonly Address[]
  exceptEntries?: readonly number[]
}
export interface Meant {
  /** Named one by one, by door or number. */
  single: Household[]
  /** Members of a unit or building that was named as a whole. */
  whole: Household[]
  /** What names no household here: doors that do not exist, numbers that are not on the list. */
  unknown: string[]
}

/** Fills a part that staff left out from the group and from what they named before it (3-2-501 302). */
const completed = (address: Address, before: Address | undefined, scene: Scene): Address => ({
  building: address.building ?? before?.building ?? scene.room?.building ?? null,
  unit: address.unit ?? before?.unit ?? scene.room?.unit ?? null,
  room: address.room,
})

/** The one household behind a door; undefined where there is none, or a volunteer may not carry there. */
export const householdNamed = async (address: Address, scene: Scene): Promise<Household | undefined> => {
  const [found] = await householdsIn(scene.db, completed(address, undefined, scene))
  return address.room === null || found === undefined || !mayCarryTo(found, scene) ? undefined : found
}

const nameOf = (address: Address): string => [address.building, address.unit, address.room].filter((part) => part !== null).join('-')

/** Volunteers carry in their own grid only. */
const mayCarryTo = (household: Household, { person }: Scene): boolean => person.role !== 'volunteer' || household.grid === person.grid

export const householdsMeant = async (named: Named, scene: Scene): Promise<Meant> => {
  const meant: Meant = { single: [], whole: [], unknown: [] }
  const left = new Set<number>()
  for (const address of named.except ?? [])
    for (const household of await householdsIn(scene.db, completed(address, named.targets[0], scene))) left.add(household.id)
  for (const no of named.exceptEntries ?? []) {
    const id = await byNumber(no, scene)
    if (id !== null) left.add(id)
  }
  let before: Address | undefined
  for (const address of named.targets) {
    const place = completed(address, before, scene)
    const found = (await householdsIn(scene.db, place)).filter((household) => mayCarryTo(household, scene))
    if (found.length === 0) meant.unknown.push(nameOf(place))
    ;(place.room === null ? meant.whole : meant.single).push(...found.filter((household) => !left.has(household.id)))
    before = place
  }
  for (const no of named.entries) {
    const id = await byNumber(no, scene)
    const household = id === null ? undefined : await householdById(scene.db, id)
    if (household === undefined) meant.unknown.push(`${no}号`)
    else if (!left.has(household.id)) meant.single.push(household)
  }
  return meant
}

const byNumber = async (no: number, scene: Scene): Promise<number | null> => {
  const grid = gridOfScene(scene)
  return grid === null ? null : householdByNumber(scene.db, grid, scene.today, no)
}
