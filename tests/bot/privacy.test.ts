/** What is private stays private, and goes when its time is over: looked for in the bytes of the files themselves. */
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { cleanUp } from '../../bot/cleaning.js'
import { VirtualClock } from '../../bot/clock.js'
import { openStage, readScenario, settingsFor } from '../../bot/replay.js'
import { openOffice } from '../../cli/office.js'
import { loadSettings } from '../../config/settings.js'
import { freshUrl, postgresAnswers } from '../store/both.js'
import { type Day, openDay, TODAY } from './day.js'

let day: Day
const DAYS = 24 * 3600_000
type Engine = 'sqlite' | 'postgres'
let forget: () => Promise<void> = async () => {}
/** All that is kept: the bytes of the file and its log, or every row of every table. */
const kept = async (): Promise<string> => {
  if (day.database.startsWith('postgres:')) return rows()
  const file = day.database.slice('sqlite:'.length)
  const files = [file, `${file}-wal`].filter((name) => existsSync(name))
  return files.map((name) => readFileSync(name, 'utf8')).join('')
}
const rows = async (): Promise<string> => {
  const { db } = day.office.store
  const own = new URL(day.database).searchParams.get('schema')
  const { rows: tables } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = ${own}`.execute(db)
  const all = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(`${own}.${name}`)}`.execute(db)))
  return JSON.stringify(all.map((one) => one.rows))
}
/** On each engine; where no PostgreSQL answers its part is skipped. */
const onEach = (title: string, suite: (engine: Engine) => void): void => {
  for (const engine of ['sqlite', 'postgres'] as const)
    describe.skipIf(engine === 'postgres' && !postgresAnswers)(`${title} (${engine})`, () => {
      afterEach(async () => {
        await day.close()
        await forget()
      })
      suite(engine)
    })
}
const open = async (engine: Engine): Promise<void> => {
  const fresh = await freshUrl(engine)
  forget = fresh.forget
  day = await openDay('04:00', { database: fresh.url })
}
const linxu = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/cli/main.js', ...args, '--db', day.database], { encoding: 'utf8', input: '' })

/** A day with an order of each way in, an alert, a request, a delivery, and neighbours who speak of the household. */
const busyDay = async (engine: Engine): Promise<void> => {
  await open(engine)
  await day.say('w', '3-2', '要缬沙坦一盒，鸭蛋6个', { name: '501王秀英' })
  await day.say('3-2-302', '3-2', '501王秀英家的灯还亮着')
  await day.say('3-2-302', '3-2', '鸡蛋30个')
  await day.say('s-wang', 'g1', '代3-2-501订小米2斤')
  await day.until('06:01')
  await day.say('w', '3-2', '我胸口疼得厉害喘不上气，快来人')
  await day.say('s-wang', 'g1', '我去')
  await day.say('w', '3-2', '楼道灯坏了找谁修')
  await day.say('s-wang', 'g1', '3-2-501已送')
  await day.minutes(2)
}
const HERS = ['王秀英', '3-2-501', '要缬沙坦', '胸口疼', '楼道灯']

onEach('linxu forget', (engine) => {
  it('erases a household from all that is kept, leaves the neighbours and sums of nobody', async () => {
    await busyDay(engine)
    const before = await kept()
    for (const words of HERS) expect(before).toContain(words)
    const held = JSON.parse(linxu('export', '--household', '3-2-501').stdout)
    expect(held).toMatchObject({ household: '3-2-501', alerts: [{ words: expect.stringContaining('胸口疼') }] })
    expect(JSON.stringify(held)).toMatch(/要缬沙坦一盒.*代3-2-501订小米2斤/su)
    expect(JSON.stringify(held)).not.toContain('鸡蛋')

    expect(linxu('forget', '3-2-501').stdout).toContain('没有删')
    expect(await kept()).toContain('王秀英')
    expect(linxu('forget', '3-2-501', '--yes').stdout).toMatch(/已删去：1 人/u)
    const after = await kept()
    for (const words of HERS) expect(after, words).not.toContain(words)
    expect(await day.order('3-2-302')).toMatchObject({ lines: [{ item: '鸡蛋', qty: 30 }] })
    const sums = await day.office.store.db.selectFrom('sums').select(['item', 'unit', 'qty', 'lines']).orderBy('item').execute()
    expect(sums).toContainEqual({ item: '小米', unit: '斤', qty: 2, lines: 1 })
    expect(sums).toContainEqual({ item: 'medicine', unit: '', qty: 0, lines: 1 })
    expect(linxu('forget', '99-9-999', '--yes').stderr).toContain('没有 99-9-999 这一户')
  })
})

onEach('the job of the night', (engine) => {
  const cleanings = async () =>
    (await day.office.store.db.selectFrom('events').select('after').where('entity', '=', 'cleaning').orderBy('id').execute()).map(
      ({ after }) => JSON.parse(after),
    )

  it('removes texts after 30 days and orders and alerts after 180, proves it, and keeps what is younger', async () => {
    await busyDay(engine)
    const { office, clock } = day
    await cleanUp(clock.now() + 29 * DAYS, office)
    expect(await kept()).toContain('楼道灯')
    await cleanUp(clock.now() + 31 * DAYS, office)
    const later = await kept()
    for (const words of ['楼道灯', '灯还亮着', '代3-2-501订']) expect(later, words).not.toContain(words)
    expect(later).toContain('胸口疼')
    expect((await day.orders()).map(({ household }) => household)).toContain('3-2-501')
    await cleanUp(clock.now() + 182 * DAYS, office)
    const last = await kept()
    for (const words of [...HERS, '鸡蛋30']) expect(last, words).not.toContain(words)
    expect(await day.orders()).toEqual([])
    expect(await office.store.db.selectFrom('sums').select('qty').where('item', '=', '鸡蛋').execute()).toEqual([{ qty: 30 }])
    const [second, third] = (await cleanings()).slice(-2)
    expect(second.removed.texts).toBeGreaterThan(4)
    expect(third).toMatchObject({ scrubbed: true, left: { texts: 0, said: 0, orders: 0, alerts: 0, people: 0 } })
    expect(third.removed).toMatchObject({ orders: 2, alerts: 1 })
  })

  it('takes a message that comes again after its text is gone for the same one', async () => {
    await open(engine)
    await day.say('3-2-501', '3-2', '大米10斤', { id: 'once' })
    await day.minutes(1)
    await cleanUp(day.clock.now() + 31 * DAYS, day.office)
    await day.say('3-2-501', '3-2', '大米10斤', { id: 'once' })
    expect((await day.order('3-2-501'))?.lines).toHaveLength(1)
  })

  it('runs at its time', async () => {
    await open(engine)
    await day.until('04:31', TODAY)
    expect(await cleanings()).toHaveLength(1)
  })
})

describe('a residents’ group is not told what was not written there', () => {
  afterEach(() => day.close())

  it('of an order by phone, its change, what is out of it and what came', async () => {
    day = await openDay('09:00')
    await day.say('s-wang', 'g1', '代3-2-501订小米2斤，阿莫西林一盒')
    await day.minutes(2)
    expect(day.heard('3-2').join()).toMatch(/501 东西2样/u)
    await day.say('s-wang', 'g1', '3-2-501小米改成3斤')
    await day.say('s-wang', 'g1', '小米断货了')
    await day.minutes(2)
    await day.say('s-wang', 'g1', '小米到货了')
    await day.minutes(2)
    const heard = day.heard('3-2').join('\n')
    expect(heard).toMatch(/501 的单改好了[\s\S]*501 订的东西1样缺货[\s\S]*501 等的东西1样到货了/u)
    expect(heard).not.toMatch(/小米|阿莫西林|药/u)
    expect((await day.order('3-2-501', '2021-01-28'))?.lines).toMatchObject([{ item: '小米', qty: 3 }, { item: '阿莫西林' }])
  })

  it('of what a resident wrote in private, where the group wrote something else', async () => {
    day = await openDay('09:00')
    await day.say('3-2-501', '3-2', '大米10斤')
    await day.say('3-2-501', '-', '再加一瓶白酒')
    await day.say('s-wang', 'g1', '大米断货了')
    await day.say('s-wang', 'g1', '白酒断货了')
    await day.minutes(2)
    const heard = day.heard('3-2').join('\n')
    expect(heard).toMatch(/501 订的大米、东西1样缺货/u)
    expect(heard).not.toContain('白酒')
  })
})

it('a whole day’s log, at trace and with every kind of fault, holds no name, no text, no door', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linxu-log-'))
  const lines: string[] = []
  const { cast, events } = await readScenario(createReadStream(new URL('../e2e/water-cut.jsonl', import.meta.url)))
  const clock = new VirtualClock(Date.parse(events[0]?.at ?? '') - 60_000)
  const plain = await openOffice(settingsFor(loadSettings(undefined, {}), cast), { database: join(folder, 'log.db'), clock })
  let count = 0
  const reader: typeof plain.reader = {
    ...plain.reader,
    understand: (text, ...more) => {
      if (++count % 3 === 0) throw new SyntaxError(`${text} is not valid JSON`)
      return plain.reader.understand(text, ...more)
    },
  }
  const office = {
    ...plain,
    reader,
    log: pino({ level: 'trace', timestamp: false, base: null }, { write: (line) => void lines.push(line) }),
  }
  const stage = await openStage(office, clock, cast, () => {})
  const send = stage.puppet.messageSendText.bind(stage.puppet)
  let refused = 0
  stage.puppet.messageSendText = async (to, text) => {
    if (++refused <= 5) throw new Error(`refused: ${to} ${text}`)
    return send(to, text)
  }
  for (const event of events) await stage.play(event)
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
  expect(lines.length).toBeGreaterThan(5)
  const log = lines.join('')
  const words = [
    ...cast.people.flatMap(({ name, alias }) => [name, ...Object.values(alias)]),
    ...cast.rooms.map(({ topic }) => topic),
    ...events.flatMap(({ text }) => (text === undefined ? [] : [text, ...text.split(/[，\s]/u)])).filter((text) => text.length > 1),
    ...['16-4-301', '602', '13-1-402', '矿泉水', '馒头'],
  ]
  for (const word of words.filter((one) => one !== 'wang')) expect(log, word).not.toContain(word)
})
