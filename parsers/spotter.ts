/** Spots in one pass over a text which of all patterns can match in it: tables from a pair of signs, or one sign, to a set of patterns. */
import { factorsOf } from './factors.js'
import { PATTERNS } from './pattern.js'

export interface SpotTables {
  /** Numbers in a set of patterns. */
  words: number
  /** Number of the set for a pair of signs (hashed: at worst a pattern is asked in vain), 0 for none. */
  pairs: Uint16Array
  /** The same for a single sign. */
  singles: Uint16Array
  /** The sets, `words` numbers each; the first holds the patterns that must always be asked. */
  sets: Int32Array
}

const SLOTS = 65_536
export const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e37) ^ second) & (SLOTS - 1)

export const spotTables = (): SpotTables => {
  const words = (PATTERNS.length + 31) >> 5
  const pairs = new Map<number, Set<number>>()
  const singles = new Map<number, Set<number>>()
  const always = new Set<number>()
  const note = (map: Map<number, Set<number>>, key: number, place: number): void => {
    const known = map.get(key) ?? new Set()
    map.set(key, known.add(place))
  }
  for (const [place, { regex }] of PATTERNS.entries()) {
    const factors = factorsOf(regex)
    if (factors === null) always.add(place)
    for (const factor of factors ?? [])
      if (factor.length === 1) note(singles, factor.charCodeAt(0), place)
      else note(pairs, slotOf(factor.charCodeAt(0), factor.charCodeAt(1)), place)
  }
  const sets: number[] = []
  const numbers = new Map<string, number>()
  const numberOf = (places: ReadonlySet<number>): number => {
    const set = new Array<number>(words).fill(0)
    for (const place of places) set[place >> 5] = (set[place >> 5] ?? 0) | (1 << (place & 31))
    const key = set.join()
    const known = numbers.get(key) ?? sets.push(...set) / words - 1
    numbers.set(key, known)
    return known
  }
  numberOf(always)
  const table = (map: Map<number, Set<number>>): Uint16Array => {
    const numbered = new Uint16Array(SLOTS)
    for (const [key, places] of map) numbered[key] = numberOf(new Set([...places]))
    return numbered
  }
  const tables = { words, pairs: table(pairs), singles: table(singles) }
  return { ...tables, sets: Int32Array.from(sets) }
}

/** The patterns that can match in a text, and so in its parts. */
export const spot = (text: string, { words, pairs, singles, sets }: SpotTables): number[] => {
  const spotted: number[] = []
  for (let word = 0; word < words; word++) spotted.push(sets[word] ?? 0)
  let before = 0
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index)
    const pair = pairs[slotOf(before, sign)] ?? 0
    if (pair !== 0) for (let word = 0; word < words; word++) spotted[word] = (spotted[word] ?? 0) | (sets[pair * words + word] ?? 0)
    const single = singles[sign] ?? 0
    if (single !== 0) for (let word = 0; word < words; word++) spotted[word] = (spotted[word] ?? 0) | (sets[single * words + word] ?? 0)
    before = sign
  }
  return spotted
}
