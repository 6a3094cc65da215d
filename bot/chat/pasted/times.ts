/** Times as phones and PCs write them beside a message: 2021/1/26 19:02:10, 昨天 19:02, 1月26日 晚上7:02. */
import { DateTime } from 'luxon'

const FULL = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u
const SHORT = /(\d{1,2})(?:月|[-/])(\d{1,2})日?/u
const HOUR = /(凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|AM|PM|am|pm)?\s?(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(AM|PM|am|pm)?/u
const WEEKDAYS = '一二三四五六日'

const dayIn = (text: string, now: DateTime): DateTime | null => {
  const full = FULL.exec(text)
  if (full !== null) return DateTime.fromObject({ year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) }, { zone: now.zone })
  if (text.includes('今天')) return now.startOf('day')
  if (text.includes('昨天')) return now.startOf('day').minus({ days: 1 })
  if (text.includes('前天')) return now.startOf('day').minus({ days: 2 })
  const weekday = /(?:星期|周)([一二三四五六日天])/u.exec(text)?.[1]
  if (weekday !== undefined) {
    const wanted = WEEKDAYS.indexOf(weekday === '天' ? '日' : weekday) + 1
    return now.startOf('day').minus({ days: (now.weekday - wanted + 7) % 7 })
  }
  const short = SHORT.exec(text.replace(HOUR, ''))
  if (short === null) return null
  const day = DateTime.fromObject({ year: now.year, month: Number(short[1]), day: Number(short[2]) }, { zone: now.zone })
  return day > now ? day.minus({ years: 1 }) : day
}

/** The day that a line of its own names, in milliseconds since epoch at its beginning. */
export const readDayMoment = (text: string, now: number, zone: string): number | null => {
  const day = dayIn(text, DateTime.fromMillis(now, { zone }))
  return day?.isValid ? day.toMillis() : null
}

/** `day` stands where the time names none. */
export const readMoment = (text: string, day: number | null, now: number, zone: string): number | null => {
  const local = DateTime.fromMillis(now, { zone })
  const found = HOUR.exec(text)
  if (found === null) return null
  const base = dayIn(text, local) ?? (day === null ? local.startOf('day') : DateTime.fromMillis(day, { zone }))
  const half = `${found[1] ?? ''}${found[5] ?? ''}`.toLowerCase()
  const late = /下午|傍晚|晚上|夜里|pm/u.test(half)
  const hour = Number(found[2]) % 24
  const moment = base.plus({ hours: late && hour < 12 ? hour + 12 : hour, minutes: Number(found[3]), seconds: Number(found[4] ?? 0) })
  return moment.isValid ? moment.toMillis() : null
}
