/** `linxu rooms`: which group is what, which wait for a word from staff; `linxu rooms bind ID 3-2` says it. */
import { Command } from 'commander'
import { bindTo } from '../../bot/bind-room.js'
import { readTopic } from '../../bot/doors.js'
import { CLAIMED } from '../../bot/staff-groups.js'
import { unmatched } from '../../bot/unmatched.js'
import { loadSettings, type Settings } from '../../config/settings.js'
import { type Room, roomById, rooms } from '../../store/community.js'
import { lastGaps } from '../../store/gaps.js'
import { openStore, type Store } from '../../store/open.js'
import { databaseUrl } from '../office.js'

interface Flags {
  settings?: string
  db?: string
}
const GAPS = 5

/** What was asked cannot be done; the message says what to write. */
export class RoomRefused extends Error {}

const withFlags = (command: Command): Command =>
  command.option('--settings <file>', '设置文件 / settings file').option('--db <path>', '数据库文件或地址 / database file or URL')

export const roomsCommand = (): Command => {
  const command = withFlags(new Command('rooms').description('各群是哪里，哪些还没认出 / what each group is, and which wait'))
  command.action((flags: Flags) => inStore(flags, list))
  withFlags(command.command('bind <id> <place>').description('说明这个群是哪里：3-2、3栋、一网格 / say what a group is')).action(
    (id: string, place: string, own: Flags) =>
      inStore({ ...command.opts<Flags>(), ...own }, (store, settings) => bind(id, place, store, settings)),
  )
  return command
}

const inStore = async (flags: Flags, work: (store: Store, settings: Settings) => Promise<string[]>): Promise<void> => {
  const settings = loadSettings(flags.settings)
  const store = await openStore(databaseUrl(flags.db ?? settings.database))
  try {
    process.stdout.write(`${(await work(store, settings)).join('\n')}\n`)
  } finally {
    await store.close()
  }
}

const placeOf = (room: Pick<Room, 'kind' | 'building' | 'unit' | 'grid'>): string =>
  room.kind === 'grid'
    ? `${room.grid}网格`
    : room.kind === CLAIMED
      ? `${room.grid}网格？`
      : room.kind === 'unit'
        ? `${room.building}-${room.unit}`
        : room.kind === 'building'
          ? `${room.building}栋`
          : '—'

const list = async (store: Store, settings: Settings): Promise<string[]> => {
  const { account } = settings.chat
  const waiting = await unmatched(store.db, account)
  const signs = new Map([
    ...waiting.doubtful.map((room) => [room.id, '❗对不上，请认 / doubtful'] as const),
    ...waiting.nameless.map((room) => [room.id, '群名看不出是哪里 / its topic names no place'] as const),
    ...waiting.claimed.map(
      (room) => [room.id, `❗自称工作群，没有登记的工作人员说过话，什么都不发 / claims to be a staff group, not trusted yet`] as const,
    ),
    ...waiting.lost.map((room) => [room.id, '现在看不到 / not shown by the network now'] as const),
  ])
  const known = (await rooms(store.db)).filter((room) => room.bound_by !== 'merged')
  const moment = (at: number): string => new Date(at).toLocaleString('zh-CN', { timeZone: settings.timeZone })
  return [
    ...known.map((room) => `${room.id}\t${placeOf(room)}\t${room.topic}\t${signs.get(room.id) ?? ''}`),
    ...waiting.staff.map((person) => `认不出的工作人员 / staff not recognised: ${person.name}`),
    ...(await lastGaps(store.db, account, GAPS)).map(
      (gap) => `断线 / gap: ${moment(gap.from_at)} – ${gap.until_at === null ? '…' : moment(gap.until_at)} (${gap.why})`,
    ),
    ...(known.length === 0 ? ['还没有群 / no groups yet'] : []),
  ]
}

const bind = async (id: string, place: string, store: Store, settings: Settings): Promise<string[]> => {
  const room = /^\d{1,9}$/u.test(id) ? await roomById(store.db, Number(id)) : undefined
  if (room === undefined) throw new RoomRefused(`没有编号是 ${id} 的群，请看 linxu rooms / no group with this number`)
  const named = readTopic(place, settings)
  if (!existsIn(named, settings))
    throw new RoomRefused(`没有 ${place} 这个地方，请写 3-2、3栋 或 一网格 / no such place: write 3-2, 3栋 or 一网格`)
  const cause = { at: Date.now(), why: 'linxu rooms bind', personId: null, inboxId: null }
  const bound = await store.db.transaction().execute((trx) => bindTo(trx, room.id, named, settings.chat.account, cause))
  return [`${bound}\t${placeOf(named)}\t${room.topic}`]
}

const existsIn = (place: ReturnType<typeof readTopic>, { layout, grids }: Settings): boolean =>
  place.kind === 'grid'
    ? grids.some((grid) => grid.id === place.grid)
    : layout.some((part) => part.buildings.includes(place.building ?? '') && (place.unit === null || part.units.includes(place.unit)))
