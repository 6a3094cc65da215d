/** Spots in one pass over a text which of all patterns can match in it: a dictionary of what they need, each word with its set of patterns. */
import type { Spotted } from './pattern.js'
import type { Trie } from './trie.js'

export interface SpotTables {
  /** From what patterns need to the number of a set. */
  trie: Trie
  /** Bits of the patterns that must always be asked. */
  always: readonly number[]
  /** Where each set begins in `sets`, and where the last one ends. */
  starts: Int32Array
  /** The sets, most of one pattern or two: an index into the bits, and the bits to put there. */
  sets: Int32Array
}

/** The patterns that can match in a text, and so in its parts. */
export const spot = (text: string, { trie, always, starts, sets }: SpotTables): Spotted => {
  const spotted = always.slice()
  for (let index = 0; index < text.length; index++) {
    const found = trie.allAt(text, index)
    for (let at = 0; at < found; at++) {
      const set = trie.values[at] ?? 0
      const until = starts[set + 1] ?? 0
      for (let from = starts[set] ?? 0; from < until; from += 2) {
        const word = sets[from] ?? 0
        spotted[word] = (spotted[word] ?? 0) | (sets[from + 1] ?? 0)
      }
    }
  }
  return spotted
}
