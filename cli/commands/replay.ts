/** `linxu replay FILE --db PATH`: plays a scenario into an empty database and prints what the bot says, one JSON line a message. */
import { createReadStream } from 'node:fs'
import { Command } from 'commander'
import { VirtualClock } from '../../bot/clock.js'
import { openStage, readScenario, ScenarioRefused, settingsFor } from '../../bot/replay.js'
import { loadSettings } from '../../config/settings.js'
import { openOffice } from '../office.js'

/** The clock starts so long before the first event, so that what is due at its very minute still runs. */
const AHEAD = 60_000

export const replayCommand = (): Command =>
  new Command('replay')
    .description('在虚拟时钟上回放一天 / play a scenario on a virtual clock')
    .argument('<file>', 'scenario (.jsonl)')
    .requiredOption('--db <path>', '空的数据库 / an empty database')
    .option('--settings <file>', '设置文件 / settings file')
    .action(async (file: string, flags: { db: string; settings?: string }) => {
      const { cast, events } = await readScenario(createReadStream(file, 'utf8'))
      const first = events[0]
      if (first === undefined) throw new ScenarioRefused('没有事件 / there are no events')
      const clock = new VirtualClock(Date.parse(first.at) - AHEAD)
      const settings = settingsFor(loadSettings(flags.settings), cast)
      const office = await openOffice(settings, { database: flags.db, clock, silent: true })
      const stage = await openStage(office, clock, cast, (said) => process.stdout.write(`${JSON.stringify(said)}\n`))
      for (const event of events) await stage.play(event)
      await stage.close()
    })
