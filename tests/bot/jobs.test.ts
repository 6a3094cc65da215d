/** The day's jobs: each once, at its time in the community, also after a restart. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dueBetween, tickEachMinute } from '../../bot/schedule.js'
import { claimJob, inUseSince } from '../../store/jobs.js'
import { line, ordered } from '../store/given.js'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

it('asks every unit group at 19:00, nobody else', async () => {
  day = await openDay('18:50')
  await day.until('19:01')
  for (const room of ['3-2', '5-4', '7-1']) expect(day.heard(room)).toHaveLength(1)
  for (const room of ['g1', 'g2', '9', 'x']) expect(day.heard(room)).toHaveLength(0)
})

it('sends each grid its list at 06:00: totals first, then numbered entries in the order of the walk', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤,缬沙坦一盒')
  await day.say('3-2-302', '3-2', '大米5斤')
  await day.say('7-1-502', '7-1', '来点土豆')
  await day.until('06:01')
  const [list = ''] = day.heard('g1')
  expect(list.split('\n')).toEqual([
    expect.stringContaining('2户'),
    expect.stringContaining('大米15斤'),
    '💊药店：药品1种',
    expect.stringMatching(/^1\. 3-2-302 .*大米5斤/u),
    expect.stringMatching(/^2\. 3-2-501 .*大米10斤、药品1种/u),
  ])
  expect(day.heard('@s-wang').join()).toMatch(/💊药店：缬沙坦1盒\n.*2\. 3-2-501 .*大米10斤、缬沙坦1盒/su)
  expect(day.heard('g2').join()).toMatch(/土豆1户未说数量/u)
})

it('shows what the catalogue lacks as it was said, marked, and tells at the end how to file it', async () => {
  day = await openDay('04:00')
  const roll = (qty: number) => line('响铃卷', { known: 0, qty, unit: '包' })
  await ordered(day.office.store.db, '3-2-501', [line('大米', { qty: 10, unit: '斤' }), roll(3)])
  await ordered(day.office.store.db, '3-2-302', [roll(2)])
  await day.until('06:01')
  const list = day.heard('g1').join('\n')
  expect(list).toMatch(/响铃卷5包\(目录外\)、大米10斤/u)
  expect(list).toMatch(/3-2-501 .*响铃卷3包\(目录外\)/u)
  expect(list.split('\n').at(-1)).toBe('目录里没有的：响铃卷×2。请管理员登记：linxu catalogue add')
})

it('shows a medicine with the name that was said, for 30 is not 50 and brands differ', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '要诺和锐30两支,大米10斤')
  await day.say('3-2-302', '3-2', '要一盒缬沙坦胶囊')
  await day.until('06:01')
  const list = day.heard('@s-wang').join('\n')
  expect(list).toContain('诺和锐30 2支')
  expect(list).toMatch(/药店：.*缬沙坦1盒\(缬沙坦胶囊\)/u)
  expect(list).toMatch(/3-2-501 .*诺和锐30 2支、大米10斤(?!\()/u)
})

it('numbers stay the same all day; what comes later gets the next', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.until('06:01')
  await day.say('3-2-102', '3-2', '我爸心脏病的硝酸甘油没了,急')
  expect((await day.pickList('1')).entries.map(({ no, household }) => [no, household])).toEqual([
    [1, '3-2-501'],
    [2, '3-2-102'],
  ])
})

it('reminds of what is not delivered, and asks the households to sign', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('3-2-302', '3-2', '大米5斤')
  await day.until('09:00')
  await day.say('v-chen', 'g1', '3-2-501送到了')
  await day.until('16:59')
  day.heard('g1')
  day.heard('3-2')
  await day.until('17:01')
  expect(day.heard('g1').join()).toMatch(/1户.*3-2-302/su)
  await day.until('18:59')
  day.heard('3-2')
  await day.until('20:31')
  const asked = day.heard('3-2').join()
  expect(asked).toContain('501')
  expect(asked).not.toContain('302')
})

describe('a list too long for one message', () => {
  it('is split between entries', async () => {
    day = await openDay('04:00')
    const { settings } = day.office
    settings.pace.maxCharacters = 120
    for (const floor of [1, 2, 3, 4, 5, 6])
      for (const home of [1, 2]) await day.say(`3-2-${floor}0${home}`, '3-2', '大米10斤,鸡蛋30个,豆油一桶')
    await day.until('06:05')
    const texts = day.heard('g1')
    expect(texts.length).toBeGreaterThan(3)
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(120)
    expect(texts.join('\n').match(/^\d+\. 3-2-\d{3} .*豆油1桶/gmu)).toHaveLength(12)
  })
})

it('knows what is due between two moments, in the community’s time zone', async () => {
  day = await openDay('04:00')
  const from = Date.parse('2021-01-26T18:00:00+08:00')
  const due = dueBetween(from, Date.parse('2021-01-27T06:00:00+08:00'), day.office)
  expect(due.map(({ job, at }) => `${job} ${new Date(at).toISOString()}`)).toEqual([
    'ask 2021-01-26T11:00:00.000Z',
    'thanks 2021-01-26T12:30:00.000Z',
    'passages 2021-01-26T12:40:00.000Z',
    'report 2021-01-26T13:00:00.000Z',
    'lastCall 2021-01-26T13:30:00.000Z',
    'clean 2021-01-26T20:30:00.000Z',
    'cutOff 2021-01-26T21:30:00.000Z',
    'digest 2021-01-26T22:00:00.000Z',
  ])
})

it('does the work of a job again that a process claimed before it was killed, once', async () => {
  day = await openDay('04:00')
  const { db } = day.office.store
  const at = Date.parse('2021-01-27T04:30:00+08:00')
  await claimJob(db, 'clean', at, at, false)
  await day.until('04:31')
  await day.until('06:01')
  expect(await db.selectFrom('events').select('why').where('entity', '=', 'cleaning').execute()).toHaveLength(1)
  const [job] = await db.selectFrom('jobs').selectAll().where('job', '=', 'clean').execute()
  expect(job).toMatchObject({ due_at: at, done_at: expect.any(Number) })
})

it('carries what was not delivered to the next day’s list, and buys nothing twice', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('3-2-302', '3-2', '大米5斤')
  await day.until('10:00')
  await day.say('s-wang', 'g1', '3-2-302没人应门')
  await day.until('18:00')
  await day.say('5-4-102', '5-4', '我妈胰岛素没了,急,要一支')
  const tomorrow = '2021-01-28'
  await day.until('06:01', tomorrow)
  const list = await day.pickList('1', tomorrow)
  expect(list.entries.map(({ household }) => household)).toEqual(['3-2-302', '3-2-501', '5-4-102'])
  expect(list.pickups).toMatchObject([{ items: [{ item: '大米', qty: 10 }] }, { items: [{ item: '胰岛素', qty: 1 }] }])
})

it('does not deliver tomorrow’s order when today’s is confirmed twice', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.until('09:00')
  await day.say('3-2-501', '3-2', '鸡蛋30个')
  await day.say('v-chen', 'g1', '3-2-501送到了')
  await day.say('s-wang', 'g1', '3-2-501已送')
  expect(await day.order('3-2-501')).toMatchObject({ status: 'delivered' })
  expect(await day.order('3-2-501', '2021-01-28')).toMatchObject({ status: 'open' })
})

describe('after a time without a process', () => {
  const began = Date.parse('2021-01-27T08:00:00+08:00')
  const down = async (from: string, until: string, untilDay: string): Promise<Day> => {
    const folder = mkdtempSync(join(tmpdir(), 'linxu-down-'))
    const database = join(folder, 'day.db')
    const before = await openDay('08:00', { database })
    await before.say('3-2-501', '3-2', '大米10斤')
    await before.until(from)
    await before.close()
    day = await openDay(until, { database, day: untilDay, since: began })
    await day.minutes(1)
    return day
  }

  it('asks nobody for needs at 02:00, and tells the staff what was left out', async () => {
    const { heard } = await down('18:00', '02:00', '2021-01-28')
    for (const room of ['3-2', '5-4', '7-1']) expect(heard(room)).toEqual([])
    const told = heard('g1').join()
    expect(told).toContain('1月27日19:00的“问需求”错过太久，这次不补了')
    expect(told).toContain('1月27日20:30的“请签收”错过太久，这次不补了')
  })

  it('sends the list late, once, and says that it is late', async () => {
    const { heard, minutes, office } = await down('23:00', '07:30', '2021-01-28')
    const told = heard('g1')
    expect(told.filter((text) => text.startsWith('【一网格 1月28日清单】'))).toHaveLength(1)
    expect(told.join()).toContain('1月28日06:00的“发清单”晚了，现在补上')
    await minutes(60)
    expect(heard('g1')).toEqual([])
    expect(await inUseSince(office.store.db)).toBe(began)
  })
})

it('ticks each minute by node-cron, in the community’s time zone', async () => {
  day = await openDay('04:00')
  vi.useFakeTimers({ now: Date.parse('2021-01-27T05:58:30+08:00') })
  const moments: string[] = []
  const end = tickEachMinute(day.office, async () => void moments.push(new Date().toISOString().slice(11, 16)))
  await vi.advanceTimersByTimeAsync(3 * 60_000)
  end()
  vi.useRealTimers()
  expect(moments).toEqual(['21:59', '22:00', '22:01'])
})
