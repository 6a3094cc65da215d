/**
 * Wechaty behind the port. Messages are taken at the puppet, one at a time and in the order of their arrival, because Wechaty's own
 * event comes out of order and loses a message whose payload could not be fetched at once.
 */
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { type Wechaty, WechatyBuilder } from 'wechaty'
import { Puppet, type payloads, log as puppetLog } from 'wechaty-puppet'
import type { ArrivedMessage, ChatEvents, ChatPort, RoomFacts, SenderFacts } from './port.js'
import { readPayload } from './read-payload.js'

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
const SEND_LIMIT = 30_000

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the network did not answer in time')), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const isPuppetClass = (value: unknown): value is new (options: Record<string, unknown>) => Puppet =>
  typeof value === 'function' && value.prototype instanceof Puppet

/** Any package that exports a puppet will do. */
const load = async ({ puppet, puppetOptions }: WechatyOptions): Promise<Puppet> => {
  if (typeof puppet !== 'string') return puppet
  const loaded: Record<string, unknown> = await import(puppet).catch(() => {
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

  const report = (what: string, error: unknown): void => {
    if (events === null) log.warn({ error: error instanceof Error ? error.message : 'unknown' }, what)
    else events.fault(what, error)
  }
  const guarded = (what: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => report(what, error))
  }
  /** Tries again with growing pauses; the last pause goes on for ever where `always` is set. */
  const persistently = async <T>(what: string, work: () => Promise<T>, always: boolean): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        return await work()
      } catch (error) {
        if (stopping || (!always && tries >= pauses.length)) throw error
        report(what, error)
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
      const payload = await persistently('消息暂时取不到，再试', () => puppet.messagePayload(id), false)
      const raw = payload.roomId ? await rawContentOf(puppet, id) : null
      await handIn(readPayload(payload, number, self, raw))
    })

  const listen = (): void => {
    puppet.on('message', ({ messageId }) => take(messageId, ++seq))
    puppet.on('room-join', ({ roomId, inviteeIdList, timestamp }) => {
      for (const person of inviteeIdList) {
        const number = ++seq
        inOrder('有人进群，没能记下', () => handIn(joined(roomId, person, timestamp, number)))
      }
    })
    puppet.on('login', ({ contactId }) => {
      self = contactId
      inOrder('登录后没能认出各群', async () => events?.login({ handle: contactId, name: await nameOf(puppet, contactId) }))
    })
    puppet.on('logout', () => guarded('退出登录', async () => events?.logout()))
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
      if (options.dataFolder !== '') keepPrivate(join(options.dataFolder, `${options.name}.memory-card.json`))
    },
    stop: async () => {
      stopping = true
      await chain
      await bot.stop()
    },
    rooms: () => roomsOf(puppet, report),
    topic: async (room) => puppet.roomTopic(room),
    sender: (room, person) => senderOf(puppet, room, person),
    send: async (target, text) => {
      const to = 'room' in target ? target.room : target.person
      const id: unknown = await within(SEND_LIMIT, puppet.messageSendText(to, text))
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

/** What the web protocol's own message holds; puppets without it have none. */
const rawContentOf = async (puppet: Puppet, id: string): Promise<string | null> => {
  const raw: unknown = await puppet.messageRawPayload(id).catch(() => null)
  return typeof raw === 'object' && raw !== null && 'Content' in raw && typeof raw.Content === 'string' ? raw.Content : null
}

const nameOf = async (puppet: Puppet, contact: string): Promise<string> =>
  (await puppet.contactPayload(contact).catch(() => ({ name: '' }))).name

const roomsOf = async (puppet: Puppet, report: (what: string, error: unknown) => void): Promise<RoomFacts[]> => {
  const found: RoomFacts[] = []
  for (const handle of await puppet.roomList())
    try {
      found.push({ handle, topic: await puppet.roomTopic(handle) })
    } catch (error) {
      report('有一个群暂时认不出', error)
    }
  return found
}

const senderOf = async (puppet: Puppet, room: string | null, person: string): Promise<SenderFacts> => {
  const contact: payloads.Contact = await puppet.contactPayload(person)
  const member = room === null ? null : await puppet.roomMemberPayload(room, person)
  const remark = await puppet.contactAlias(person).catch(() => '')
  return { handle: person, name: contact.name, alias: member?.roomAlias || null, remark: remark || null }
}

/** The session of a login lets whoever reads it write as the account. */
const keepPrivate = (file: string): void => {
  if (existsSync(file)) chmodSync(file, 0o600)
}
