/** The bot behind a gateway: real gRPC over loopback, the simulated puppet at the far end, and a line between them that is cut. */
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PuppetServer } from 'wechaty-puppet-service'
import { type Bot, openBot } from '../../../bot/bot.js'
import { Gateway } from '../../../bot/chat/gateway.js'
import { SimPuppet } from '../../../bot/chat/sim-puppet.js'
import { openWechaty } from '../../../bot/chat/wechaty.js'
import { VirtualClock } from '../../../bot/clock.js'
import type { Office } from '../../../bot/office.js'
import { openOffice } from '../../../cli/office.js'
import { loadSettings } from '../../../config/settings.js'

const NOON = Date.parse('2021-01-27T12:00:00+08:00')
const TOKEN = 'uuid_2f0b1c7e-5f0f-4f0e-9f0a-3c2d1e0f9a8b'
const log = pino({ level: 'silent' })

/** A line that can be cut, and be dumb: open, and nothing comes through until it speaks again, when what was held follows, as TCP does. */
class Line {
  #server: Server | undefined
  readonly #sockets = new Set<Socket>()
  #dumb = false
  port = 0

  async open(to: number): Promise<void> {
    const server = createServer((near) => {
      const far = connect(to, '127.0.0.1')
      for (const [from, into] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from)
        from.on('data', (bytes) => into.write(bytes))
        if (this.#dumb) from.pause()
        from.on('error', () => into.destroy())
        from.on('close', () => into.destroy())
      }
    })
    this.#server = server
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done))
    const address = server.address()
    if (isAddress(address)) this.port = address.port
  }

  set dumb(dumb: boolean) {
    this.#dumb = dumb
    for (const socket of this.#sockets)
      if (dumb) socket.pause()
      else socket.resume()
  }

  async cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
    await new Promise((done) => this.#server?.close(done))
  }
}
const isAddress = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object' && address !== null

const freePort = async (): Promise<number> => {
  const line = new Line()
  await line.open(1)
  await line.cut()
  return line.port
}
/** Real time: what a network does cannot be put on the office's clock. */
const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 1000; tries++) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`never: ${what}`)
}

let folder: string
let far: SimPuppet
let server: PuppetServer
let endpoint: string
let line: Line
let office: Office
let clock: VirtualClock
let bot: Bot
let said: { to: string; text: string }[]
let count = 0

const farSide = async (): Promise<void> => {
  far = new SimPuppet({ now: () => clock.now() })
  far.addPerson({ id: 'p-501', name: '张阿姨' })
  for (const [id, topic] of [
    ['r-3-2', '富通社区3栋2单元'],
    ['r-g1', '一网格工作群'],
  ] as const)
    far.addRoom({ id, topic, members: ['p-501'] })
  far.setAlias('r-3-2', 'p-501', '3-2-501 张阿姨')
  far.onSent = ({ to, text }) => said.push({ to, text })
  server = new PuppetServer({ endpoint, puppet: far, token: TOKEN, tls: { disable: true } })
  await server.start()
}
const say = (text: string): void => far.say({ id: `m-${++count}`, room: 'r-3-2', from: 'p-501', text, at: clock.now() })
const inbox = async (): Promise<string[]> =>
  (await office.store.db.selectFrom('inbox').select('text').where('handled_at', 'is not', null).orderBy('id').execute()).map(
    (row) => row.text,
  )
const gaps = () => office.store.db.selectFrom('gaps').selectAll().where('why', '!=', 'down').orderBy('id').execute()
const later = (minutes: number): Promise<void> => clock.advanceTo(clock.now() + minutes * 60_000, bot.settle)
const taken = (text: string): Promise<void> => until(`${text} taken`, async () => (await inbox()).includes(text))

const begin = async (silence = 60_000): Promise<void> => {
  const times = { probe: 100, silence, pauses: [20, 20, 50], limit: 2000 }
  const puppet = new Gateway({ endpoint: `127.0.0.1:${line.port}`, token: TOKEN, tls: { disable: true }, times })
  const port = await openWechaty({ puppet, name: 'test', dataFolder: '', log, pauses: [20] })
  bot = await openBot(office, port, 'gateway', clock.now())
  await bot.start()
}
const connected = (): Promise<void> =>
  until('the rooms known', async () => (await office.store.db.selectFrom('rooms').selectAll().execute()).length === 2)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linxu-gateway-'))
  clock = new VirtualClock(NOON)
  office = await openOffice(
    { ...loadSettings(undefined, {}), rooms: [{ topic: '一网格工作群', grid: '1' }] },
    { database: join(folder, 'office.db'), clock, silent: true },
  )
  said = []
  const port = await freePort()
  endpoint = `127.0.0.1:${port}`
  await farSide()
  far.loginAs('邻需')
  line = new Line()
  await line.open(port)
})
afterEach(async () => {
  await bot.stop()
  await office.store.close()
  await line.cut()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('takes every message once before and after the line is cut, records the gap, and tells of it', async () => {
  await begin()
  await connected()
  say('大米10斤')
  await taken('大米10斤')
  await later(1)
  expect(said.filter(({ to }) => to === 'r-3-2')).toHaveLength(1)

  await line.cut()
  await until('the loss recorded', async () => (await gaps()).length === 1)
  say('鸡蛋30个')
  await later(20)
  await line.open(Number(endpoint.split(':')[1]))
  await until('the gap closed', async () => (await gaps())[0]?.until_at !== null)
  say('豆油一桶')
  say('盐一袋')
  far.say({ id: 'm-1', room: 'r-3-2', from: 'p-501', text: '大米10斤', at: NOON })
  await taken('盐一袋')
  await later(1)

  expect(await inbox()).toEqual(['大米10斤', '豆油一桶', '盐一袋'])
  const [gap] = await gaps()
  expect(gap).toMatchObject({ why: 'connection', until_at: NOON + 21 * 60_000 })
  expect(said.find(({ to }) => to === 'r-g1')?.text).toMatch(/12:0[01]–12:21.*网络断开/u)
  const asked = said.filter(({ to, text }) => to === 'r-3-2' && /12:0[01]–12:21.*再发一次/u.test(text))
  expect(asked).toHaveLength(1)
})

it('finds its rooms again when the gateway itself begins anew, logged in with new ids', async () => {
  await begin()
  await connected()
  say('大米10斤')
  await taken('大米10斤')
  await server.stop()
  await until('the loss recorded', async () => (await gaps()).length === 1)
  await later(5)
  await farSide()
  far.loginAs('邻需')
  await far.relogin({ suffix: 'new' })
  await until('the gap closed', async () => (await gaps())[0]?.until_at !== null)
  say('盐一袋')
  await taken('盐一袋')
  await later(1)
  expect(await office.store.db.selectFrom('rooms').selectAll().execute()).toHaveLength(2)
  expect(said.some(({ to, text }) => to === 'r-3-2' && text.includes('盐1袋'))).toBe(true)
})

it('notices a line that is open and dumb', async () => {
  await begin(2500)
  await connected()
  line.dumb = true
  await until('the loss recorded', async () => (await gaps()).length === 1)
  line.dumb = false
  await until('the gap closed', async () => (await gaps())[0]?.until_at !== null)
  say('盐一袋')
  await taken('盐一袋')
})

it('waits for a gateway that is not there at the start', async () => {
  await server.stop()
  await begin()
  await farSide()
  far.loginAs('邻需')
  await connected()
  say('盐一袋')
  await taken('盐一袋')
})
