/** `linxu export orders|picklist|alerts|review`: the records as JSON (or one a line without `--json`). */
import { writeFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { dayOf } from '../../bot/days.js'
import { toldOf } from '../../bot/report.js'
import { accountsSheet, ordersSheet, pickListSheets, reportSheet, type Sheet } from '../../bot/sheets/tables.js'
import { inLanguage } from '../../bot/sheets/words.js'
import { asCsv, asXlsx } from '../../bot/sheets/write.js'
import { loadSettings, type Settings } from '../../config/settings.js'
import { accountsOf } from '../../store/accounts.js'
import { exportAlerts, exportOrders, exportPickList, exportRequests, exportReview } from '../../store/exports.js'
import { heldAbout } from '../../store/held.js'
import { type Db, openStore } from '../../store/open.js'
import { householdNamed } from '../household.js'
import { databaseUrl } from '../office.js'

interface Flags {
  day?: string
  grid: string
  json?: boolean
  csv?: boolean
  xlsx?: string
  household?: string
  db?: string
  settings?: string
}

export const exportCommand = (): Command => {
  const command = new Command('export').description('导出 / print what is in the database')
  command.addOption(new Option('--json', 'JSON')).argument('[what]', 'orders | picklist | alerts | review | requests | report | accounts')
  command.option('--csv', 'CSV（orders、picklist）').option('--xlsx <file>', '表格文件 / spreadsheet (orders, picklist)')
  command.option('--day <day>', 'YYYY-MM-DD，默认今天 / default today').option('--grid <grid>', '网格 / grid', '1')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  command.option('--household <door>', '一户的全部记录，如 3-2-501 / all that is held about a household')
  return command.action(async (what: string | undefined, flags: Flags) => {
    const settings = loadSettings(flags.settings)
    const day = flags.day ?? dayOf(Date.now(), settings.timeZone)
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) command.error(`--day ${day}：请写成 2021-01-27 这样 / write it as 2021-01-27`)
    const store = await openStore(databaseUrl(flags.db ?? settings.database))
    try {
      if (flags.household !== undefined) {
        print(await heldAbout(store.db, await householdNamed(store.db, flags.household)), true)
        return
      }
      const records = {
        orders: () => exportOrders(store.db, day),
        picklist: () => exportPickList(store.db, flags.grid, day, Date.now()),
        alerts: () => exportAlerts(store.db),
        review: () => exportReview(store.db),
        requests: () => exportRequests(store.db),
        accounts: () => accountsOf(store.db, day, null),
        report: () => toldOf(store.db, day, null, { settings }),
      }[what ?? '']
      if (records === undefined)
        command.error(
          `${what ?? ''}：可以导出的是 orders、picklist、alerts、review、requests、report、accounts，或 --household 3-2-501 / one of these`,
        )
      else if (flags.csv === true || flags.xlsx !== undefined) await sheets(what ?? '', day, flags, store.db, settings, command)
      else print(await records(), flags.json === true)
    } finally {
      await store.close()
    }
  })
}

/** Tables for a spreadsheet program: a CSV of the first, or a file with all. */
const sheets = async (what: string, day: string, flags: Flags, db: Db, settings: Settings, command: Command): Promise<void> => {
  const made: Record<string, () => Promise<Sheet[]>> = {
    orders: async () => [ordersSheet(await exportOrders(db, day))],
    report: async () => [reportSheet(await toldOf(db, day, null, { settings }), settings.timeZone)],
    accounts: async () => [accountsSheet(await accountsOf(db, day, null))],
    picklist: async () => pickListSheets(await exportPickList(db, flags.grid, day, Date.now())),
  }
  const plain = await made[what]?.()
  if (plain === undefined) {
    command.error('--csv、--xlsx：只有 orders、picklist、report、accounts 有表格 / orders, picklist, report and accounts only')
    return
  }
  const found = plain.map((sheet) => inLanguage(sheet, settings.language))
  if (flags.xlsx !== undefined) writeFileSync(flags.xlsx, await asXlsx(found), { mode: 0o600 })
  const [first] = found
  if (flags.csv === true && first !== undefined) process.stdout.write(asCsv(first))
}

const print = (found: unknown, json: boolean): void => {
  const rows = Array.isArray(found) && !json ? found : [found]
  for (const row of rows) process.stdout.write(`${JSON.stringify(row, null, json ? 1 : undefined)}\n`)
}
