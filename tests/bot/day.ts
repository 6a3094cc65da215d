/** A day in the community for tests: real Wechaty on the simulated network, a real database, a clock that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VirtualClock } from '../../bot/clock.js'
import type { Office } from '../../bot/office.js'
import { type Cast, openStage, type Said, type Stage, settingsFor } from '../../bot/replay.js'
import { openOffice } from '../../cli/office.js'
import { loadSettings, type Settings } from '../../config/settings.js'
import { exportAlerts, exportOrders, exportPickList, exportReview } from '../../store/exports.js'

export interface Day {
  office: Office
  /** The file (or URL) that it is kept in. */
  database: string
  stage: Stage
  clock: VirtualClock
  /** Everything that the bot said so far. */
  said: Said[]
  /** What it said in a group (3-2, g1) or to a person since the last call. */
  heard(where: string): string[]
  /** A message at the present time; `who` is a door, or a staff id of the cast. */
  say(who: string, where: string, text: string, more?: { id?: string; quote?: string; name?: string }): Promise<string>
  /** Somebody enters a group. */
  join(who: string, where: string, name: string): Promise<void>
  recall(who: string, where: string, id: string): Promise<void>
  /** Time goes on to HH:MM of a day (today where none is said). */
  until(time: string, day?: string): Promise<void>
  minutes(count: number): Promise<void>
  orders(day?: string): Promise<Awaited<ReturnType<typeof exportOrders>>>
  order(door: string, day?: string): Promise<Awaited<ReturnType<typeof exportOrders>>[number] | undefined>
  pickList(grid: string, day?: string): Promise<Awaited<ReturnType<typeof exportPickList>>>
  alerts(): Promise<Awaited<ReturnType<typeof exportAlerts>>>
  review(): Promise<Awaited<ReturnType<typeof exportReview>>>
  close(): Promise<void>
}

export const TODAY = '2021-01-27'
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`)
const roomOf = (where: string): string | null => (where === '-' ? null : `r-${where}`)

const cast: Cast = {
  rooms: [
    { id: 'r-3-2', topic: '富通社区3栋2单元' },
    { id: 'r-5-4', topic: '富通社区 5号楼4单元群' },
    { id: 'r-7-1', topic: '7栋1单元邻居群' },
    { id: 'r-9', topic: '9栋业主群' },
    { id: 'r-x', topic: '快乐一家人' },
    { id: 'r-g1', topic: '一网格工作群', kind: 'grid', grid: '1' },
    { id: 'r-g2', topic: '二网格工作群', kind: 'grid', grid: '2' },
  ],
  people: [
    { id: 's-wang', name: '小王', alias: {}, role: 'staff', grid: '1' },
    { id: 'v-chen', name: '小陈', alias: {}, role: 'volunteer', grid: '1' },
    { id: 's-su', name: '苏姐', alias: {}, role: 'staff', grid: '2' },
    { id: 'head', name: '主任', alias: {}, role: 'head', grid: null },
  ],
}

/** Begins on 27 January 2021 (or another day) at `from`, on a new SQLite file unless a database URL is given; jobs since then are caught up. */
export const openDay = async (
  from = '08:00',
  options: { database?: string; settings?: Partial<Settings>; day?: string; since?: number } = {},
): Promise<Day> => {
  const folder = mkdtempSync(join(tmpdir(), 'linxu-day-'))
  const settings = { ...settingsFor(loadSettings(undefined, {}), cast), ...options.settings }
  const clock = new VirtualClock(at(options.day ?? TODAY, from))
  const database = options.database ?? join(folder, 'day.db')
  const office = await openOffice(settings, { database, clock, silent: true })
  const said: Said[] = []
  const stage = await openStage(office, clock, cast, (one) => said.push(one), options.since)
  const known = new Set(cast.people.map(({ id }) => id))
  const heardOf = new Map<string, number>()
  let count = 0
  const stamp = (): string => new Date(clock.now()).toISOString()
  const { db } = office.store

  const know = (who: string, where: string, name: string | undefined): void => {
    if (!known.has(who)) stage.puppet.addPerson({ id: who, name: name ?? who })
    known.add(who)
    const room = roomOf(where)
    if (room !== null && !cast.people.some(({ id }) => id === who)) stage.puppet.setAlias(room, who, name ?? who)
  }
  return {
    office,
    database,
    stage,
    clock,
    said,
    heard: (where) => {
      const all = said.filter((one) => (where.startsWith('@') ? one.to === where.slice(1) : one.room === roomOf(where)))
      const fresh = all.slice(heardOf.get(where) ?? 0)
      heardOf.set(where, all.length)
      return fresh.map((one) => one.text)
    },
    say: async (who, where, text, more = {}) => {
      know(who, where, more.name)
      const id = more.id ?? `m-${++count}`
      await stage.play({ at: stamp(), id, room: roomOf(where), from: who, text, quote: more.quote })
      return id
    },
    join: (who, where, name) => {
      know(who, where, name)
      return stage.play({ at: stamp(), room: roomOf(where), join: who })
    },
    recall: (who, where, id) => stage.play({ at: stamp(), id: `m-${++count}`, room: roomOf(where), from: who, recall: id }),
    until: (time, day = TODAY) => stage.until(at(day, time)),
    minutes: (minutes) => stage.until(clock.now() + minutes * 60_000),
    orders: (day = TODAY) => exportOrders(db, day),
    order: async (door, day = TODAY) => (await exportOrders(db, day)).find(({ household }) => household === door),
    pickList: (grid, day = TODAY) => exportPickList(db, grid, day, clock.now()),
    alerts: () => exportAlerts(db),
    review: () => exportReview(db),
    close: async () => {
      await stage.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
