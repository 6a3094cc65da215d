/**
 * Turns of phrase, and how much each of them speaks for what a message may be: `config/turns/*.csv`, a turn a line and a column a kind, in
 * tenths. They are learnt from the test sentences (`npm run learn`); a person may read them, and need not write them.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { turnsFolder } from './tables-stamp.js'

/** Weights are tenths, from minus this to this. */
export const LARGEST_WEIGHT = 127

export interface TurnTable {
  kinds: string[]
  /** With a weight a kind. */
  turns: { turn: string; weights: number[] }[]
}

/** Who writes: each has a table of their own. */
export const WRITERS = ['residents', 'staff'] as const
export type TurnTables = Record<(typeof WRITERS)[number], TurnTable>

/** Throws with file and line where a table is not what `npm run learn` writes. */
export const loadTurns = (): TurnTables => ({ residents: loadTable('residents'), staff: loadTable('staff') })

const loadTable = (writer: (typeof WRITERS)[number]): TurnTable => {
  const file = `${writer}.csv`
  return readTurns(readFileSync(join(turnsFolder(), file), 'utf8'), file)
}

export const readTurns = (text: string, file: string): TurnTable => {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const [first, ...kinds] = head.split(',')
  const refuse = (line: number, why: string): never => {
    throw new Error(`${file}:${line} ${why}; npm run learn writes it anew`)
  }
  if (first !== 'turn' || kinds.length === 0) refuse(1, 'is no head of a table of turns')
  const turns = lines.map((line, index) => {
    const [turn = '', ...cells] = line.split(',')
    const weights = cells.map((cell) => (cell === '' ? 0 : Number(cell)))
    if (
      turn === '' ||
      weights.length !== kinds.length ||
      !weights.every((weight) => Number.isInteger(weight) && Math.abs(weight) <= LARGEST_WEIGHT)
    )
      refuse(index + 2, 'is not a turn with a whole weight for each kind')
    return { turn: spelled(turn), weights }
  })
  return { kinds, turns }
}

/** The table's text, as `readTurns` reads it. */
export const writtenTurns = ({ kinds, turns }: TurnTable): string => {
  const lines = turns.map(({ turn, weights }) => [named(turn), ...weights.map((weight) => (weight === 0 ? '' : String(weight)))].join(','))
  return `${['turn', ...kinds].join(',')}\n${lines.sort().join('\n')}\n`
}

/** A comma, a space and a line's end are written by name, since they part the table's cells. */
const NAMES: readonly (readonly [sign: string, name: string])[] = [
  [',', '<comma>'],
  ['\n', '<line>'],
  [' ', '<space>'],
]
const spelled = (turn: string): string => NAMES.reduce((text, [sign, name]) => text.replaceAll(name, sign), turn)
const named = (turn: string): string => NAMES.reduce((text, [sign, name]) => text.replaceAll(sign, name), turn)
