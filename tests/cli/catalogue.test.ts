/** `linxu catalogue` as an office calls it: a name that residents wrote is found, filed, and known afterwards. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalogueCommand } from '../../cli/commands/catalogue.js'
import { openReader } from '../../cli/office.js'
import { householdsOf } from '../../config/layout.js'
import { loadSettings } from '../../config/settings.js'
import { settleHouseholds } from '../../store/community.js'
import { openStore } from '../../store/open.js'
import { line, ordered } from '../store/given.js'

let folder: string
let settings: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linxu-cli-'))
  settings = join(folder, 'linxu.yaml')
  writeFileSync(settings, `database: sqlite:${join(folder, 'day.db')}\n`)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const linxu = async (...words: string[]): Promise<string> => {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  await catalogueCommand().parseAsync([...words, '--settings', settings], { from: 'user' })
  vi.restoreAllMocks()
  return said.join('')
}

it('files a name that residents wrote', async () => {
  const loaded = loadSettings(settings, {})
  const store = await openStore(loaded.database)
  await settleHouseholds(store.db, householdsOf(loaded))
  await ordered(store.db, '3-2-501', [line('关东煮锅底', { known: 0 })])
  expect(await linxu('unknown')).toMatch(/^关东煮锅底\t1 次\t2021-01-27\t“关东煮锅底”\n登记：linxu catalogue add/u)
  expect(await linxu('find', '关东煮锅底')).toContain('目录里没有「关东煮锅底」')
  const added = await linxu('add', '关东煮锅底', '--category', '调料', '--unit', '包', '--alias', '煮锅底，关东底')
  expect(added).toContain('没送的订单里有 1 行记到「关东煮锅底」名下')
  expect(added).toContain('重新启动')
  expect(await linxu('unknown')).toContain('没有')
  expect(await linxu('find', '煮锅底')).toContain('「煮锅底」→ 关东煮锅底　调料，单位 包，取货处 超市，别名 煮锅底、关东底')
  expect(await linxu('check')).toContain('没有问题')
  await store.close()
  const { reader } = openReader(loaded)
  const read = reader.understand('煮锅底2包', { room: { kind: 'direct' }, sender: { role: 'resident' } })
  expect(read.acts).toMatchObject([{ act: 'order', lines: [{ item: '关东煮锅底', known: true }] }])
})

it('tells line by line what is wrong in a folder, and of files that it cannot read', async () => {
  writeFileSync(join(folder, 'own.csv'), '名称;别名;类别;单位;取货处\n响铃卷;;速食;坨坨;超市\n')
  writeFileSync(join(folder, '货.xlsx'), '')
  await expect(linxu('check', folder)).rejects.toThrow(/own\.csv:2 「响铃卷」的单位「坨坨」不是计量单位[\s\S]*货\.xlsx 不会读/u)
  await expect(linxu('check', join(folder, 'nowhere'))).rejects.toThrow('没有这个文件夹')
})
