/** What an act may look at and change: one message, its sender, the transaction it is handled in. */
import { gridOf } from '../../config/layout.js'
import type { Act, ActName, Understanding } from '../../parsers/types.js'
import type { Cause } from '../../store/changes.js'
import { type Household, householdAt, householdById, type Person, type Room } from '../../store/community.js'
import type { InboxRow } from '../../store/inbox.js'
import type { Db } from '../../store/open.js'
import { lastHouseholdOf } from '../../store/orders.js'
import { namesMedicines } from '../medicines.js'
import type { Office } from '../office.js'

export interface Scene {
  db: Db
  office: Office
  message: InboxRow
  room: Room | null
  person: Person
  understanding: Understanding
  /** The moment by which the message counts, its own or, for one that came late, now. */
  now: number
  /** The day of that moment, and the day for which an order of it is carried. */
  today: string
  orderDay: string
  cause: Cause
}

export type ActOf<Name extends ActName> = Act & { act: Name }

/** A group whose unit or building is known. */
export const isResidents = (room: Room): boolean => room.kind === 'unit' || room.kind === 'building'

export const isStaff = (person: Person): boolean => person.role !== 'resident'
/** The grid for which a staff member speaks: of the group, else their own. */
export const gridOfScene = (scene: Scene): string | null => scene.room?.grid ?? scene.person.grid

/** The grid whose staff must hear of this message: of the group or its building, else the writer's. */
export const gridConcerned = ({ room, person, office }: Scene): string | null =>
  room?.grid ?? (room?.building ? gridOf(office.settings, room.building) : null) ?? person.grid

/** Whether an answer to this message may name medicines: not where volunteers read. */
export const mayNameMedicines = async ({ db, room, person }: Scene): Promise<boolean> =>
  person.role !== 'volunteer' && (room?.kind !== 'grid' || (await namesMedicines(db, room)))

type Place = { building: string | null; unit: string | null; room: string | null }

/** The household that an address names; where it names no room, the sender's own, by binding or by the last order. */
export const householdMeant = async (address: Place, scene: Scene): Promise<Household | undefined> => {
  const named = await householdAt(scene.db, address)
  if (named !== undefined || address.room !== null || isStaff(scene.person)) return named
  return ownHousehold(scene)
}

export const ownHousehold = async (scene: Scene): Promise<Household | undefined> => {
  if (scene.person.household_id !== null) return householdById(scene.db, scene.person.household_id)
  const last = await lastHouseholdOf(scene.db, scene.person.id)
  return last === null ? undefined : householdById(scene.db, last)
}
