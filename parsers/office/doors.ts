/** A building, unit or door as staff write it behind a command: 3栋2单元, 3-2, 3-2-501. */
import { readNumber } from '../tokens.js'
import type { Address } from '../types.js'

const NUMBER = '(\\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})'
const DOOR = new RegExp(
  `^\\s*${NUMBER}\\s*(?:号楼|栋|幢|座|#|-)?(?:\\s*${NUMBER}\\s*(?:单元|门|#|-)?(?:\\s*(\\d{3,4})\\s*(?:室|号)?)?)?\\s*$`,
  'u',
)

const plain = (text: string): string => (/^[a-z]$/u.test(text) ? text.toUpperCase() : String(readNumber(text)))

/** Null where it is none. On folded text. */
export const readDoor = (text: string): Address | null => {
  const found = DOOR.exec(text)
  if (found === null) return null
  const [, building = '', unit, room] = found
  return { building: plain(building), unit: unit === undefined ? null : plain(unit), room: room ?? null }
}
