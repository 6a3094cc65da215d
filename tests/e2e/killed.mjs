// Plays a scenario and kills itself, for real, at the Nth step of its work. Begun again on the same database it goes on from there:
// what the network delivered before comes again with the same ids.   killed.mjs SCENARIO DATABASE N(0: never)
import { createReadStream } from 'node:fs'
import { VirtualClock } from '../../dist/bot/clock.js'
import { openStage, readScenario, settingsFor } from '../../dist/bot/replay.js'
import { openOffice } from '../../dist/cli/office.js'
import { loadSettings } from '../../dist/config/settings.js'

const [scenario, database, nth] = process.argv.slice(2)
let steps = 0
const step = (done) => {
  steps++
  if (steps === Number(nth)) {
    process.stdout.write(`killed at ${done}\n`)
    process.kill(process.pid, 'SIGKILL')
  }
}
const { cast, events } = await readScenario(createReadStream(scenario))
const sample = settingsFor(loadSettings(undefined, {}), cast)
// That it was not running is told (tests/bot/network.test.ts); here only what it did is compared.
const settings = { ...sample, chat: { ...sample.chat, tellGapMinutes: 1440 } }
const first = Date.parse(events[0].at) - 60_000
const before = await openOffice(settings, { database, clock: new VirtualClock(first), silent: true })
const seen = await before.store.db
  .selectFrom('inbox')
  .select(({ fn }) => fn.max('received_at').as('at'))
  .executeTakeFirst()
const known = await before.store.db.selectFrom('handles').select('target_id').where('kind', '=', 'person').executeTakeFirst()
const sent = await before.store.db
  .selectFrom('outbox')
  .select(({ fn }) => fn.max('sent_at').as('at'))
  .executeTakeFirst()
const ran = await before.store.db
  .selectFrom('jobs')
  .select(({ fn }) => fn.max('claimed_at').as('at'))
  .executeTakeFirst()
await before.store.close()
const clock = new VirtualClock(Math.max(first, Number(seen?.at ?? 0), Number(sent?.at ?? 0), Number(ran?.at ?? 0)))
const office = await openOffice(settings, { database, clock, silent: true, step })
const people = known === undefined ? cast.people : cast.people.map((person) => ({ ...person, role: 'resident' }))
const stage = await openStage(office, clock, { ...cast, people }, (said) => process.stdout.write(`${JSON.stringify(said)}\n`), first)
for (const event of events) await stage.play(event)
process.stdout.write(`steps ${steps}\n`)
await stage.close()
