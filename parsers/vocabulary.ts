/**
 * Everything that reading needs of the catalogue and of the language, compiled into one run of bytes: made once when the program is built
 * (or where a community has goods of its own), opened in a millisecond. Goods are taken out when they are first named.
 */
import type { Catalogue, Good, Measure } from '../config/catalogue-types.js'
import { FACTS, type Lexicon, lexiconTables, type Word } from './lexicon.js'
import type { BySound } from './matchers/unknown.js'
import { pack, type Tables, unpack } from './packed.js'
import { PATTERNS } from './pattern.js'
import { mayBeHeard, namesBySound, nearest, soundOf, syllableTable } from './sounds.js'
import { type SpotTables, spotTables } from './spotter.js'
import { Trie } from './trie.js'
import { CUES, NOISE } from './words/cues.js'

export interface Vocabulary {
  lexicon: Lexicon
  bySound: BySound
}

/** Rows of JSON, one behind the other, and where each begins. */
const rowsOf = (rows: readonly unknown[]): { text: Uint8Array; starts: Int32Array } => {
  const encoder = new TextEncoder()
  const pieces = rows.map((row) => encoder.encode(JSON.stringify(row)))
  const starts = new Int32Array(rows.length + 1)
  for (const [index, { length }] of pieces.entries()) starts[index + 1] = (starts[index] ?? 0) + length
  const text = new Uint8Array(starts[rows.length] ?? 0)
  for (const [index, piece] of pieces.entries()) text.set(piece, starts[index])
  return { text, starts }
}

const trieTables = (name: string, trie: Trie): Record<string, Int32Array> => {
  const { slots, roots } = trie.tables()
  return { [`${name}.slots`]: slots, [`${name}.roots`]: roots }
}
const trieIn = (name: string, tables: Tables): Trie => Trie.from({ slots: tables.ints(`${name}.slots`), roots: tables.ints(`${name}.roots`) })

export const compileVocabulary = ({ goods, measures }: Catalogue): Uint8Array => {
  const { trie, facts } = lexiconTables({ goods, measures })
  const spots = spotTables()
  const syllables = syllableTable()
  const heard = namesBySound(goods, syllables)
  const sounds = new Trie(heard.size * 4)
  for (const [index, sound] of [...heard.keys()].entries()) sounds.set(sound, index + 1)
  const goodRows = rowsOf(goods)
  const heardRows = rowsOf([...heard.values()])
  return pack({
    fingerprint: Int32Array.of(fingerprint()),
    ...trieTables('words', trie),
    facts,
    'goods.text': goodRows.text,
    'goods.starts': goodRows.starts,
    measures: rowsOf([measures]).text,
    ...trieTables('spots', spots.trie),
    'spots.sets': spots.sets,
    'spots.sure': Uint8Array.from(PATTERNS, ({ sure }) => (sure ? 1 : 0)),
    syllables,
    ...trieTables('sounds', sounds),
    'heard.text': heardRows.text,
    'heard.starts': heardRows.starts,
  })
}

/** Null where the bytes were made by another version of the patterns and words: they must be compiled anew. */
export const openVocabulary = (bytes: Uint8Array): Vocabulary | null => {
  const tables = unpack(bytes)
  if (tables.ints('fingerprint')[0] !== fingerprint()) return null
  const goodAt = rowReader<Good>(tables, 'goods')
  const measures: Measure[] = JSON.parse(new TextDecoder().decode(tables.bytes('measures')))
  return { lexicon: openLexicon(tables, goodAt, measures), bySound: openSounds(tables, goodAt) }
}

/** What was made by this program is trusted to hold what it says; each row is read once. */
const rowReader = <Row>(tables: Tables, name: string): ((index: number) => Row) => {
  const text = tables.bytes(`${name}.text`)
  const starts = tables.ints(`${name}.starts`)
  const decoder = new TextDecoder()
  const rows: Row[] = []
  return (index) => {
    const known = rows[index]
    if (known !== undefined) return known
    const row: Row = JSON.parse(decoder.decode(text.subarray(starts[index], starts[index + 1])))
    rows[index] = row
    return row
  }
}

const openLexicon = (tables: Tables, goodAt: (index: number) => Good, measures: readonly Measure[]): Lexicon => {
  const trie = trieIn('words', tables)
  const facts = tables.ints('facts')
  const words: Word[] = []
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
  const found = { value: 0 }
  const endOfGood = (text: string, index: number): number => {
    const end = trie.longest(text, index, found)
    return end > index && facts[found.value * FACTS] !== 0 ? end : index
  }
  return { trie, word, spots: openSpots(tables), endOfGood }
}

const openSpots = (tables: Tables): SpotTables => {
  const sure = tables.bytes('spots.sure')
  for (const [place, pattern] of PATTERNS.entries()) pattern.sure = sure[place] === 1
  return { trie: trieIn('spots', tables), width: (PATTERNS.length + 31) >> 5, sets: tables.ints('spots.sets') }
}

const openSounds = (tables: Tables, goodAt: (index: number) => Good): BySound => {
  const trie = trieIn('sounds', tables)
  const syllables = tables.shorts('syllables')
  const heardAt = rowReader<{ name: string; good: number }[]>(tables, 'heard')
  return (word) => {
    if (!mayBeHeard(word)) return null
    const number = trie.get(soundOf(word, syllables))
    const found = number === 0 ? undefined : nearest(word, heardAt(number - 1))
    return found === undefined ? null : goodAt(found.good)
  }
}

/** Changes with everything of the language that was compiled in. */
const fingerprint = (): number => {
  let mixed = 0x811c9dc5
  const mix = (text: string): void => {
    for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193)
  }
  for (const { regex } of PATTERNS) mix(regex.source)
  for (const row of Object.values(CUES)) mix(row)
  mix(NOISE)
  return mixed
}
