/**
 * Who takes part in a 接龙: 602 米粒妈妈 鸡爪3斤. A nickname names goods as often as not (土豆泥, 苹果派, 不吃香菜), so it is known by where it
 * stands: beside the door, counted by nothing, in most of the entries.
 */
import { AMOUNT } from './spoken.js'

const DOOR = '(?:\\d{1,2}\\s?(?:[-#/]|号楼|栋|幢|座|单元)\\s?){0,2}\\d{3,4}(?!\\d)(?:室|号)?'
const GAP = '[\\s,，:：、\\-－(（)）]'
const NICKNAME = '[^\\s,，:：、()（）\\-－+]{1,12}'
const FORMS: readonly RegExp[] = [
  /** 602 米粒妈妈 鸡爪3斤, 602（米粒妈妈）鸡爪3斤, 602米粒妈妈 鸡爪3斤. */
  new RegExp(`^(?<lead>\\s*${DOOR}${GAP}{0,2})(?<name>${NICKNAME})(?=${GAP})`, 'u'),
  /** 米粒妈妈 602 鸡爪3斤. */
  new RegExp(`^(?<lead>\\s*)(?<name>${NICKNAME})(?=${GAP}{1,2}${DOOR}(?!${GAP}*$))`, 'u'),
  /** 602 鸡爪3斤 米粒妈妈. */
  new RegExp(`^(?<lead>\\s*${DOOR}.*[\\s,，])(?<name>${NICKNAME})(?=\\s*$)`, 'u'),
]
const COUNTED = /(?:\d|[一二两三四五六七八九十半几])\s?[\u4e00-\u9fa5]/u
/** 一箱奶 is no name; 二狗子 and 三分糖 count nothing. */
const AMOUNT_IN_NAME = new RegExp(AMOUNT, 'u')
const LEAST = 2

export interface Named {
  start: number
  end: number
}

/** Where each entry's nickname stands, null where it has none. `isGood`: whether a word is the whole name of a good. */
export const nicknamesIn = (entries: readonly string[], isGood: (word: string) => boolean): (Named | null)[] => {
  for (const form of FORMS) {
    const found = entries.map((entry) => nicknameIn(entry, form))
    const named = found.filter((one) => one !== null)
    if (named.length < LEAST || named.length * 3 < entries.length * 2) continue
    const words = found.flatMap((one, index) => (one === null ? [] : [entries[index]?.slice(one.start, one.end) ?? '']))
    if (words.filter(isGood).length * 2 <= words.length) return found
  }
  return entries.map(() => null)
}

const nicknameIn = (entry: string, form: RegExp): Named | null => {
  const [line = ''] = entry.split('\n', 1)
  const found = form.exec(line)
  const { lead = '', name = '' } = found?.groups ?? {}
  const start = lead.length
  const rest = line.slice(0, start) + line.slice(start + name.length)
  return found === null || AMOUNT_IN_NAME.test(name) || /\d/u.test(name) || !COUNTED.test(rest) ? null : { start, end: start + name.length }
}

/** Left out, and nothing else moved. */
export const without = (entry: string, nickname: Named | null): string =>
  nickname === null ? entry : entry.slice(0, nickname.start) + ' '.repeat(nickname.end - nickname.start) + entry.slice(nickname.end)
