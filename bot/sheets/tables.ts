/** Orders and a pick list as tables of plain values, for a spreadsheet or a CSV file. */
import type { exportOrders, exportPickList } from '../../store/exports.js'

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
