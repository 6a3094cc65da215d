/** Test rounds: who is missing, why, who is asked, and the samplers' list. */

import { afterEach, describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readTable, TableRefused } from '../../bot/sheets/read.js'
import { asXlsx } from '../../bot/sheets/write.js'
import { takeTested } from '../../bot/tested-list.js'
import { currentRound, missingIn } from '../../store/rounds.js'
import { cause } from '../store/given.js'
import { type Day, openDay } from './day.js'

let day: Day
afterEach(() => day.close())

const missing = async (grid: string | null = '1'): Promise<string[]> => {
  const { db } = day.office.store
  const round = await currentRound(db)
  if (round === undefined) throw new Error('no round')
  return (await missingIn(db, round, grid)).map(({ building, unit, room }) => `${building}-${unit}-${room}`)
}
/** A round in grid 1 of which all but unit 3-2 is done. */
const begin = async (): Promise<void> => {
  day = await openDay('08:00')
  await day.say('s-wang', 'g1', '一网格开始第三轮核酸')
  await day.say('s-wang', 'g1', '1栋2栋4栋5栋6栋做完了')
  for (const unit of [1, 3]) await day.say('s-wang', 'g1', `3栋${unit}单元做完了`)
  await day.minutes(1)
  for (const where of ['g1', '3-2', '@s-wang']) day.heard(where)
}
const note = async (door: string, fields: { tags?: string; phone?: string }): Promise<void> => {
  const [building = '', unit = '', room = ''] = door.split('-')
  const { db } = day.office.store
  await db
    .updateTable('households')
    .set(fields)
    .where('building', '=', building)
    .where('unit', '=', unit)
    .where('room', '=', room)
    .execute()
}

it('is a unit in one word while nobody was tested there, then its doors, with phones for staff only', async () => {
  await begin()
  await note('3-2-401', { phone: '13800001111' })
  await day.say('s-wang', 'g1', '还有谁没做核酸')
  await day.minutes(1)
  expect(day.heard('g1').join()).toContain('还有12户没做：\n3-2：全部12户')
  expect(day.heard('@s-wang').join()).toContain('401（13800001111）')
  await day.say('v-chen', '-', '还有谁没做核酸')
  await day.minutes(1)
  expect(day.heard('@v-chen').join()).not.toContain('138')
})

it('lets a household speak for itself and its neighbours of the unit, for nobody else', async () => {
  await begin()
  await day.say('3-2-501', '3-2', '501 502做完了', { name: '3-2-501 张阿姨' })
  expect(await missing()).not.toContain('3-2-502')
  await day.say('5-4-102', '5-4', '3-2-301做完了', { name: '5-4-102 李姐' })
  expect(await missing()).toContain('3-2-301')
  await day.say('3-2-501', '3-2', '饭做好了', { name: '3-2-501 张阿姨' })
  await day.say('3-2-501', '3-2', '501的作业做完了', { name: '3-2-501 张阿姨' })
  await day.minutes(1)
  expect(day.heard('3-2')).toEqual(['✅501、502 第3轮核酸记下了'])
})

it('keeps a done household done when somebody says a reason, and takes a reason back when it is done', async () => {
  await begin()
  await day.say('s-wang', 'g1', '3-2-501做完核酸了')
  await day.say('s-wang', 'g1', '核酸 3-2-501 住院')
  expect(await missing()).not.toContain('3-2-501')
  await day.say('s-wang', 'g1', '核酸 3-2-502 外出')
  await day.say('s-wang', 'g1', '3-2-502做完核酸了')
  expect(await missing()).not.toContain('3-2-502')
  await day.say('s-wang', 'g1', '撤销')
  expect(await missing()).toContain('3-2-502')
})

it('asks for a visit to the old who did not come down, once, until they are done', async () => {
  await begin()
  await note('3-2-401', { tags: '["over-80"]' })
  await note('3-2-402', { tags: '["chronic"]' })
  await day.until('17:01')
  const told = day.heard('g1').join('\n')
  expect(told).toContain('🚪第3轮核酸，这些老人没下楼，请上门：#1 3-2-401\n谁去请回：认领 1')
  expect(told).not.toMatch(/上门：.*402/u)
  expect(day.heard('3-2').join()).toContain('还有邻居没做')
  const visits = () => day.office.store.db.selectFrom('requests').select(['kind', 'status']).execute()
  await day.say('s-wang', 'g1', '认领 1')
  await day.say('s-wang', 'g1', '催核酸')
  expect(await visits()).toEqual([{ kind: 'visit', status: 'taken' }])
  await day.say('s-wang', 'g1', '3-2-401做完核酸了')
  expect(await visits()).toEqual([{ kind: 'visit', status: 'done' }])
})

it('answers nobody in the group when a visit is done', async () => {
  await begin()
  await note('3-2-401', { tags: '["alone"]' })
  await day.until('17:01')
  day.heard('3-2')
  await day.say('s-wang', 'g1', '办结 1：上门做好了')
  await day.minutes(1)
  expect(day.heard('3-2')).toEqual([])
})

it('does not remind at night, nor send anybody to a round at the doors', async () => {
  await begin()
  await note('3-2-401', { tags: '["alone"]' })
  await day.say('s-wang', 'g1', '开始第四轮核酸，上门')
  await day.until('22:30')
  day.heard('3-2')
  await day.say('s-wang', 'g1', '催第四轮核酸')
  await day.until('23:30')
  expect(day.heard('3-2')).toEqual([])
  await day.until('06:05', '2021-01-28')
  expect(day.heard('3-2').join()).toContain('第4轮核酸还有邻居没做，请在家等工作人员上门')
})

it('goes on beside a newer one until it is closed by its number', async () => {
  await begin()
  await day.say('s-wang', 'g1', '开始第四轮核酸')
  await day.say('s-wang', 'g1', '第三轮还有谁没做')
  await day.minutes(1)
  expect(day.heard('g1').join()).toContain('第3轮还有12户没做')
  await day.say('s-wang', 'g1', '核酸 3-2-501 住院')
  expect(await missing()).toContain('3-2-501')
})

it('does nothing where the module is off', async () => {
  day = await openDay('08:00')
  day.office.settings.modules = { ...day.office.settings.modules, rounds: false }
  await day.say('s-wang', 'g1', '开始第三轮核酸')
  await day.say('3-2-501', '3-2', '501做完了')
  await day.minutes(1)
  expect(day.heard('g1')).toEqual([])
  expect(day.heard('@s-wang').join()).toContain('没有用“核酸登记”')
  expect(day.heard('3-2')).toEqual([])
})

describe('a list of the samplers', () => {
  const take = async (rows: { row: number; cells: string[] }[]) => {
    const { db } = day.office.store
    const round = await currentRound(db)
    if (round === undefined) throw new Error('no round')
    return (await takeTested(rows, round, db, day.office, cause())).map(({ row, door, outcome }) => `${row} ${door ?? '-'} ${outcome}`)
  }

  it('is read from a spreadsheet with building, unit and room, and twice it changes nothing', async () => {
    await begin()
    const rows = [
      ['3栋', '2单元', 501, '已采'],
      [3, 2, '502', '未采'],
      ['7', '1', '101', ''],
      ['3', '9', '101', '已采'],
    ]
    const bytes = await asXlsx([{ name: '名单', head: ['楼号', '单元', '室', '状态'], rows }])
    const told = await take(await readTable(bytes))
    expect(told).toEqual(['2 3-2-501 new', '3 3-2-502 not tested', '4 7-1-101 other grid', '5 - no door'])
    expect((await take(await readTable(bytes)))[0]).toBe('2 3-2-501 known')
    expect(await missing()).not.toContain('3-2-501')
  })

  it('is read from a CSV of addresses in the encoding of an old Excel', async () => {
    await begin()
    // 姓名,地址 / 张三,3栋2单元501 in GB18030
    const bytes = Uint8Array.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xd8, 0xd6, 0xb7, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x33, 0xb6, 0xb0, 0x32, 0xb5, 0xa5,
      0xd4, 0xaa, 0x35, 0x30, 0x31,
    ])
    expect(await take(await readTable(bytes))).toEqual(['2 3-2-501 new'])
  })

  it('needs no head where a cell names the door', async () => {
    await begin()
    expect(await take([{ row: 1, cells: ['王奶奶', '3-2-601', '13800001111'] }])).toEqual(['1 3-2-601 new'])
  })
})

describe('a table', () => {
  it('keeps empty cells in their columns, numbers, and signs of XML', async () => {
    day = await openDay('08:00')
    const data = [[{ value: 'a<b>&"' }, null, { value: 12.5 }], [null], [null, { value: '第二行' }]]
    const bytes = await writeExcelFile(data).toBuffer()
    expect(await readTable(bytes)).toEqual([
      { row: 1, cells: ['a<b>&"', '', '12.5'] },
      { row: 3, cells: ['', '第二行', ''] },
    ])
  })

  it.each<[TableRefused['why'], number[]]>([
    ['old excel', [0xd0, 0xcf, 0x11, 0xe0]],
    ['damaged', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3]],
    ['damaged', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
  ])('that is %s is refused as that', async (why, bytes) => {
    day = await openDay('08:00')
    await expect(readTable(Uint8Array.from(bytes))).rejects.toThrow(new TableRefused(why))
  })
})
