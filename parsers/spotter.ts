/** Spots in one pass over a text which of all patterns can match in it: a dictionary of what they need, each word with its set of patterns. */
import type { Trie } from './trie.js'

export interface SpotTables {
  /** From what patterns need to the number of a set. */
  trie: Trie
  /** Numbers in a set of patterns. */
  width: number
  /** The sets, `width` numbers each, one bit a pattern; the first holds the patterns that must always be asked. */
  sets: Int32Array
}

/** The patterns that can match in a text, and so in its parts. */
export const spot = (text: string, { trie, width, sets }: SpotTables): number[] => {
  const spotted: number[] = []
  for (let word = 0; word < width; word++) spotted.push(sets[word] ?? 0)
  for (let index = 0; index < text.length; index++) {
    const found = trie.allAt(text, index)
    for (let at = 0; at < found; at++) {
      const from = (trie.values[at] ?? 0) * width
      for (let word = 0; word < width; word++) spotted[word] = (spotted[word] ?? 0) | (sets[from + word] ?? 0)
    }
  }
  return spotted
}
