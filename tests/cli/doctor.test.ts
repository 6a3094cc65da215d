/** What `linxu doctor` finds in an office where something is wrong, and that it changes nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { examine } from '../../cli/doctor/examine.js'
import type { Finding } from '../../cli/doctor/finding.js'
import { loadSettings } from '../../config/settings.js'
import { makeBackup } from '../../store/backup/make.js'
import { addRoom } from '../../store/community.js'
import { type Db, openStore } from '../../store/open.js'
import { cause, message, person } from '../store/given.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-doctor-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const NOW = Date.now()
const sample = loadSettings(undefined, {})
let count = 0

const looked = async (given: (db: Db) => Promise<void>, more: { url?: string; puppet?: string; backups?: string; now?: number } = {}) => {
  const url = more.url ?? `sqlite:${join(folder, `${count++}.db`)}`
  if (more.url === undefined) {
    const store = await openStore(url)
    await given(store.db)
    await store.close()
  }
  const settings = {
    ...sample,
    backup: { ...sample.backup, folder: more.backups ?? join(folder, 'none') },
    chat: { ...sample.chat, puppet: more.puppet ?? sample.chat.puppet },
  }
  return examine(settings, url, more.now ?? NOW)
}
const nothing = async (): Promise<void> => {}
const room = (db: Db, topic: string, kind: string, more: { building?: string; unit?: string; grid?: string; bound_by?: string } = {}) =>
  addRoom(db, { topic, kind, building: null, unit: null, grid: null, bound_by: 'topic', ...more }, cause())

const CASES: { title: string; given: (db: Db) => Promise<unknown>; check: Finding['check']; level: Finding['level']; says: RegExp }[] = [
  { title: 'no backup yet', given: nothing, check: 'backup', level: 'act', says: /还没有备份.*linxu backup/u },
  { title: 'no group yet', given: nothing, check: 'rooms', level: 'look', says: /还没见过任何群/u },
  { title: 'the simulated network', given: nothing, check: 'puppet', level: 'look', says: /只是演示/u },
  {
    title: 'a grid without staff',
    given: (db) => person(db, '小王', 'staff', '1'),
    check: 'staff',
    level: 'act',
    says: /^(?!.*一网格).*二网格.*invite --role staff --grid 2/u,
  },
  {
    title: 'a unit without a group',
    given: (db) => room(db, '3栋2单元', 'unit', { building: '3', unit: '2' }),
    check: 'rooms',
    level: 'look',
    says: /没有群的单元：1-1/u,
  },
  {
    title: 'a grid without a staff group',
    given: (db) => room(db, '一网格工作群', 'grid', { grid: '1' }),
    check: 'rooms',
    level: 'act',
    says: /没有可信工作群的网格：二网格/u,
  },
  {
    title: 'a group that only calls itself a staff group',
    given: (db) => room(db, '一网格工作群', 'claimed', { grid: '1' }),
    check: 'rooms',
    level: 'act',
    says: /自称工作群.*：一网格工作群.*linxu rooms bind \d+ 1网格/u,
  },
  {
    title: 'a group that is not matched',
    given: (db) => room(db, '快乐一家人', 'unknown'),
    check: 'rooms',
    level: 'look',
    says: /认不出是哪里的群：快乐一家人.*绑定/u,
  },
  {
    title: 'two groups of one name',
    given: (db) => room(db, '3栋2单元', 'unknown', { bound_by: 'doubtful' }),
    check: 'rooms',
    level: 'act',
    says: /同名的群/u,
  },
  {
    title: 'a message that nobody handled',
    given: (db) => message(db, 'm', { sent_at: 1 }),
    check: 'waiting',
    level: 'act',
    says: /1 条消息还没处理.*linxu start/u,
  },
]
it.each(CASES)('says what to do about $title', async ({ given, check, level, says }) => {
  const found = await looked(async (db) => void (await given(db)))
  const [hit] = found.filter((one) => one.check === check && says.test(one.zh))
  expect(hit, JSON.stringify(found.filter((one) => one.check === check))).toMatchObject({ level })
  expect(hit?.en).toMatch(/[a-z]/u)
})

it('says that a puppet is not installed', async () => {
  const found = await looked(nothing, { puppet: 'wechaty-puppet-nowhere' })
  expect(found.find(({ check }) => check === 'puppet')).toMatchObject({ level: 'act', zh: expect.stringMatching(/npm install/u) })
})

it('says that the clock is behind what the database knows', async () => {
  const found = await looked(async (db) => void (await message(db, 'm')), { now: 0 })
  expect(found.find(({ check }) => check === 'clock')).toMatchObject({ level: 'act' })
})

it('knows how old the newest backup is', async () => {
  const url = `sqlite:${join(folder, 'aged.db')}`
  await (await openStore(url)).close()
  const kept = join(folder, 'kept')
  await makeBackup(url, join(kept, 'linxu-2026-11-25-0330.db'))
  const level = async (now: number) => (await looked(nothing, { url, backups: kept, now })).find(({ check }) => check === 'backup')?.level
  expect(await level(Date.now())).toBe('ok')
  expect(await level(Date.now() + 37 * 3600_000)).toBe('act')
})

it('says that a database is none or damaged, and goes on with the rest', async () => {
  const path = join(folder, 'letter.db')
  writeFileSync(path, 'Dear neighbours')
  const found = await looked(nothing, { url: `sqlite:${path}` })
  expect(found.find(({ check }) => check === 'database')).toMatchObject({ level: 'act' })
  expect(found.map(({ check }) => check)).toContain('puppet')
})

it('changes nothing', async () => {
  const path = join(folder, 'still.db')
  await (await openStore(`sqlite:${path}`)).close()
  const before = readFileSync(path)
  await looked(nothing, { url: `sqlite:${path}` })
  expect(readFileSync(path).equals(before)).toBe(true)
  const missing = await looked(nothing, { url: `sqlite:${join(folder, 'nowhere.db')}` })
  expect(missing.find(({ check }) => check === 'database')).toMatchObject({ level: 'look' })
  expect(() => readFileSync(join(folder, 'nowhere.db'))).toThrow(/ENOENT/u)
})

it('says that messages wait in the spare file', async () => {
  const url = `sqlite:${join(folder, 'spooled.db')}`
  await (await openStore(url)).close()
  writeFileSync(join(folder, 'spooled.db.spool.jsonl'), '{}\n{}\n')
  const found = await looked(nothing, { url, now: Date.now() + 3600_000 })
  expect(found.find(({ zh }) => zh.includes('备用文件'))).toMatchObject({
    level: 'act',
    zh: expect.stringMatching(/2 条还没补记.*linxu start/u),
    en: expect.stringMatching(/2 entries/u),
  })
})
