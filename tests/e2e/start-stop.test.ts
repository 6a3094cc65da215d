/** `linxu start` as a process: ends in order, is alone on its database, outlives a database that is not there yet. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { freshUrl, postgresAnswers } from '../store/both.js'
import { keptIn, officeFolder, sentIn, serve, until } from './served.js'

/** Each begins two or three whole processes. */
vi.setConfig({ testTimeout: 240_000 })

const folders: string[] = []
const forgets: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  for (const forget of forgets) await forget()
})
const officeOn = async (engine: 'sqlite' | 'postgres') => {
  const { url, forget } = await freshUrl(engine)
  forgets.push(forget)
  const folder = officeFolder(url)
  folders.push(folder)
  return { url, folder }
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  const isMissing = engine === 'postgres' && !postgresAnswers

  it.skipIf(isMissing)('SIGTERM lets the send in flight finish, leaves 0, and the next start says nothing twice', async () => {
    const { url, folder } = await officeOn(engine)
    const bot = serve(folder)
    await bot.says('已启动')
    bot.tell({ slow: 1500 })
    bot.say('m1', '大米10斤')
    await until(() => sentIn(folder).begun.length === 1)
    bot.say('m2', '再加一袋盐')
    bot.signal('SIGTERM')
    expect(await bot.ended).toBe(0)
    expect(sentIn(folder).sent).toHaveLength(1)
    expect((await keptIn(url)).outbox.filter(({ status }) => status === 'sending')).toEqual([])

    const again = serve(folder)
    await again.says('已启动')
    again.say('m2', '再加一袋盐')
    await until(() => sentIn(folder).sent.length === 2)
    again.signal('SIGINT')
    expect(await again.ended).toBe(0)
    const { inbox, outbox } = await keptIn(url)
    expect(inbox.map(({ message_id, outcome }) => [message_id, outcome])).toEqual([
      ['m1', 'order'],
      ['m2', 'amend'],
    ])
    expect(outbox.map(({ status, maybe_twice }) => [status, maybe_twice])).toEqual([
      ['sent', 0],
      ['sent', 0],
    ])
  })

  it.skipIf(isMissing)('a second process is told which one holds the database; one that was killed holds nothing', async () => {
    const { folder } = await officeOn(engine)
    const first = serve(folder)
    await first.says('已启动')
    const second = serve(folder)
    expect(await second.ended).toBe(1)
    expect(second.errors()).toMatch(new RegExp(`进程 ${first.pid}，机器 \\S+，自 20\\S+Z 起`, 'u'))
    first.signal('SIGKILL')
    await first.ended
    const third = serve(folder)
    await third.says('已启动')
    third.signal('SIGTERM')
    expect(await third.ended).toBe(0)
  })
})

it('an error that nobody caught ends it with 1 and one sentence, and the message is kept', async () => {
  const { url, folder } = await officeOn('sqlite')
  const bot = serve(folder)
  await bot.says('已启动')
  bot.say('m1', '大米10斤')
  await until(() => sentIn(folder).sent.length === 1)
  bot.tell({ break: true })
  expect(await bot.ended).toBe(1)
  expect(bot.errors()).toContain('出了没想到的错，现在退出')
  expect(bot.errors()).not.toMatch(/^\s+at /mu)
  const { outbox } = await keptIn(url)
  expect(outbox.map(({ status }) => status)).toEqual(['sent'])
})

const linesIn = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name), 'utf8').split('\n').length - 1, 0)
    : 0

/** Root may write any file; `nobody` may not. */
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

it('a database that may not be written at the start is waited for, and what arrives meanwhile is taken in', async () => {
  const { folder } = await officeOn('sqlite')
  const own = join(folder, 'own')
  mkdirSync(own)
  chmodSync(own, 0o555)
  const url = `sqlite:${join(own, 'linxu.db')}`
  const office = officeFolder(url)
  folders.push(office)
  const bot = serve(office, asNobody)
  await bot.says('数据库只能读、不能写，消息先存进备用文件')
  bot.say('m1', '大米10斤')
  bot.say('m2', '改成大米20斤')
  const spare = join(office, 'spare')
  await until(() => linesIn(spare) === 2)
  bot.signal('SIGKILL')
  await bot.ended
  chmodSync(own, 0o777)
  const again = serve(office, asNobody)
  await again.says('已启动')
  await until(() => sentIn(office).sent.some((text) => text.includes('数据库出了故障，现在好了')))
  again.signal('SIGTERM')
  expect(await again.ended).toBe(0)
  expect((await keptIn(url)).inbox.map(({ message_id }) => message_id)).toEqual(['m1', 'm2'])
  expect(readdirSync(spare)).toEqual([])
})
