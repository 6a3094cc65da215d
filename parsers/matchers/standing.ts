/** Orders that come again by themselves: 每周一三五给2-3-101送牛奶1箱 · 每3天给…到3月1日 · 暂停 S3 · 恢复 S3 · 结束 S3 · 定期单. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { readNumber } from '../tokens.js'
import type { Command, LastDay, Recurrence } from '../types.js'

const DAYS = '一二三四五六日天1234567'
const BEGIN = pattern(
  () =>
    /^(?:(?:每个?(?:周|星期|礼拜)|逢周)(?:[一二三四五六日天1-7](?:[、,和及 ]|周|星期|礼拜)*)*|(?:每天|天天|每日|隔天|隔日)|每隔?[\d一二两三四五六七八九十]{1,2}[天日]|every )/u,
)
const WEEKLY = /^(?:每个?(?:周|星期|礼拜)|逢周)((?:[一二三四五六日天1-7](?:[、,和及 ]|周|星期|礼拜)*)*)/u
const DAILY = /^(?:每天|天天|每日|every ?day)/u
const EVERY_OTHER = /^(?:隔天|隔日|every other day)/u
const EVERY_DAYS = /^每(隔?)([\d一二两三四五六七八九十]{1,2})[天日]|^every (\d{1,2}) days/u
const ENGLISH_DAYS = /^every ((?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?[, &]*(?:and )?)+)/u
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const UNTIL = /[,\s]*(?:一?直?到|至|until )\s?(?:(\d{1,2})[月/](\d{1,2})[日号]?|(月底|月末))(?:为止|止|结束)?[,\s]*/u
const BEFORE_DOOR = /^[给为向替帮,:\s]*(?:送|带|买|订|for|to)?\s*$/u
const BEFORE_GOODS =
  /^(?:室|家|户)?[,:\s]*(?:的)?(?:[\p{L}]{1,4}(?:阿姨|大爷|奶奶|爷爷|叔叔?|大妈|老师|家))?\s*(?:送|带|买|订|要|来|deliver|bring)?\s*/u
const STATE = /^(暂停|停一停|恢复|继续|结束|停掉?|取消|pause|resume|end)\s*(?:定期|固定|standing)?\s*(?:s\s?(\d{1,6})(?!\d))?(.*)$/su
const STATES = pattern(() => /^(?:暂停|停|恢复|继续|结束|取消|pause|resume|end)/u)
const NAMED = /定期|固定|standing/u
const LIST = pattern(() => /^(?:查?看?)?(?:定期|固定)(?:订单|清单|单子?|的)?$|^standing(?: orders)?$/u)

export const readStanding = (message: Message, text: string): Command | null => {
  if (message.says(LIST, text)) return { kind: 'standing', op: 'list' }
  if (message.says(STATES, text)) return changed(message, text)
  return message.says(BEGIN, text) ? begun(message, text) : null
}

const begun = (message: Message, text: string): Command | null => {
  const recurrence = recurrenceOf(text)
  const [place] = message.places
  if (recurrence === null || place === undefined || place.room === null) return null
  const ahead = message.text.indexOf(text)
  const [from, to] = [place.start - ahead, place.end - ahead]
  const lastDay = UNTIL.exec(text)
  const without = (piece: string): string => piece.replace(UNTIL, '')
  if (from < recurrence.length || !BEFORE_DOOR.test(without(text.slice(recurrence.length, from)))) return null
  const rest = text.slice(to)
  const start = to + (BEFORE_GOODS.exec(rest)?.[0].length ?? 0)
  const ends = lastDay !== null && lastDay.index >= to ? lastDay.index : text.length
  if (start >= ends) return null
  const { building, unit, room } = place
  return {
    kind: 'standing',
    op: 'begin',
    recurrence: recurrence.rule,
    address: { building, unit, room },
    goods: { start: message.at(ahead + start), end: message.at(ahead + ends) },
    until: lastDayOf(lastDay),
  }
}

const lastDayOf = (found: RegExpExecArray | null): LastDay | null =>
  found === null ? null : found[3] !== undefined ? 'end of the month' : { month: Number(found[1]), date: Number(found[2]) }

/** The rule that a text begins with, and how much of the text it takes. */
const recurrenceOf = (text: string): { rule: Recurrence; length: number } | null => {
  const weekly = WEEKLY.exec(text)
  if (weekly !== null) {
    const on = [...(weekly[1] ?? '')].map(weekdayOf).filter((day) => day > 0)
    return { rule: { every: 'week', on: [...new Set(on)].sort() }, length: weekly[0].length }
  }
  const english = ENGLISH_DAYS.exec(text)
  if (english !== null) {
    const on = WEEKDAYS.flatMap((day, index) => (english[1]?.includes(day) ? [index + 1] : []))
    return { rule: { every: 'week', on }, length: english[0].length }
  }
  const daily = DAILY.exec(text)
  if (daily !== null) return { rule: { every: 'days', days: 1 }, length: daily[0].length }
  const other = EVERY_OTHER.exec(text)
  if (other !== null) return { rule: { every: 'days', days: 2 }, length: other[0].length }
  const some = EVERY_DAYS.exec(text)
  if (some === null) return null
  const said = some[2] ?? some[3] ?? ''
  const days = readNumber(said.replace('两', '二'))
  return days < 1 || days > 60 ? null : { rule: { every: 'days', days: some[1] === '隔' ? days + 1 : days }, length: some[0].length }
}

/** 1 is Monday. */
const weekdayOf = (sign: string): number => {
  const at = DAYS.indexOf(sign)
  return at < 0 ? 0 : at > 7 ? at - 7 : Math.min(at + 1, 7)
}

const OPS: Record<string, 'pause' | 'resume' | 'end'> = { 暂: 'pause', p: 'pause', 恢: 'resume', 继: 'resume', r: 'resume' }

/** A number, or a door with the word 定期: 停 alone is said of much else. */
const changed = (message: Message, text: string): Command | null => {
  const found = STATE.exec(text)
  if (found === null) return null
  const [, word = '', no, rest = ''] = found
  const [place] = message.places
  const until = lastDayOf(UNTIL.exec(rest))
  const left = rest.replace(UNTIL, '').replace(/[\s。!]/gu, '')
  const op = word === '停一停' ? 'pause' : (OPS[word.charAt(0)] ?? 'end')
  if (no !== undefined) return left === '' ? { kind: 'standing', op, no: Number(no), address: null, until } : null
  if (place === undefined || place.room === null || !NAMED.test(text)) return null
  const { building, unit, room } = place
  return { kind: 'standing', op, no: null, address: { building, unit, room }, until }
}
