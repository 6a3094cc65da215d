/** A table with a row for each door: 房号|鸡蛋|牛奶, then 301|1板|2箱; or 姓名⇥房号⇥份数 under the good that is shared out. */
import { withoutCourtesy } from './laid-out.js'
import { lineOf } from './line.js'
import { completePlace } from './matchers/addresses.js'
import { readNeeds } from './matchers/needs.js'
import type { BySound } from './matchers/unknown.js'
import type { Message } from './message.js'
import type { Act, Address, Context, Line, Span } from './types.js'

type Order = Extract<Act, { act: 'order' }>

/** Cells side by side, in more than one line. */
const HEADED = /[^\n]*(?:房|室|户|门牌|单元|楼[栋号]|地址|住址)[^\n]*\n/u
const isTable = (raw: string): boolean => raw.length <= LONGEST && /[\t|｜]/u.test(raw) && HEADED.test(raw)
const LONGEST = 10_000
const DOOR = /^(?:楼栋|楼号|栋号?|幢号?|单元号?|房间?号?|房号码?|门牌号?|户号|室号?|地址|住址|楼栋房号|楼房号)$/u
const THING =
  /^(?:物品|物资|品名|商品|名称|需求|所需物资|所需物品|需要物品|东西|内容|订购内容|采购内容|药名|药品|药品名称|货品|菜品)(?:名称|及数量|和数量)?$/u
const COUNT = /^(?:数量|份数|件数|数目|个数|数|几份|订购数|订数)$/u
const OF_NO_GOOD =
  /^(?:姓名|称呼|户主|联系人|业主|昵称|微信名?|电话|手机号?|联系电话|联系方式|备注|说明|序号|编号|no|时间|日期|金额|合计|小计|价格|单价|总价|付款|是否付款|已付|签收|状态|人数|)$/iu
const NONE = /^(?:0|无|没有|不要|不需要|不订|暂无|空|[-—/×xX✗✘]+|)$/u
const TICK = /^[✓✔√☑✅]$/u
const IN_BRACKETS = /[（(]([^（()）]{1,8})[)）]/u

interface Row extends Span {
  cells: string[]
}

/** Null where there is no such table. */
export const readDoorTable = (message: Message, context: Context, bySound: BySound, open: (text: string) => Message): Order[] | null => {
  if (!isTable(message.raw)) return null
  const rows = rowsOf(message.raw)
  const at = rows.findIndex(({ cells }) => cells.some((cell) => DOOR.test(cell)) && cells.length > 1)
  const [head, ...body] = at < 0 ? [] : rows.slice(at)
  if (head === undefined || body.length === 0) return null
  const shared = goodBeside(message, [head, ...body])
  return mergedByDoor(
    body.flatMap((row): Order[] => {
      const place = open(doorIn(head.cells, row.cells)).places[0]
      const asked = askedIn(head.cells, row.cells, shared)
      if (place === undefined || place.room === null || asked === '') return []
      const inner = open(asked)
      const span = { start: row.start, end: row.end }
      const lines = readNeeds(inner, bySound)
        .filter((need) => !need.negated)
        .map((need): Line => ({ ...lineOf(need, inner), span }))
      const address = completePlace(place, { before: null, room: context.room, home: null })
      return lines.length === 0 ? [] : [{ act: 'order', address, lines, span }]
    }),
  )
}

const rowsOf = (raw: string): Row[] => {
  const rows: Row[] = []
  const said = withoutCourtesy(raw)
  let { start } = said
  for (const line of raw.slice(said.start, said.end).split('\n')) {
    const end = start + line.length
    const mark = line.includes('\t') ? '\t' : /[|｜]/u.test(line) ? /[|｜]/u : null
    if (mark !== null) rows.push({ start, end, cells: trimmed(line, mark).map((cell) => cell.trim()) })
    start = end + 1
  }
  return rows.filter(({ cells }) => !cells.every((cell) => /^:?-*:?$/u.test(cell)))
}
/** | 301 | 1板 |: what stands outside of the first and the last mark is no cell. */
const trimmed = (line: string, mark: string | RegExp): string[] => line.replace(/^\s*[|｜](.*)[|｜]\s*$/u, '$1').split(mark)

const doorIn = (head: readonly string[], cells: readonly string[]): string =>
  head.flatMap((name, index) => (DOOR.test(name) && (cells[index] ?? '') !== '' ? [cells[index]] : [])).join('-')

/** The one good that is named outside of the rows. */
const goodBeside = (message: Message, rows: readonly Row[]): string => {
  const token = message.tokens.find(
    ({ good, start }) => good !== null && !rows.some((row) => message.at(start) >= row.start && message.at(start) < row.end),
  )
  return token === undefined ? '' : message.text.slice(token.start, token.end)
}

const askedIn = (head: readonly string[], cells: readonly string[], shared: string): string => {
  const count = head.findIndex((name) => COUNT.test(name))
  const hasThing = head.some((name) => THING.test(name))
  return head
    .flatMap((name, index) => {
      const cell = cells[index] ?? ''
      if (DOOR.test(name) || OF_NO_GOOD.test(name) || NONE.test(cell)) return []
      if (THING.test(name)) return [count < 0 ? cell : `${cell} ${cells[count] ?? ''}`]
      if (COUNT.test(name)) return hasThing || shared === '' ? [] : [`${shared} ${cell}`]
      return [inColumn(name, TICK.test(cell) ? '1' : cell)]
    })
    .join('，')
}

/** 鸡蛋(板) 2: the measure stands in the head. */
const inColumn = (name: string, cell: string): string => {
  const unit = IN_BRACKETS.exec(name)?.[1] ?? ''
  return `${name.replace(IN_BRACKETS, '')} ${cell}${/^\d+$/u.test(cell) ? unit : ''}`
}

/** One order a door, where it first stands. */
export const mergedByDoor = (orders: readonly Order[]): Order[] => {
  const found = new Map<string, Order>()
  for (const order of orders) {
    const door = doorOf(order.address)
    const known = found.get(door)
    found.set(door, known === undefined ? order : { ...known, lines: [...known.lines, ...order.lines] })
  }
  return [...found.values()]
}
const doorOf = ({ building, unit, room }: Address): string => `${building}-${unit}-${room}`
