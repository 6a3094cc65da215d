/** Days and times of day in the community's time zone. A day is `YYYY-MM-DD`, a time of day `HH:MM`, a moment milliseconds since epoch. */
import { DateTime } from 'luxon'

export const dayOf = (moment: number, zone: string): string => DateTime.fromMillis(moment, { zone }).toFormat('yyyy-MM-dd')
export const timeOf = (moment: number, zone: string): string => DateTime.fromMillis(moment, { zone }).toFormat('HH:mm')
/** With offset, as the scenarios print it. */
export const stampOf = (moment: number, zone: string): string =>
  DateTime.fromMillis(moment, { zone }).toISO({ suppressMilliseconds: true }) ?? ''

export const momentOf = (day: string, time: string, zone: string): number => DateTime.fromISO(`${day}T${time}`, { zone }).toMillis()
export const addDays = (day: string, days: number): string => DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd')

/** The day for which an order of this moment is carried: today until the cut-off, else tomorrow. */
export const orderDay = (moment: number, cutOff: string, zone: string): string => {
  const today = dayOf(moment, zone)
  return moment < momentOf(today, cutOff, zone) ? today : addDays(today, 1)
}

/** The first moment at or after `moment` that lies outside the quiet hours; they may cross midnight, equal bounds mean none. */
export const afterQuietHours = (moment: number, quiet: { from: string; until: string }, zone: string): number => {
  if (quiet.from === quiet.until) return moment
  const time = timeOf(moment, zone)
  const crosses = quiet.from > quiet.until
  const within = crosses ? time >= quiet.from || time < quiet.until : time >= quiet.from && time < quiet.until
  if (!within) return moment
  const today = dayOf(moment, zone)
  return momentOf(crosses && time >= quiet.from ? addDays(today, 1) : today, quiet.until, zone)
}
