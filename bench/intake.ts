/**
 * Durable intake through the bot, and its very work once more without the bot, in turns: the same statements with the same values,
 * prepared and raw through better-sqlite3 (`raw alone`), and those with each message understood by the same reader (`raw`). One message
 * after the other (each its own commits), then in groups as they form when many write at once.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { ArrivedMessage } from '../bot/chat/port.js'
import { VirtualClock } from '../bot/clock.js'
import { openIntake } from '../bot/intake.js'
import { openOffice } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import type { Context } from '../parsers/types.js'
import { GROUP } from '../store/inbox.js'
import type { Statement } from '../store/open.js'
import { doors } from './doors.js'
import { orderWords } from './sentences.js'

const ROUNDS = 5
const COUNT = 600
const GROUPS = [1, 10, GROUP]
/** From one message to the next, in milliseconds: 1,404 households in turn, so that no one's words come again within seconds. */
const APART = 43
const NOON = Date.parse('2021-01-26T12:00:00+08:00')

const settings = loadSettings(undefined, {})
const homes = doors(settings)

const message = (n: number): ArrivedMessage => {
  const home = homes[(n * 7) % homes.length]
  return {
    id: String(n),
    seq: n,
    sentAt: NOON + n * APART,
    roomHandle: home?.unit ?? '',
    senderHandle: home?.door ?? '',
    self: false,
    kind: 'text',
    text: orderWords(n),
    quoted: null,
    recalls: [],
  }
}

interface Understood {
  before: number
  again: () => unknown
}

interface Run {
  seconds: number
  /** Before the clock ran: tables, households, everyone's first message. */
  before: Statement[]
  statements: Statement[]
  /** Understands the words of message after message once more, each before the statement that followed then. */
  understood: Understood[]
}

/** Everybody has written once before it is measured, as on any day but the first. */
const through = async (file: string, size: number, recorded: boolean): Promise<Run> => {
  const heard: Statement[] = []
  const listener = recorded ? { onStatement: (statement: Statement): void => void heard.push(statement) } : {}
  let committed = 0
  let awaited = { count: 0, met: (): void => {} }
  const step = (done: string): void => {
    if (done === 'committed' && ++committed === awaited.count) awaited.met()
  }
  const office = await openOffice(settings, { database: file, clock: new VirtualClock(NOON), silent: true, step, ...listener })
  const understood: Understood[] = []
  const { reader } = office
  if (recorded)
    office.reader = {
      ...reader,
      understand: (text: string, context: Context) => {
        understood.push({ before: heard.length, again: () => reader.understand(text, context) })
        return reader.understand(text, context)
      },
    }
  const facts = new Map(homes.map(({ door, topic, alias }) => [door, { topic, alias, name: alias }]))
  const intake = openIntake(
    office,
    'bench',
    async (row) => facts.get(row.sender_handle) ?? { topic: null, alias: null, name: '' },
    () => {},
  )
  const take = async (from: number, until: number, together: number): Promise<void> => {
    for (let n = from; n < until; n += together) {
      const next = Math.min(n + together, until)
      const handled = new Promise<void>((met) => {
        awaited = { count: next, met }
      })
      for (let k = n; k < next; k++) void intake.take(message(k))
      await handled
    }
    await intake.settle()
  }
  await take(0, homes.length, GROUP)
  const before = heard.splice(0)
  understood.length = 0
  const from = performance.now()
  await take(homes.length, homes.length + COUNT, size)
  const seconds = (performance.now() - from) / 1000
  const statements = heard.splice(0)
  const orders = await office.store.db.selectFrom('inbox').select('id').where('outcome', '=', 'order').execute()
  if (orders.length !== homes.length + COUNT) throw new Error(`of ${homes.length + COUNT} messages ${orders.length} became orders`)
  await office.store.close()
  return { seconds, before, statements, understood }
}

const replay = (file: string, { before, statements }: Run, understood: readonly Understood[]): number => {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = ON')
  const prepared = new Map<string, Database.Statement>()
  const run = ({ sql, parameters }: Statement): void => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    if (statement.reader) statement.all(...parameters)
    else statement.run(...parameters)
  }
  for (const statement of before) run(statement)
  database.pragma('synchronous = FULL')
  const from = performance.now()
  let message = 0
  for (const [index, statement] of statements.entries()) {
    for (; understood[message]?.before === index; message++) understood[message]?.again()
    run(statement)
  }
  const seconds = (performance.now() - from) / 1000
  database.close()
  return seconds
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

interface Times {
  run: Run
  ours: number[]
  raw: number[]
  alone: number[]
}

export const benchIntake = async (folder: string): Promise<void> => {
  const times = new Map<number, Times>()
  for (const size of GROUPS)
    times.set(size, { run: await through(join(folder, `recorded-${size}.db`), size, true), ours: [], raw: [], alone: [] })
  for (let round = 0; round < ROUNDS; round++)
    for (const [size, { run, ours, raw, alone }] of times) {
      ours.push((await through(join(folder, `ours-${size}-${round}.db`), size, false)).seconds)
      raw.push(replay(join(folder, `raw-${size}-${round}.db`), run, run.understood))
      alone.push(replay(join(folder, `alone-${size}-${round}.db`), run, []))
    }
  const single = times.get(1)
  for (const [size, { run, ours, raw, alone }] of times) {
    const rate = (seconds: readonly number[]): string => `${Math.round(COUNT / median(seconds))}/s`
    const ratioTo = (others: readonly number[]): string => median(ours.map((seconds, round) => (others[round] ?? 0) / seconds)).toFixed(2)
    const gain = (of: 'ours' | 'raw'): string => (median(single?.[of] ?? []) / median(of === 'ours' ? ours : raw)).toFixed(1)
    process.stdout.write(
      `orders taken in, ${size === 1 ? 'one by one' : `${size} at once`}: ${rate(ours)}; raw ${rate(raw)}, ratio ${ratioTo(raw)}; raw alone (${(run.statements.length / COUNT).toFixed(1)} statements each) ${rate(alone)}, ratio ${ratioTo(alone)}${size === 1 ? '' : `; ${gain('ours')} times one by one, raw ${gain('raw')} times`}\n`,
    )
  }
}

if (process.argv[1]?.endsWith('intake.js')) {
  const folder = mkdtempSync(join(tmpdir(), 'linxu-bench-'))
  try {
    await benchIntake(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
