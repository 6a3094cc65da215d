/** A day of messages as data, what is left of one in a database, and the seed by which a failing run is played again. */
import { loadSettings } from '../../config/settings.js'
import { exportAlerts, exportOrders, exportPickList } from '../../store/exports.js'
import { openStore } from '../../store/open.js'

export interface Sent {
  room?: string
  person?: string
  text: string
}

/** A small generator with a seed (mulberry32), so that a run that failed can be repeated. */
export const randomFrom = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const WANTS = [
  '大米10斤,鸡蛋30个',
  '要两袋盐,一桶豆油',
  '我妈胰岛素没了,急,要一支',
  '降压药一盒,抽纸一提',
  '土豆5斤,再来把葱',
  '改成大米20斤',
  '鸡蛋不要了',
  '今天核酸几点',
  '再加一袋面粉',
  '昨天的菜很新鲜,谢谢',
  '都不要了',
  '收到',
]
const SAYS = ['3-2-501送到了', '鸡蛋断货了', '我去', '302没人应门', '送达 1 2', '鸡蛋到货了', '今日清单', '3栋2单元有密接', '撤销']
const UNITS = [
  { handle: 'u32', topic: '富通社区3栋2单元', doors: ['3-2-101', '3-2-302', '3-2-501', '3-2-602'] },
  { handle: 'u54', topic: '富通社区 5号楼4单元群', doors: ['5-4-102', '5-4-301'] },
  { handle: 'u71', topic: '7栋1单元邻居群', doors: ['7-1-502', '7-1-201'] },
]
const STAFF = [
  { id: 's-wang', name: '小王', role: 'staff', grid: '1', room: 'g1' },
  { id: 's-su', name: '苏姐', role: 'staff', grid: '2', room: 'g2' },
]
export const DAYS = ['2021-03-02', '2021-03-03']

const message = (nth: number, at: number, room: string, from: string, text: string) => ({
  id: `m-${nth}`,
  seq: nth,
  sentAt: at,
  roomHandle: room,
  senderHandle: from,
  self: false,
  kind: 'text',
  text,
  quoted: null,
  recalls: [],
})

/** From the afternoon until the next night: so many messages of residents and staff, the jobs of a day between them. */
export const dayOfMessages = (count: number, seed: number) => {
  const random = randomFrom(seed)
  const from = Date.parse(`${DAYS[0]}T17:30:00+08:00`)
  const until = Date.parse(`${DAYS[1]}T21:00:00+08:00`)
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[random(list.length)]
    if (chosen === undefined) throw new Error('an empty list')
    return chosen
  }
  const messages = Array.from({ length: count }, (_, nth) => {
    const at = from + Math.floor(((until - from) * (nth + 0.5)) / count)
    if (random(6) === 0) {
      const { id, room } = pick(STAFF)
      return message(nth, at, room, id, pick(SAYS))
    }
    const unit = pick(UNITS)
    return message(nth, at, unit.handle, pick(unit.doors), pick(WANTS))
  })
  const groups = [
    { handle: 'g1', topic: '一网格工作群' },
    { handle: 'g2', topic: '二网格工作群' },
  ]
  return {
    // Alerts that nobody takes would fill the night.
    /** That it was not running is told (tests/bot/network.test.ts); here only what it did is compared. */
    settings: {
      alerts: { repeatMinutes: 240 },
      chat: { ...loadSettings(undefined, {}).chat, tellGapMinutes: 1440 },
      rooms: groups.map(({ topic }, nth) => ({ topic, grid: `${nth + 1}` })),
    },
    rooms: [...UNITS.map(({ handle, topic }) => ({ handle, topic })), ...groups],
    people: [...STAFF.map(({ room: _, ...person }) => person), ...UNITS.flatMap(({ doors }) => doors.map((id) => ({ id, name: id })))],
    messages,
    until: until + 3600_000,
  }
}

/** A transaction that was rolled back leaves a gap in the numbers that PostgreSQL gives, so that there they are left out. */
export const comparable = (text: string, database: string): string =>
  database.startsWith('postgres:') ? text.replace(/#\d+/gu, '#') : text

/** What the office has in the end: orders, lists, alerts, requests, every change, and every text that was to be said. */
export const leftIn = async (database: string) => {
  const { db, close } = await openStore(database)
  const orders = await Promise.all(DAYS.map((day) => exportOrders(db, day)))
  const lists = await Promise.all(['1', '2'].map((grid) => exportPickList(db, grid, DAYS[1] ?? '', 0)))
  const inbox = await db.selectFrom('inbox').select(['message_id', 'outcome', 'review']).orderBy('message_id').execute()
  const requests = await db.selectFrom('requests').select(['words', 'kind', 'status', 'grid']).execute()
  const outbox = await db.selectFrom('outbox').select(['text', 'status', 'maybe_twice']).execute()
  const alerts = await exportAlerts(db)
  const events = await db.selectFrom('events').select(['entity', 'why']).execute()
  await close()
  return {
    maybeTwice: outbox
      .filter((row) => row.maybe_twice > 0)
      .map((row) => ({ text: comparable(row.text ?? '', database), times: row.maybe_twice })),
    left: {
      orders,
      lists: lists.map(({ entries }) => entries),
      inbox,
      alerts,
      requests: requests.map((one) => JSON.stringify(one)).sort(),
      events: events.map(({ entity, why }) => `${entity} ${why}`).sort(),
      outbox: outbox.map(({ text, status }) => `${status} ${comparable(text ?? '', database)}`).sort(),
    },
  }
}
