/** Spots in one pass over a text the words that stand in it, and which of all patterns can match. */
import type { Lexicon } from './lexicon.js'
import type { Spotted } from './pattern.js'
import type { Folded } from './text.js'

/** A value of the dictionary holds a word's number in its low bits, and above them the number of a set of patterns that need this string. */
const WORD_BITS = 17
export const WORD = (1 << WORD_BITS) - 1
const MOST_SETS = 1 << (31 - WORD_BITS)

/** Throws where there are more words or sets than the bits can tell. */
export const spotValue = (word: number, set: number): number => {
  if (word > WORD || set >= MOST_SETS) throw new Error(`a value holds ${WORD} words and ${MOST_SETS} sets, not ${word} and ${set}`)
  return (set << WORD_BITS) | word
}

export interface SpotTables {
  /** Where each pattern's place is, those of its pieces behind it, and where the last ends; for each place whether it matches wherever what it needs stands. */
  places: Int32Array
  sure: Uint8Array
  /** Bits of the patterns that must always be asked. */
  always: readonly number[]
  /** Where each set begins in `sets`, and where the last one ends. */
  starts: Int32Array
  /** The sets, most of one pattern or two: an index into the bits, and the bits to put there. */
  sets: Int32Array
  /** For each place that of a second set of strings, of which one must stand too, 0 where nothing must. */
  seconds: Int32Array
}

export interface Spots {
  /** The patterns that can match in the text, and so in its parts. */
  spotted: Spotted
  /** For each offset the end of the longest word that begins there (the offset itself where none does) and its number. */
  ends: Int32Array
  words: Int32Array
}

/** Kept from text to text: what `spot` says of words holds until it is called again. */
let ends = new Int32Array(1024)
let words = new Int32Array(1024)

export const spot = ({ text, codes }: Folded, { trie, spots }: Pick<Lexicon, 'trie' | 'spots'>): Spots => {
  const { length } = text
  if (length >= ends.length) {
    ends = new Int32Array(length * 2)
    words = new Int32Array(length * 2)
  }
  const spotted = spots.always.slice()
  for (let index = 0; index < length; index++) {
    ends[index] = index
    const found = trie.allAt(codes, index)
    for (let at = 0; at < found; at++) {
      const value = trie.values[at] ?? 0
      if ((value & WORD) !== 0) {
        words[index] = value & WORD
        ends[index] = trie.ends[at] ?? 0
      }
      if (value > WORD) mark(spotted, value >> WORD_BITS, spots)
    }
  }
  ends[length] = length
  return { spotted, ends, words }
}

const mark = (spotted: number[], set: number, { starts, sets }: SpotTables): void => {
  const until = starts[set + 1] ?? 0
  for (let from = starts[set] ?? 0; from < until; from += 2) {
    const word = sets[from] ?? 0
    spotted[word] = (spotted[word] ?? 0) | (sets[from + 1] ?? 0)
  }
}
