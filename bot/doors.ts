/** Which unit, building or grid a group's topic names, and which door a group alias names. */
import type { Settings } from '../config/settings.js'
import type { Place, Room } from '../store/community.js'

export interface RoomPlace {
  kind: 'unit' | 'building' | 'grid' | 'unknown'
  building: string | null
  unit: string | null
  grid: string | null
}

const DIGITS = '零一二三四五六七八九'
const NUMBER = '(\\d{1,3}|[A-Za-z]|[零一二三四五六七八九十两]{1,4})'
const BUILDING = '(?:号楼|栋|幢|座|號樓|棟|楼|樓|#|号)'
const UNIT_TOPIC = new RegExp(`${NUMBER}\\s*${BUILDING}\\s*${NUMBER}\\s*(?:单元|單元|门|門|#)`, 'u')
const DASHED_TOPIC = /(?<![\d-])(\d{1,3})\s*[-－—–#]\s*(\d{1,2})(?![\d-])/u
const BUILDING_TOPIC = new RegExp(`${NUMBER}\\s*(?:号楼|栋|幢|座|號樓|棟|#)`, 'u')
const GRID_TOPIC = new RegExp(`(?:第\\s*)?${NUMBER}\\s*(?:号)?\\s*(?:网格|網格|片区)|(?:网格|網格)\\s*${NUMBER}|grid\\s*(\\d{1,3})`, 'iu')

/** 十二 → 12, 3 → 3, b → B. */
export const plainNumber = (text: string): string => {
  if (/^\d+$/u.test(text)) return String(Number(text))
  if (/^[A-Za-z]$/u.test(text)) return text.toUpperCase()
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  const digit = (part: string | undefined): number => (part === '两' ? 2 : DIGITS.indexOf(part ?? ''))
  if (tens === null) return [...text].map((sign) => digit(sign)).join('')
  return String((tens === '' || tens === undefined ? 1 : digit(tens)) * 10 + (ones === '' || ones === undefined ? 0 : digit(ones)))
}

const folded = (text: string): string => text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, '')

/** Reads a topic such as 富通社区3栋2单元, 5号楼4单元群, 3-2群 or 一网格工作群. */
export const readTopic = (topic: string, settings: Settings): RoomPlace => {
  const text = folded(topic)
  const named = settings.grids.find((grid) => text.includes(grid.name))
  const grid = GRID_TOPIC.exec(text)
  const gridId = named?.id ?? (grid === null ? null : plainNumber(grid[1] ?? grid[2] ?? grid[3] ?? ''))
  if (gridId !== null && settings.grids.some((known) => known.id === gridId))
    return { kind: 'grid', building: null, unit: null, grid: gridId }
  const unit = UNIT_TOPIC.exec(text) ?? DASHED_TOPIC.exec(text)
  if (unit !== null) return { kind: 'unit', building: plainNumber(unit[1] ?? ''), unit: plainNumber(unit[2] ?? ''), grid: null }
  const building = BUILDING_TOPIC.exec(text)
  if (building !== null) return { kind: 'building', building: plainNumber(building[1] ?? ''), unit: null, grid: null }
  return { kind: 'unknown', building: null, unit: null, grid: null }
}

/** What a room of this topic is: as the settings say, else as it reads. */
export const placeOfTopic = (topic: string, settings: Settings): RoomPlace => {
  const fixed = settings.rooms.find((room) => room.topic === topic)
  if (fixed === undefined) return readTopic(topic, settings)
  if (fixed.grid !== undefined) return { kind: 'grid', building: null, unit: null, grid: fixed.grid }
  const kind = fixed.unit === undefined ? 'building' : 'unit'
  return { kind, building: fixed.building ?? null, unit: fixed.unit ?? null, grid: null }
}

const FULL_DOOR = /(?<!\d)(\d{1,3})\s*(?:[-－—–#.]|号楼|栋|幢|座|楼)\s*(\d{1,2})\s*(?:[-－—–#.]|单元|门)\s*(\d{3,4})(?!\d)/u
const UNIT_DOOR = /(?<!\d)(\d{1,2})\s*(?:[-－—–]|单元|门)\s*(\d{3,4})(?!\d)/u
const BARE_DOOR = /(?<![\d-])(\d{3,4})(?!\d)/u

/** The door in an alias such as 3-2-501 张阿姨 or, in a unit's group, 302老孙; null where it names none. */
export const readAlias = (alias: string, room: Pick<Room, 'building' | 'unit'> | null): Place | null => {
  const text = folded(alias)
  const full = FULL_DOOR.exec(text)
  if (full !== null) return { building: String(Number(full[1])), unit: String(Number(full[2])), room: full[3] ?? null }
  if (room === null || room.building === null) return null
  const inUnit = UNIT_DOOR.exec(text)
  if (inUnit !== null && (room.unit === null || room.unit === String(Number(inUnit[1]))))
    return { building: room.building, unit: String(Number(inUnit[1])), room: inUnit[2] ?? null }
  const bare = BARE_DOOR.exec(text)
  return bare === null || room.unit === null ? null : { building: room.building, unit: room.unit, room: bare[1] ?? null }
}
