/** `linxu import chat FILE`: chat that was copied or exported from a group goes through the same intake; the same text twice adds nothing. */
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { decodeText } from '../../bot/chat/pasted/decode.js'
import { takePasted } from '../../bot/pasted.js'
import { type TestedRow, takeTested } from '../../bot/tested-list.js'
import { loadSettings } from '../../config/settings.js'
import { currentRound } from '../../store/rounds.js'
import { openOffice } from '../office.js'
import { importOrdersCommand } from './import-orders.js'
import { tableIn } from './import-table.js'

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

const LIST_STATES: Record<TestedRow['outcome'], string> = {
  new: '记下 / noted',
  known: '已有 / known',
  'not tested': '没做 / not tested',
  'no door': '认不出门牌 / no door',
  'other grid': '不在这一轮 / not of this round',
}

const roundCommand = (): Command => {
  const command = new Command('round').description('导入采样名单 / a list of the samplers')
  command.argument('<file>', 'CSV 或 XLSX；有门牌一列，或楼、单元、室三列 / with a column of doors, or building, unit, room')
  command.option('--no <number>', '第几轮，不写是正在进行的 / which round, the one under way without it')
  command.option('--preview', '只看不记 / show only')
  command.option('--db <path>', '数据库文件或地址 / database file or URL').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (file: string, flags: Flags & { no?: string | boolean; preview?: boolean }) => {
    const settings = loadSettings(flags.settings)
    const no = typeof flags.no === 'string' ? flags.no : null
    if (no !== null && !/^\d{1,3}$/u.test(no)) command.error(`--no ${no}：请写数字 / write a number`)
    const rows = await tableIn(readFileSync(file), command)
    const office = await openOffice(settings, { silent: true, ...(flags.db === undefined ? {} : { database: flags.db }) })
    const shown = new Error('shown only')
    try {
      const cause = { at: office.clock.now(), why: 'list of the samplers', personId: null, inboxId: null }
      let told: TestedRow[] = []
      await office.store.db
        .transaction()
        .execute(async (db) => {
          const round = await currentRound(db, no === null ? null : Number(no))
          if (round === undefined) command.error('没有进行中的核酸，先发“开始第N轮核酸” / no test round is under way: begin one first')
          else told = await takeTested(rows, round, db, office, cause)
          if (flags.preview === true) throw shown
        })
        .catch((error: unknown) => {
          if (error !== shown) throw error
        })
      for (const { row, door, outcome, words } of told.filter((one) => flags.preview === true || one.outcome !== 'new'))
        process.stdout.write(`${row}\t${door ?? '-'}\t${LIST_STATES[outcome]}\t${words}\n`)
      const count = (outcome: TestedRow['outcome']): number => told.filter((one) => one.outcome === outcome).length
      process.stdout.write(
        `共 ${told.length} 行，记下 ${count('new')} 户，已有 ${count('known')}，认不出 ${count('no door')} / ${told.length} rows, ${count('new')} new, ${count('no door')} not understood\n`,
      )
    } finally {
      await office.store.close()
    }
  })
}

export const importCommand = (): Command =>
  new Command('import').description('导入 / import').addCommand(chatCommand()).addCommand(roundCommand()).addCommand(importOrdersCommand())
