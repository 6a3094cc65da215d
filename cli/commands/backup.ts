/** `linxu backup [--to FILE]`: a backup of the database in use, read again and compared. The bot may go on meanwhile. */
import { join } from 'node:path'
import { Command } from 'commander'
import { stampOf } from '../../bot/days.js'
import { loadSettings } from '../../config/settings.js'
import { backupName, makeBackup } from '../../store/backup/make.js'
import { rowsIn } from '../../store/backup/tables.js'
import { databaseUrl } from '../office.js'

export const backupCommand = (): Command => {
  const command = new Command('backup').description('备份数据，不用停机 / back the data up, without a stop')
  command.option('--to <file>', '备份到哪个文件；….jsonl.gz 是两种数据库通用的 / which file; ….jsonl.gz fits either database')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (flags: { to?: string; db?: string; settings?: string }) => {
    const settings = loadSettings(flags.settings)
    const url = databaseUrl(flags.db ?? settings.database)
    const { file, bytes, sums } = await makeBackup(
      url,
      flags.to ?? join(settings.backup.folder, backupName(url, stampOf(Date.now(), settings.timeZone))),
    )
    const size = (bytes / 1_000_000).toFixed(1)
    process.stdout.write(
      `${file}\n已备份并核对：${Object.keys(sums).length} 张表，${rowsIn(sums)} 行，${size} MB / backed up and compared: ${rowsIn(sums)} rows\n`,
    )
  })
}
