/** The command line. Each command is a file of its own and is loaded only when it is called. */
import { Command } from 'commander'
import { tellAndLeave } from './faults.js'

const COMMANDS: Record<string, { what: string; load: () => Promise<Command> }> = {
  start: {
    what: '接上真实的群，开始工作 / run with the settings given',
    load: async () => (await import('./commands/start.js')).startCommand(),
  },
  demo: {
    what: '模拟一天，不要账号 / a simulated chat, no account needed',
    load: async () => (await import('./commands/demo.js')).demoCommand(),
  },
  parse: { what: '看一句话怎么读 / show how a message is read', load: async () => (await import('./commands/parse.js')).parseCommand() },
  replay: { what: '回放一天 / play a scenario', load: async () => (await import('./commands/replay.js')).replayCommand() },
  export: {
    what: '导出订单、清单、警报 / print orders, pick lists, alerts, review',
    load: async () => (await import('./commands/export.js')).exportCommand(),
  },
  alerts: {
    what: '警报和每一步的时间 / alerts, with the times of each step',
    load: async () => (await import('./commands/alerts.js')).alertsCommand(),
  },
  review: {
    what: '看不准、等人看的消息 / messages that wait for a person',
    load: async () => (await import('./commands/review.js')).reviewCommand(),
  },
  rooms: {
    what: '各群是哪里，哪些还没认出 / what each group is, and which wait',
    load: async () => (await import('./commands/rooms.js')).roomsCommand(),
  },
  import: {
    what: '导入聊天记录 / take in chat that was copied or exported',
    load: async () => (await import('./commands/import.js')).importCommand(),
  },
  catalogue: {
    what: '商品目录：查、加、检查 / the goods catalogue: find, add, check',
    load: async () => (await import('./commands/catalogue.js')).catalogueCommand(),
  },
  doctor: {
    what: '检查一遍，说该怎么办 / what is wrong and what to do',
    load: async () => (await import('./commands/doctor.js')).doctorCommand(),
  },
  backup: {
    what: '备份数据，不用停机 / back the data up',
    load: async () => (await import('./commands/backup.js')).backupCommand(),
  },
  restore: {
    what: '从备份恢复 / restore a backup',
    load: async () => (await import('./commands/restore.js')).restoreCommand(),
  },
  invite: {
    what: '给工作人员一个一次性的码 / a one-time code for a staff member',
    load: async () => (await import('./commands/invite.js')).inviteCommand(),
  },
  forget: {
    what: '删去一户的所有记录 / erase a household',
    load: async () => (await import('./commands/forget.js')).forgetCommand(),
  },
  people: {
    what: '工作人员：列出、取消 / list and remove staff',
    load: async () => (await import('./commands/people.js')).peopleCommand(),
  },
}

/** What a command writes (database, session, spool, backup) is for the account that runs it alone. */
process.umask(0o077)
/** Whoever reads may stop reading: `linxu replay … | head`. */
process.stdout.on('error', () => process.exit(0))

const run = async (): Promise<void> => {
  const [name] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  const chosen = name === undefined ? undefined : COMMANDS[name]
  const program = new Command('linxu').description('邻需：听懂楼栋群里的需要，一件不漏地送到门口')
  program.configureHelp({ showGlobalOptions: true })
  if (chosen === undefined) for (const [command, { what }] of Object.entries(COMMANDS)) program.command(command).description(what)
  else program.addCommand(await chosen.load())
  await program.parseAsync()
}

run().catch(tellAndLeave)
