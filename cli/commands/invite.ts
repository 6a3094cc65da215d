/** `linxu invite`: a one-time code by which one person becomes staff, volunteer or head. */
import { Command, Option } from 'commander'
import { loadSettings } from '../../config/settings.js'
import { makeInvite } from '../../store/invites.js'
import { openStore } from '../../store/open.js'
import { databaseUrl } from '../office.js'

interface Flags {
  role: string
  grid?: string
  name: string
  hours: string
  db?: string
  settings?: string
}

export const inviteCommand = (): Command => {
  const command = new Command('invite').description('给工作人员一个一次性的码 / a one-time code for a staff member')
  command.addOption(new Option('--role <role>', '身份 / role').choices(['staff', 'volunteer', 'head']).default('staff'))
  command
    .option('--grid <grid>', '网格 / grid')
    .requiredOption('--name <name>', '姓名 / name')
    .option('--hours <hours>', '几小时内有效 / valid for hours', '48')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (flags: Flags) => {
    const settings = loadSettings(flags.settings)
    const hours = Number(flags.hours)
    if (!(hours > 0 && hours <= 24 * 30)) command.error('--hours：请写 1 到 720 之间的数 / a number from 1 to 720')
    if (flags.grid !== undefined && !settings.grids.some((grid) => grid.id === flags.grid))
      command.error(`--grid ${flags.grid}：没有这个网格，有 ${settings.grids.map((grid) => grid.id).join('、')} / no such grid`)
    if (flags.grid === undefined && flags.role !== 'head') command.error('--grid：请写网格，如 --grid 2 / name the grid')
    const store = await openStore(databaseUrl(flags.db ?? settings.database))
    const code = await makeInvite(store.db, { role: flags.role, grid: flags.grid ?? null, name: flags.name }, Date.now() + hours * 3600_000)
    await store.close()
    process.stdout.write(
      `${code}\n请 ${flags.name} 在 ${hours} 小时内私信机器人：绑定 ${code}（发在群里就作废）/ send it to the bot in private; shown to a group it is worth nothing\n`,
    )
  })
}
