/** Plays a scenario into a database of a test's choice and says what of its expectation does not hold (form: SPEC.md of the scenarios). */
import { createReadStream, readFileSync } from 'node:fs'
import { z } from 'zod'
import { VirtualClock } from '../../bot/clock.js'
import type { Office } from '../../bot/office.js'
import { openStage, readScenario, type Said, settingsFor } from '../../bot/replay.js'
import { toldOf } from '../../bot/report.js'
import { openOffice } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { accountsOf } from '../../store/accounts.js'
import { exportAlerts, exportOrders, exportPickList, exportRequests, exportReview } from '../../store/exports.js'

const words = z.array(z.string()).default([])
const saidRule = z.object({
  room: z.string().optional(),
  to: z.string().optional(),
  after: z.string().optional(),
  before: z.string().optional(),
  has: words,
  hasNot: words,
  times: z.number().optional(),
})
const expectation = z.object({
  sent: z.array(saidRule).default([]),
  never: z.array(saidRule).default([]),
  exports: z
    .array(
      z.object({
        args: z.array(z.string()),
        has: z.array(z.unknown()).default([]),
        hasNot: z.array(z.unknown()).default([]),
        count: z.number().optional(),
      }),
    )
    .default([]),
})

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every field that is named is equal; members of arrays match in any order. */
const matches = (want: unknown, got: unknown): boolean => {
  if (Array.isArray(want)) return Array.isArray(got) && want.every((one) => got.some((other) => matches(one, other)))
  if (isRecord(want)) return isRecord(got) && Object.entries(want).every(([key, value]) => matches(value, got[key]))
  return (want ?? null) === (got ?? null)
}

const fits = (rule: z.infer<typeof saidRule>, said: Said): boolean =>
  (rule.room === undefined || said.room === rule.room) &&
  (rule.to === undefined || said.to === rule.to) &&
  (rule.after === undefined || Date.parse(said.at) >= Date.parse(rule.after)) &&
  (rule.before === undefined || Date.parse(said.at) <= Date.parse(rule.before)) &&
  rule.has.every((word) => new RegExp(word, 'u').test(said.text)) &&
  !rule.hasNot.some((word) => new RegExp(word, 'u').test(said.text))

const exported = (office: Office, args: readonly string[]): Promise<unknown> => {
  const { db } = office.store
  const flag = (name: string): string => args[args.indexOf(name) + 1] ?? ''
  if (args[0] === 'orders') return exportOrders(db, flag('--day'))
  if (args[0] === 'picklist') return exportPickList(db, flag('--grid'), flag('--day'), 0)
  if (args[0] === 'accounts') return accountsOf(db, flag('--day'), null)
  if (args[0] === 'report') return toldOf(db, flag('--day'), null, office)
  if (args[0] === 'requests') return exportRequests(db)
  return args[0] === 'alerts' ? exportAlerts(db) : exportReview(db)
}

/** What falls short, a line each; empty where all holds. `settings`: the path of a settings file, the sample community without one. */
export const fallsShort = async (scenario: URL, expectFile: URL, database: string, settings?: string): Promise<string[]> => {
  const { cast, events } = await readScenario(createReadStream(scenario))
  const expect = expectation.parse(JSON.parse(readFileSync(expectFile, 'utf8')))
  const said: Said[] = []
  const clock = new VirtualClock(Date.parse(events[0]?.at ?? '') - 60_000)
  const office = await openOffice(settingsFor(loadSettings(settings, {}), cast), { database, clock, silent: true })
  const stage = await openStage(office, clock, cast, (one) => said.push(one))
  for (const event of events) await stage.play(event)
  const bad: string[] = []
  for (const rule of expect.sent) {
    const found = said.filter((one) => fits(rule, one)).length
    if (rule.times === undefined ? found === 0 : found !== rule.times) bad.push(`sent ${JSON.stringify(rule)}: ${found} found`)
  }
  for (const rule of expect.never) {
    const found = said.find((one) => fits(rule, one))
    if (found !== undefined) bad.push(`never ${JSON.stringify(rule)}: ${found.text}`)
  }
  for (const { args, has, hasNot, count } of expect.exports) {
    const got = await exported(office, args)
    const list: unknown[] = Array.isArray(got) ? got : [got]
    for (const want of has)
      if (!list.some((one) => matches(want, one))) bad.push(`${args.join(' ')} lacks ${JSON.stringify(want)}: ${JSON.stringify(list)}`)
    for (const want of hasNot) if (list.some((one) => matches(want, one))) bad.push(`${args.join(' ')} holds ${JSON.stringify(want)}`)
    if (count !== undefined && list.length !== count) bad.push(`${args.join(' ')}: ${list.length} rows, not ${count}`)
  }
  await stage.close()
  return bad
}
