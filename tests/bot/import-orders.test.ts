/** Orders in sheets: which column is what, what is an order, and that a sheet counts once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeSheetOrders } from '../../bot/import-orders.js'
import { type Column, columnsOf, ordersIn } from '../../bot/sheets/orders-in.js'
import { readTable } from '../../bot/sheets/read.js'
import { asXlsx } from '../../bot/sheets/write.js'
import { type Day, openDay } from './day.js'

let day: Day
beforeEach(async () => {
  day = await openDay('20:00')
})
afterEach(() => day.close())

const read = async (bytes: Uint8Array, mapped: [Column, string][] = []) => {
  const [head, ...rows] = await readTable(bytes)
  return ordersIn(rows, columnsOf(head?.cells ?? [], new Map(mapped)), day.office.reader)
}
const csv = (text: string): Uint8Array => new TextEncoder().encode(text)
const take = (sheet: Awaited<ReturnType<typeof read>>) =>
  day.office.store.db.transaction().execute((db) => takeSheetOrders(db, sheet.orders, day.office))

describe('columns', () => {
  it.each<[string, [Column, number][]]>([
    [
      '订单编号,收货地址,商品名称,数量,单位,规格',
      [
        ['number', 0],
        ['household', 1],
        ['item', 2],
        ['qty', 3],
        ['measure', 4],
        ['spec', 5],
      ],
    ],
    [
      '楼号,单元,房号,需要什么',
      [
        ['building', 0],
        ['unit', 1],
        ['room', 2],
        ['goods', 3],
      ],
    ],
    [
      'Order ID,Address,Product,Quantity',
      [
        ['number', 0],
        ['household', 1],
        ['item', 2],
        ['qty', 3],
      ],
    ],
  ])('%s', (head, columns) => {
    expect([...columnsOf(head.split(','), new Map())].sort((a, b) => a[1] - b[1])).toEqual(columns)
  })

  it('can be named by whoever imports', () => {
    expect(
      columnsOf(
        ['甲', '乙', '丙'],
        new Map<Column, string>([
          ['household', '乙'],
          ['item', '3'],
        ]),
      ),
    ).toEqual(
      new Map([
        ['household', 1],
        ['item', 2],
      ]),
    )
  })
})

it('makes one order of a household’s rows, and names the rows that it does not understand', async () => {
  const sheet = await read(csv('地址,商品,数量\n富通社区3栋2单元501室,大米,10斤\n3-2-501,鸡蛋,30\n不知道,白菜,1\n3-2-302,,\n'))
  expect(sheet.orders).toMatchObject([
    {
      rows: [2, 3],
      door: '3-2-501',
      lines: [
        { item: '大米', qty: 10, unit: '斤' },
        { item: '鸡蛋', qty: 30 },
      ],
    },
  ])
  expect(sheet.notUnderstood).toMatchObject([
    { row: 4, why: 'no door' },
    { row: 5, why: 'no goods' },
  ])
})

it('reads the same from a spreadsheet, with goods in words', async () => {
  const rows = [['3', '2', '501', '大米10斤，豆油一桶']]
  const bytes = await asXlsx([{ name: '表', head: ['楼', '单元', '房号', '需求'], rows }])
  await take(await read(bytes))
  expect((await day.order('3-2-501', '2021-01-28'))?.lines).toMatchObject([
    { item: '大米', qty: 10 },
    { item: '豆油', qty: 1, unit: '桶' },
  ])
})

it('adds nothing the second time, and refuses a number that came with other words', async () => {
  const text = '单号,门牌,物品,数量\nA1,3-2-501,大米,10斤\nA2,99-9-999,大米,10斤\n'
  expect((await take(await read(csv(text)))).map(({ state }) => state)).toEqual(['new', 'no such door'])
  expect((await take(await read(csv(text)))).map(({ state }) => state)).toEqual(['known', 'no such door'])
  expect((await take(await read(csv(text.replace('10斤', '20斤'))))).map(({ state }) => state)).toEqual(['other words', 'no such door'])
  expect((await day.order('3-2-501', '2021-01-28'))?.lines).toHaveLength(1)
})

it('keeps what the catalogue does not know as it is written', async () => {
  await take(await read(csv('门牌,物品,数量,单位,规格\n3-2-501,量子波动仪,2,台,大号\n')))
  expect((await day.order('3-2-501', '2021-01-28'))?.lines).toMatchObject([{ item: '量子波动仪', qty: 2, unit: '台' }])
})
