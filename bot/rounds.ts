/** Who is missing in a test round: told to staff by unit, reminded of by group without a name, and visited where the old did not come down. */
import type { Cause } from '../store/changes.js'
import { roomsOfKind } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import { addRequest, type Missing, missingIn, openRounds, type Round, VISIT, visitsOpen } from '../store/rounds.js'
import { TAGS } from '../store/schema.js'
import { afterQuietHours } from './days.js'
import type { Office } from './office.js'
import { sayOnce, tellGrid } from './say.js'
import type { MissingFacts } from './wording/wording.js'

/** A unit in which nobody was tested as yet is one word. */
export const missingByUnit = (missing: readonly Missing[], phones: boolean, { settings }: Office): MissingFacts => {
  const units = new Map<string, Missing[]>()
  for (const household of missing) {
    const unit = `${household.building}-${household.unit}`
    units.set(unit, [...(units.get(unit) ?? []), household])
  }
  const homesIn = (building: string): number => {
    const part = settings.layout.find(({ buildings }) => buildings.includes(building))
    return part === undefined ? 0 : part.floors * part.homesPerFloor
  }
  return {
    total: missing.length,
    byUnit: [...units].map(([unit, homes]) => ({
      unit,
      all:
        homes.length > 1 &&
        homes.length === homesIn(homes[0]?.building ?? '') &&
        homes.every(({ reason, phone }) => reason === null && !(phones && phone)),
      homes: homes.map(({ room, reason, phone }) => ({ room, reason, phone: phones ? phone : null })),
    })),
  }
}

/** Groups in which somebody is missing without a reason are asked once for each `key`; the old who did not come become requests for a visit. */
export const remindOf = async (
  db: Db,
  round: Round,
  grid: string | null,
  key: string,
  office: Office,
  cause: Cause,
): Promise<{ groups: number; visits: number }> => {
  const { pace, timeZone } = office.settings
  const missing = (await missingIn(db, round, grid)).filter(({ reason }) => reason === null)
  const dueAt = afterQuietHours(office.clock.now(), { from: pace.quietFrom, until: pace.quietUntil }, timeZone)
  let groups = 0
  for (const room of await roomsOfKind(db, 'unit')) {
    if (!missing.some(({ building, unit }) => building === room.building && unit === room.unit)) continue
    const text = office.words.roundReminder({ no: round.no, atHome: round.place === 'home' })
    await sayOnce(db, { room_id: room.id, person_id: null }, `round:${round.id}:${key}`, [text], office, { canWait: true, dueAt })
    groups++
  }
  return { groups, visits: await askVisits(db, round, missing, office, cause) }
}

const OLD: readonly string[] = TAGS.filter((tag) => tag !== 'chronic')
const isOld = ({ tags }: Missing): boolean => {
  const noted: unknown = JSON.parse(tags)
  return Array.isArray(noted) && noted.some((tag) => OLD.includes(tag))
}

/** Who is tested at the door is visited anyway. */
const askVisits = async (db: Db, round: Round, missing: readonly Missing[], office: Office, cause: Cause): Promise<number> => {
  if (round.place === 'home') return 0
  const asked = await visitsOpen(db)
  const due = missing.filter((household) => isOld(household) && !asked.has(household.id))
  const words = office.words.visitFor({ no: round.no })
  const visits: { id: number; door: string; grid: string }[] = []
  for (const household of due) {
    const facts = { household_id: household.id, room_id: null, person_id: null, grid: household.grid, words, kind: VISIT }
    visits.push({ id: await addRequest(db, facts, cause), door: doorOf(household), grid: household.grid })
  }
  for (const grid of new Set(visits.map((visit) => visit.grid))) {
    const own = visits.filter((visit) => visit.grid === grid)
    await tellGrid(db, grid, office.words.visitsAsked({ no: round.no, visits: own }), office, cause.inboxId)
  }
  return due.length
}

/** In the afternoon every round under way is reminded of. */
export const remindRounds = async (db: Db, at: number, office: Office): Promise<void> => {
  if (!office.settings.modules.rounds) return
  for (const round of await openRounds(db))
    await remindOf(db, round, null, `${at}`, office, { at, why: 'not tested yet', personId: null, inboxId: null })
}
