/** The day told: to the head at its time, and to staff who ask for it. */
import { staff } from '../store/community.js'
import { type DayTold, dayTold } from '../store/day-told.js'
import type { Db } from '../store/open.js'
import { addDays, momentOf, timeOf } from './days.js'
import { gridName } from './digest.js'
import type { Office } from './office.js'
import { sayOnce } from './say.js'
import type { Reported } from './wording/wording.js'

/** The day's facts; `grid` null: of the whole community. */
export const toldOf = (db: Db, day: string, grid: string | null, { settings }: Pick<Office, 'settings'>): Promise<DayTold> => {
  const midnight = (of: string): number => momentOf(of, '00:00', settings.timeZone)
  return dayTold(db, { day, from: midnight(day), until: midnight(addDays(day, 1)) }, grid)
}

const saidOf = (told: DayTold, grid: string | null, office: Office): Reported => {
  const { settings } = office
  const time = (moment: number | null): string | null => (moment === null ? null : timeOf(moment, settings.timeZone))
  return {
    ...told,
    name: grid === null ? settings.community.name : gridName(grid, office),
    grids: told.grids.map((one) => ({ ...one, name: gridName(one.grid, office) })),
    first: time(told.first),
    last: time(told.last),
    alerts: told.alerts.map(({ kind, door, grid: of, at, takenAt, takenBy, closedAt }) => ({
      kind,
      place: door ?? (of === null ? '' : gridName(of, office)),
      at: time(at) ?? '',
      takenAt: time(takenAt),
      takenBy,
      closedAt: time(closedAt),
    })),
  }
}

/** The day in words, to be split between its parts only. */
export const reportOf = async (db: Db, day: string, grid: string | null, office: Office): Promise<string[]> =>
  office.words.report(saidOf(await toldOf(db, day, grid, office), grid, office))

/** To the heads; where none is known, to the staff of each grid of theirs. */
export const tellReport = async (db: Db, day: string, office: Office): Promise<void> => {
  const heads = await staff(db, { role: 'head' })
  const readers = heads.length > 0 ? heads.map((head) => ({ head, grid: null })) : await staffOfGrids(db)
  for (const { head, grid } of readers)
    await sayOnce(db, { room_id: null, person_id: head.id }, `report:${day}`, await reportOf(db, day, grid, office), office)
}

const staffOfGrids = async (db: Db) => (await staff(db, { role: 'staff' })).map((person) => ({ head: person, grid: person.grid }))
