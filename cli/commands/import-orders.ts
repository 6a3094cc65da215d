/** `linxu import orders FILE`: orders of a shop's app or a form; shown first, taken in with `--yes`, each once. */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { type ImportedOrder, takeSheetOrders } from '../../bot/import-orders.js'
import { withAmount } from '../../bot/legible.js'
import { COLUMNS, type Column, columnsOf, ordersIn } from '../../bot/sheets/orders-in.js'
import { loadSettings } from '../../config/settings.js'
import { openOffice } from '../office.js'
import { tableIn } from './import-table.js'

interface Flags {
  map?: string[]
  yes?: boolean
  db?: string
  settings?: string
}

const STATES: Record<ImportedOrder['state'], string> = {
  new: '新 / new',
  known: '已有 / known',
  'other words': '单号用过，内容不同 / its number was used for another order',
  'no such door': '没有这一户 / no such door',
}
const WHY = { 'no door': '认不出门牌 / no door', 'no goods': '没有东西 / no goods' }
const say = (line: string): void => void process.stdout.write(`${line}\n`)

export const importOrdersCommand = (): Command => {
  const command = new Command('orders').description(
    '导入 APP、表单的订单，先看再记 / orders of an app or a form, shown before they are taken',
  )
  command.argument('<file>', 'CSV 或 XLSX，第一行是列名 / with the names of columns in its first row')
  command
    .option('--map <column=head...>', `指定哪一列是什么，如 item=商品 或 item=3 / which column is what: ${COLUMNS.join(', ')}`)
    .option('--yes', '记下，不写只看 / take them in, shown only without it')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (file: string, flags: Flags) => {
    const mapped = new Map((flags.map ?? []).map((pair) => mappedColumn(pair, command)))
    const [head, ...rows] = await tableIn(readFileSync(file), command)
    const columns = columnsOf(head?.cells ?? [], mapped)
    const hasDoor = columns.has('household') || (columns.has('building') && columns.has('unit') && columns.has('room'))
    if (!hasDoor || !(columns.has('item') || columns.has('goods')))
      command.error('认不出门牌或东西在哪一列，请写 --map household=列名 item=列名 / say which columns hold the door and the goods: --map')
    const office = await openOffice(loadSettings(flags.settings), {
      silent: true,
      ...(flags.db === undefined ? {} : { database: flags.db }),
    })
    try {
      const { orders, notUnderstood } = ordersIn(rows, columns, office.reader)
      const shownOnly = new Error('shown only')
      let came: ImportedOrder[] = []
      await office.store.db
        .transaction()
        .execute(async (db) => {
          came = await takeSheetOrders(db, orders, office)
          if (flags.yes !== true) throw shownOnly
        })
        .catch((error: unknown) => {
          if (error !== shownOnly) throw error
        })
      for (const { order, state, doubled } of came)
        say(
          `${order.rows.join(',')}\t${order.door}\t${STATES[state]}${doubled > 0 ? `，疑似重复${doubled}样 / ${doubled} doubled` : ''}\t${order.lines.map(({ item, qty, unit }) => withAmount(item, qty === null ? '' : `${qty}${unit ?? ''}`)).join('、')}`,
        )
      for (const { row, why, words } of notUnderstood) say(`${row}\t-\t${WHY[why]}\t${words.slice(0, 60)}`)
      const fresh = came.filter(({ state }) => state === 'new')
      const doubled = fresh.reduce((sum, one) => sum + one.doubled, 0)
      const bad = notUnderstood.length + came.filter(({ state }) => state === 'no such door' || state === 'other words').length
      const known = came.filter(({ state }) => state === 'known').length
      say(
        `新 ${fresh.length} 单，重复待定 ${doubled} 样，已有 ${known} 单，没看懂 ${bad} / ${fresh.length} new, ${doubled} doubled, ${known} known, ${bad} not understood`,
      )
      if (flags.yes !== true) say('还没有记下，对的话加 --yes 再运行 / nothing was taken in: run it again with --yes')
    } finally {
      await office.store.close()
    }
  })
}

const mappedColumn = (pair: string, command: Command): [Column, string] => {
  const [name, head = ''] = pair.split('=')
  const column = COLUMNS.find((one) => one === name)
  if (column === undefined || head === '')
    return command.error(`--map ${pair}：请写成 item=商品 / write it as item=HEAD; ${COLUMNS.join(', ')}`)
  return [column, head]
}
