/**
 * A month of a community, day after day through Wechaty and its simulated puppet: residents write in the way of `sentences.ts`, staff
 * report each unit as brought, every night cleans and backs up. What the last ten days take is set against the first ten: time a
 * message, memory after the garbage is collected, open files. `node --expose-gc dist/bench/soak.js [MESSAGES]`, 100,000 unless said.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VirtualClock } from '../bot/clock.js'
import { addDays, momentOf } from '../bot/days.js'
import { type Cast, openStage, settingsFor } from '../bot/replay.js'
import { openOffice } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import { doors } from './doors.js'
import { sentence } from './sentences.js'

const DAYS = 30
const THIRD = DAYS / 3
const FIRST_DAY = '2021-01-01'
const MESSAGES = Number(process.argv[2] ?? 100_000)
const A_DAY = Math.ceil(MESSAGES / DAYS)

const folder = mkdtempSync(join(tmpdir(), 'linxu-soak-'))
const base = loadSettings(undefined, {})
const homes = doors(base)
const cast: Cast = {
  rooms: [
    ...new Map(homes.map(({ unit, topic }) => [unit, { id: unit, topic }])).values(),
    ...base.grids.map(({ id, name }) => ({ id: `grid-${id}`, topic: `${name}工作群`, kind: 'grid', grid: id })),
  ],
  people: base.grids.map(({ id }) => ({ id: `staff-${id}`, name: `小王${id}`, alias: {}, role: 'staff', grid: id })),
}
const units = [...new Map(homes.map((home) => [home.unit, home])).values()]
const settings = { ...settingsFor(base, cast), backup: { ...base.backup, folder: join(folder, 'backups') } }
const at = (day: string, time: string): number => momentOf(day, time, settings.timeZone)
const clock = new VirtualClock(at(FIRST_DAY, '05:00'))
const office = await openOffice(settings, { database: join(folder, 'soak.db'), clock, silent: true, backups: true })
let sent = 0
const stage = await openStage(office, clock, cast, () => sent++)
for (const { door, unit, alias } of homes) {
  stage.puppet.addPerson({ id: door, name: alias })
  stage.puppet.setAlias(unit, door, alias)
}

interface Day {
  /** Of a message, from its arrival until all that it set off is done. */
  microseconds: number
  /** The processor's part of it: what else the machine does is not in it. */
  processor: number
  heap: number
  rss: number
  files: number
}

let written = 0
let spent = 0
let worked = 0
const say = async (room: string, from: string, text: string): Promise<void> => {
  const begun = performance.now()
  const before = process.cpuUsage()
  stage.puppet.say({ id: `m-${written++}`, room, from, text, at: clock.now() })
  await stage.bot.settle()
  spent += performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  worked += user + system
}

/** Residents from seven to half past nine in the evening; at ten in the morning staff say of each unit that all is there. */
const playDay = async (day: string): Promise<Day> => {
  const [from, brought, until] = [at(day, '07:00'), at(day, '10:00'), at(day, '21:30')]
  const before = written
  spent = worked = 0
  let reported = false
  for (let n = 0; n < A_DAY - units.length; n++) {
    await stage.until(from + Math.floor((n / A_DAY) * (until - from)))
    if (!reported && clock.now() >= brought) {
      for (const { unit, grid } of units) await say(`grid-${grid}`, `staff-${grid}`, `${unit}已送`)
      reported = true
    }
    const home = homes[(written * 7) % homes.length]
    if (home !== undefined) await say(home.unit, home.door, sentence(written + Math.floor(written / homes.length)))
  }
  await stage.until(at(addDays(day, 1), '05:00'))
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return {
    microseconds: (spent * 1000) / (written - before),
    processor: worked / (written - before),
    heap: heapUsed + external,
    rss,
    files: readdirSync('/proc/self/fd').length,
  }
}

const days: Day[] = []
const begun = performance.now()
for (let n = 0; n < DAYS; n++) {
  const day = await playDay(addDays(FIRST_DAY, n))
  days.push(day)
  process.stderr.write(
    `day ${n + 1}: ${day.microseconds.toFixed(0)} µs a message (${day.processor.toFixed(0)} of the processor), heap ${(day.heap / 1e6).toFixed(1)} MB, resident ${(day.rss / 1e6).toFixed(0)} MB, ${day.files} files, ${((performance.now() - begun) / 1000).toFixed(0)} s\n`,
  )
}

const { db } = office.store
const counted = async (table: 'inbox' | 'orders' | 'deliveries'): Promise<string> =>
  `${
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count
  } ${table}`
const median = (some: readonly Day[], of: keyof Day): number => [...some].map((day) => day[of]).sort((a, b) => a - b)[some.length >> 1] ?? 0
/** What else the machine does only ever adds to a time. */
const least = (some: readonly Day[], of: keyof Day): number => Math.min(...some.map((day) => day[of]))
const line = (what: string, of: keyof Day, unit: number, typical = median): void => {
  const [first, last] = [typical(days.slice(0, THIRD), of), typical(days.slice(-THIRD), of)]
  process.stdout.write(`${what.padEnd(42)}${(first / unit).toFixed(1)}, ${(last / unit).toFixed(1)}, ${(last / first).toFixed(2)} times\n`)
}
process.stdout.write(
  `${DAYS} days, ${written} messages, ${sent} sent; left are ${[await counted('inbox'), await counted('orders'), await counted('deliveries')].join(', ')}; ${((performance.now() - begun) / 1000).toFixed(0)} s\n`,
)
process.stdout.write('the first ten days, the last ten\n')
line('time a message, µs', 'microseconds', 1)
line('the processor’s part of it, µs', 'processor', 1)
line('the same on the quietest day, µs', 'processor', 1, least)
line('heap after the garbage, MB', 'heap', 1e6)
line('resident memory, MB', 'rss', 1e6)
line('open files', 'files', 1)
await stage.close()
rmSync(folder, { recursive: true, force: true })
