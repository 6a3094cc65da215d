/** Marked units: what they are called, who carries there, when they end, and what of disinfection is asked at the end of the day. */
import { gridOf } from '../config/layout.js'
import { personById, risks, staff } from '../store/community.js'
import { covers, endMarks, type Mark, type Marked, markedBy, withoutPassage } from '../store/marks.js'
import type { Db } from '../store/open.js'
import { dayOf, momentOf } from './days.js'
import type { Office } from './office.js'
import { tellGrid } from './say.js'

export const markedName = ({ building, unit }: Marked): string => (unit === null ? `${building}栋` : `${building}栋${unit}单元`)

/** The staff member of the grid who set the mark, else its first one, else a head; null where there is nobody. */
const carrierOf = async (db: Db, mark: Mark, grid: string): Promise<string | null> => {
  const by = await markedBy(db, mark)
  const person = by === null ? undefined : await personById(db, by)
  if (person?.role === 'staff' && person.grid === grid) return person.name
  const own = (await staff(db, { grid })).find(({ role }) => role === 'staff')
  return own?.name ?? (await staff(db, { role: 'head' }))[0]?.name ?? null
}

export interface MarkedUnit extends Marked {
  level: string
  carrier: string | null
}

/** The marks that hold in a grid, the graver of two on one place. */
export const marksIn = async (db: Db, grid: string, { settings }: Pick<Office, 'settings'>): Promise<MarkedUnit[]> => {
  const found = new Map<string, MarkedUnit>()
  for (const one of await risks(db)) {
    if (gridOf(settings, one.building) !== grid) continue
    const { building, unit, level } = one
    const known = found.get(markedName(one))
    if (known?.level !== 'confirmed') found.set(markedName(one), { building, unit, level, carrier: await carrierOf(db, one, grid) })
  }
  return [...found.values()]
}

export const markOn = (marks: readonly MarkedUnit[], place: Marked): MarkedUnit | undefined =>
  marks.find((one) => one.unit !== null && covers(one, place)) ?? marks.find((one) => covers(one, place))

/** Marks whose time is over are lifted, and the grid is told: whoever knows better marks again. */
export const endMarksOf = async (db: Db, day: string, office: Office): Promise<void> => {
  const over = await endMarks(db, day, { at: office.clock.now(), why: 'its days are over', personId: null, inboxId: null })
  for (const one of over)
    await tellGrid(db, gridOf(office.settings, one.building), office.words.markEnded({ place: markedName(one), level: one.level }), office)
}

/** Where something was brought today and nobody noted a disinfection, it is asked for. */
export const askForPassages = async (db: Db, at: number, office: Office): Promise<void> => {
  const { settings, words } = office
  const midnight = momentOf(dayOf(at, settings.timeZone), '00:00', settings.timeZone)
  for (const { id } of settings.grids) {
    const missing = await withoutPassage(db, await marksIn(db, id, office), midnight)
    if (missing.length > 0) await tellGrid(db, id, words.passagesMissing({ places: missing.map(markedName) }), office)
  }
}
