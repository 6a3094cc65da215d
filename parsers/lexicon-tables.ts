/** Lays all words that the parser knows into a dictionary with their facts. */
import type { Catalogue } from '../config/catalogue-types.js'
import { bitOf, CUE_NAMES, FACTS } from './lexicon.js'
import { namesInLetters } from './pinyin.js'
import { foldText } from './text.js'
import { CUES, NOISE } from './words/cues.js'

/** The words with their numbers, from 1, and the facts of each; the first facts are those of no word. */
export const lexiconTables = (catalogue: Catalogue, fold: Uint16Array): { words: Map<string, number>; facts: Int32Array } => {
  const facts: number[] = [0, 0, 0, 0]
  const words = new Map<string, number>()
  /** Where the facts of a word stand. */
  const at = (text: string): number => {
    const folded = foldText(text, fold).text
    const known = words.get(folded)
    if (known !== undefined) return known * FACTS
    const made = facts.push(0, 0, 0, 0) - FACTS
    words.set(folded, made / FACTS)
    return made
  }
  const claim = (text: string, fact: 0 | 1, number: number): void => {
    const place = at(text) + fact
    if (facts[place] === 0) facts[place] = number
  }
  for (const [index, { name }] of catalogue.goods.entries()) facts[at(name)] = index + 1
  for (const [index, { aliases }] of catalogue.goods.entries()) for (const alias of aliases) claim(alias, 0, index + 1)
  for (const [index, { aliases }] of catalogue.goods.entries())
    for (const alias of aliases) {
      const plural = pluralOf(alias)
      if (plural !== null) claim(plural, 0, index + 1)
    }
  for (const [letters, index] of namesInLetters(catalogue.goods.map(({ name }) => name))) claim(letters, 0, index + 1)
  for (const [index, { name }] of catalogue.measures.entries()) facts[at(name) + 1] = index + 1
  for (const [index, { aliases }] of catalogue.measures.entries()) for (const alias of aliases) claim(alias, 1, index + 1)
  for (const cue of CUE_NAMES)
    for (const text of wordsIn(CUES[cue])) {
      const place = at(text.replaceAll('_', ' ')) + 2
      facts[place] = (facts[place] ?? 0) | bitOf(cue)
    }
  for (const text of wordsIn(NOISE)) facts[at(text) + 3] = 1
  return { words, facts: Int32Array.from(facts) }
}

/** More than one of an English name, null where it is none or is written so already. */
const pluralOf = (name: string): string | null => {
  if (!/^[a-z][a-z ]+[a-z]$/iu.test(name) || name.endsWith('s')) return null
  if (/[^aeiou]y$/iu.test(name)) return `${name.slice(0, -1)}ies`
  return /(?:ch|sh|x|to)$/iu.test(name) ? `${name}es` : `${name}s`
}

const wordsIn = (row: string): string[] => row.split(/\s+/u).filter((text) => text !== '')
