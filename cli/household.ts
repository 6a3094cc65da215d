/** The household that a command names: `3-2-501`. */
import { type Household, householdAt } from '../store/community.js'
import type { Db } from '../store/open.js'

/** The door is none of the community's; the message says how to write it. */
export class DoorRefused extends Error {}

export const householdNamed = async (db: Db, door: string): Promise<Household> => {
  const [building = '', unit = '', room = '', ...more] = door.normalize('NFKC').trim().split('-')
  const found = more.length > 0 ? undefined : await householdAt(db, { building: building.toUpperCase(), unit, room })
  if (found === undefined) throw new DoorRefused(`没有 ${door} 这一户，请写成 3-2-501 这样 / no such household, write it as 3-2-501`)
  return found
}
