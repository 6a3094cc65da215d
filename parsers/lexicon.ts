/** All words that the parser knows: goods and measures of the catalogue, cues, and noise that only looks like them. */
import type { GoodFacts, Measure } from '../config/catalogue-types.js'
import type { SpotTables } from './spotter.js'
import type { Trie } from './trie.js'
import type { CUES } from './words/cues.js'

export type Cue = keyof typeof CUES

/** One bit a cue; 31 of them fit. As cases, since a table would be searched by name each time. */
export const bitOf = (cue: Cue): number => {
  switch (cue) {
    case 'want':
      return 1
    case 'add':
      return 2
    case 'past':
      return 4
    case 'others':
      return 8
    case 'price':
      return 16
    case 'recipe':
      return 32
    case 'wishTalk':
      return 64
    case 'announce':
      return 128
    case 'mends':
      return 256
  }
}
export const CUE_NAMES: readonly Cue[] = ['want', 'add', 'past', 'others', 'price', 'recipe', 'wishTalk', 'announce', 'mends']

/** What a word can be; all three at once is possible. */
export interface Word {
  good: GoodFacts | null
  measure: Measure | null
  cues: number
  noise: boolean
}

export interface Lexicon {
  /** The words, and what the patterns need (`spotter.ts` tells how a value holds both). */
  trie: Trie
  /** The word of a number. */
  word: (number: number) => Word
  spots: SpotTables
  /** What each sign becomes when a text is folded. */
  fold: Uint16Array
  /** End of the good's name that begins at an offset, the offset itself where none does. */
  endOfGood: (codes: Uint16Array, index: number) => number
}

/** Numbers a word takes: its good and its measure (counted from 1, 0 for none), its cues, and 1 where it is noise. */
export const FACTS = 4
