// One life of a bot on a simulated network: goes on with the day where the database stands, until it is killed or the day is over.
//   lives.mjs DAY DATABASE SENT STEP(0: never)      DAY: { rooms, people, messages } as JSON      SENT: what reached the network, a line each
// The network delivers again what it delivered last, and whatever was not taken. It is the port itself, without Wechaty, so that a life
// is short to begin; `killed.mjs` plays through Wechaty.
import { appendFileSync, readFileSync } from 'node:fs'
import { openBot } from '../../dist/bot/bot.js'
import { VirtualClock } from '../../dist/bot/clock.js'
import { openOffice } from '../../dist/cli/office.js'
import { loadSettings } from '../../dist/config/settings.js'
import { addPerson, noteHandle } from '../../dist/store/community.js'
import { inUseSince } from '../../dist/store/jobs.js'

const [dayFile, database, sent, killAt] = process.argv.slice(2)
const day = JSON.parse(readFileSync(dayFile, 'utf8'))
const AGAIN = 5
const ACCOUNT = 'network'

let steps = 0
const step = (done) => {
  steps++
  if (steps !== Number(killAt)) return
  process.stdout.write(`killed at ${done}\n`)
  process.kill(process.pid, 'SIGKILL')
}
const first = day.messages[0].sentAt - 60_000
const settings = { ...loadSettings(undefined, {}), ...day.settings }
const clock = new VirtualClock(first)
const office = await openOffice(settings, { database, clock, silent: true, step })
const { db } = office.store
const newest = async (table, column) => {
  const found = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max(column).as('at'))
    .executeTakeFirst()
  return Number(found?.at ?? 0)
}
const stands = [await newest('inbox', 'received_at'), await newest('outbox', 'sent_at'), await newest('jobs', 'claimed_at')]
await clock.advanceTo(Math.max(first, ...stands), async () => {})

// Who is staff is known from the start, as if each had sent a code.
const known = await db.selectFrom('handles').select('external_id').where('kind', '=', 'person').execute()
for (const { id, name, role, grid } of day.people.filter((person) => person.role !== undefined)) {
  if (known.some((one) => one.external_id === id)) continue
  await db.transaction().execute(async (trx) => {
    const cause = { at: first, why: 'cast', personId: null, inboxId: null }
    const made = await addPerson(trx, { name, role, grid, household_id: null, household_from: null }, cause)
    await noteHandle(trx, ACCOUNT, 'person', id, made, first)
  })
}
const topics = new Map(day.rooms.map(({ handle, topic }) => [handle, topic]))
const names = new Map(day.people.map(({ id, name }) => [id, name]))
let events
const port = {
  start: async (given) => {
    events = given
    await given.login({ handle: 'linxu', name: '邻需' })
  },
  stop: async () => {},
  rooms: async () => day.rooms,
  topic: async (handle) => topics.get(handle) ?? null,
  sender: async (_, handle) => ({ handle, name: names.get(handle), alias: names.get(handle), remark: null }),
  send: async (target, text) => {
    appendFileSync(sent, `${JSON.stringify({ ...target, text })}\n`)
    return null
  },
  idle: async () => {},
}
const bot = openBot(office, port, ACCOUNT, Math.min(first, (await inUseSince(db)) ?? first))
process.stdout.write('begun\n')
await bot.start()
await bot.settle()
const { count } = await db
  .selectFrom('inbox')
  .select(({ fn }) => fn.countAll().as('count'))
  .executeTakeFirstOrThrow()
for (const message of day.messages.slice(Math.max(0, Number(count) - AGAIN))) {
  await clock.advanceTo(message.sentAt, bot.settle)
  await events.message(message)
  await bot.settle()
}
await clock.advanceTo(day.until, bot.settle)
process.stdout.write(`steps ${steps}\n`)
await bot.stop()
await office.store.close()
