/** Adds up the weights of the rows that a text touches, each once. */
import type { Message } from '../message.js'
import type { Weighted } from '../words/weighted.js'

export const touched = (rows: readonly Weighted[], message: Message, text: string): Weighted[] =>
  rows.filter(({ words }) => message.says(words, text))

/** Whether they could weigh so much, for all that is known without asking: far cheaper than asking. */
export const mayWeigh = (rows: readonly Weighted[], least: number, message: Message): boolean => {
  let sum = 0
  for (const { weight, words } of rows) {
    if (message.may(words)) sum += weight
    if (sum >= least) return true
  }
  return false
}

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
