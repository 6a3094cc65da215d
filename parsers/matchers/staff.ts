/** Staff shorthand: what was delivered and what not, stock, marks, test rounds, lists. */

import type { Clause, Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Address, RoomContext } from '../types.js'
import { completePlace, type Place } from './addresses.js'

export interface Named {
  targets: Address[]
  entries: number[]
  except: Address[]
  exceptEntries: number[]
}

const nothing = (): Named => ({ targets: [], entries: [], except: [], exceptEntries: [] })
export const isNothing = (named: Named): boolean => named.targets.length + named.entries.length === 0

const RANGE = /(?<![\d-])(\d{1,3})\s?(?:号|户|单)?\s?(?:-|~|到|至|—)\s?(\d{1,3})(?:号|户|单|条)?(?!\d)/gu
const SINGLE =
  /(?<![\d.-])(\d{1,3})(?!\d|\.\d|\s?(?:栋|楼|单元|层|份|户(?!外)|点|:|瓶|袋|箱|桶|斤|块|元|个|盒|岁|月|年|分|遍|次|人|位|套|天|小时|度|%|提|板|车|趟|件|家|网格|例|轮|组|队|班|排|棵|根|包|只|罐|条鱼))/gu
const EXCEPT = pattern(/(?:除了|除|除去|除开|只有|就差|就剩|差|剩|except|but not|不包括|不含|没有送)/u)
const CHINESE_ENTRY = pattern(/第?([一二三四五六七八九十]{1,3})(?:号|条)(?!楼)/gu)
const CHINESE_RANGE = pattern(/([一二三四五六七八九十]{1,3})(?:号)?(?:到|至|-)([一二三四五六七八九十]{1,3})号/gu)
const CHINESE: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const chineseNumber = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? (tens === '' ? 1 : (CHINESE[tens ?? ''] ?? 0)) * 10 : 0) + (CHINESE[ones ?? ''] ?? 0)
}

/** Everything named in these clauses; what stands behind 除了 is left out. */
export const readNamed = (message: Message, clauses: readonly Clause[], room: RoomContext, before: Address | null): Named => {
  const named = nothing()
  let last = before
  for (const clause of clauses) {
    const text = clause.text
    const places = message.placesIn(clause)
    const cut = message.find(EXCEPT, text)
    const exceptFrom = cut === null ? Number.POSITIVE_INFINITY : clause.start + cut.index
    const back = cut === null ? -1 : text.slice(cut.index).search(/(?:外|以外|之外|都|全|其他|其余|别的)/u)
    const exceptUntil = back < 0 ? Number.POSITIVE_INFINITY : exceptFrom + back
    const isExcepted = (at: number): boolean => at >= exceptFrom && at < exceptUntil && !(cut !== null && at < exceptFrom)
    for (const place of places) {
      const address = addressOf(place, last, room)
      ;(isExcepted(place.start) ? named.except : named.targets).push(address)
      last = address
    }
    let rest = text
    for (const place of places)
      rest = rest.slice(0, place.start - clause.start) + '＃'.repeat(place.end - place.start) + rest.slice(place.end - clause.start)
    if (/^[\s\d.号]*\d\.\d+\.\d/u.test(rest)) rest = rest.replace(/(\d)\.(?=\d)/gu, '$1,')
    if (message.may(CHINESE_RANGE))
      rest = rest.replace(CHINESE_RANGE.regex, (whole, from: string, to: string) =>
        `${chineseNumber(from)}-${chineseNumber(to)}号`.padEnd(whole.length),
      )
    for (const range of rest.matchAll(RANGE)) {
      const [from, to] = [Number(range[1]), Number(range[2])]
      if (from >= to || to - from > 200) continue
      for (let no = from; no <= to; no++) (isExcepted(clause.start + range.index) ? named.exceptEntries : named.entries).push(no)
      rest = rest.replace(range[0], ' '.repeat(range[0].length))
    }
    for (const single of rest.matchAll(SINGLE)) {
      const no = Number(single[1])
      if (no > 0) (isExcepted(clause.start + single.index) ? named.exceptEntries : named.entries).push(no)
    }
    for (const written of message.may(CHINESE_ENTRY) ? rest.matchAll(CHINESE_ENTRY.regex) : []) {
      const no = chineseNumber(written[1] ?? '')
      if (no > 0) (isExcepted(clause.start + written.index) ? named.exceptEntries : named.entries).push(no)
    }
  }
  const building = named.targets[0]?.building ?? null
  named.except = named.except.map((address) => ({ ...address, building: address.building ?? building }))
  named.entries = [...new Set(named.entries)].filter((no) => !named.exceptEntries.includes(no))
  return named
}

export const addressOf = (place: Place, before: Address | null, room: RoomContext): Address =>
  completePlace(place, { before: place.building === null ? before : null, room: { ...room }, home: null })

export const lastOf = (named: Named): Address | null => named.targets.at(-1) ?? null

/** Goods that a clause speaks of. */
export const goodsIn = (message: Message, clause: Clause): string[] => {
  const items: string[] = []
  for (const token of message.tokens.slice(clause.from, clause.to))
    if (token.good !== null && !items.includes(token.good.name)) items.push(token.good.name)
  return items
}
