/** Orders and a pick list as tables of plain values, for a spreadsheet or a CSV file. */
import type { Accounts } from '../../store/accounts.js'
import type { DayTold } from '../../store/day-told.js'
import type { exportOrders, exportPickList } from '../../store/exports.js'
import { timeOf } from '../days.js'
import { yuan } from '../wording/accounts.js'

export type Cell = string | number | null
export interface Sheet {
  name: string
  head: string[]
  rows: Cell[][]
}

/** One row a line of an order. */
export const ordersSheet = (orders: Awaited<ReturnType<typeof exportOrders>>): Sheet => ({
  name: '订单',
  head: ['门牌', '状态', '来源', '紧急', '物品', '数量', '单位', '行状态'],
  rows: orders.flatMap(({ household, status, source, urgent, lines }) =>
    lines.map((line) => [household, status, source, urgent, line.item, line.qty, line.unit, line.status]),
  ),
})

/** One row a line of an entry, and what to buy at each place. */
export const pickListSheets = (list: Awaited<ReturnType<typeof exportPickList>>): Sheet[] => [
  {
    name: '清单',
    head: ['号', '门牌', '专人', '重', '紧急', '物品', '数量', '单位', '规格', '状态'],
    rows: list.entries.flatMap((entry) =>
      entry.lines.map((line) => [
        entry.no,
        entry.household,
        entry.staffOnly ? '专人' : null,
        entry.heavy ? '重' : null,
        entry.urgent,
        line.item,
        line.qty,
        line.unit,
        line.spec,
        line.status,
      ]),
    ),
  },
  {
    name: '采购',
    head: ['地点', '物品', '数量', '单位', '未说数量的户数', '门牌'],
    rows: list.pickups.flatMap(({ place, items }) =>
      items.map((sum) => [
        place,
        sum.item,
        sum.qty > 0 ? sum.qty : null,
        sum.unit,
        sum.unstated > 0 ? sum.unstated : null,
        sum.households.join(' '),
      ]),
    ),
  },
]

/** One row a fact of the day; times in the community's zone. */
export const reportSheet = (told: DayTold, zone: string): Sheet => {
  const time = (moment: number | null): string | null => (moment === null ? null : timeOf(moment, zone))
  const total = (of: 'households' | 'bags' | 'lines' | 'medicines'): number => told.grids.reduce((sum, grid) => sum + grid[of], 0)
  const counts: [string, number][] = [
    ['送达户数', total('households')],
    ['送达袋数', total('bags')],
    ['送达样数', total('lines')],
    ['其中药品', total('medicines')],
    ['请求', told.requests.came],
    ['未办请求', told.requests.open],
    ...told.rounds.map(({ no, done }): [string, number] => [`第${no}轮核酸`, done]),
  ]
  return {
    name: told.day,
    head: ['项目', '门牌', '数量', '说明', '时间', '接手'],
    rows: [
      ...counts.map(([what, count]): Cell[] => [what, null, count, null, null, null]),
      ['第一单', null, null, null, time(told.first), null],
      ['最后一单', null, null, null, time(told.last), null],
      ...told.undelivered.map(({ door, reason }): Cell[] => ['未送到', door, 1, reason, null, null]),
      ...told.alerts.map(({ kind, door, at, takenAt, takenBy }): Cell[] => [
        '警报',
        door,
        1,
        kind,
        time(at),
        takenAt === null ? null : `${takenBy ?? ''} ${time(takenAt)}`,
      ]),
    ],
  }
}

/** One row a charge, then the sums; amounts in yuan with two decimals as text, so that no program rounds them. */
export const accountsSheet = ({ charges, grids, cents, paidCents }: Accounts): Sheet => ({
  name: '账目',
  head: ['门牌', '网格', '物品', '金额', '状态', '已付'],
  rows: [
    ...charges.map((one): Cell[] => [one.household, one.grid, one.item === '' ? '整单' : one.item, yuan(one.cents), one.status, null]),
    ...grids.map((one): Cell[] => ['合计', one.grid, null, yuan(one.cents), null, yuan(one.paidCents)]),
    ['总计', null, null, yuan(cents), null, yuan(paidCents)],
  ],
})
