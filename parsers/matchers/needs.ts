/** Finds everything that stands where a wanted thing stands, and weighs whether it is wanted, left out, or only spoken of. */

import { firstShare } from '../households.js'
import { type Clause, has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { RAN_OUT } from '../words/wanting.js'
import { conditions, settled } from './alternatives.js'
import type { Amount } from './amounts.js'
import { Element } from './elements.js'
import { byFlavour } from './flavours-told.js'
import { greensIn } from './greens.js'
import { heardOut } from './heard-out.js'
import { linesOfClause } from './lines.js'
import {
  bareLists,
  beginWithList,
  EACH,
  followLists,
  joinRows,
  LIKEWISE,
  shareEach,
  shareLikewise,
  spreadNegation,
  spreadStock,
} from './lists.js'
import { Need } from './need.js'
import { EACH_IN_ENGLISH, takeOrphan, takeOrphans } from './orphans.js'
import { countPeople } from './per-person.js'
import { spareSigns } from './spare.js'
import { quietStories } from './stories.js'
import { withoutTopics } from './topics.js'
import { type BySound, unknownIn } from './unknown.js'
import { contentsOf, isItsBox } from './vessels.js'
import { scale } from './weigh.js'
import { GOT_NONE } from './weigh-words.js'

/** 酱油一瓶没有就算了: nothing ran out. */
const NEVER_MIND = pattern(() => /(?:没有?|[莫没]得|冇)(?:的话|货)?,?(?:就|那就)(?:算(?:了|$|[,。!])|不要|拉倒|别|不用|换)/u)

/** 肉3蛋2，都论斤. */
const BY_POUND = pattern(() => /(?:都|全|全部|单位)(?:论|按|是|以|用)斤/u)

/** 煤气快没了能换一罐吗: so much of it is asked for, though it ran out. */
const ASKED_FOR = pattern(() => /[换送给弄补灌充领发配](?:我|上|个|来)?\s?$/u)

/** 我自己要两块外加一把韭菜: the first amount is of what was named before, in whosever name. */
const OF_MINE = pattern(
  () =>
    /^[^,。\s]{1,8}的(?:要|来|买|订)$|^(?:我|俺|咱)(?:们)?(?:家|自己)?(?:也)?(?:要|来|买|订|拿)?\s?$|^(?:[给帮]我|麻烦|求)再?(?:要|来|买|订|拿|捎|带|整|弄)\s?$/u,
)
const isOfBefore = (orphan: Amount, lines: readonly Need[], message: Message, clause: Clause): boolean => {
  const start = message.tokens[orphan.from]?.start ?? clause.end
  return (lines[0]?.start ?? 0) > start && (start === clause.start || message.between(clause.start, start, OF_MINE))
}

/** 硝酸甘油一瓶 老伴常备的 快见底了, 地高辛吃完了 一盒就行: so much is asked for apart from why. */
const isApart = (line: Need, clause: Clause, message: Message): boolean => {
  const out = message.find(RAN_OUT, clause.text)
  if (out === null || line.amountAt < line.start) return false
  const [from, to] = [clause.start + out.index, clause.start + out.index + out[0].length]
  return PARTED.test(message.text.slice(line.end, from)) || PARTED.test(message.text.slice(to, line.amountAt))
}

const PARTED = /[ :]/u

/** 两箱啤酒，老雪的: said again, to tell which. */
const saysWhich = (line: Need, last: Need | undefined, lines: readonly Need[]): boolean =>
  lines.length === 1 &&
  line.qty === null &&
  last?.item === line.item &&
  last.qty !== null &&
  Math.max(last.at, last.askedAt) === line.at - 1 &&
  BARE_NAME.test(line.clause.text.slice(line.named - line.clause.start)) &&
  line.start === line.clause.start
/** 能买到充电线不？苹果的，要一根; 1盒够了，要君乐宝的: whose make. */
const ASKS_FOR_MAKE = /^(?:只?要|得是|最好是?|就要)?$/u
const isMake = (line: Need, last: Need | undefined, lines: readonly Need[]): boolean =>
  lines.length === 1 &&
  line.qty === null &&
  last !== undefined &&
  Math.max(last.at, last.askedAt) === line.at - 1 &&
  last.good?.category !== line.good?.category &&
  ASKS_FOR_MAKE.test(line.clause.text.slice(0, line.start - line.clause.start)) &&
  line.clause.text.slice(line.named - line.clause.start) === '的'
/** 家里没洗衣粉了，立白的来一袋, 灯泡憋了，要两个螺口的: so much, and whose or which. */
const isOfMaker = (line: Need, last: Need, message: Message): boolean => {
  const { text } = message
  return (
    line.qty !== null &&
    last.qty === null &&
    last.at === line.at - 1 &&
    text.startsWith('的', line.named) &&
    (line.good === null
      ? last.good !== null && line.named + 1 >= line.clause.end && !CELL_SIZE.test(line.item)
      : (line.good.category === last.good?.category &&
          line.item !== last.item &&
          !text.slice(line.start, line.named).includes(line.item)) ||
        (isAskedAbout(last, message) && isOnlyItsFlavour(line)))
  )
}
/** 有没有卖速冻汤圆的，一袋黑芝麻的; 能订蛋糕吗，水果的一个: the taste of what was asked about. */
const ASKED_ABOUT = pattern(() => /有没有|有[^,。]{1,8}(?:吗|么|没|不)|能(?:不能)?[买订弄][^,。]{0,8}(?:吗|么|不|没)?|(?:吗|么|呢)$/u)
const isAskedAbout = ({ clause, good }: Need, message: Message): boolean => good !== null && message.says(ASKED_ABOUT, clause)
const isOnlyItsFlavour = ({ amountAt, start, named, end, clause }: Need): boolean =>
  amountAt >= 0 && (amountAt > named ? amountAt === named + 1 && end >= clause.end : start === clause.start && named + 1 >= clause.end)
const BARE_NAME = /^(?:的|那种|那款|就行|就好|就可以|吧|哈)*$/u

/** 5号电池四节7号两节: the second is another thing, called by its own number. */
const nameByNumber = (need: Need, { text }: Message, bySound: BySound): void => {
  /** 遥控器没电了，要四节五号的. */
  const cell = need.good === null && CELLS.has(need.unit ?? '') ? CELL_SIZE.exec(need.item)?.[1] : undefined
  if (cell !== undefined) {
    const battery = bySound(`${/\d/u.test(cell) ? NUMERALS.charAt(Number(cell)) : cell}号电池`)
    if (battery !== null) {
      need.item = battery.name
      need.good = battery
    }
    return
  }
  if (need.good === null || need.item.charAt(1) !== '号') return
  const no = NUMBERED.exec(text.slice(need.start, need.end))?.[1] ?? ''
  const good = no === '' || no === need.item.charAt(0) ? null : bySound(`${NUMERALS.charAt(Number(no))}${need.item.slice(1)}`)
  if (good === null) return
  need.item = good.name
  need.good = good
}
const CELLS: ReadonlySet<string> = new Set(['节', '颗', '粒', '板', '对'])
const CELL_SIZE = /^([1257一二五七])号的?$/u
const NUMBERED = /^[\s,、和]?([1-9])号/u
const NUMERALS = '零一二三四五六七八九'

/** 能买到扯面不，要两斤: what nobody knows, asked for in the clause before its amount. */
const askedBefore = (message: Message, at: number, bySound: BySound): Need | null => {
  const clause = message.clauses[at]
  if (clause === undefined || clause.numbers > 0) return null
  const asked =
    message.find(IS_THERE, clause.text) ??
    message.find(STILL_SOLD, clause.text) ??
    message.find(RAN_OUT_OF, clause.text) ??
    message.find(WANTS_IT, clause.text)
  if (asked === null) return null
  const end = clause.start + asked.index + asked[0].length
  const name = asked[1] ?? ''
  const [unknown] = unknownIn(new Element('unknown', end - name.length, end), message, bySound)
  return unknown === undefined ? null : new Need(unknown.item, unknown.good, unknown.start, unknown.end, unknown.end, clause, at)
}
/** 线面快吃完了，带两包: what nobody knows and ran out, before its amount. */
const RAN_OUT_OF = pattern(
  () =>
    /^(?:我|家|里|屋|的|那个|孩子|娃|老伴|老头|老太太?|爸|妈|爷爷|奶奶|姥姥|姥爷|公公|婆婆|老人|,)*((?![一二三四五六七八九十两半几今明昨后前早晚上中])[\u4e00-\u9fa5]{2,5}?)(?=(?:都|也|又|已经|快|就|马上)*(?:吃|用|喝|使)?(?:完|没|光|见底|不多)了?$)/u,
)
/** 要奥美拉做肠溶胶囊，二盒. */
const WANTS_IT = pattern(
  () =>
    /^(?:请|麻烦|那个|我|我家|想|帮|给|,)*(?:要|买|来|带|捎|订|需要)(?:点|个|些)?((?![一二两三四五六七八九十半几点个些])[\u4e00-\u9fa5]{2,9})(?<![的装种款样])$/u,
)
/** 浆水还有卖的吗，有就两袋. */
const STILL_SOLD = pattern(
  () =>
    /^(?:请问|那个|那|,)*((?![一二两三四五六七八九十半几])[\u4e00-\u9fa5]{2,6}?)(?=(?:现在|今天|你们|超市|店里)*还?(?:有没有(?:卖|货)?的?|(?:有(?:得)?(?:卖|货)?的?|能(?:不能)?[买弄]到)(?:吗|么|没有?|嘛|伐|不))(?:呀|啊|呢)?$)/u,
)
const IS_THERE = pattern(
  () =>
    /^(?:请问|那个|那|还|今[天儿日]|现在|超市|店里|你们|,)*(?:(?:能(?:不能)?|可以)(?:帮我?|给我?)?(?:买|订|弄|搞|拿|带|整)(?:得|不)?(?:到|着)?(?:点|个)?|有(?:没有)?(?:卖)?)((?![一二两三四五六七八九十半几])[\u4e00-\u9fa5]{2,6}?)(?=(?:卖|呀|啊|的)?(?:吗|么|没有?|不|嘛|伐)?$)/u,
)

export const readNeeds = (message: Message, bySound: BySound): Need[] => {
  const found: Need[] = []
  const { clauses } = message
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at]
    if (clause === undefined) break
    const { lines, orphan } = linesOfClause(message, clause, at, bySound, found.at(-1))
    const out = lines.length === 0 ? heardOut(message, clause, at, bySound) : null
    if (out !== null) found.push(out)
    if (orphan !== null && lines.length === 0 && found.at(-1)?.at !== at - 1) {
      /** 老鼠贴有没有？厨房闹耗子了，来五张: why it is asked for may stand between. */
      const asked = askedBefore(message, at - 1, bySound) ?? (found.length === 0 ? askedBefore(message, at - 2, bySound) : null)
      if (asked !== null) found.push(asked)
    }
    if (orphan !== null && lines.length === 0) takeOrphans(found, message, clause, at, orphan)
    else if (orphan !== null && isOfBefore(orphan, lines, message, clause)) takeOrphan(found, message, clause, at, orphan)
    const ranOut =
      lines.length > 0 &&
      message.says(RAN_OUT, clause) &&
      !message.says(NEVER_MIND, clause) &&
      !has(clause.cues, 'want') &&
      !has(clause.cues, 'add')
    for (const line of lines) {
      contentsOf(line, message, bySound)
      if (ranOut && !(line.amountAt >= 0 && message.between(Math.max(clause.start, line.amountAt - 4), line.amountAt, ASKED_FOR))) {
        if (!isApart(line, clause, message)) {
          line.qty = null
          line.unit = null
        }
      }
      /** 一棵葱都没抢着，帮我带两根. */
      if (line.qty === 1 && line.amountAt < line.named && message.between(line.named, line.named + 8, GOT_NONE)) {
        line.qty = null
        line.unit = null
      }
      const last = found.at(-1)
      if (isItsBox(line, last, message)) continue
      if (last !== undefined && isOfMaker(line, last, message)) {
        last.qty = line.qty
        last.unit = line.unit
        last.askedAt = at
        last.end = line.end
      } else if (!saysWhich(line, last, lines) && !isMake(line, last, lines)) found.push(line)
    }
  }
  for (const need of found) nameByNumber(need, message, bySound)
  byFlavour(found, message)
  const [shared] = found
  const door = message.places.length < 2 ? null : firstShare(message)
  if (shared !== undefined && door !== null && shared.start < door.start) shared.start = door.start
  if (message.may(EACH) || message.may(EACH_IN_ENGLISH)) shareEach(found, message)
  if (message.may(LIKEWISE)) shareLikewise(found, message)
  if (found.length === 0) {
    const greens = greensIn(message, bySound)
    return greens === null ? found : [greens]
  }
  countPeople(found, message)
  if (message.says(BY_POUND)) for (const need of found) if (need.qty !== null) need.unit ??= '斤'
  let stated = 0
  let knownStated = 0
  for (const line of found)
    if (line.qty !== null && line.unit !== null) {
      stated++
      if (line.good !== null) knownStated++
    }
  let counted = -1
  const spare = (): number => {
    if (counted < 0) counted = spareSigns(message, found)
    return counted
  }
  const weigh = scale(message, stated, knownStated, spare)
  for (let index = 0; index < found.length; index++) {
    const need = found[index]
    if (need !== undefined) weigh(need, previous(found, index), found[index + 1])
  }
  spreadNegation(found, message)
  spreadStock(found, message)
  beginWithList(found, message)
  quietStories(found, message)
  joinRows(found, message)
  return withoutTopics(bareLists(followLists(settled(conditions(found, message), message), message), message, spare), message)
}
