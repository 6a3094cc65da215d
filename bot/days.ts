/** Days and times of day in the community's time zone. A day is `YYYY-MM-DD`, a time of day `HH:MM`, a moment milliseconds since epoch. */
import { DateTime } from 'luxon'

/** The last days that were asked for, by zone: messages come in the order of time, and the calendar is slow. */
const lastDays = new Map<string, { from: number; until: number; day: string }>()

export const dayOf = (moment: number, zone: string): string => {
  const last = lastDays.get(zone)
  if (last !== undefined && moment >= last.from && moment < last.until) return last.day
  const start = DateTime.fromMillis(moment, { zone }).startOf('day')
  const day = start.toFormat('yyyy-MM-dd')
  lastDays.set(zone, { from: start.toMillis(), until: start.plus({ days: 1 }).toMillis(), day })
  return day
}
export const timeOf = (moment: number, zone: string): string => DateTime.fromMillis(moment, { zone }).toFormat('HH:mm')
/** With offset, as the scenarios print it. */
export const stampOf = (moment: number, zone: string): string =>
  DateTime.fromMillis(moment, { zone }).toISO({ suppressMilliseconds: true }) ?? ''

const KEPT_MOMENTS = 200
/** By day, then time: no key is to be made for each look. */
const moments = new Map<string, Map<string, { zone: string; moment: number }>>()

export const momentOf = (day: string, time: string, zone: string): number => {
  const known = moments.get(day)?.get(time)
  if (known?.zone === zone) return known.moment
  if (moments.size >= KEPT_MOMENTS) moments.clear()
  const moment = DateTime.fromISO(`${day}T${time}`, { zone }).toMillis()
  const ofDay = moments.get(day) ?? new Map()
  moments.set(day, ofDay.set(time, { zone, moment }))
  return moment
}

const shifted = new Map<string, string>()

export const addDays = (day: string, days: number): string => {
  const key = `${day} ${days}`
  const known = shifted.get(key)
  if (known !== undefined) return known
  if (shifted.size >= KEPT_MOMENTS) shifted.clear()
  const other = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  shifted.set(key, other)
  return other
}

/** The day for which an order of this moment is carried: today until the cut-off, else tomorrow. */
export const orderDay = (moment: number, cutOff: string, zone: string): string => {
  const today = dayOf(moment, zone)
  return moment < momentOf(today, cutOff, zone) ? today : addDays(today, 1)
}

/** The first moment at or after `moment` that lies outside the quiet hours; they may cross midnight, equal bounds mean none. */
export const afterQuietHours = (moment: number, quiet: { from: string; until: string }, zone: string): number => {
  if (quiet.from === quiet.until) return moment
  const today = dayOf(moment, zone)
  const [from, until] = [momentOf(today, quiet.from, zone), momentOf(today, quiet.until, zone)]
  if (from < until) return moment >= from && moment < until ? until : moment
  if (moment < until) return until
  return moment >= from ? momentOf(addDays(today, 1), quiet.until, zone) : moment
}
