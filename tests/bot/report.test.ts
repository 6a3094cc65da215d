/** The day told: what counts, whom it is told, and the file that is kept of it. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { forgetInReports } from '../../bot/report-file.js'
import { en } from '../../bot/wording/en.js'
import { type Day, openDay, TODAY } from './day.js'

let day: Day
afterEach(() => day.close())

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'linxu-report-')), 'reports')

it('does not count what was taken back, and tells the last reason', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.say('3-2-302', '3-2', '鸡蛋30个')
  await day.until('09:00')
  await day.say('s-wang', 'g1', '3-2-501 3-2-302已送')
  await day.say('s-wang', 'g1', '撤销')
  await day.say('s-wang', 'g1', '3-2-501没人应门')
  await day.until('21:01')
  const told = day.heard('@head').join('\n')
  expect(told).toContain('送达：没有')
  expect(told).toMatch(/没送到2户：\n3-2-501 没人应门\n3-2-302 没说原因/u)
})

it('counts what an earlier day left over on the day on which it was brought', async () => {
  day = await openDay('04:00')
  await day.say('3-2-501', '3-2', '大米10斤')
  const next = '2021-01-28'
  await day.until('09:00', next)
  await day.say('s-wang', 'g1', '3-2-501已送')
  await day.say('head', '-', '昨天日报')
  await day.say('head', '-', '日报')
  await day.minutes(1)
  const told = day.heard('@head')
  expect(told.at(-2)).toMatch(/1月27日日报】\n送达：没有/u)
  expect(told.at(-1)).toMatch(/1月28日日报】\n送达：1户1袋1样/u)
})

it('reads a date as the last one of that name', async () => {
  day = await openDay('04:00')
  await day.say('head', '-', '12月30日日报')
  await day.minutes(1)
  expect(day.heard('@head').join()).toContain('12月30日日报')
})

it('is kept as a file of the account’s own where the bot stays, without whoever is forgotten, as long as texts are', async () => {
  day = await openDay('04:00')
  day.office.backups = day.database
  day.office.settings.report.folder = folder()
  day.office.settings.backup.folder = folder()
  day.office.settings.keep.textDays = 3
  await day.say('3-2-501', '3-2', '大米10斤')
  await day.until('21:01')
  const file = join(day.office.settings.report.folder, `report-${TODAY}.csv`)
  expect(readFileSync(file, 'utf8')).toContain('未送到,3-2-501,1,')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(forgetInReports(day.office.settings.report.folder, '3-2-501')).toBe(1)
  expect(readFileSync(file, 'utf8')).not.toContain('3-2-501')
  await day.until('21:01', '2021-01-31')
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(day.office.settings.report.folder)).toHaveLength(4)
})

it('writes no file in a demo', async () => {
  day = await openDay('20:00')
  day.office.settings.report.folder = folder()
  await day.until('21:01')
  expect(existsSync(day.office.settings.report.folder)).toBe(false)
})

it('is told in English as well', async () => {
  day = await openDay('20:00')
  day.office.words = en
  await day.until('21:01')
  expect(day.heard('@head').join()).toContain('Delivered: nothing')
})
