/** What a clause holds for an order: goods, amounts, 各, words that nobody knows, and what divides them. */

import type { GoodFacts } from '../../config/catalogue-types.js'
import { type Clause, has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { codeAt, SignSet } from '../signs.js'
import type { Token } from '../tokens.js'
import { isTail, isThing } from '../words/names.js'
import type { Amount } from './amounts.js'
import { dishes } from './dishes.js'
import { withoutCutting } from './how-cut.js'
import { IS_CALLED_BY, WEARER, WORN } from './weigh-words.js'
import { wholeNames } from './whole-names.js'

export class Element {
  /** The whole name as said, where the good's is only a part of it. */
  name: string | undefined = undefined

  constructor(
    public kind: 'good' | 'amount' | 'each' | 'unknown' | 'word' | 'divider',
    public start: number,
    public end: number,
    readonly good: GoodFacts | undefined = undefined,
    public amount: Amount | undefined = undefined,
  ) {}
}

/** Signs between which a good of one sign may stand: 来点葱, 把米和面. */
const BESIDE =
  /^[的也都各吧呢啊给我家就再又点些个儿来要买和跟与及不]+$|^[喇啦咯嘞]|^(?:最多|至少|起码|顶多|大概|大约|差不多)|[冇厢里向]$|(?:屋|灶|家)头$|(?:口子|老公|老婆|媳妇|老伴|老头子?|爷子|孩子|老人|[爸妈爷娃])$|^[的也各吧呢啊吗么嘛和跟与就都要来不没勿莫甭覅唔别给我先快够了每多少改换减退别去取订买带可加再算免删划停撤从变]|^(?:同埋|冇|呒|木有|数量|数目|牌子|怎么|咋|可咋|还(?:没|不)|是$|(?:什么|啥|几|多会|何)时)|天$|断$|等等$|等一?下$|^[吃喝]$|^(?:上|下|过|回|进)[去来]|^(?:[吃用喝烧打]|都)(?:完|光|没|净)|^(?:有(?:吗|么|没|的话|货|卖)|谢|x|断(?:了|顿|供|货)|[吃用喝烧炒]了|见底|告急|一样|每样|各样|都|用)|^(?:试试|尝尝|看看|应急|备着|顶着|垫垫)|^(?:随便|随意|适量|看着|有的话|酌情)|^(?:能(?!量)|剩|按|由|低于|坏了|找[到着]|写|登|手头|落在|过期|接龙|该(?!死)|还剩|[就也还]行)|一下$|[买订抢弄搞][着到]$|^(?:大|小|中)号|啲$|[的也各给我家再又点些个儿来要买和跟与及没有缺带那这话啥么说得]$|除了?$|(?:另外|顺便|换成|改成|就换)$|(?:单|单子|订单|清单|名下|家)里的?$/u

/** 首先大米10斤，其次盐两袋: which of several, when, or how willingly, before what is wanted. */
const LEADS =
  /(?:[蹲同与连]|顺[手带道]|然后|接着|首先|其次|最后|索性|干脆|第[一二三四五六七八九十][样个件项]?|其[他它余]|[上下中]午|[早晚]上|[今明]早|今晚|周[一二三四五六日末])$/u

const EACH = pattern(() => /(?:各|每样|每种|每个|一样)(?:来|要|买|带|给|开|配|拿)?$/u)

/** 两个桶: a measure that is counted itself is a thing. */
const isCounted = (message: Message, index: number): boolean => {
  const before = previous(message.tokens, index)
  return before?.measure?.kind === 'count' && before.end === message.tokens[index]?.start
}

/** 盆2个: the measure is a thing, counted behind. */
const PIECES = new Set(['个', '只', '口'])
const isCountedBehind = ({ tokens }: Message, index: number): boolean => {
  /** 盆要一个大的. */
  const at = has(tokens[index + 1]?.cues ?? 0, 'want') && tokens[index + 1]?.start === tokens[index]?.end ? index + 2 : index + 1
  const amount = tokens[at]?.amount
  return PIECES.has(amount?.unit ?? '') && tokens[at]?.start === tokens[at - 1]?.end && tokens[index - 1]?.kind !== 'number'
}

const standsAlone = (message: Message, index: number): boolean => {
  const token = message.tokens[index]
  if (token === undefined) return false
  if (token.end - token.start > 1) return true
  if (token.measure?.kind === 'pack' && !isCounted(message, index) && !isCountedBehind(message, index)) return false
  /** 一代盐: a misheard measure is no part of the name. */
  const counted = message.tokens[index - 2]?.amount?.to === index
  return (counted || !isJoined(message, index, index - 1)) && !isJoined(message, index, index + 1)
}

/** Whether a good of one sign and the words that touch it may be the name of another thing: 米线 if nobody knew it, and not 米好吗. */
const isJoined = ({ tokens, text }: Message, index: number, other: number): boolean => {
  const [token, one] = [tokens[index], tokens[other]]
  if (token === undefined || one === undefined || one.place !== null || (one.kind !== 'text' && !one.noise)) return false
  const isBehind = other > index
  if (isBehind ? one.start !== token.end : one.end !== token.start) return false
  const words = text.slice(one.start, one.end)
  if (BESIDE.test(words)) return false
  if (!isBehind) return !LEADS.test(words)
  return HAN.test(words) && !isTail(words) && !(isCountedAhead(tokens, index) && !isThing(text.slice(token.start, one.end)))
}
const HAN = /^[\u4e00-\u9fa5]/u
/** 两斤米, 来斤米. */
const isCountedAhead = (tokens: readonly Token[], index: number): boolean =>
  tokens[index - 1]?.amount?.to === index || tokens[index - 2]?.amount?.to === index || tokens[index - 3]?.amount?.to === index

/** 坐轮椅的大哥要两斤土豆, 轮椅大哥：纸尿裤3包: somebody is told from others by it. */
const CALLED_BY = pattern(() => /^(?:大[哥姐爷妈叔娘]|奶奶|爷爷|阿姨|叔叔?|师傅|老师|老人|老太太?|老头|[哥姐])家?:/u)
/** 202卖猪肉的要保鲜膜. */
const LIVES_BY = pattern(() => /^(?:室|号|那个|家)?(?:卖|养|开|修|种)$/u)
const ASKS_FOR_IT = pattern(() => /^的(?:想|要|订|说)/u)
const isWorn = (message: Message, { start, end }: Token): boolean =>
  message.between(end, end + 4, CALLED_BY) ||
  (message.may(WEARER) && message.between(Math.max(0, start - 2), start, WORN) && message.between(end, end + 8, WEARER)) ||
  (message.between(end, end + 3, ASKS_FOR_IT) &&
    message.places.some((place) => place.end < start && message.between(place.end, start, LIVES_BY))) ||
  (message.may(IS_CALLED_BY) &&
    message.between(end, end + 12, IS_CALLED_BY) &&
    message.tokens.some((one) => one.good !== null && one.start > end && !message.text.slice(end, one.start).includes(',')))

/** 给我奶订的: my grandmother, no milk. */
const isKin = ({ text }: Message, { start, end }: Token): boolean =>
  end - start === 1 &&
  text.charAt(start) === '奶' &&
  MINE.test(text.slice(Math.max(0, start - 2), start)) &&
  DOES.test(text.slice(end, end + 2))
const MINE = /[给替帮和跟]我$|^我$|[,。]我$/u
const DOES = /^(?:订|买|捎|带|报|配|说|让|想|爱|家|那|这|的)/u

/** Index of the bracket that closes, the opening one itself where none does. */
const closing = (message: Message, open: number, until: number): number => {
  for (let index = open + 1; index < Math.min(until, open + 24); index++) if (message.tokens[index]?.mark === 'close') return index
  return open
}

/** 白萝卜(1) 胡萝卜(3): how many, where no list is numbered so: (1)大米(2)面粉. */
const MOST_IN_BRACKETS = 50
const isCountInBrackets = ({ tokens, text }: Message, open: number, closed: number): boolean => {
  const [name, count, next] = [tokens[open - 1], tokens[open + 1], tokens[closed + 1]]
  return (
    name?.good != null &&
    name.end === tokens[open]?.start &&
    count?.kind === 'number' &&
    closed === open + 2 &&
    !count.chinese &&
    count.value <= MOST_IN_BRACKETS &&
    (next === undefined || (next.mark !== null && next.mark !== 'open' && next.mark !== 'bullet')) &&
    !text.startsWith('(')
  )
}

/** 小米辣(10个左右). */
const ABOUT = /^(?:左右|上下|以内|吧|就行|就好|就够了?|够了|即可)$/u
const isAbout = ({ tokens, text }: Message, from: number, closed: number): boolean =>
  closed - from <= 2 && ABOUT.test(text.slice(tokens[from]?.start ?? 0, tokens[closed]?.start ?? 0))

/** 《必背古诗75首》一本, 一本《昆虫记》: index of the sign that ends a title that is counted, the opening one where none is. */
const titleEnd = ({ tokens, text }: Message, open: number, until: number, elements: readonly Element[]): number => {
  const isAhead = elements.at(-1)?.amount !== undefined && elements.at(-1)?.end === tokens[open]?.start
  for (let index = open + 1; index < Math.min(until, open + LONGEST_TITLE); index++)
    if (text[tokens[index]?.start ?? 0] === '》') return isAhead || tokens[index + 1]?.amount != null ? index : open
  return open
}
const LONGEST_TITLE = 12

const COUNTING: ReadonlySet<Amount['kind']> = new Set(['weight', 'count', 'pack'])

/** 五色糙米饼, 二甲双瓜: a numeral that counts nothing begins a name. */
const isPartOfName = (amount: Amount, tokens: readonly Token[], index: number, text: string): boolean => {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (amount.kind !== 'bare' || amount.to !== index + 1 || !token?.chinese || token.end - token.start > 1) return false
  if (next === undefined || next.start !== token.end) return false
  return next.kind === 'text' ? !SMALL_BEHIND.has(codeAt(text, next.start)) : next.good !== null && token.value > 2
}
const SMALL_BEHIND = new SignSet('的也都各吧呢啊来要就和跟再')

/** 草莓🍓: the sign repeats the word. */
const isSignOf = (good: GoodFacts, start: number, last: Element | undefined, text: string): last is Element =>
  last?.kind === 'good' &&
  last.end === start &&
  last.good?.category === good.category &&
  isPicture(text, start) &&
  !isPicture(text, last.start)

const OF_MEDICINES = /药$|喷雾$|胰岛素$/u
const LETTER = /\p{L}/u
const isPicture = (text: string, index: number): boolean => !LETTER.test(text[index] ?? '')

/** Nothing is named since the last divider. */
const isDivided = (elements: readonly Element[]): boolean => {
  const last = elements.at(-1)
  return last === undefined || last.kind === 'divider' || last.kind === 'word'
}

/** Whether a clause can hold a line: what has no good, no amount and no 各 is only words. */
export const mayHoldLines = (message: Message, clause: Clause): boolean => {
  if (message.may(EACH)) return true
  for (let index = clause.from; index < clause.to; index++) {
    const token = message.tokens[index]
    if (token !== undefined && (token.amount !== null || token.word.good !== null)) return true
  }
  return false
}

export const elementsOf = (message: Message, clause: Clause): Element[] => {
  const { tokens, text } = message
  const elements: Element[] = []
  for (let index = clause.from; index < clause.to; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const { start, end } = token
    const { amount } = token
    let kind: Element['kind'] | null = null
    if (token.place !== null) kind = 'divider'
    else if (amount !== null && isPartOfName(amount, tokens, index, text)) kind = 'unknown'
    else if (amount !== null) {
      elements.push(new Element('amount', start, tokens[amount.to - 1]?.end ?? end, undefined, amount))
      index = amount.to - 1
    } else if (token.mark === 'open') {
      const closed = closing(message, index, clause.to)
      const inside = tokens[index + 1]?.amount
      const name = tokens[index + 1]
      /** 【大米】1袋: the name alone in brackets, before its amount. */
      if (name?.good != null && index + 2 === closed && isDivided(elements) && (tokens[closed + 1]?.amount ?? tokens[closed + 2]?.amount))
        elements.push(new Element('good', name.start, name.end, name.good))
      /** 降压药(硝苯地平控释片): which of them. */
      const kind = elements.at(-1)
      if (
        name?.good != null &&
        name.good.medicine !== '' &&
        index + 2 === closed &&
        kind?.good !== undefined &&
        kind.end === start &&
        OF_MEDICINES.test(kind.good.name)
      )
        elements.splice(-1, 1, new Element('good', kind.start, tokens[closed]?.end ?? end, name.good))
      /** 鸡蛋(2斤): the amount alone in brackets. */
      if (
        inside &&
        (inside.to === closed || isAbout(message, inside.to, closed)) &&
        (COUNTING.has(inside.kind) || isCountInBrackets(message, index, closed))
      )
        elements.push(new Element('amount', tokens[index + 1]?.start ?? start, tokens[closed]?.start ?? end, undefined, inside))
      index = closed
    } else if (token.mark === 'other' && text[start] === '《') {
      const closed = titleEnd(message, index, clause.to, elements)
      if (closed === index) kind = 'divider'
      else {
        elements.push(new Element('unknown', end, tokens[closed]?.start ?? end))
        index = closed
      }
    } else if (token.good !== null && standsAlone(message, index) && !isWorn(message, token) && !isKin(message, token)) {
      const last = elements.at(-1)
      if (isSignOf(token.good, start, last, text)) last.end = end
      else elements.push(new Element('good', start, end, token.good))
    } else if (token.kind === 'text') kind = message.says(EACH, text.slice(start, end)) ? 'each' : 'unknown'
    else if (token.good !== null || (token.measure !== null && token.cues === 0)) kind = 'unknown'
    else if (token.mark === null) kind = 'word'
    else if (token.mark !== 'space' && token.mark !== 'dash') kind = 'divider'
    if (kind === null) continue
    const last = previous(elements, elements.length)
    if (kind === 'unknown' && last?.kind === 'unknown' && last.end === start) last.end = end
    else elements.push(new Element(kind, start, end))
  }
  return wholeNames(dishes(withoutCutting(elements, message), text), text)
}
