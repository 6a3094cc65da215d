/** Works out what each pattern needs, and lays it into the dictionary that texts are spotted with. */
import { factorsOf } from './factors.js'
import { PATTERNS } from './pattern.js'
import type { SpotTables } from './spotter.js'
import { Trie } from './trie.js'

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
