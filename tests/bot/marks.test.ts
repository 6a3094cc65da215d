/** Marked units: how long a mark holds, who reads of it, and what is noted of going in and out. */
import { afterEach, expect, it } from 'vitest'
import { dueBetween } from '../../bot/schedule.js'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

const staffOnly = async (grid = '1'): Promise<string[]> =>
  (await day.pickList(grid)).entries.filter((entry) => entry.staffOnly).map(({ household }) => household)
const passages = () => day.office.store.db.selectFrom('passages').select(['building', 'unit', 'way', 'disinfected', 'status']).execute()

it('begins its days anew where it is set again, and ends in the morning after the last', async () => {
  day = await openDay('08:00')
  await day.say('s-su', 'g2', '7栋1单元有密接')
  await day.until('09:00', '2021-01-30')
  await day.say('s-su', 'g2', '7栋1单元有密接')
  await day.until('09:00', '2021-02-05')
  expect(day.heard('g2').join()).not.toContain('到期')
  await day.until('05:31', '2021-02-06')
  expect(day.heard('g2').join()).toContain('7栋1单元（有密接）的标记到期')
})

it('puts a unit that is marked late behind the others, under its old number', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('5-4-102', '5-4', '鸡蛋30个')
  await day.until('06:10')
  await day.say('s-wang', 'g1', '3栋2单元有确诊')
  expect((await day.pickList('1')).entries.map(({ no, household }) => [no, household])).toEqual([
    [2, '5-4-102'],
    [1, '3-2-501'],
  ])
})

it('counts in a reminder that volunteers read what staff carry', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('5-4-102', '5-4', '鸡蛋30个')
  await day.say('s-wang', 'g1', '3栋2单元有确诊')
  await day.until('16:59')
  day.heard('g1')
  await day.until('17:01')
  const told = day.heard('g1').join()
  expect(told).toContain('还有1户没送到，另有1户由专人送')
  expect(told).not.toContain('3-2-501')
})

it.each([
  ['进7栋1单元 已消毒', 'in', 1],
  ['出7-1 消毒了', 'out', 1],
  ['进了7栋1单元', 'in', 0],
  ['7栋1单元已消杀完毕', 'clean', 1],
  ['进7栋1单元 没消毒', 'in', 0],
])('notes %s', async (text, way, disinfected) => {
  day = await openDay('08:00')
  await day.say('s-su', 'g2', text)
  expect(await passages()).toEqual([{ building: '7', unit: '1', way, disinfected, status: 'noted' }])
})

it.each(['进7栋1单元的人都要消毒', '7栋1单元 502已送', '出门记得消毒', '送进7栋1单元了'])('notes nothing of %s', async (text) => {
  day = await openDay('08:00')
  await day.say('s-su', 'g2', text)
  expect(await passages()).toEqual([])
})

it('takes a note back, and hears none of residents', async () => {
  day = await openDay('08:00')
  await day.say('s-su', 'g2', '进7栋1单元 已消毒')
  await day.say('s-su', 'g2', '撤销')
  await day.say('7-1-502', '7-1', '进7栋1单元 已消毒')
  expect(await passages()).toMatchObject([{ status: 'withdrawn' }])
})

it('says so where the module is off, marks nothing, and still lifts what was marked before', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('s-wang', 'g1', '3栋2单元有确诊')
  day.office.settings.modules = { ...day.office.settings.modules, marks: false, disinfection: false }
  await day.say('s-su', 'g2', '7栋1单元有确诊')
  await day.say('s-su', 'g2', '进7栋1单元 已消毒')
  await day.minutes(1)
  expect(day.heard('@s-su').join()).toMatch(/没有用“确诊密接标记”.*没有用“进出消毒登记”/su)
  expect(await passages()).toEqual([])
  expect(await staffOnly()).toEqual(['3-2-501'])
  await day.say('s-wang', 'g1', '3栋2单元解除')
  expect(await staffOnly()).toEqual([])
})

it('has no job of disinfection where nobody keeps it', async () => {
  day = await openDay('08:00')
  const jobs = () => dueBetween(day.clock.now(), day.clock.now() + 24 * 3600_000, day.office).map(({ job }) => job)
  expect(jobs()).toContain('passages')
  for (const module of ['marks', 'disinfection'] as const) {
    day.office.settings.modules = { marks: true, disinfection: true, rounds: true, accounts: false, [module]: false }
    expect(jobs()).not.toContain('passages')
  }
})
