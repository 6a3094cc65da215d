/** `linxu forget 3-2-501`: erases all that is held about a household. */
import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { forgetInReports } from '../../bot/report-file.js'
import { loadSettings } from '../../config/settings.js'
import { belongingsOf, forgetHousehold } from '../../store/forget.js'
import { openStore } from '../../store/open.js'
import { doorOf } from '../../store/picklist.js'
import { scrub } from '../../store/scrub.js'
import { householdNamed } from '../household.js'
import { databaseUrl } from '../office.js'

interface Flags {
  yes?: boolean
  db?: string
  settings?: string
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const UNDER_WAY = ['waiting', 'open', 'picked', 'undelivered']

export const forgetCommand = (): Command => {
  const command = new Command('forget').description('删去一户的所有记录 / erase all that is held about a household')
  command.argument('<door>', '门牌，如 3-2-501 / door').option('--yes', '不再问 / do not ask')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (door: string, flags: Flags) => {
    const settings = loadSettings(flags.settings)
    const store = await openStore(databaseUrl(flags.db ?? settings.database))
    try {
      const household = await householdNamed(store.db, door)
      const { people, messages, orders } = await belongingsOf(store.db, household)
      const open = orders.filter(({ status }) => UNDER_WAY.includes(status)).length
      say(`${door}：${people.length} 人，${messages.length} 条消息，${orders.length} 张订单，都会删去，不能恢复 / will be erased for good`)
      if (open > 0) say(`⚠️其中 ${open} 张还没送到，删了就不会再送 / not delivered yet, and will not be`)
      if (flags.yes !== true && !(await agreed())) {
        say('没有删 / nothing was erased')
        return
      }
      const gone = await store.db.transaction().execute((trx) => forgetHousehold(trx, household))
      const inFiles = forgetInReports(settings.report.folder, doorOf(household))
      const scrubbed = await scrub(store)
      say(
        `已删去：${gone.people} 人，${gone.messages} 条消息，${gone.orders} 张订单，${gone.alerts} 条警报，${gone.requests} 件请求；别处提到的 ${gone.mentions + inFiles} 处。只留没有姓名的合计 / erased, only sums of nobody stay`,
      )
      if (!scrubbed) say('⚠️机器人正忙，文件里可能还有残留：请再运行一次，或等今夜清理 / run it again, the file may still hold traces')
      say(
        `以前的备份里还有，${settings.backup.keepDays} 天后随备份删去；急的话请自己删 ${settings.backup.folder} 里的旧备份 / older backups still hold it`,
      )
    } finally {
      await store.close()
    }
  })
}

/** What ends without an answer is no yes. */
const agreed = async (): Promise<boolean> => {
  process.stderr.write('确定要删吗？请写 yes / write yes to go on: ')
  for await (const line of createInterface({ input: process.stdin })) return /^(?:yes|是)$/iu.test(line.trim())
  return false
}
