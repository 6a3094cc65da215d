/** Finds doors, units and buildings in a folded text: 3-2-501, 三号楼二单元501, 2单元602, building 10 unit 2 room 301, a bare 501. */

import type { LayoutFacts } from '../../config/catalogue-types.js'
import { codeAt, DIGIT, kindOf, LATIN, NUMERAL, SignSet, TextSigns } from '../signs.js'
import type { Folded } from '../text.js'
import { readChinese } from '../tokens.js'
import type { Address, RoomContext } from '../types.js'
import { ANY, BRACKET, DIGITS, FLOOR, FORMS, JOINING, NO_WORD, OF_HOUSE, OF_UNIT, R, SIDE, SPACED, sticky, WORD } from './door-forms.js'

export interface Place {
  start: number
  end: number
  building: string | null
  unit: string | null
  room: string | null
  /** Only a room's number was said. */
  bare: boolean
}

const PAIR = sticky('(\\d{1,2})-([1-9])(?![-\\d.号点])(?!:(?!\\s?\\d{3}(?!\\d)))')
const BARE = sticky(`${R}(?:室|户|房|号)?(?![\\d%]|\\.\\d)`)

/** A number or letter as it stands in an address: 03 → 3, 四零一 → 401, a → A. */
const plain = (text: string): string => {
  if (kindOf(codeAt(text, 0)) >= NUMERAL || text.startsWith('幺'))
    return String(TENS_LEFT_OUT.test(text) ? readChinese(`${text[0]}十${text[1]}`) : readChinese(inNumerals(text)))
  let from = 0
  while (from < text.length - 1 && text.charCodeAt(from) === ZERO) from++
  const rest = text.slice(from)
  if (isNumber(rest)) return rest
  return text.length === 3
    ? rest
        .replace('o', '0')
        .replace(/[一二三四]$/u, (no) => String(readChinese(no)))
        .toUpperCase()
    : rest.toUpperCase()
}
/** 二一栋: spoken as it is written in digits. */
const TENS_LEFT_OUT = /^[一二三][一二三四五六七八九]$/u
const inNumerals = (text: string): string => text.replace('百', '').replace(/[0o]/u, '零').replaceAll('幺', '一')
const isNumber = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) if (kindOf(text.charCodeAt(index)) !== DIGIT) return false
  return true
}
const ZERO = 48

/** Signs behind a bare number that make it something else. */
const NOT_A_DOOR =
  /^\s?(?:元|块|度|毫升|(?:ml|k?g|[km]b|w|v)(?![a-z])|克|斤|公斤|片|粒|米(?!\s?\d{1,2}(?:$|[\s,、。;油面盐])|\s?(?:\d|[一二两三四五六七八九十半])+(?:袋|斤|公斤|kg|桶|包)|(?:都|也|又|快)?(?:没|不够|见底|吃完|空)|[要来买、,和]| ?面)|年|人(?!(?:在|不在|没在|住)[^,。]{0,4}(?:外地|家|老家|医院|隔离)|(?:不在|没在|没应|不应|出去了|没出来|没下来)(?:$|[,。!]))|个|分|天|次(?!卧)|条|路|份|户人|多(?!加|来|要|拿|带|给|送|订|点)|左右|牌|胶|型|升|件|包(?!菜|心菜|子|谷|米|饭|粒|浆)|袋(?!装|面)|箱|瓶(?!装)|盒(?!饭|装)|抽(?!纸)|%|页|瓦|伏|万|千)/u
const NOT_BEFORE = new SignSet('0123456789abcdefghijklmnopqrstuvwxyz.*¥$￥')

const roomFits = (room: string, layout: LayoutFacts | undefined): boolean => {
  const floor = Number(room.slice(0, -2))
  const home = Number(room.slice(-2))
  if (layout === undefined) return floor >= 1 && floor <= 33 && home >= 1 && home <= 12
  return layout.buildings.some((building) => floor >= 1 && floor <= building.floors && home >= 1 && home <= building.homesPerFloor)
}

/** Only before these signs can a number, a numeral or a letter begin a form; a look at them spares asking most expressions. */
const SPACE = 32
const LINE = 10
const BEHIND = new Uint8Array(65_536)
for (const sign of '#栋幢座号楼层f洞懂冻动董东杠') BEHIND[sign.charCodeAt(0)] = OF_HOUSE
for (const sign of '单门但担丹') BEHIND[sign.charCodeAt(0)] = OF_UNIT
for (const sign of '-/.–~_·(一之') BEHIND[sign.charCodeAt(0)] = JOINING

/** Whether what stands at `at`, behind a number, may make it a part of a door. */
const mayName = (codes: Uint16Array, at: number): boolean => {
  const begins = skipSpace(codes, at)
  const behind = BEHIND[codes[begins] ?? 0] ?? 0
  return behind === OF_HOUSE || behind === OF_UNIT || (behind === JOINING && kindOf(codes[skipSpace(codes, begins + 1)]) === DIGIT)
}

const skipSpace = (codes: Uint16Array, at: number): number => {
  const code = codes[at] ?? 0
  return code === SPACE || code === LINE ? at + 1 : at
}
const IN_ROOMS = new SignSet('零〇百')
const WORDS = ['building', 'bldg', 'block', 'bld', 'room', 'rm', 'apt', 'flat', 'unit']
const POINT = 46

/** 10 2 302 at the head of a line. */
const isSpaced = ({ text, codes }: Folded, index: number, end: number): boolean =>
  (index === 0 || codes[index - 1] === LINE) && codes[end] === SPACE && /^ \d{1,2} \d{3,4}(?!\d)/u.test(text.slice(end, end + 10))

/** B3 U2 R501. */
const isLetterOfBuilding = (codes: Uint16Array, index: number): boolean => codes[index] === LETTER_B && kindOf(codes[index + 1]) === DIGIT
const LETTER_B = 98

/** 501, unit 2, block 3: the room first. */
const isBeforeUnit = ({ text, codes }: Folded, end: number): boolean =>
  PARTING.has(codes[end] ?? 0) && /^[\s,]{1,3}(?:unit|entrance)/u.test(text.slice(end, end + 10))
const PARTING = new SignSet(' \n,')

/** 31、32栋. */
const isListed = (codes: Uint16Array, end: number): boolean => LISTING.has(codes[end] ?? 0) && kindOf(codes[end + 1]) === DIGIT
const LISTING = new SignSet('、和及')

/** @402 米到了: called by their door. */
const AT = '@'.charCodeAt(0)
const SAME = '同'.charCodeAt(0)
const ONE = '一'.charCodeAt(0)

/** 1.36栋1单元402: the point ends a list's number at the head of its line. */
const isListNumber = (text: string, point: number): boolean =>
  /(?:^|\n)\s?\d{1,2}$/u.test(text.slice(Math.max(0, point - 4), point)) && HEADS_DOOR.test(text.slice(point + 1, point + 12))
const HEADS_DOOR = /^\d{1,2}(?:-\d-\d{3}|(?:号楼|栋|幢|座)\s?\d{1,2}(?:单元|-))/u

/** What can begin here: a form, only a bare room, or nothing. */
const mayBegin = (folded: Folded, index: number): 'form' | 'bare' | null => {
  const { text, codes } = folded
  const kind = kindOf(codes[index])
  const before = index > 0 ? (codes[index - 1] ?? 0) : 0
  if (
    kind === DIGIT
      ? kindOf(before) === DIGIT || (before === POINT && !isListNumber(text, index - 1))
      : kind === LATIN
        ? kindOf(before) === LATIN
        : kind !== NUMERAL
  )
    return null
  /** 同一单元的邻居: no number. */
  if (before === SAME && codes[index] === ONE) return null
  let end = index + 1
  while (end - index < 5 && kindOf(codes[end]) === kind) end++
  const length = end - index
  if (kind === LATIN)
    return (length === 1 && mayName(codes, end)) ||
      isLetterOfBuilding(codes, index) ||
      (length > 1 && WORDS.some((word) => text.startsWith(word, index)))
      ? 'form'
      : null
  if (length <= 3 && (mayName(codes, end) || (kind === DIGIT && (isSpaced(folded, index, end) || isListed(codes, end))))) return 'form'
  if (kind === DIGIT) return length === 3 || length === 4 ? (isBeforeUnit(folded, end) ? 'form' : 'bare') : null
  return IN_ROOMS.has(codes[index + 1] ?? 0) ? 'bare' : null
}

/** 楼号：7 单元：2 房号：401, in one line or over three; 【楼号】7【单元】2【房号】401. */
const LABELLED =
  /(?:(?:(?:楼号|楼栋号?|栋号)[\s:)]{0,2}|(?:楼|栋)\s?[:)])\s?(\d{1,2}|[a-z])(?:号?楼|栋|号)?|(?<!\d)(\d{1,2})(?:号楼|栋|幢))[\s,;(]{1,3}单元号?[\s:)]{0,2}\s?(\d{1,2})(?:单元)?[\s,;(]{1,3}(?:(?:房号|室号|房间号?|门牌号?|户号)[\s:)]{0,2}|(?:室|房)\s?[:)])\s?(\d{3,4})(?:室)?(?!\d)/u
const labelledIn = ({ text, memberships }: Folded): Place | null => {
  const found =
    OF_UNITS.standIn(memberships) && text.includes('单元') && (text.includes(':') || text.includes('楼栋') || text.includes('单元)'))
      ? LABELLED.exec(text)
      : null
  if (found === null) return null
  const [whole, labelled = '', plainly = '', unit = '', room = ''] = found
  return {
    start: found.index,
    end: found.index + whole.length,
    building: plain(labelled || plainly),
    unit: plain(unit),
    room: plain(room),
    bare: false,
  }
}

type EndOfWord = (codes: Uint16Array, index: number) => number

export const findPlaces = (folded: Folded, layout: LayoutFacts | undefined, endOfWord: EndOfWord): Place[] => {
  const { text, codes } = folded
  const { length } = text
  const places: Place[] = []
  const labelled = labelledIn(folded)
  const held = heldBy(folded)
  let index = 0
  while (index < length) {
    if (labelled !== null && index === labelled.start) {
      places.push(labelled)
      index = labelled.end
      continue
    }
    const may = kindOf(codes[index]) === 0 ? null : mayBegin(folded, index)
    const found =
      may === null ? null : ((may === 'form' ? formAt(folded, index, layout, held) : null) ?? bareAt(folded, index, layout, endOfWord))
    if (found !== null) {
      places.push(found)
      index = found.end
    } else index++
  }
  return places.length > 1 ? withTurnedRound(places, text) : places
}

/** 602(三单元), 三单元602的,8号楼: what the door lacks stands behind it. */
const withTurnedRound = (places: readonly Place[], text: string): Place[] => {
  const kept: Place[] = []
  for (const place of places) {
    const last = kept.at(-1)
    const gap = last === undefined ? '' : text.slice(last.end, place.start)
    const unitBehind = last?.unit === null && place.building === null && place.unit !== null && /^\s?\($/u.test(gap)
    const buildingBehind =
      last?.building === null &&
      place.building !== null &&
      place.unit === null &&
      /^(?:的|室)?[\s,(]{0,2}$/u.test(gap) &&
      !REPORTED.test(text.slice(place.end, place.end + 1))
    if (last !== undefined && last.room !== null && place.room === null && (unitBehind || buildingBehind))
      kept[kept.length - 1] = {
        ...last,
        end: place.end,
        building: last.building ?? place.building,
        unit: last.unit ?? place.unit,
        bare: false,
      }
    else kept.push(place)
  }
  return kept
}
const REPORTED = /[也都全送没还除采做]/u

const OF_UNITS = new TextSigns('单')
const OF_FLOORS = new TextSigns('楼层')
const SIDES = new TextSigns('东西左右')
const LETTER_F = new TextSigns('f')
const OPENING = new TextSigns('(')

/** What of `when` a text holds for all its places. */
const heldBy = ({ text, memberships }: Folded): number => {
  const sided = SIDES.standIn(memberships)
  const floors = OF_FLOORS.standIn(memberships) || (LETTER_F.standIn(memberships) && (sided || text.includes('0'))) ? FLOOR : 0
  return floors + (floors > 0 && sided ? SIDE : 0) + (OPENING.standIn(memberships) ? BRACKET : 0)
}

const formAt = (folded: Folded, index: number, layout: LayoutFacts | undefined, held: number): Place | null => {
  const { text, codes } = folded
  const kind = kindOf(codes[index])
  let end = index + 1
  while (kindOf(codes[end]) === kind) end++
  const isWord = kind === LATIN ? end > index + 1 || isLetterOfBuilding(codes, index) : end - index >= 3 && isBeforeUnit(folded, end)
  const found = BEHIND[codes[skipSpace(codes, end)] ?? 0] ?? 0
  const follows = isWord ? ANY : found === 0 ? SPACED : found
  const holds = held | (isWord ? WORD : NO_WORD) | (kind === DIGIT ? DIGITS : 0)
  const signs = end - index
  const isNumber = kind !== LATIN || signs === 1
  for (const { numbered = 0, form, parts, behind, when = NO_WORD } of FORMS) {
    if ((behind & follows) === 0 || (holds & when) !== when || (numbered > 0 && !(isNumber && signs <= numbered))) continue
    form.lastIndex = numbered > 0 ? end : index
    const found = form.exec(text)
    if (found === null) continue
    const groups = found.slice(1).filter((group) => group !== undefined)
    if (numbered > 0) groups.unshift(text.slice(index, end))
    /** A floor between unit and room is dropped: the room holds it. */
    const named = groups.length > parts.length ? [...groups.slice(0, parts.length - 1), groups.at(-1) ?? ''] : groups
    const read = (part: (typeof parts)[number]): string | null => {
      const at = parts.indexOf(part)
      return at < 0 || named[at] === undefined ? null : plain(named[at] ?? '')
    }
    const floor = read('floor')
    const side = parts.includes('side') ? found.at(-1) : undefined
    const place = {
      start: index,
      end: form.lastIndex,
      building: read('b'),
      unit: read('u'),
      room: parts.includes('home')
        ? `${floor}${(read('home') ?? '').padStart(2, '0')}`
        : floor === null
          ? read('r')
          : `${floor}0${side === '东' || side === '左' ? 1 : 2}`,
      bare: !parts.includes('b') && !parts.includes('u'),
    }
    if (place.building === '0' || (place.room !== null && place.building === null && !roomFits(place.room, layout))) continue
    return place
  }
  if (follows !== JOINING) return null
  PAIR.lastIndex = index
  const pair = PAIR.exec(text)
  /** 25-1 is a unit where it cannot be a range. */
  if (
    pair !== null &&
    (Number(pair[1]) > Number(pair[2]) || SWABBED.test(text.slice(index + pair[0].length, index + pair[0].length + 8))) &&
    !NOT_A_DOOR.test(text.slice(index + pair[0].length, index + pair[0].length + 8))
  )
    return {
      start: index,
      end: index + pair[0].length,
      building: plain(pair[1] ?? ''),
      unit: plain(pair[2] ?? ''),
      room: null,
      bare: false,
    }
  return null
}

/** 2-3采样完成: numbers of a list are delivered, and not swabbed. */
const SWABBED = /^[\s,]?(?:全部|全员|都|已)?(?:核酸|采样|采集|采[完了好]|做完?核酸)/u

const bareAt = ({ text, codes }: Folded, index: number, layout: LayoutFacts | undefined, endOfWord: EndOfWord): Place | null => {
  const second = codes[index + 1] ?? 0
  if (kindOf(second) !== DIGIT && !IN_ROOMS.has(second)) return null
  BARE.lastIndex = index
  const bare = BARE.exec(text)
  if (bare === null || endOfWord(codes, index) > index + (bare[1]?.length ?? 0)) return null
  const end = index + bare[0].length
  const room = plain(bare[1] ?? '')
  if (
    !roomFits(room, layout) ||
    (index > 0 && NOT_BEFORE.has(codes[index - 1] ?? 0)) ||
    (codes[index - 1] !== AT && NOT_A_DOOR.test(text.slice(end, end + 8)))
  )
    return null
  return { start: index, end, building: null, unit: null, room, bare: true }
}

/** Fills what a place leaves open from the places around it, the group and the home, as the corpus' SPEC ranks them. */
export const completePlace = (
  place: Pick<Place, 'building' | 'unit' | 'room'>,
  around: { before: Address | null; room: RoomContext; home: Address | null },
): Address => {
  const { room, home, before } = around
  const building = place.building ?? before?.building ?? room.building ?? home?.building ?? null
  const sameBuilding = (other: Address | null): boolean => other !== null && other.building === building
  const named = place.building !== null
  const unit =
    place.unit ??
    (!named && before !== null ? before.unit : null) ??
    ((!named || room.building === building) && room.unit ? room.unit : null) ??
    (sameBuilding(home) ? (home?.unit ?? null) : null)
  const full = place.room ?? (home !== null && home.building === building && home.unit === unit ? home.room : null)
  return { building, unit, room: full }
}
