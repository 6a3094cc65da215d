/** Names in staff shorthand: doors, whole floors, units and buildings, numbers on the digest, and what of them is left out. */

import type { LayoutFacts } from '../../config/catalogue-types.js'
import { allOf } from '../matches.js'
import type { Clause, Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { readChinese, readNumber } from '../tokens.js'
import type { Address, RoomContext, Span } from '../types.js'
import { EXCEPT, EXCEPT_BEHIND, FLOOR, OWN_BUILDING, OWN_UNIT } from '../words/delivery.js'
import { completePlace, type Place } from './addresses.js'

export interface Named {
  targets: Address[]
  entries: number[]
  except: Address[]
  exceptEntries: number[]
}

export const isNothing = (named: Named): boolean => named.targets.length + named.entries.length === 0

const RANGE = pattern(() => /(?<![\d-])(\d{1,3})\s?(?:号|户|单|项)?\s?(?:-|~|到|至|—)\s?第?(\d{1,3})(?:号|户|单|条|项)?(?!\d)/gu)
const SINGLE = pattern(
  () =>
    /(?<![\d.-]|\d:)(?!(?<=(?:[爷奶妈婆公姨叔伯娘]|太太|老人家?|老爷子|老头子?|今年)(?:都|已经|快|今年|有|整|刚)*\s?)(?:[6-9]\d|10\d)(?!\d|\s?[号单项户楼栋]))(?<!写(?:的是|成|的)\s?)(?<![的共这了有完计送跑天投余剩日成计上]\s?(?=\d+[单件]))(\d{1,3})(?!\d|\.\d|\s?(?:栋|楼|单元|层|份|户(?![外主])|点|:|瓶|袋|箱|桶|斤|块|元|个|盒|岁|月|年|分|遍|次|人(?![不没在])|位|套|天|小时|度|%|提|板|车|趟|件|家(?![里中]?(?:没|冇|无)|里|主)|网格|号?(?:之|以)?前(?![面头])|例|轮|组|队|班|排|棵|根|包|只|罐|把(?![我他她人门东货菜])|捆|支|串|卷|碗|杯|双|听|板|条鱼|多))|第(\d{1,3})(?:个|家|户|份)/gu,
)
const CHINESE_ENTRY = pattern(
  () =>
    /(?<![的共这那了一二三四五六七八九十后头有])(?!(?<=\d\s?)[一二三四五六七八九十]+单)(?!一[单条]\s?[都也])(?:第?([一二三四五六七八九十]{1,3})(?:号|条|单|项)(?!楼|元|目)|第([一二三四五六七八九十]{1,3})(?:个|家|户|份))/gu,
)
const CHINESE_RANGE = pattern(() => /([一二三四五六七八九十]{1,3})(?:号|单|项)?(?:到|至|-)第?([一二三四五六七八九十]{1,3})(?:号|单|项)/gu)

/** 十三、十四号: each but the last. */
const CHINESE_LIST = pattern(
  () =>
    /([一二三四五六七八九十]{1,3})[、,和](?=(?:[一二三四五六七八九十]{1,3}[、,和]){0,6}[一二三四五六七八九十]{1,3}(?:号|单)(?!楼|元))/gu,
)

type Part = Span & { text: string }

/** Everything named in these parts of a message; what stands behind 除了 or before 除外 is left out. */
export const readNamed = (message: Message, parts: readonly Part[], room: RoomContext, before: Address | null): Named => {
  const named: Named = { targets: [], entries: [], except: [], exceptEntries: [] }
  let last = before
  for (const part of parts) {
    const { text } = part
    const places = message.placesIn(part)
    const excepted = exceptionIn(message, part, places)
    if (message.says(OWN_UNIT, text) && room.unit) named.targets.push(whole(room))
    else if (message.says(OWN_BUILDING, text) && room.building && places.every(({ building }) => building === null))
      named.targets.push({ ...whole(room), unit: null })
    for (const [index, place] of places.entries()) {
      if (place !== message.places[0] && message.says(KEEPER, message.text.slice(Math.max(part.start, place.start - 6), place.start)))
        continue
      const address = addressOf(place, last, room)
      const behind = places[index + 1]
      const isFirstOfMany = behind !== undefined && message.between(place.end, behind.start, UP_TO)
      if (!isFirstOfMany && message.says(FROM, message.text.slice(Math.max(part.start, place.start - 2), place.start))) {
        last = address
        continue
      }
      const targets = excepted(place.start, place) ? named.except : named.targets
      if (last !== null && message.says(UP_TO, message.text.slice(previous(places, index)?.end ?? place.start, place.start)))
        targets.push(...doorsBetween(message, last, address))
      for (const unit of unitsBefore(message, part, place)) {
        if (named.targets.at(-1)?.unit === null) named.targets.pop()
        named.targets.push({ ...address, unit })
      }
      targets.push(address)
      last = address
    }
    const bare = withoutPlaces(part, places)
    const rest =
      places.length > 0 && /单元/u.test(text)
        ? bare.replace(/(?:\d\s?[、,和到至~-]\s?){1,3}(?=＃+)/gu, (numbers) => ' '.repeat(numbers.length))
        : bare
    const floorOnly = last !== null && last.room !== null && places.length === 0 && message.says(ONLY_FLOOR, text)
    for (const [address, at] of floorOnly ? [] : floorsIn(message, rest, last ?? whole(room)))
      if (address.room !== null || named.targets.every((one) => keyOf(one) !== keyOf(address)))
        (excepted(part.start + at) ? named.except : named.targets).push(address)
    for (const [no, at] of numbersIn(message, message.may(FLOOR) ? rest.replace(FLOOR.regex, (words) => ' '.repeat(words.length)) : rest))
      (excepted(part.start + at) ? named.exceptEntries : named.entries).push(no)
  }
  const building = named.targets[0]?.building ?? null
  named.except = named.except.map((address) => ({
    ...address,
    building: address.building ?? building,
    unit:
      address.unit ??
      (address.room === null || (address.building !== null && address.building !== building) ? null : (named.targets[0]?.unit ?? null)),
  }))
  const left = new Set(named.except.map(keyOf))
  named.targets = withoutWholesOfFloors(named.targets.filter((one) => !left.has(keyOf(one))))
  named.entries = [...new Set(named.entries)].filter((no) => !named.exceptEntries.includes(no)).sort((a, b) => a - b)
  return named
}

/** 36栋1单元501，六楼，爬得腿软: how high it is. */
const ONLY_FLOOR = pattern(() => /^\s?(?:在|住|可是|是)?(?:\d|[一二三四五六七八九十]{1,2})(?:楼|层)\s?$/u)

const keyOf = ({ building, unit, room }: Address): string => `${building}-${unit}-${room}`

/** 放对门201了, 交给邻居301: who keeps it for the household named before. */
const KEEPER = pattern(() => /(?:邻居|对门|隔壁|楼上|楼下)(?:的|家|那家)?$/u)

/** 刚从11栋下来，1单元送完了: where the bearer comes from. */
const FROM = pattern(() => /从$/u)

/** 从25-3-601下来, 大白从37栋撤了: what somebody has just left. */
export const cameFrom = (message: Message, parts: readonly Part[], room: RoomContext): Address[] =>
  parts.flatMap((part) =>
    message
      .placesIn(part)
      .filter(
        ({ start, end }) =>
          message.between(Math.max(part.start, start - 2), start, FROM) && message.between(end, Math.min(part.end, end + 8), CAME_AWAY),
      )
      .map((place) => addressOf(place, null, room)),
  )
const CAME_AWAY = pattern(() => /^(?:家|楼|那边|那儿|里|上来)*(?:下|出|回|撤|走|过)(?:来|去|了|完|楼|出来|下来)/u)

/** 101到302: what stands between the two doors. */
const UP_TO = pattern(() => /^\s?[到至~-]\s?$/u)

/** The doors of one unit between two of its own, where the layout tells how many a floor has. */
const doorsBetween = (message: Message, from: Address, to: Address): Address[] => {
  if (from.building === null || from.room === null || to.room === null || from.building !== to.building || from.unit !== to.unit) return []
  const homes = homesPerFloor(message.layout, from.building)
  const found: Address[] = []
  for (let door = Number(from.room) + 1; door < Number(to.room) && found.length < MOST_DOORS; door++)
    if (door % 100 >= 1 && door % 100 <= homes) found.push({ ...from, room: `${door}` })
  return found
}
const MOST_DOORS = 200

/** 8栋1、2单元, 8栋1-3单元: the units before the last one. */
const UNITS_BEFORE = /((?:(?<!\d)(?:[1-9一二三四五六七八九][、,和]){1,3}|(?<![一二三四五六七八九十])[一二三四]{1,3}))$/u
const UNITS_UP_TO = /(?<!\d)([1-9一二三四五六七八九])\s?[-~到至]\s?$/u
const unitsBefore = (message: Message, part: Part, place: Place): string[] => {
  if (place.room !== null || place.unit === null || place.building !== null) return []
  const lead = message.text.slice(part.start, place.start)
  const from = UNITS_UP_TO.exec(lead)?.[1]
  if (from !== undefined)
    return Array.from({ length: Math.max(0, Number(place.unit) - readNumber(from)) }, (_, index) => String(readNumber(from) + index))
  return [...(UNITS_BEFORE.exec(lead)?.[1] ?? '').matchAll(/[^、,和]/gu)].map(([unit]) => String(readNumber(unit)))
}

const whole = (room: RoomContext): Address => ({ building: room.building ?? null, unit: room.unit ?? null, room: null })

/** Says of an offset whether what is named there is left out. */
const exceptionIn = (message: Message, part: Part, places: readonly Place[]): ((at: number, place?: Place) => boolean) => {
  const { text, start } = part
  const cut = message.find(EXCEPT, text)
  if (cut === null) {
    const behind = message.find(EXCEPT_BEHIND, text)
    const general = places.some((place) => place.room === null)
    const only = part.start > 0 ? places[0] : undefined
    return (at, place) =>
      behind !== null && at < start + behind.index && (place === undefined || place === only || place.room !== null || !general)
  }
  const from = start + cut.index
  const back = text.slice(cut.index).search(/(?:外|以外|之外|都|全|其他|其余|别的)/u)
  const until = back < 0 ? Number.POSITIVE_INFINITY : from + back
  return (at) => at >= from && at < until
}

const withoutPlaces = (part: Part, places: readonly Place[]): string => {
  let rest = part.text
  for (const place of places)
    rest = rest.slice(0, place.start - part.start) + '＃'.repeat(place.end - place.start) + rest.slice(place.end - part.start)
  return rest.includes('.') && /^[\s\d.号]*\d\.\d+\.\d/u.test(rest) ? rest.replace(/(\d)\.(?=\d)/gu, '$1,') : rest
}

/** No.9, No 11. */
const NO = pattern(() => /(?<![a-z])no\s?[.:]\s?(?=\d)/gu)

const FIRST_DOOR = 100

/** Numbers on the digest, each with its offset. */
const numbersIn = (message: Message, text: string): [number, number][] => {
  const found: [number, number][] = []
  let rest = message.rewritten(NO, text, (words) => ' '.repeat(words.length))
  if (message.may(CHINESE_LIST)) rest = rest.replace(CHINESE_LIST.regex, (words, no: string) => `${readChinese(no)}号`.padEnd(words.length))
  if (message.may(CHINESE_RANGE))
    rest = rest.replace(CHINESE_RANGE.regex, (words, from: string, to: string) =>
      `${readChinese(from)}-${readChinese(to)}号`.padEnd(words.length),
    )
  /** Numerals were made digits, which the message itself did not hold. */
  const numbersBy = (form: Pattern): readonly RegExpExecArray[] => (rest !== text || message.may(form) ? allOf(form.regex, rest) : [])
  for (const range of numbersBy(RANGE)) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    if (from >= to || to - from > 200) continue
    for (let no = from; no <= to; no++) found.push([no, range.index])
    rest = rest.slice(0, range.index) + ' '.repeat(range[0].length) + rest.slice(range.index + range[0].length)
  }
  for (const { index, 1: plain, 2: nth } of numbersBy(SINGLE)) {
    const no = Number(plain ?? nth)
    /** 501、502送了，503没这户: a door that does not exist is no number on the digest either. */
    const isNoDoor =
      plain !== undefined && no > FIRST_DOOR && message.places.length > 0 && !/^[号单条]/u.test(rest.slice(index + plain.length))
    if (no > 0 && !isNoDoor) found.push([no, index])
  }
  for (const written of message.may(CHINESE_ENTRY) ? allOf(CHINESE_ENTRY.regex, rest) : []) {
    const no = readChinese(written[1] ?? written[2] ?? '')
    if (no > 0) found.push([no, written.index])
  }
  return found
}

/** 4楼两家, 一到三楼: the homes of these floors, where the layout tells how many there are, each with its offset. */
const floorsIn = (message: Message, text: string, unit: Address): [Address, number][] => {
  if (!message.may(FLOOR) || unit.building === null || unit.unit === null) return []
  const homes = homesPerFloor(message.layout, unit.building)
  const found: [Address, number][] = []
  const top = message.layout?.buildings.find((one) => one.name === unit.building)?.floors ?? 0
  /** 除了顶楼两家. */
  const counted = top > 0 && top < 10 ? text.replace(/顶(?=[楼层])/gu, String(top)) : text
  for (const { index, 0: words, 1: said = '' } of counted.matchAll(FLOOR.regex)) {
    const floors = upOrDown(floorsSaid(said), top, counted.slice(index + words.length, index + words.length + 2))
    /** 一楼到六楼: all there are. */
    if (top > 1 && floors.length >= top && floors[0] === 1) {
      found.push([{ ...unit, room: null }, index])
      continue
    }
    for (const floor of floors) for (let home = 1; home <= homes; home++) found.push([{ ...unit, room: `${floor * 100 + home}` }, index])
  }
  return found
}

/** 三楼以上, 四层以下: with all above it or below it. */
const upOrDown = (floors: number[], top: number, behind: string): number[] => {
  const [floor, more] = floors
  if (floor === undefined || more !== undefined) return floors
  if (UPWARDS.has(behind)) return Array.from({ length: Math.max(1, top - floor + 1) }, (_, index) => floor + index)
  return DOWNWARDS.has(behind) ? Array.from({ length: floor }, (_, index) => index + 1) : floors
}
const UPWARDS: ReadonlySet<string> = new Set(['以上', '往上', '及以'])
const DOWNWARDS: ReadonlySet<string> = new Set(['以下', '往下'])

/** 3、5, 一到三: floors one by one, or all between two. */
const floorsSaid = (text: string): number[] => {
  const floors: number[] = []
  for (const [, joint = '', no = ''] of text.matchAll(/([到至~-]?)\s?(\d{1,2}|[一二三四五六七八九十]{1,3})/gu)) {
    const floor = readNumber(no)
    const from = joint === '' ? floor : (floors.at(-1) ?? floor) + 1
    for (let between = from; between <= floor; between++) floors.push(between)
  }
  return floors
}

const homesPerFloor = (layout: LayoutFacts | undefined, building: string): number =>
  layout?.buildings.find((one) => one.name === building)?.homesPerFloor ?? 0

/** 3栋2单元4楼: the floor is meant, not the unit named with it. */
const withoutWholesOfFloors = (targets: readonly Address[]): Address[] =>
  targets.filter(
    (one, index) =>
      one.room !== null ||
      one.unit === null ||
      targets[index + 1] === undefined ||
      targets[index + 1]?.room === null ||
      targets[index + 1]?.unit !== one.unit ||
      targets[index + 1]?.building !== one.building,
  )

export const addressOf = (place: Place, before: Address | null, room: RoomContext): Address =>
  completePlace(place, { before: place.building === null ? before : null, room: { ...room }, home: null })

export const lastOf = (named: Named): Address | null => named.targets.at(-1) ?? null

/** Goods that a clause speaks of. */
export const goodsIn = (message: Message, clause: Clause): string[] => {
  const items: string[] = []
  for (let index = clause.from; index < clause.to; index++) {
    const token = message.tokens[index]
    /** 胰岛素(诺和灵30R): which of it. */
    if (token?.mark === 'open' && items.length > 0) while (index + 1 < clause.to && message.tokens[index]?.mark !== 'close') index++
    /** 消毒液到了三桶: what counts is no good. */
    if (token?.amount) index = token.amount.to - 1
    else if (token?.good && !items.includes(token.good.name)) items.push(token.good.name)
  }
  return items
}
