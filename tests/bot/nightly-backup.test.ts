/** The backup of the night, as the schedule makes it. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { loadSettings } from '../../config/settings.js'
import { restore } from '../../store/backup/restore.js'
import { exportOrders } from '../../store/exports.js'
import { openStore } from '../../store/open.js'
import { type Day, openDay } from './day.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-night-'))
const settings = loadSettings(undefined, {})
const opened: Day[] = []
const night = async (backups: string): Promise<Day> => {
  const database = `sqlite:${join(folder, `${opened.length}.db`)}`
  const day = await openDay('20:00', { database, settings: { backup: { ...settings.backup, folder: backups } } })
  day.office.backups = database
  opened.push(day)
  return day
}
afterEach(async () => {
  for (const day of opened.splice(0)) await day.close()
  rmSync(folder, { recursive: true, force: true })
})

it('is made at the hour that the settings say, and holds the evening’s orders', async () => {
  const backups = join(folder, 'kept')
  const day = await night(backups)
  await day.say('3-2-501', '3-2', '3-2-501 要大米一袋')
  await day.until('04:00', '2021-01-28')
  expect(readdirSync(backups)).toEqual(['linxu-2021-01-28-0330.db'])
  const again = `sqlite:${join(folder, 'again.db')}`
  await restore(again, join(backups, 'linxu-2021-01-28-0330.db'), 'x')
  const store = await openStore(again)
  expect((await exportOrders(store.db, '2021-01-28')).map(({ household }) => household)).toEqual(['3-2-501'])
  await store.close()
})

it('tells staff where it cannot be made, and the night goes on', async () => {
  const file = join(folder, 'a file')
  const day = await night(join(file, 'no folder'))
  writeFileSync(file, '')
  await day.say('3-2-501', '3-2', '3-2-501 要大米一袋')
  await day.until('06:30', '2021-01-28')
  expect(day.heard('g1').join('\n')).toMatch(/备份没有做成[\s\S]*清单/u)
})
