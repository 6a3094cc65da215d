/** `linxu import chat FILE`: chat that was copied or exported from a group goes through the same intake; the same text twice adds nothing. */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { decodeText } from '../../bot/chat/pasted/decode.js'
import { takePasted } from '../../bot/pasted.js'
import { loadSettings } from '../../config/settings.js'
import { openOffice } from '../office.js'

interface Flags {
  room?: string
  grid?: string
  db?: string
  settings?: string
}

const chatCommand = (): Command => {
  const command = new Command('chat').description('导入复制或导出的聊天 / chat that was copied or exported')
  command.argument('[file]', '文件，不写则读标准输入 / file, standard input without one')
  command
    .option('--room <unit>', '哪个单元的群，如 3-2 / which unit’s group')
    .option('--grid <grid>', '哪个网格的工作群 / which grid’s staff group')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (file: string | undefined, flags: Flags) => {
    const settings = loadSettings(flags.settings)
    const unit = /^(\w+)-(\w+)$/u.exec(flags.room ?? '')
    const place =
      flags.grid !== undefined && settings.grids.some((grid) => grid.id === flags.grid)
        ? { kind: 'grid' as const, building: null, unit: null, grid: flags.grid }
        : unit !== null
          ? { kind: 'unit' as const, building: unit[1] ?? null, unit: unit[2] ?? null, grid: null }
          : null
    if (place === null) {
      command.error('请写明是哪个群：--room 3-2（3栋2单元）或 --grid 1 / say which group: --room 3-2 or --grid 1')
      return
    }
    const text = decodeText(readFileSync(file ?? 0))
    const office = await openOffice(settings, { silent: true, ...(flags.db === undefined ? {} : { database: flags.db }) })
    try {
      const results = await takePasted(text, place, office)
      for (const { name, text: words, outcome } of results)
        process.stdout.write(`${outcome}\t${name ?? '-'}\t${words.replaceAll('\n', '⏎').slice(0, 60)}\n`)
      const fresh = results.filter(({ known }) => !known).length
      process.stdout.write(
        `共 ${results.length} 条，新 ${fresh} 条，已有 ${results.length - fresh} 条 / ${results.length} messages, ${fresh} new\n`,
      )
    } finally {
      await office.store.close()
    }
  })
}

export const importCommand = (): Command => new Command('import').description('导入 / import').addCommand(chatCommand())
