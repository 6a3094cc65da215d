/** Lays turns of phrase and their weights into a dictionary (`gist.ts`). */
import type { TurnTable } from '../config/turns.js'
import { KINDS, NO_WEIGHT } from './gist.js'
import type { TrieTables } from './trie.js'
import { trieTables } from './trie-tables.js'

/** Throws where the table is of other kinds. */
export const turnTables = ({ kinds, turns }: TurnTable): { tries: TrieTables; weights: Uint8Array } => {
  if (kinds.join() !== KINDS.join()) throw new Error(`turns are weighed for ${KINDS.join()}, not ${kinds.join()}: npm run learn`)
  const weights = new Uint8Array(turns.length * KINDS.length)
  for (const [index, { weights: row }] of turns.entries())
    for (const [kind, weight] of row.entries()) weights[index * KINDS.length + kind] = weight + NO_WEIGHT
  return { tries: trieTables(new Map(turns.map(({ turn }, index) => [turn, index + 1]))), weights }
}
