/** `linxu start`: the bot on a real (or the simulated) network, until it is told to stop. */
import { mkdirSync } from 'node:fs'
import { Command } from 'commander'
import qrcode from 'qrcode-generator'
import { openBot } from '../../bot/bot.js'
import { openWechaty } from '../../bot/chat/wechaty.js'
import { systemClock } from '../../bot/clock.js'
import { openEarly } from '../../bot/early.js'
import type { Office } from '../../bot/office.js'
import { spoolFiles } from '../../bot/rescue.js'
import { tickEachMinute } from '../../bot/schedule.js'
import { openSpool } from '../../bot/spool.js'
import { loadSettings } from '../../config/settings.js'
import { staff } from '../../store/community.js'
import { makeInvite } from '../../store/invites.js'
import { inUseSince } from '../../store/jobs.js'
import { holdDatabase } from '../../store/lock.js'
import { openAtLast } from '../at-last.js'
import { tellAndLeave } from '../faults.js'
import { leaveInOrder } from '../leave.js'
import { databaseUrl, openLog, openOffice } from '../office.js'

const DATA = 'data'

export const startCommand = (): Command =>
  new Command('start')
    .description('接上真实的群，开始工作 / run with the settings given')
    .option('--settings <file>', '设置文件 / settings file')
    .option('--db <path>', '数据库文件或地址 / database file or URL')
    .action(async (flags: { settings?: string; db?: string }) => {
      const settings = loadSettings(flags.settings)
      const database = databaseUrl(flags.db ?? settings.database)
      mkdirSync(DATA, { recursive: true, mode: 0o700 })
      const log = openLog(settings)
      const spool = openSpool(spoolFiles(database, settings.spareFolder))
      const { puppet, options, account } = settings.chat
      const network = await openWechaty({ puppet, puppetOptions: options, name: account, dataFolder: DATA, log })
      const early = openEarly(network, account, spool, systemClock)
      const leaving = leaveInOrder()
      leaving.before(network.stop)

      const { hold, office } = await openAtLast(
        async () => {
          const hold = await holdDatabase(database, systemClock.now(), tellAndLeave)
          try {
            return { hold, office: await openOffice(settings, { database, spool, backups: true }) }
          } catch (error) {
            await hold.release()
            throw error
          }
        },
        () => early.listen(showCode),
        settings,
      )
      const since = (await inUseSince(office.store.db)) ?? systemClock.now()
      const bot = openBot(office, early.port, account, since, {
        scan: showCode,
        login: (name) => process.stderr.write(`已登录 / logged in: ${name}\n`),
        logout: () => process.stderr.write('已退出登录，请重新扫码 / logged out, please scan again\n'),
      })
      await inviteUnbound(office)
      const endTicks = tickEachMinute(office, bot.wake)
      leaving.before(async () => {
        endTicks()
        await bot.stop()
        await office.store.close()
        await hold.release()
      })
      if (settings.web.token !== '' || settings.web.password !== '')
        leaving.before(await (await import('../../web/serve.js')).serveWeb(office, bot.outbox.wake))
      await bot.start()
      process.stderr.write(`${settings.community.name}：已启动，${puppet} / running\n`)
    })

const INVITED_HOURS = 48

/** Whoever the settings name and nobody has become yet is given a code, so that staff are never known by a name alone. */
const inviteUnbound = async ({ settings, store }: Office): Promise<void> => {
  const bound = await staff(store.db)
  for (const { name, role, grid } of settings.people) {
    if (bound.some((person) => person.name === name && person.role === role && person.grid === grid)) continue
    const code = await makeInvite(store.db, { name, role, grid }, systemClock.now() + INVITED_HOURS * 3600_000)
    process.stderr.write(`${name}（${grid === null ? '' : `${grid}网格 `}${role}）请在 ${INVITED_HOURS} 小时内私信机器人：绑定 ${code}\n`)
  }
}

/** A QR code in half blocks, two rows a line, dark on light. */
const showCode = (text: string): void => {
  const code = qrcode(0, 'L')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const dark = (row: number, column: number): boolean => row >= 0 && column >= 0 && row < size && column < size && code.isDark(row, column)
  const lines: string[] = []
  for (let row = -2; row < size + 2; row += 2) {
    let line = ''
    for (let column = -2; column < size + 2; column++)
      line += dark(row, column) ? (dark(row + 1, column) ? ' ' : '▄') : dark(row + 1, column) ? '▀' : '█'
    lines.push(line)
  }
  process.stderr.write(`请用微信扫码登录 / scan to log in:\n${lines.join('\n')}\n${text}\n`)
}
