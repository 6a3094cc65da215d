/** Words that say a thing only together with others: each row has a weight, and the rows that a text touches are added up. */
import { type Pattern, wordsPattern } from '../pattern.js'

export interface Weighted {
  weight: number
  words: Pattern
}

export const weighted = (weight: number, words: string): Weighted => ({ weight, words: wordsPattern(words) })
