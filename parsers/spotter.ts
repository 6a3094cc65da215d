/** Spots in one pass over a text which of all patterns can match in it: a dictionary of what they need, each word with its set of patterns. */
import { factorsOf } from './factors.js'
import { PATTERNS } from './pattern.js'
import { Trie } from './trie.js'

export interface SpotTables {
  /** From what patterns need to the number of a set. */
  trie: Trie
  /** Numbers in a set of patterns. */
  width: number
  /** The sets, `width` numbers each, one bit a pattern; the first holds the patterns that must always be asked. */
  sets: Int32Array
}

export const spotTables = (): SpotTables => {
  const width = (PATTERNS.length + 31) >> 5
  const always: number[] = []
  const needing = new Map<string, number[]>()
  for (const [place, pattern] of PATTERNS.entries()) {
    const { needs, sure } = factorsOf(pattern.regex)
    pattern.sure = sure
    if (needs === null) always.push(place)
    for (const need of needs ?? []) {
      const known = needing.get(need)
      if (known === undefined) needing.set(need, [place])
      else known.push(place)
    }
  }
  const sets: number[] = []
  const numbers = new Map<string, number>()
  const numberOf = (places: readonly number[]): number => {
    const key = places.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    const set = new Array<number>(width).fill(0)
    for (const place of places) set[place >> 5] = (set[place >> 5] ?? 0) | (1 << (place & 31))
    const number = sets.push(...set) / width - 1
    numbers.set(key, number)
    return number
  }
  sets.push(...new Array<number>(width).fill(0))
  for (const place of always) sets[place >> 5] = (sets[place >> 5] ?? 0) | (1 << (place & 31))
  const trie = new Trie(needing.size * 3)
  for (const [need, places] of needing) trie.set(need, numberOf(places))
  return { trie, width, sets: Int32Array.from(sets) }
}

/** The patterns that can match in a text, and so in its parts. */
export const spot = (text: string, { trie, width, sets }: SpotTables): number[] => {
  const spotted: number[] = []
  for (let word = 0; word < width; word++) spotted.push(sets[word] ?? 0)
  for (let index = 0; index < text.length; index++) {
    const found = trie.allAt(text, index)
    for (let at = 0; at < found; at++) {
      const from = (trie.values[at] ?? 0) * width
      for (let word = 0; word < width; word++) spotted[word] = (spotted[word] ?? 0) | (sets[from + word] ?? 0)
    }
  }
  return spotted
}
