/** `linxu alerts`: every alert with the times of its steps. */
import { Command } from 'commander'
import { alertsTold, exactly } from '../../bot/alerts-told.js'
import { wordingOf } from '../../bot/wording/wording.js'
import { loadSettings } from '../../config/settings.js'
import { openStore } from '../../store/open.js'
import { databaseUrl } from '../office.js'

interface Flags {
  db?: string
  settings?: string
  json?: boolean
  last: string
}

export const alertsCommand = (): Command => {
  const command = new Command('alerts').description('警报和每一步的时间 / alerts, with the times of each step')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  command.option('--json', 'JSON').option('--last <count>', '最近几条 / how many of the last', '20')
  return command.action(async (flags: Flags) => {
    if (!/^[1-9]\d{0,4}$/u.test(flags.last)) command.error(`--last ${flags.last}：请写一个整数 / write a whole number`)
    const settings = loadSettings(flags.settings)
    const store = await openStore(databaseUrl(flags.db ?? settings.database))
    try {
      const which = { grid: null, no: null, most: Number(flags.last) }
      for (const { alert, steps, facts } of (await alertsTold(store.db, which, exactly(settings.timeZone))).reverse()) {
        const { id, kind, place, outcome } = alert
        if (flags.json === true) {
          const told = steps.map(({ step, at, name }) => ({ step, at: new Date(at).toISOString(), by: name }))
          process.stdout.write(`${JSON.stringify({ no: id, kind, place, at: new Date(alert.at).toISOString(), outcome, steps: told })}\n`)
        } else process.stdout.write(`${wordingOf(settings.language).alertSteps([facts]).join('\n')}\n`)
      }
    } finally {
      await store.close()
    }
  })
}
