/**
 * Everything that reading needs of the catalogue and of the language, compiled into one run of bytes: made once when the program is built
 * (or where a community has goods of its own), opened in a millisecond. Goods are taken out when they are first named.
 */
import type { GoodFacts, Measure } from '../config/catalogue-types.js'
import { KINDS, type Kind, STAFF_KINDS, type StaffKind, Turns } from './gist.js'
import { goodOfRow, heardOfRow } from './good-rows.js'
import { FACTS, type Lexicon, type Word } from './lexicon.js'
import type { BySound } from './matchers/unknown.js'
import { type Tables, unpack } from './packed.js'
import { PATTERNS } from './pattern.js'
import { changedOver, fillSound, type Heard, LONGEST, nearest, SHORTEST } from './sounds.js'
import { type SpotTables, WORD } from './spotter.js'
import { Trie, type TrieTables } from './trie.js'

export interface Vocabulary {
  lexicon: Lexicon
  bySound: BySound
  turns: Turns<Kind>
  staffTurns: Turns<StaffKind>
}

const trieTablesIn = (name: string, { ints, shorts }: Tables): TrieTables => ({
  signs: shorts(`${name}.signs`),
  roots: ints(`${name}.roots`),
  checks: ints(`${name}.checks`),
  cells: ints(`${name}.cells`),
})
const trieIn = (name: string, tables: Tables): Trie => new Trie(trieTablesIn(name, tables))

/** Null where the bytes were made of other tables, or by another version of the patterns and words: they must be compiled anew. */
export const openVocabulary = (bytes: Uint8Array, stamp = ''): Vocabulary | null => {
  const tables = unpack(bytes)
  if (tables.ints('fingerprint')[0] !== fingerprint(stamp)) return null
  const goodAt = rowReader(tables, 'goods', goodOfRow)
  const measures: Measure[] = JSON.parse(new TextDecoder().decode(tables.bytes('measures')))
  return {
    lexicon: openLexicon(tables, goodAt, measures),
    bySound: openSounds(tables, goodAt),
    turns: new Turns(KINDS, trieTablesIn('turns', tables), tables.ints('turns.weights')),
    staffTurns: new Turns(STAFF_KINDS, trieTablesIn('staff-turns', tables), tables.ints('staff-turns.weights')),
  }
}

/** What was made by this program is trusted to hold what it says; each row is read once. */
const rowReader = <Row, Value>(tables: Tables, name: string, made: (row: Row) => Value): ((index: number) => Value) => {
  const text = tables.bytes(`${name}.text`)
  const starts = tables.ints(`${name}.starts`)
  const decoder = new TextDecoder()
  const values = new Array<Value | undefined>(starts.length)
  return (index) => {
    const known = values[index]
    if (known !== undefined) return known
    const value = made(JSON.parse(decoder.decode(text.subarray(starts[index], starts[index + 1]))))
    values[index] = value
    return value
  }
}

const openLexicon = (tables: Tables, goodAt: (index: number) => GoodFacts, measures: readonly Measure[]): Lexicon => {
  const trie = trieIn('words', tables)
  const facts = tables.ints('facts')
  /** Of full length from the start: a row filled here and there would be kept, and searched, as a table of names. */
  const words = new Array<Word | undefined>(facts.length / FACTS)
  const word = (number: number): Word => {
    const known = words[number]
    if (known !== undefined) return known
    const at = number * FACTS
    const good = facts[at] ?? 0
    const made: Word = {
      good: good === 0 ? null : goodAt(good - 1),
      measure: measures[(facts[at + 1] ?? 0) - 1] ?? null,
      cues: facts[at + 2] ?? 0,
      noise: facts[at + 3] === 1,
    }
    words[number] = made
    return made
  }
  const endOfGood = (codes: Uint16Array, index: number): number => {
    let end = index
    let good = false
    const found = trie.allAt(codes, index)
    for (let at = 0; at < found; at++) {
      const number = (trie.values[at] ?? 0) & WORD
      if (number === 0) continue
      end = trie.ends[at] ?? index
      good = facts[number * FACTS] !== 0
    }
    return good ? end : index
  }
  return { trie, word, spots: openSpots(tables), fold: tables.shorts('fold'), endOfGood }
}

const openSpots = (tables: Tables): SpotTables => {
  const { ints } = tables
  const places = ints('spots.places')
  const sure = tables.bytes('spots.sure')
  const seconds = ints('spots.seconds')
  const facts = { sure, seconds }
  for (const [index, pattern] of PATTERNS.entries()) pattern.lay(places[index] ?? 0, places[index + 1] ?? 0, facts)
  return {
    places,
    sure,
    always: Array.from(ints('spots.always')),
    starts: ints('spots.starts'),
    sets: ints('spots.sets'),
    seconds,
  }
}

const openSounds = (tables: Tables, goodAt: (index: number) => GoodFacts): BySound => {
  const trie = trieIn('sounds', tables)
  const syllables = tables.shorts('syllables')
  const accents = tables.shorts('accents')
  const heardAt = rowReader(tables, 'heard', heardOfRow)
  const sound = new Uint16Array(LONGEST + 1)
  const alike = (): readonly Heard[] => {
    const number = trie.ofCodes(sound)
    return number === 0 ? NOTHING_HEARD : heardAt(number - 1)
  }
  const isMedicine = (good: number): boolean => goodAt(good).medicine !== ''
  return (word) => {
    if (!fillSound(word, syllables, sound)) return null
    const found = nearest(word, alike(), syllables, isMedicine)
    if (found !== undefined) return goodAt(found.good)
    /** Only longer words say enough when two of their signs are changed over. */
    for (let at = 0; word.length > 2 && at < word.length - 1; at++) {
      changeOver(sound, at)
      const heard = alike()
      changeOver(sound, at)
      if (heard.length === 0) continue
      const other = changedOver(word, at)
      const meant = heard.find(({ name }) => name === other)
      if (meant !== undefined) return goodAt(meant.good)
    }
    for (let at = 0; at < word.length; at++) {
      const said = sound[at] ?? 0
      const other = (accents[said] ?? 0) || (word.length > SHORTEST ? (accents[said + accents.length / 2] ?? 0) : 0)
      if (other === 0) continue
      sound[at] = other
      const meant = nearest(word, alike(), syllables, isMedicine)
      sound[at] = said
      /** What makes well is not guessed by an accent. */
      if (meant !== undefined && !isMedicine(meant.good)) return goodAt(meant.good)
    }
    return null
  }
}

const NOTHING_HEARD: readonly Heard[] = []

const changeOver = (sound: Uint16Array, at: number): void => {
  const first = sound[at] ?? 0
  sound[at] = sound[at + 1] ?? 0
  sound[at + 1] = first
}

/** One sign of so many is mixed in, to save time: `npm run build` compiles anew whatever was edited. */
const STRIDE = 61

const mixed = (before: number, text: string): number => {
  let mix = Math.imul(before ^ text.length, 0x01000193)
  for (let index = 0; index < text.length; index += STRIDE) mix = Math.imul(mix ^ text.charCodeAt(index), 0x01000193)
  return mix
}

/** All patterns in their order, mixed into one number. */
export const mixedPatterns = (): number => PATTERNS.reduce((mix, { written }) => mixed(mix, written), 0x811c9dc5)

/** What `mixedPatterns` gives, where the program was put together by `npm run build`, which asks whether it does. */
declare const MIXED_PATTERNS: number | undefined

/** Changes with the patterns and with the tables that a stamp tells of. */
export const fingerprint = (stamp: string): number => mixed(typeof MIXED_PATTERNS === 'undefined' ? mixedPatterns() : MIXED_PATTERNS, stamp)
