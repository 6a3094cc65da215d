/**
 * Wechaty behind the port. Messages are taken at the puppet, one at a time and in the order of their arrival, because Wechaty's own
 * event comes out of order and loses a message whose payload could not be fetched at once.
 */

import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Wechaty, WechatyBuilder } from 'wechaty'
import { Puppet, type payloads, log as puppetLog } from 'wechaty-puppet'
import { faultOf } from '../fault.js'
import { legibleName } from '../legible.js'
import type { ArrivedMessage, ChatEvents, ChatPort, RoomFacts, SenderFacts } from './port.js'
import { readPayload } from './read-payload.js'
import { wait, within } from './waiting.js'

export interface WechatyOptions {
  /** A puppet's package name, or a puppet. */
  puppet: string | Puppet
  puppetOptions?: Record<string, unknown>
  name: string
  /** Where a login's session is kept; '' keeps none. */
  dataFolder: string
  log: Logger
  /** Milliseconds before each further try to fetch a payload or to hand a message in. */
  pauses?: readonly number[]
}

/** The puppet cannot be used; the message says what to do. */
export class ChatRefused extends Error {}

const PAUSES = [200, 1000, 5000, 15_000]
/** Milliseconds after which a network that says nothing is not waited for. */
const ANSWER_LIMIT = 30_000
/** How many members are looked up at once. */
const AT_ONCE = 20

/** The package whose client is mended in `gateway.ts`. */
const GATEWAY = 'wechaty-puppet-service'

const isPuppetClass = (value: unknown): value is new (options: Record<string, unknown>) => Puppet =>
  typeof value === 'function' && value.prototype instanceof Puppet

/** Any package that exports a puppet will do. */
const load = async ({ puppet, puppetOptions }: WechatyOptions): Promise<Puppet> => {
  if (typeof puppet !== 'string') return puppet
  const loaded: Record<string, unknown> = await import(puppet === GATEWAY ? './gateway.js' : puppet).catch(() => {
    throw new ChatRefused(`没有装 ${puppet}：请 npm install ${puppet}，或改设置里的 chat.puppet / this puppet is not installed`)
  })
  const found = [loaded.default, ...Object.values(loaded)].find(isPuppetClass)
  if (found === undefined) throw new ChatRefused(`${puppet} 不是 Wechaty 的 puppet，请改设置里的 chat.puppet / not a puppet`)
  return new found({ ...puppetOptions })
}

const build = (options: WechatyOptions, puppet: Puppet): Wechaty =>
  WechatyBuilder.build({ ...(options.dataFolder === '' ? {} : { name: join(options.dataFolder, options.name) }), puppet })

export const openWechaty = async (options: WechatyOptions): Promise<ChatPort> => {
  const { log } = options
  const pauses = options.pauses ?? PAUSES
  puppetLog.level('silent')
  const puppet = await load(options)
  const bot = build(options, puppet)
  let events: ChatEvents | null = null
  let seq = 0
  let self = ''
  let chain: Promise<void> = Promise.resolve()
  let stopping = false
  let away: 'logout' | 'connection' | null = null
  let hasRaw = true

  const report = (what: string, error: unknown): void => {
    if (events === null) log.warn({ ...faultOf(error) }, what)
    else events.fault(what, error)
  }
  const guarded = (what: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => report(what, error))
  }
  /** Tries again with growing pauses; the last one goes on for ever where `always` is set, and as long as the connection is lost. */
  const persistently = async <T>(what: string, work: () => Promise<T>, always: boolean): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (stopping || (!always && away === null && tries >= pauses.length)) throw error
        report(what, error)
        if (away !== null) tries = Math.min(tries, pauses.length - 1)
        await wait(pauses[Math.min(tries, pauses.length - 1)] ?? 1000)
      }
    }
  }
  const inOrder = (what: string, work: () => Promise<void>): void => {
    chain = chain.then(work).catch((error: unknown) => report(what, error))
  }
  const handIn = (message: ArrivedMessage): Promise<void> => persistently('消息没能写下，再试', async () => events?.message(message), true)

  const take = (id: string, number: number): void =>
    inOrder(`消息取不到，请住户重发 (message ${id} lost)`, async () => {
      const payload = await persistently('消息暂时取不到，再试', () => within(ANSWER_LIMIT, puppet.messagePayload(id)), false)
      const raw = payload.roomId && hasRaw ? await rawContentOf(puppet, id) : null
      if (raw === undefined) hasRaw = false
      await handIn(readPayload(payload, number, self, raw ?? null))
    })

  const lose = (why: 'logout' | 'connection', silentFor: number): void => {
    if (stopping || away !== null) return
    away = why
    guarded('断开没能记下', async () => events?.lost(why, silentFor))
  }
  const find = (account: string): void => {
    self = account
    away = null
    inOrder('登录后没能认出各群', async () => events?.login({ handle: account, name: await nameOf(puppet, account) }))
  }
  /** A puppet whose network does not answer at the start is started again until it does. */
  const keepStarting = async (): Promise<void> => {
    for (let tries = 0; !stopping && puppet.state.inactive() === true; tries++) {
      await wait(pauses[Math.min(tries, pauses.length - 1)] ?? 1000)
      if (!stopping) await puppet.start().catch((error: unknown) => report('接不上聊天网络，再试', error))
    }
  }

  const listen = (): void => {
    puppet.on('message', ({ messageId }) => {
      if (away === 'connection') find(self)
      take(messageId, ++seq)
    })
    puppet.on('room-join', ({ roomId, inviteeIdList, timestamp }) => {
      for (const person of inviteeIdList) {
        const number = ++seq
        inOrder('有人进群，没能记下', () => handIn(joined(roomId, person, timestamp, number)))
      }
    })
    puppet.on('login', ({ contactId }) => find(contactId))
    puppet.on('logout', () => lose('logout', 0))
    puppet.on('ready', () => inOrder('没能认出各群', async () => events?.ready()))
    if (isGateway(puppet)) puppet.onLost = (silentFor) => lose('connection', silentFor)
    puppet.on('scan', ({ qrcode }) => {
      if (qrcode) events?.scan(qrcode)
    })
    puppet.on('error', (payload: unknown) => log.debug({ payload: typeof payload }, 'puppet error'))
  }
  bot.on('error', (error) => log.debug({ error: error instanceof Error ? error.name : 'unknown' }, 'wechaty error'))

  return {
    start: async (listener) => {
      events = listener
      try {
        await bot.init()
        listen()
        await bot.start()
      } catch (error) {
        throw new ChatRefused(
          `接不上聊天网络（${puppet.name()}）：${error instanceof Error ? error.message : ''}。` +
            '请检查设置里的 chat.puppet，并确认已用 npm 安装 / check chat.puppet in the settings and that the package is installed',
        )
      }
      guarded('接不上聊天网络', keepStarting)
      if (options.dataFolder !== '') keepPrivate(join(options.dataFolder, `${options.name}.memory-card.json`))
    },
    stop: async () => {
      stopping = true
      await chain
      await bot.stop()
    },
    rooms: () => roomsOf(puppet, report),
    topic: async (room) => legibleName(await within(ANSWER_LIMIT, puppet.roomTopic(room))),
    sender: (room, person) => within(ANSWER_LIMIT, senderOf(puppet, room, person)),
    members: (room) => membersOf(puppet, room),
    send: async (target, text) => {
      const to = 'room' in target ? target.room : target.person
      const id: unknown = await within(ANSWER_LIMIT, puppet.messageSendText(to, text))
      return typeof id === 'string' ? id : null
    },
    idle: async () => {
      for (let seen: Promise<void> | null = null; seen !== chain; ) {
        seen = chain
        await seen
      }
    },
  }
}

const joined = (room: string, person: string, timestamp: number, seq: number): ArrivedMessage => ({
  id: `join:${room}:${person}:${timestamp}`,
  seq,
  sentAt: timestamp * 1000,
  roomHandle: room,
  senderHandle: person,
  self: false,
  kind: 'join',
  text: '',
  quoted: null,
  recalls: [],
})

/** What the web protocol's own message holds; undefined where the puppet's messages have no such field at all. */
const rawContentOf = async (puppet: Puppet, id: string): Promise<string | null | undefined> => {
  const raw: unknown = await within(ANSWER_LIMIT, puppet.messageRawPayload(id)).catch(() => null)
  if (typeof raw !== 'object' || raw === null) return null
  return 'Content' in raw ? (typeof raw.Content === 'string' ? raw.Content : null) : undefined
}

const nameOf = async (puppet: Puppet, contact: string): Promise<string> =>
  (await puppet.contactPayload(contact).catch(() => ({ name: '' }))).name

const roomsOf = async (puppet: Puppet, report: (what: string, error: unknown) => void): Promise<RoomFacts[]> => {
  const found: RoomFacts[] = []
  for (const handle of await within(ANSWER_LIMIT, puppet.roomList()))
    try {
      found.push({ handle, topic: legibleName(await within(ANSWER_LIMIT, puppet.roomTopic(handle))) })
    } catch (error) {
      report('有一个群暂时认不出', error)
    }
  return found
}

const senderOf = async (puppet: Puppet, room: string | null, person: string): Promise<SenderFacts> => {
  const [contact, member, remark]: [payloads.Contact, payloads.RoomMember | null, string] = await Promise.all([
    puppet.contactPayload(person),
    room === null ? null : puppet.roomMemberPayload(room, person),
    puppet.contactAlias(person).catch(() => ''),
  ])
  return {
    handle: person,
    name: legibleName(contact.name),
    alias: legibleName(member?.roomAlias ?? '') || null,
    remark: legibleName(remark) || null,
  }
}

const membersOf = async (puppet: Puppet, room: string): Promise<SenderFacts[]> => {
  const people = (await within(ANSWER_LIMIT, puppet.roomMemberList(room))).filter((person) => person !== puppet.currentUserId)
  const found: SenderFacts[] = []
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const looks = people.slice(from, from + AT_ONCE).map((person) => within(ANSWER_LIMIT, senderOf(puppet, room, person)))
    for (const look of await Promise.allSettled(looks)) if (look.status === 'fulfilled') found.push(look.value)
  }
  return found
}

/** Told by what it offers, so that its package is loaded only where it is used. */
const isGateway = (puppet: Puppet): puppet is Puppet & { onLost: (silentFor: number) => void } => 'onLost' in puppet

/** The session of a login lets whoever reads it write as the account. */
const keepPrivate = (file: string): void => {
  if (existsSync(file)) chmodSync(file, 0o600)
}
