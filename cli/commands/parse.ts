/** `linxu parse`: how a message is read, for people in colour, for programs as JSON lines. */
import { createInterface } from 'node:readline'
import { styleText } from 'node:util'
import { Command } from 'commander'
import { z } from 'zod'
import { loadSettings, type Settings } from '../../config/settings.js'
import type { Act, Context, Line, Understanding } from '../../parsers/types.js'
import { openReader } from '../office.js'
import { ruleName } from '../rules.js'

const part = z.string().nullable().default(null)
const addressSchema = z.object({ building: part, unit: part, room: part })
const senderSchema = z.object({
  role: z.enum(['resident', 'volunteer', 'staff', 'head']).default('resident'),
  alias: part,
  home: addressSchema.nullable().default(null),
})
const recordSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  room: z
    .object({ kind: z.enum(['unit', 'building', 'grid', 'direct']).default('direct'), building: part, unit: part, grid: part })
    .prefault({}),
  sender: senderSchema.prefault({}),
})

interface Flags {
  jsonl?: boolean
  addresses?: boolean
  json?: boolean
  explain?: boolean
  english?: boolean
  room?: string
  as?: string
  role: string
  settings?: string
}

export const parseCommand = (): Command => {
  const command = new Command('parse').description('看一句话怎么读 / show how a message is read')
  command.argument('[words...]', '一句话 / a message')
  command
    .option('--jsonl', '标准输入每行一条记录 / records on standard input')
    .option('--addresses', '每行一个地址 / addresses on standard input')
  command
    .option('--json', '输出 JSON / print JSON')
    .option('--explain', '哪些词起了作用 / which words led to what')
    .option('--english', '英文说明 / in English')
  command.option('--room <unit>', '在哪个群，如 3-2 / in which group').option('--as <door>', '谁在说，如 3-2-501 / who writes')
  command.option('--role <role>', 'resident | volunteer | staff', 'resident').option('--settings <file>', '设置文件 / settings file')
  return command.action(async (words: string[], flags: Flags) => {
    const settings = loadSettings(flags.settings)
    const { reader } = openReader(settings)
    if (flags.addresses === true)
      return eachLine((value) => {
        const { id, text } = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() }).parse(value)
        return { id, ...reader.readAddress(text) }
      })
    if (flags.jsonl === true)
      return eachLine((value) => {
        const { id, text, room, sender } = recordSchema.parse(value)
        const read = reader.understand(text, { room, sender }, { explain: flags.explain === true })
        return { id, ...read, acts: sender.role === 'resident' ? read.acts : inCorpusForm(read) }
      })
    const text = words.join(' ')
    if (text === '') command.error('请写一句话，如 linxu parse "3栋2单元501 要大米10斤" / give a message')
    const read = reader.understand(text, contextOf(flags), { explain: true })
    process.stdout.write(flags.json === true ? `${JSON.stringify(read, null, 1)}\n` : shown(text, read, flags, settings))
  })
}

/** The labelled corpus knows no calls: a door that could not be reached is undelivered, and a log of calls beside orders is no act; what is replaced is out. */
export const inCorpusForm = ({ acts, command }: Pick<Understanding, 'acts' | 'command'>): Act[] => {
  if (command?.kind === 'substitute') return [{ act: 'stock', item: command.item, state: 'out', span: command.goods }, ...acts]
  return acts.flatMap((act): Act[] => {
    if (act.act !== 'called') return [act]
    const targets = act.results.filter(({ result }) => result === 'unreached').map(({ address }) => address)
    return acts.length > 1 || targets.length === 0 ? [] : [{ act: 'undelivered', targets, entries: [], reason: '', span: act.span }]
  })
}

const eachLine = async (answer: (value: unknown) => object): Promise<void> => {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    let out: object
    try {
      out = answer(JSON.parse(line))
    } catch (error) {
      out = {
        error: `第${number}行读不了 / line ${number}: ${error instanceof z.ZodError ? error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ') : 'not JSON'}`,
      }
    }
    if (!process.stdout.write(`${JSON.stringify(out)}\n`)) await new Promise((done) => process.stdout.once('drain', done))
  }
}

const contextOf = (flags: Flags): Context => {
  const [building, unit] = (flags.room ?? '').split('-')
  const [b, u, r] = (flags.as ?? '').split('-')
  const role = z.enum(['resident', 'volunteer', 'staff', 'head']).catch('resident').parse(flags.role)
  return {
    room: building && unit ? { kind: 'unit', building, unit } : { kind: 'direct' },
    sender: { role, home: b && u && r ? { building: b, unit: u, room: r } : null },
  }
}

const ACTS: Record<Act['act'], [string, string]> = {
  called: ['打过电话', 'called'],
  order: ['订单', 'order'],
  amend: ['改单', 'amendment'],
  cancel: ['取消', 'cancellation'],
  receipt: ['签收', 'receipt'],
  problem: ['问题', 'problem'],
  query: ['询问', 'question'],
  request: ['请求', 'request'],
  bind: ['登记门牌', 'door number'],
  delivered: ['已送达', 'delivered'],
  undelivered: ['未送到', 'not delivered'],
  stock: ['货况', 'stock'],
  risk: ['风险', 'mark'],
  round: ['核酸', 'test round'],
  list: ['清单', 'list'],
}
const OPS: Record<string, [string, string]> = { add: ['加', 'add'], set: ['改为', 'set'], remove: ['去掉', 'remove'] }

const door = (address: { building: string | null; unit: string | null; room: string | null }): string =>
  [address.building, address.unit, address.room].map((one) => one ?? '·').join('-')

const shown = (text: string, read: Understanding, flags: Flags, settings: Settings): string => {
  const tongue = flags.english === true || settings.language === 'en' ? 1 : 0
  const colour = process.stdout.isTTY === true
  const paint = (style: Parameters<typeof styleText>[0], words: string): string => (colour ? styleText(style, words) : words)
  const say = (zh: string, en: string): string => (tongue === 1 ? en : zh)
  const out: string[] = []
  const line = (one: Line, op = ''): string =>
    `  ${op}${paint('green', one.item)} ${one.qty ?? '-'}${one.unit ?? ''}${one.spec ? ` (${one.spec})` : ''}${one.known ? '' : say('（目录里没有）', ' (not in the catalogue)')}  ← “${text.slice(one.span.start, one.span.end)}” ${one.span.start}–${one.span.end}`
  for (const act of read.acts) {
    const where = 'address' in act ? ` ${door(act.address)}` : ''
    out.push(`${paint('bold', ACTS[act.act][tongue])}${paint('cyan', where)}`)
    if (act.act === 'order') out.push(...act.lines.map((one) => line(one)))
    else if (act.act === 'amend') out.push(...act.changes.map((one) => line(one, `${OPS[one.op]?.[tongue] ?? one.op} `)))
    else if (act.act === 'delivered' || act.act === 'undelivered' || act.act === 'round') {
      const entries = 'entries' in act ? act.entries.map((no) => `#${no}`) : []
      const except = 'except' in act ? act.except.map((address) => `${say('除', 'except ')}${door(address)}`) : []
      out.push(`  ${[...act.targets.map(door), ...entries, ...except].join(' ')}`)
    } else if (act.act === 'problem') out.push(`  ${act.what}`)
    else if (act.act === 'stock') out.push(`  ${act.item} ${act.state}`)
    else if (act.act === 'risk') out.push(`  ${act.level}`)
    else if (act.act === 'called') out.push(...act.results.map(({ address, result }) => `  ${door(address)} ${result}`))
    else if (act.act === 'list') out.push(`  ${act.grid ?? ''}`)
  }
  if (read.acts.length === 0)
    out.push(
      paint(
        'dim',
        read.command === null
          ? say('闲聊，不做什么', 'talk: nothing to do')
          : say('给机器人的话', `a word to the bot: ${read.command.kind}`),
      ),
    )
  if (read.urgent !== null) out.push(paint(['red', 'bold'], `${say('紧急', 'urgent')}: ${read.urgent}`))
  out.push(
    paint(
      'dim',
      `${say('把握', 'confidence')} ${read.confidence.toFixed(2)}${read.review ? say('，请人看一眼', ', a person should look') : ''}`,
    ),
  )
  if (flags.explain === true)
    for (const { rule, span, says } of read.reasons) {
      const words = text.slice(span.start, span.end)
      const detail = says === words || says === rule ? '' : `: ${says}`
      out.push(paint('dim', `  “${words}” → ${ruleName(rule, tongue)}${detail}`))
    }
  return `${out.join('\n')}\n`
}
