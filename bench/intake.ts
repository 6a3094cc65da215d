/** Durable intake through the bot, and the very statements that it ran once more, raw through better-sqlite3, in turns. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { VirtualClock } from '../bot/clock.js'
import { openIntake } from '../bot/intake.js'
import { openOffice } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import type { Statement } from '../store/open.js'
import { sentence } from './sentences.js'

const ROUNDS = 3
const COUNT = 400
const ZONE_NOON = Date.parse('2021-01-26T12:00:00+08:00')

export const benchIntake = async (folder: string): Promise<void> => {
  const ratios: number[] = []
  let ours = 0
  let raw = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { statements, before, seconds } = await through(join(folder, `ours-${round}.db`))
    const again = replay(join(folder, `raw-${round}.db`), before, statements)
    ours = Math.max(ours, COUNT / seconds)
    raw = Math.max(raw, COUNT / again)
    ratios.push(again / seconds)
  }
  ratios.sort((a, b) => a - b)
  process.stdout.write(
    `taken in durably    ${Math.round(ours)} messages/s, the same statements raw ${Math.round(raw)}/s, ratio ${(ratios[1] ?? 0).toFixed(2)}\n`,
  )
}

const through = async (file: string): Promise<{ statements: Statement[]; before: Statement[]; seconds: number }> => {
  const statements: Statement[] = []
  const clock = new VirtualClock(ZONE_NOON)
  const onStatement = (statement: Statement): void => void statements.push(statement)
  const office = await openOffice(loadSettings(undefined, {}), { database: file, clock, silent: true, onStatement })
  const names = (n: number): string => `${(n % 6) + 1}0${(n % 2) + 1} 邻居`
  const intake = openIntake(
    office,
    'bench',
    async (row) => ({ topic: '富通社区3栋2单元', alias: names(Number(row.message_id)), name: 'x' }),
    () => {},
  )
  const before = statements.splice(0)
  const from = performance.now()
  for (let n = 0; n < COUNT; n++)
    await intake.take({
      id: String(n),
      seq: n,
      sentAt: ZONE_NOON + n,
      roomHandle: 'room',
      senderHandle: `person-${n % 12}`,
      self: false,
      kind: 'text',
      text: sentence(n),
      quoted: null,
      recalls: [],
    })
  await intake.settle()
  const seconds = (performance.now() - from) / 1000
  await office.store.close()
  return { statements, before, seconds }
}

const replay = (file: string, before: readonly Statement[], statements: readonly Statement[]): number => {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const prepared = new Map<string, Database.Statement>()
  const run = ({ sql, parameters }: Statement): void => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    if (statement.reader) statement.all(...parameters)
    else statement.run(...parameters)
  }
  for (const statement of before) run(statement)
  const from = performance.now()
  for (const statement of statements) run(statement)
  const seconds = (performance.now() - from) / 1000
  database.close()
  return seconds
}
