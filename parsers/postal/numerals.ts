/** Chinese numerals of doors: 二十一 → 21, 四零一 → 401, 一百零二 → 102. */
import { NUMERALS } from './words.js'

/** Longest numeral that is read; a longer run of such signs is no door. */
const LONGEST = 8

export const isNumeral = (sign: string): boolean => NUMERALS[sign] !== undefined

/** Digits of a run of Chinese numerals, null where it is no number. */
export const readNumeral = (run: string): string | null => {
  if (run.length > LONGEST) return null
  const placed = run.includes('十') || run.includes('百') || run.includes('千')
  return placed ? readPlaced(run) : [...run].map((sign) => NUMERALS[sign]).join('')
}

const readPlaced = (run: string): string | null => {
  let sum = 0
  let digit = 0
  let last = Number.POSITIVE_INFINITY
  for (const sign of run) {
    const value = NUMERALS[sign] ?? 0
    if (value < 10) {
      if (digit !== 0) return null
      digit = value
      continue
    }
    if (value >= last) return null
    sum += (digit === 0 ? 1 : digit) * value
    last = value
    digit = 0
  }
  return String(sum + digit)
}
