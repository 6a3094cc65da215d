/** `npm run learn`: learns `config/turns/*.csv` anew. The same sentences always give the same tables. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { turnsFolder } from '../config/tables-stamp.js'
import { WRITERS, writtenTurns } from '../config/turns.js'
import { learnTable } from './learnt-tables.js'

/** All are learnt before one is written: a table that changes makes the vocabulary an old one. */
const learnt = WRITERS.map((writer) => ({ writer, ...learnTable(writer) }))
for (const { writer, sentences, ...table } of learnt) {
  writeFileSync(join(turnsFolder(), `${writer}.csv`), writtenTurns(table))
  process.stdout.write(`${writer}: ${sentences} sentences, ${table.turns.length} turns\n`)
}
