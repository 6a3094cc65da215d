/** Works out what each pattern needs, and lays it into the dictionary of words, so that one pass over a text finds both. */
import { factorsOf } from './factors.js'
import { PATTERNS, piecesOf } from './pattern.js'
import { type SpotTables, spotValue } from './spotter.js'
import type { Trie } from './trie.js'

export const spotTables = (trie: Trie): SpotTables => {
  /** The patterns, and behind them the pieces of the long ones. */
  const asked: RegExp[] = PATTERNS.map(({ regex }) => regex)
  const pieces = Int32Array.from(PATTERNS, ({ source }) => {
    const first = asked.length
    asked.push(...piecesOf(source).map((piece) => new RegExp(piece, 'u')))
    return first
  })
  const always = new Array<number>((asked.length + 31) >> 5).fill(0)
  const sure = new Uint8Array(asked.length)
  const needing = new Map<string, number[]>()
  for (const [place, regex] of asked.entries()) {
    const factors = factorsOf(regex)
    const { needs } = factors
    if (factors.sure) sure[place] = 1
    if (needs === null) always[place >> 5] = (always[place >> 5] ?? 0) | (1 << (place & 31))
    for (const need of needs ?? []) {
      const known = needing.get(need)
      if (known === undefined) needing.set(need, [place])
      else known.push(place)
    }
  }
  const sets: number[] = []
  /** Sets are counted from 1. */
  const starts = [0, 0]
  const numbers = new Map<string, number>()
  const numberOf = (places: readonly number[]): number => {
    const key = places.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    const bits = new Map<number, number>()
    for (const place of places) bits.set(place >> 5, (bits.get(place >> 5) ?? 0) | (1 << (place & 31)))
    for (const pair of bits) sets.push(...pair)
    const number = starts.push(sets.length) - 2
    numbers.set(key, number)
    return number
  }
  for (const [need, places] of needing) trie.set(need, spotValue(trie.get(need), numberOf(places)))
  return { pieces, sure, always, starts: Int32Array.from(starts), sets: Int32Array.from(sets) }
}
