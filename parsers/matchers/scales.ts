/** Adds up the weights of the rows that a text touches, each once. */
import type { Message } from '../message.js'
import type { Weighted } from '../words/weighted.js'

export const touched = (rows: readonly Weighted[], message: Message, text: string): Weighted[] =>
  rows.filter(({ words }) => message.says(words, text))

export const weightOf = (rows: readonly Weighted[]): number => rows.reduce((sum, { weight }) => sum + weight, 0)

/** What belongs together stands near together: a long text is weighed by what stands together. */
const LONG = 160

export const stretches = (message: Message, text: string): string[] => {
  if (text.length <= LONG) return [text]
  const parts: string[] = []
  let from = 0
  let to = 0
  for (const { start, end } of message.clauses) {
    if (end - from > LONG && to > from) {
      parts.push(text.slice(from, to))
      from = start
    }
    to = end
  }
  return [...parts, text.slice(from)]
}
