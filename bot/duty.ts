/** Who is on duty, and what a shift is called. */
import type { Shift } from '../parsers/types.js'
import type { Person } from '../store/community.js'
import { onDuty } from '../store/duty.js'
import type { Db } from '../store/open.js'
import { addDays, dayOf, timeOf } from './days.js'
import type { Office } from './office.js'

const SHIFT_HOURS = 8
const ORDER: Shift[] = ['night', 'day', 'evening']

/** Three shifts of eight hours; the night's begins at `duty.night`. */
export const shiftTimes = (shift: Shift, { settings }: Office): { from: string; until: string } => {
  const [hour = 0, minute = 0] = settings.duty.night.split(':').map(Number)
  const begins = (index: number): string =>
    `${String((hour + index * SHIFT_HOURS) % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const index = ORDER.indexOf(shift)
  return { from: begins(index), until: begins(index + 1) }
}

export const onDutyAt = (db: Db, grid: string | null, at: number, { settings }: Office): Promise<Person[]> => {
  const day = dayOf(at, settings.timeZone)
  return onDuty(db, grid, { day, dayBefore: addDays(day, -1), time: timeOf(at, settings.timeZone) })
}
