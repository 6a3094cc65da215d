/**
 * A morning peak: all 1,404 households in 117 groups write three orders each within 60 seconds of real time, through Wechaty and its
 * simulated puppet; then the clock runs fast until everything is said. Prints what waited, what was sent and what memory it took.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { VirtualClock } from '../bot/clock.js'
import { type Cast, openStage, type Said } from '../bot/replay.js'
import { openOffice } from '../cli/office.js'
import { loadSettings } from '../config/settings.js'
import { doors } from './doors.js'
import { orderWords } from './sentences.js'

const PER_HOUSEHOLD = 3
const SECONDS = 60
/** How often time goes on, in milliseconds. */
const TICK = 5
const MORNING = Date.parse('2021-01-27T07:00:00+08:00')

const settings = loadSettings(undefined, {})
const homes = doors(settings)
const cast: Cast = {
  rooms: [
    ...new Map(homes.map(({ unit, topic }) => [unit, { id: unit, topic }])).values(),
    ...settings.grids.map(({ id, name }) => ({ id: `grid-${id}`, topic: `${name}工作群` })),
  ],
  people: [],
}

const folder = mkdtempSync(join(tmpdir(), 'linxu-load-'))
const clock = new VirtualClock(MORNING)
/** When each was written and when its order was in the database, by order of arrival. */
const written: number[] = []
const ordered: number[] = []
const step = (done: string): void => {
  if (done === 'committed') ordered.push(performance.now())
}
const office = await openOffice(settings, { database: join(folder, 'load.db'), clock, silent: true, step })
const said: Said[] = []
const stage = await openStage(office, clock, cast, (one) => said.push(one))
for (const { door, unit, alias } of homes) {
  stage.puppet.addPerson({ id: door, name: alias })
  stage.puppet.setAlias(unit, door, alias)
}

const total = homes.length * PER_HOUSEHOLD
let most = 0
const begun = performance.now()
while (written.length < total) {
  const gone = performance.now() - begun
  const due = Math.min(total, Math.ceil((gone / (SECONDS * 1000)) * total))
  for (let n = written.length; n < due; n++) {
    const home = homes[(n * 7) % homes.length]
    if (home === undefined) continue
    written.push(performance.now())
    stage.puppet.say({ id: `m-${n}`, room: home.unit, from: home.door, text: orderWords(n), at: Math.round(MORNING + gone) })
  }
  await clock.advanceTo(MORNING + gone, async () => {})
  await pause(TICK)
  most = Math.max(most, process.memoryUsage.rss())
}
await stage.bot.settle()
const waits = written.map((at, n) => (ordered[n] ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b)
await stage.until(clock.now() + 3600_000)

const { db } = office.store
const count = async (table: 'inbox' | 'notices'): Promise<number> =>
  Number(
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .executeTakeFirst()
    )?.count ?? 0,
  )
const taken = await db.selectFrom('inbox').select('id').where('outcome', 'like', '%order%').execute()
const told = await db
  .selectFrom('notices')
  .innerJoin('outbox', 'outbox.id', 'notices.outbox_id')
  .select(['notices.household_id', 'notices.inbox_id'])
  .where('notices.kind', '=', 'taken')
  .where('outbox.status', '=', 'sent')
  .execute()
const confirmed = new Set(told.map((notice) => notice.household_id))
const unsaid = homes.length - confirmed.size
const confirmations = new Set(told.map((notice) => notice.inbox_id))
const unconfirmed = taken.filter(({ id }) => !confirmations.has(id)).length
const line = (what: string, figure: string): void => void process.stdout.write(`${what.padEnd(58)}${figure}\n`)
line('messages written within 60 s, and durable', `${total}, ${await count('inbox')}`)
line(
  'from written to its order in the database (≤ 2 s)',
  `half ${waits[Math.floor(total / 2)]?.toFixed(0)} ms, longest ${waits.at(-1)?.toFixed(0)} ms`,
)
line('orders accepted, messages sent', `${taken.length}, ${said.length}`)
line('sent for 100 accepted orders (≤ 10)', ((said.length / taken.length) * 100).toFixed(1))
line('orders, households left without a confirmation (0, 0)', `${unconfirmed}, ${unsaid}`)
line('confirmations said after', `${Math.round((Date.parse(said.at(-1)?.at ?? '') - MORNING) / 1000)} s`)
line('memory at most (< 300 MB)', `${Math.round(most / 1_048_576)} MB`)
await stage.close()
rmSync(folder, { recursive: true, force: true })
