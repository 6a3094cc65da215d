/** The rota and the end of an alert: 值班 小王 今天 夜班, 值班 小王 每天 20:00-08:00, 取消值班 小王, 值班表, 解决了：…, 警报 3. */
import type { Message } from '../message.js'
import { pattern, patternOf } from '../pattern.js'
import type { Command, DutyDay, Shift } from '../types.js'

const ROTA = pattern(() => /^(?:看|发)?(?:今[天日])?(?:值班|排班)表$|^(?:今[天日晚]|现在)?(?:是)?谁(?:在)?值班[?]?$|^rota$/u)
const DAY = '(今天|今日|今晚|明天|明日|明晚|后天|每天|每日|天天|\\d{1,2}月\\d{1,2}[日号])'
const TIME = '(\\d{1,2})(?::(\\d{2})|点)?'
const WHEN = `(夜班|早班|白班|中班|晚班|${TIME}\\s?(?:-|~|到|至)\\s?${TIME})`
const DUTY = patternOf(`^(取消|不)?(我)?(?:值班|排班)\\s?:?\\s*(\\S{1,12}?)??\\s*${DAY}?\\s*的?\\s*${WHEN}$`)
const CLOSE = pattern(() => /^(?:已经?)?(?:解决|处理好|处理完)了?\s?(?:#\s?(\d{1,7}))?\s?(?:$|[:,]\s?(.+)$)/su)
const ALERTS = pattern(() => /^(?:看|查)?警报(?:记录|清单|单)?\s?(?:#\s?)?(\d{1,7})?$|^alerts\s?(\d{1,7})?$/u)
const SHIFTS: Record<string, Shift> = { 夜班: 'night', 早班: 'day', 白班: 'day', 中班: 'evening', 晚班: 'evening' }

export const DUTIES = [ROTA, DUTY, CLOSE, ALERTS]

export const readDuty = (message: Message, text: string): Command | null => {
  if (message.says(ROTA, text)) return { kind: 'rota' }
  const alerts = message.find(ALERTS, text)
  if (alerts !== null) return { kind: 'alerts', no: numberOr(alerts[1] ?? alerts[2], null) }
  const closed = message.find(CLOSE, text)
  if (closed !== null) {
    const said = closed[2] ?? ''
    const words = said === '' ? '' : message.raw.slice(message.at(message.text.trimEnd().length - said.length)).trim()
    return { kind: 'close', no: numberOr(closed[1], null), words }
  }
  const duty = message.find(DUTY, text)
  if (duty === null) return null
  const [, off, me, who, day, when = '', hour, minute, toHour, toMinute] = duty
  const shift = SHIFTS[when]
  const times = shift === undefined ? timesOf(hour, minute, toHour, toMinute) : { shift }
  if (times === null) return null
  return { kind: 'duty', who: me !== undefined || who === '我' ? null : (who ?? null), day: dayOf(day), ...times, off: off !== undefined }
}

const numberOr = <T>(text: string | undefined, other: T): number | T => (text === undefined ? other : Number(text))

const timesOf = (hour = '', minute = '00', toHour = '', toMinute = '00'): { from: string; until: string } | null => {
  const time = (hours: string, minutes: string): string | null =>
    Number(hours) > 24 || Number(minutes) > 59 ? null : `${String(Number(hours) % 24).padStart(2, '0')}:${minutes}`
  const [from, until] = [time(hour, minute), time(toHour, toMinute)]
  return from === null || until === null ? null : { from, until }
}

const dayOf = (said: string | undefined): DutyDay => {
  const date = /^(\d{1,2})月(\d{1,2})/u.exec(said ?? '')
  if (date !== null) return { month: Number(date[1]), date: Number(date[2]) }
  if (said === undefined || said.startsWith('今')) return { inDays: 0 }
  return said.startsWith('明') ? { inDays: 1 } : said === '后天' ? { inDays: 2 } : 'daily'
}
