/** `linxu export orders|picklist|alerts|review`: the records as JSON (or one a line without `--json`). */
import { Command, Option } from 'commander'
import { dayOf } from '../../bot/days.js'
import { loadSettings } from '../../config/settings.js'
import { exportAlerts, exportOrders, exportPickList, exportReview } from '../../store/exports.js'
import { openStore } from '../../store/open.js'
import { databaseUrl } from '../office.js'

interface Flags {
  day?: string
  grid: string
  json?: boolean
  db?: string
  settings?: string
}

export const exportCommand = (): Command => {
  const command = new Command('export').description('导出 / print what is in the database')
  command.addOption(new Option('--json', 'JSON')).argument('<what>', 'orders | picklist | alerts | review')
  command.option('--day <day>', 'YYYY-MM-DD，默认今天 / default today').option('--grid <grid>', '网格 / grid', '1')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (what: string, flags: Flags) => {
    const settings = loadSettings(flags.settings)
    const day = flags.day ?? dayOf(Date.now(), settings.timeZone)
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) command.error(`--day ${day}：请写成 2021-01-27 这样 / write it as 2021-01-27`)
    const store = await openStore(databaseUrl(flags.db ?? settings.database))
    try {
      const records = {
        orders: () => exportOrders(store.db, day),
        picklist: () => exportPickList(store.db, flags.grid, day, Date.now()),
        alerts: () => exportAlerts(store.db),
        review: () => exportReview(store.db),
      }[what]
      if (records === undefined) command.error(`${what}：可以导出的是 orders、picklist、alerts、review / one of these`)
      else print(await records(), flags.json === true)
    } finally {
      await store.close()
    }
  })
}

const print = (found: unknown, json: boolean): void => {
  const rows = Array.isArray(found) && !json ? found : [found]
  for (const row of rows) process.stdout.write(`${JSON.stringify(row, null, json ? 1 : undefined)}\n`)
}
