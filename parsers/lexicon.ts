/** All words that the parser knows: goods and measures of the catalogue, cues, and noise that only looks like them. */
import type { Catalogue, Good, Measure } from '../config/catalogue-types.js'
import { type SpotTables, spotTables } from './spotter.js'
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

/** What a word can be; all three at once is possible. */
export interface Word {
  good: Good | null
  measure: Measure | null
  cues: number
  noise: boolean
}

export interface Lexicon {
  trie: Trie
  words: readonly Word[]
  goods: readonly Good[]
  spots: SpotTables
  /** End of the good's name that begins at an offset, the offset itself where none does. */
  endOfGood: (text: string, index: number) => number
}

const NAMES: readonly Cue[] = ['want', 'add', 'past', 'others', 'price', 'recipe', 'wishTalk', 'announce']

export const lexiconOf = (catalogue: Catalogue): Lexicon => {
  const words: Word[] = [{ good: null, measure: null, cues: 0, noise: false }]
  const trie = new Trie(catalogue.goods.length * 16 + 8192)
  const at = (text: string): Word => {
    const folded = foldText(text).text
    const known = trie.get(folded)
    if (known !== 0) return words[known] ?? word()
    const made = word()
    trie.set(folded, words.push(made) - 1)
    return made
  }
  for (const good of catalogue.goods) {
    at(good.name).good = good
    for (const alias of good.aliases) at(alias).good ??= good
  }
  for (const measure of catalogue.measures) {
    at(measure.name).measure = measure
    for (const alias of measure.aliases) at(alias).measure ??= measure
  }
  for (const name of NAMES) {
    const row = CUES[name]
    for (const text of row.split(/\s+/u)) if (text !== '') at(text.replaceAll('_', ' ')).cues |= BIT[name]
  }
  for (const text of NOISE.split(/\s+/u)) if (text !== '') at(text).noise = true
  const found = { value: 0 }
  const endOfGood = (text: string, index: number): number => {
    const end = trie.longest(text, index, found)
    return words[found.value]?.good ? end : index
  }
  return { trie, words, goods: catalogue.goods, spots: spotTables(), endOfGood }
}

const word = (): Word => ({ good: null, measure: null, cues: 0, noise: false })
