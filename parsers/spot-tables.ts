/** Works out what each pattern needs, and lays it into the dictionary of words, so that one pass over a text finds both. */
import { factorsOf } from './factors.js'
import { PATTERNS, piecesOf } from './pattern.js'
import { type SpotTables, spotValue } from './spotter.js'

export const spotTables = (words: Map<string, number>): SpotTables => {
  /** The patterns, and behind each its pieces: most of the bits that a string marks then lie side by side. */
  const asked: RegExp[] = []
  const places = PATTERNS.map(({ source, regex }) => asked.push(regex, ...piecesOf(source).map((piece) => new RegExp(piece, 'u'))))
  const factors = asked.map(factorsOf)
  /** Behind them what some need besides: each set once. */
  const besides = new Map<string, { place: number; needs: ReadonlySet<string> }>()
  const seconds = Int32Array.from(factors, ({ also }) => {
    if (also === null) return 0
    const key = [...also].sort().join('|')
    const known = besides.get(key)
    if (known !== undefined) return known.place
    const place = asked.length + besides.size
    besides.set(key, { place, needs: also })
    return place
  })
  const needing = new Map<string, number[]>()
  const note = (needs: ReadonlySet<string>, place: number): void => {
    for (const need of needs) {
      const known = needing.get(need)
      if (known === undefined) needing.set(need, [place])
      else known.push(place)
    }
  }
  const unbound: number[] = []
  for (const [place, { needs }] of factors.entries()) {
    if (needs === null) unbound.push(place)
    else note(needs, place)
  }
  for (const { place, needs } of besides.values()) note(needs, place)
  const length = (asked.length + besides.size + 31) >> 5
  const sets: number[] = []
  /** Sets are counted from 1. */
  const starts = [0, 0]
  const numbers = new Map<string, number>()
  const numberOf = (places: readonly number[]): number => {
    const key = places.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    for (const [word, bits] of bitsOf(places, length).entries()) if (bits !== 0) sets.push(word, bits)
    const number = starts.push(sets.length) - 2
    numbers.set(key, number)
    return number
  }
  for (const [need, places] of needing) words.set(need, spotValue(words.get(need) ?? 0, numberOf(places)))
  return {
    places: Int32Array.of(0, ...places),
    sure: Uint8Array.from(factors, ({ sure }) => Number(sure)),
    always: bitsOf(unbound, length),
    starts: Int32Array.from(starts),
    sets: Int32Array.from(sets),
    seconds,
  }
}

const bitsOf = (places: readonly number[], length: number): number[] => {
  const bits = new Array<number>(length).fill(0)
  for (const place of places) bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31))
  return bits
}
