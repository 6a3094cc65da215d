/** Compiles a catalogue, and what the parser knows of the language, into the bytes of a vocabulary. */
import type { Catalogue } from '../config/catalogue-types.js'
import type { TurnTables } from '../config/turns.js'
import { foldTable } from './folding.js'
import { KINDS, STAFF_KINDS } from './gist.js'
import { rowOfGood, rowOfHeard } from './good-rows.js'
import { lexiconTables } from './lexicon-tables.js'
import { pack } from './packed.js'
import { accentTable, namesBySound, syllableTable } from './sound-tables.js'
import { spotTables } from './spot-tables.js'
import type { TrieTables } from './trie.js'
import { trieTables } from './trie-tables.js'
import { turnTables } from './turn-tables.js'
import { type Reader, type ReaderOptions, readerWith } from './understand.js'
import { fingerprint, openVocabulary } from './vocabulary.js'

/** A reader for a catalogue, which is compiled first (some 200 ms). */
export const readerFor = (catalogue: Catalogue, turns: TurnTables, options: ReaderOptions = {}): Reader => {
  const vocabulary = openVocabulary(compileVocabulary(catalogue, turns))
  if (vocabulary === null) throw new Error('a vocabulary that was just compiled is of another version')
  return readerWith(vocabulary, options)
}

/** `stamp` tells of which tables the catalogue was read; it must be given again to open the bytes. */
export const compileVocabulary = ({ goods, measures }: Catalogue, turns: TurnTables, stamp = ''): Uint8Array => {
  const fold = foldTable()
  const { words, facts } = lexiconTables({ goods, measures }, fold)
  const spots = spotTables(words)
  const syllables = syllableTable()
  const heard = namesBySound(goods, syllables)
  const sounds = new Map([...heard.keys()].map((sound, index) => [sound, index + 1]))
  const goodRows = rowsOf(goods.map(rowOfGood))
  const heardRows = rowsOf([...heard.values()].map(rowOfHeard))
  const residents = turnTables(KINDS, turns.residents)
  const staff = turnTables(STAFF_KINDS, turns.staff)
  return pack({
    fingerprint: Int32Array.of(fingerprint(stamp)),
    ...named('words', trieTables(words)),
    facts,
    fold,
    'goods.text': goodRows.text,
    'goods.starts': goodRows.starts,
    measures: rowsOf([measures]).text,
    'spots.always': Int32Array.from(spots.always),
    'spots.starts': spots.starts,
    'spots.sets': spots.sets,
    'spots.places': spots.places,
    'spots.sure': spots.sure,
    'spots.seconds': spots.seconds,
    syllables,
    accents: accentTable(),
    ...named('sounds', trieTables(sounds)),
    'heard.text': heardRows.text,
    'heard.starts': heardRows.starts,
    ...named('turns', residents.tries),
    'turns.weights': residents.weights,
    ...named('staff-turns', staff.tries),
    'staff-turns.weights': staff.weights,
  })
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

const named = (name: string, { signs, roots, checks, cells }: TrieTables): Record<string, Int32Array | Uint16Array> => ({
  [`${name}.signs`]: signs,
  [`${name}.roots`]: roots,
  [`${name}.checks`]: checks,
  [`${name}.cells`]: cells,
})
