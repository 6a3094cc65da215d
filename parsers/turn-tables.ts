/** Lays turns of phrase and their weights into a dictionary (`gist.ts`). */
import type { TurnTable } from '../config/turns.js'
import { packed, WORDS } from './gist.js'
import { withSigns } from './latin.js'
import type { TrieTables } from './trie.js'
import { trieTables } from './trie-tables.js'

/** Throws where the table is of other kinds. */
export const turnTables = (expected: readonly string[], { kinds, turns }: TurnTable): { tries: TrieTables; weights: Int32Array } => {
  if (kinds.join() !== expected.join()) throw new Error(`turns are weighed for ${expected.join()}, not ${kinds.join()}: npm run learn`)
  const weights = new Int32Array(turns.length * WORDS)
  for (const [index, { weights: row }] of turns.entries())
    for (let word = 0; word < WORDS; word++) weights[index * WORDS + word] = packed(row[word * 2] ?? 0, row[word * 2 + 1] ?? 0)
  return { tries: trieTables(new Map(turns.map(({ turn }, index) => [withSigns(turn), index + 1]))), weights }
}
