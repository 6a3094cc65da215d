/** `linxu demo`: a terminal chat with the sample community on a fresh database; `--play` shows a scripted day. */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Command } from 'commander'
import { VirtualClock } from '../../bot/clock.js'
import { momentOf } from '../../bot/days.js'
import { loadSettings } from '../../config/settings.js'
import { playDay } from '../demo/play.js'
import { openScreen } from '../demo/screen.js'
import { summary } from '../demo/summary.js'
import { talk } from '../demo/talk.js'
import { openTheatre } from '../demo/theatre.js'
import { openOffice } from '../office.js'

const FIRST_DAY = '2021-01-26'
/** Some fifty lines: three minutes. */
const BEAT = 3500

export const demoCommand = (): Command =>
  new Command('demo')
    .description('模拟一个社区，不要账号 / a simulated community, no account needed')
    .option('--play', '先看写好的一天 / first watch a scripted day')
    .option('--fast', '不停顿 / without pauses')
    .option('--db <path>', '数据库文件，每次从空的开始 / database file, begun anew each time', 'data/demo.db')
    .option('--settings <file>', '设置文件 / settings file')
    .action(async (flags: { play?: boolean; fast?: boolean; db: string; settings?: string }) => {
      const settings = loadSettings(flags.settings)
      mkdirSync(dirname(flags.db), { recursive: true })
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${flags.db}${suffix}`, { force: true })
      const clock = new VirtualClock(momentOf(FIRST_DAY, '18:49', settings.timeZone))
      const office = await openOffice(settings, { database: flags.db, clock, silent: true })
      const watched = process.stdout.isTTY === true
      const theatre = await openTheatre(office, clock, openScreen(process.stdout, watched))
      if (flags.play === true) {
        await playDay(theatre, watched && flags.fast !== true ? BEAT : 0)
        await summary(theatre, '2021-01-27', flags.db)
      }
      if (process.stdin.isTTY === true && watched) await talk(theatre, clock, process.stdin)
      await theatre.close()
    })
