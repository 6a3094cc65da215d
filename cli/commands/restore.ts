/** `linxu restore FILE`: puts a backup in the place of the database, and keeps what was there under another name. */
import { Command } from 'commander'
import { stampOf } from '../../bot/days.js'
import { loadSettings } from '../../config/settings.js'
import { restore } from '../../store/backup/restore.js'
import { rowsIn } from '../../store/backup/tables.js'
import { holdDatabase } from '../../store/lock.js'
import { tellAndLeave } from '../faults.js'
import { databaseUrl } from '../office.js'

export const restoreCommand = (): Command => {
  const command = new Command('restore').description('从备份恢复，先停掉机器人 / restore a backup, with the bot stopped')
  command.argument('<file>', '备份文件 / backup')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (file: string, flags: { db?: string; settings?: string }) => {
    const settings = loadSettings(flags.settings)
    const url = databaseUrl(flags.db ?? settings.database)
    const now = Date.now()
    const hold = await holdDatabase(url, now, tellAndLeave)
    try {
      const stamp = stampOf(now, settings.timeZone).slice(0, 19).replace('T', '-').replaceAll(':', '')
      const { sums, kept } = await restore(url, file, stamp)
      process.stdout.write(`已恢复并核对：${rowsIn(sums)} 行 / restored and compared: ${rowsIn(sums)} rows\n`)
      if (kept !== null) process.stdout.write(`原来的数据还在 ${kept} / what was there is kept as ${kept}\n`)
    } finally {
      await hold.release()
    }
  })
}
