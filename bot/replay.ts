/** Plays a day into the bot on a virtual clock, through real Wechaty and its simulated puppet. */
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Settings } from '../config/settings.js'
import { addPerson, householdAt, noteHandle } from '../store/community.js'
import { appLine, takeAppOrder } from './app-orders.js'
import { type Bot, openBot } from './bot.js'
import { SimPuppet } from './chat/sim-puppet.js'
import { openWechaty } from './chat/wechaty.js'
import type { VirtualClock } from './clock.js'
import { stampOf } from './days.js'
import { readTopic } from './doors.js'
import type { Office } from './office.js'

const moment = z.iso.datetime({ offset: true, error: '要写成 2021-01-26T19:02:10+08:00 这样 / an ISO time with offset' })
const id = z.string().min(1)
export const castSchema = z.object({
  community: z.string().optional(),
  rooms: z.array(
    z.object({
      id,
      topic: z.string(),
      kind: z.string().nullish(),
      building: z.string().nullish(),
      unit: z.string().nullish(),
      grid: z.string().nullish(),
    }),
  ),
  people: z.array(
    z.object({
      id,
      name: z.string(),
      alias: z.record(z.string(), z.string()).default({}),
      role: z.enum(['resident', 'volunteer', 'staff', 'head']).default('resident'),
      grid: z.string().nullish(),
    }),
  ),
})
export type Cast = z.infer<typeof castSchema>
const eventSchema = z.object({
  at: moment,
  tick: z.literal(true).optional(),
  id: id.optional(),
  room: id.nullish(),
  from: id.optional(),
  text: z.string().optional(),
  quote: id.nullish(),
  recall: id.nullish(),
  join: id.nullish(),
  /** The connection is lost; what is said until `online` never arrives. */
  offline: z.literal(true).optional(),
  online: z.literal(true).optional(),
  /** Every room and person has a new id, as after a new login with the web protocol; the word tells one login from another. */
  relogin: id.optional(),
  /** An order of a shop's app: key, door, lines. */
  app: z.strictObject({ key: id, household: id, day: id.nullable().default(null), lines: z.array(appLine).min(1) }).optional(),
  /** The group exists from here on. */
  found: z.object({ room: id, topic: z.string() }).optional(),
})
export type ReplayEvent = z.infer<typeof eventSchema>

/** A scenario that cannot be played; the message names the line and what is allowed. */
export class ScenarioRefused extends Error {}

export interface Said {
  at: string
  room?: string
  to?: string
  text: string
}

const parsed = <T>(schema: z.ZodType<T>, value: unknown, line: number): T => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new ScenarioRefused(`第${line}行 / line ${line}: ${faults.join('; ')}`)
}

/** Reads a scenario: the cast in the first line, one event a line after it, in the order of time. */
export const readScenario = async (input: Readable): Promise<{ cast: Cast; events: ReplayEvent[] }> => {
  const events: ReplayEvent[] = []
  let cast: Cast | null = null
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new ScenarioRefused(`第${number}行不是 JSON / line ${number} is not JSON`)
    }
    if (cast === null) cast = parsed(z.object({ cast: castSchema }), value, number).cast
    else events.push(parsed(eventSchema, value, number))
  }
  if (cast === null) throw new ScenarioRefused('第一行要写 cast / the first line must hold the cast')
  return { cast, events }
}

/** The cast says, as an operator would, what its staff groups are, and the rooms whose topic says nothing. */
export const settingsFor = (settings: Settings, cast: Cast): Settings => {
  const silent = cast.rooms.filter((room) => room.kind === 'grid' || (room.kind && readTopic(room.topic, settings).kind === 'unknown'))
  const bound = silent.map(({ topic, building, unit, grid }) => ({
    topic,
    ...(building ? { building } : {}),
    ...(unit ? { unit } : {}),
    ...(grid ? { grid } : {}),
  }))
  return { ...settings, rooms: [...settings.rooms, ...bound.filter((room) => 'building' in room || 'grid' in room)] }
}

export interface Stage {
  bot: Bot
  puppet: SimPuppet
  /** Goes on to a time; everything due on the way has run when it resolves. */
  until(time: number): Promise<void>
  play(event: ReplayEvent): Promise<void>
  close(): Promise<void>
}

const ACCOUNT = 'simulated'

/** Sets the cast on a simulated network and starts the bot there. `said` hears what the bot sends, as it is sent; jobs due before `since` are not caught up. */
export const openStage = async (
  office: Office,
  clock: VirtualClock,
  cast: Cast,
  said: (said: Said) => void,
  since = clock.now(),
): Promise<Stage> => {
  const puppet = new SimPuppet({ now: () => clock.now() })
  const names = new Map<string, string>()
  const texts = new Map<string, { from: string; text: string }>()
  for (const person of cast.people) {
    names.set(person.id, person.name)
    puppet.addPerson({ id: person.id, name: person.name })
  }
  for (const room of cast.rooms) puppet.addRoom({ id: room.id, topic: room.topic, members: cast.people.map((person) => person.id) })
  for (const person of cast.people) for (const [room, alias] of Object.entries(person.alias)) puppet.setAlias(room, person.id, alias)
  await bindStaff(office, cast, clock.now())
  puppet.onSent = ({ to, toRoom, text, at }) =>
    said({ at: stampOf(at, office.settings.timeZone), ...(toRoom ? { room: to } : { to }), text })
  const port = await openWechaty({ puppet, name: ACCOUNT, dataFolder: '', log: office.log })
  const bot = openBot(office, port, ACCOUNT, since)
  await bot.start()
  puppet.loginAs('邻需')
  await bot.settle()

  const arrive = (event: ReplayEvent, at: number): void => {
    const { from, room } = event
    if (event.join && room) puppet.join({ room, person: event.join, at })
    else if (event.recall && from) puppet.recall({ id: event.id ?? `recall-${at}`, room: room ?? null, from, at, original: event.recall })
    else if (from && event.text !== undefined) {
      const quoted = event.quote ? texts.get(event.quote) : undefined
      const quote = quoted === undefined ? undefined : { name: names.get(quoted.from) ?? '', text: quoted.text }
      texts.set(event.id ?? '', { from, text: event.text })
      const id = event.id ?? `${from}-${at}`
      puppet.say({ id, room: room ?? null, from, text: event.text, at, ...(quote === undefined ? {} : { quote }) })
    }
  }
  const takeFromApp = async ({ household: door, ...order }: NonNullable<ReplayEvent['app']>): Promise<void> => {
    const [building = '', unit = '', room = ''] = door.split('-')
    await office.store.db.transaction().execute(async (db) => {
      const household = await householdAt(db, { building, unit, room })
      if (household === undefined) throw new ScenarioRefused(`没有 ${door} 这一户 / no such household`)
      await takeAppOrder(db, household, order, office)
    })
    bot.outbox.wake()
  }
  const play = async (event: ReplayEvent): Promise<void> => {
    const at = Date.parse(event.at)
    await clock.advanceTo(at, bot.settle)
    if (event.offline) await puppet.loseConnection()
    else if (event.online) puppet.reconnect()
    else if (event.relogin) await puppet.relogin({ suffix: event.relogin })
    else if (event.found) puppet.addRoom({ id: event.found.room, topic: event.found.topic, members: [] })
    else if (event.app) await takeFromApp(event.app)
    else if (puppet.isLoggedIn) arrive(event, at)
    await bot.settle()
  }
  return {
    bot,
    puppet,
    until: (time) => clock.advanceTo(time, bot.settle),
    play,
    close: async () => {
      await bot.settle()
      await bot.stop()
      await office.store.close()
    },
  }
}

/** The cast's staff are known from the start, as if each had sent a code. */
const bindStaff = async (office: Office, cast: Cast, now: number): Promise<void> => {
  const cause = { at: now, why: 'cast', personId: null, inboxId: null }
  for (const person of cast.people.filter(({ role }) => role !== 'resident')) {
    const { db } = office.store
    const made = await addPerson(
      db,
      { name: person.name, role: person.role, grid: person.grid ?? null, household_id: null, household_from: null },
      cause,
    )
    await noteHandle(db, ACCOUNT, 'person', person.id, made, now)
  }
}
