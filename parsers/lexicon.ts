/** All words that the parser knows: goods and measures of the catalogue, cues, and noise that only looks like them. */
import type { Catalogue, Good, Measure } from '../config/catalogue-types.js'
import type { SpotTables } from './spotter.js'
import { foldText } from './text.js'
import { Trie } from './trie.js'
import { CUES, NOISE } from './words/cues.js'

export type Cue = keyof typeof CUES

/** One bit a cue; 31 of them fit. */
export const BIT: Readonly<Record<Cue, number>> = {
  want: 1,
  add: 2,
  past: 4,
  others: 8,
  price: 16,
  recipe: 32,
  wishTalk: 64,
  announce: 128,
}
const NAMES: readonly Cue[] = ['want', 'add', 'past', 'others', 'price', 'recipe', 'wishTalk', 'announce']

/** What a word can be; all three at once is possible. */
export interface Word {
  good: Good | null
  measure: Measure | null
  cues: number
  noise: boolean
}

export interface Lexicon {
  trie: Trie
  /** The word of a number in the trie. */
  word: (number: number) => Word
  spots: SpotTables
  /** End of the good's name that begins at an offset, the offset itself where none does. */
  endOfGood: (text: string, index: number) => number
}

/** Numbers a word takes: its good and its measure (counted from 1, 0 for none), its cues, and 1 where it is noise. */
export const FACTS = 4

/** The words and their facts; the first facts are those of no word. */
export const lexiconTables = (catalogue: Catalogue): { trie: Trie; facts: Int32Array } => {
  const facts: number[] = [0, 0, 0, 0]
  const trie = new Trie(catalogue.goods.length * 10 + 8192)
  /** Where the facts of a word stand. */
  const at = (text: string): number => {
    const folded = foldText(text).text
    const known = trie.get(folded)
    if (known !== 0) return known * FACTS
    const made = facts.push(0, 0, 0, 0) - FACTS
    trie.set(folded, made / FACTS)
    return made
  }
  const claim = (text: string, fact: 0 | 1, number: number): void => {
    const place = at(text) + fact
    if (facts[place] === 0) facts[place] = number
  }
  for (const [index, { name }] of catalogue.goods.entries()) facts[at(name)] = index + 1
  for (const [index, { aliases }] of catalogue.goods.entries()) for (const alias of aliases) claim(alias, 0, index + 1)
  for (const [index, { name }] of catalogue.measures.entries()) facts[at(name) + 1] = index + 1
  for (const [index, { aliases }] of catalogue.measures.entries()) for (const alias of aliases) claim(alias, 1, index + 1)
  for (const cue of NAMES)
    for (const text of wordsIn(CUES[cue])) {
      const place = at(text.replaceAll('_', ' ')) + 2
      facts[place] = (facts[place] ?? 0) | BIT[cue]
    }
  for (const text of wordsIn(NOISE)) facts[at(text) + 3] = 1
  return { trie, facts: Int32Array.from(facts) }
}

const wordsIn = (row: string): string[] => row.split(/\s+/u).filter((text) => text !== '')
