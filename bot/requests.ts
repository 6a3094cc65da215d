/** How requests are shown, and how an answer finds its way back to the resident. */
import { householdById, personById, roomById } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import type { Request } from '../store/requests.js'
import { openRequests } from '../store/rounds.js'
import { withoutMedicines } from './medicines.js'
import type { Office } from './office.js'
import { placeOf, type Target } from './say.js'
import type { RequestShown } from './wording/office.js'

const HOUR = 3600_000

export const isOverdue = ({ at, status }: Pick<Request, 'at' | 'status'>, office: Office): boolean =>
  (status === 'open' || status === 'taken') && office.clock.now() - at >= office.settings.requests.overdueHours * HOUR

/** The open requests of a grid, the overdue first. `masked` hides the names of medicines. */
export const shownRequests = async (db: Db, grid: string, office: Office, masked: boolean): Promise<RequestShown[]> => {
  const shown: RequestShown[] = []
  for (const request of await openRequests(db)) {
    if (request.grid !== grid) continue
    const owner = request.owner_id === null ? undefined : await personById(db, request.owner_id)
    shown.push({
      id: request.id,
      door: await placeNamed(db, request),
      kind: request.kind,
      words: masked ? withoutMedicines(request.words, office.goods, office.words.someMedicine()) : request.words,
      owner: owner?.name ?? null,
      hours: Math.floor((office.clock.now() - request.at) / HOUR),
      overdue: isOverdue(request, office),
    })
  }
  return shown.sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.id - b.id)
}

export const placeNamed = async (db: Db, request: Pick<Request, 'household_id' | 'room_id' | 'person_id'>): Promise<string> => {
  const household = request.household_id === null ? undefined : await householdById(db, request.household_id)
  if (household !== undefined) return doorOf(household)
  const room = request.room_id === null ? undefined : await roomById(db, request.room_id)
  const person = request.person_id === null ? undefined : await personById(db, request.person_id)
  return `${room?.topic ?? ''} ${person?.name ?? ''}`.trim()
}

/** Where the resident reads it: the residents' group in which it was asked, the private chat, else the unit's group. */
export const wayBack = async (db: Db, request: Request): Promise<{ target: Target; asked: boolean } | null> => {
  const room = request.room_id === null ? undefined : await roomById(db, request.room_id)
  const person = request.person_id === null ? undefined : await personById(db, request.person_id)
  const own = person?.role === 'resident'
  if (own && room !== undefined && room.kind !== 'grid') return { target: { room_id: room.id, person_id: person.id }, asked: true }
  if (own && room === undefined) return { target: { room_id: null, person_id: person.id }, asked: true }
  const household = request.household_id === null ? undefined : await householdById(db, request.household_id)
  const target = household === undefined ? null : await placeOf(db, household)
  return target === null ? null : { target, asked: false }
}
