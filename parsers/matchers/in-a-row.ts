/** A name in a row of things with their amounts, whatever it sounds like: 土豆5斤，辣面子一袋. */
import type { Clause, Message } from '../message.js'
import { previous } from '../rows.js'
import { NAMES_ALL_THE_SAME, trailing } from '../words/names.js'
import type { Amount } from './amounts.js'
import type { Element } from './elements.js'
import type { BySound, Unknown } from './unknown.js'

/** Words of talk, of those that may stand before an amount: a thing has none of them, even where all around it are things. */
const TALKS =
  /[我你您他她它俺咱这那谁哪啥怎咋吗呢吧了着没不别被让每各共就都也又还只仅才给要买订带拿取搬送收到退换改补减添加缺差剩欠够吃喝说看见听想叫找扔丢等过去回是为至够留占坏掉凑满几配换能前两]|帮忙|麻烦|[来变拆]成|的$|的话|一共|总计|合计|其中|大概|大约|左右|至少|最多|平均|昨|今[天晚早]|明天|上次|下次|这次|[早晚]上|[上下中]午|孩子|娃$|老人|老头|老伴|家[里人]|门口|楼|单元|小区|邻居|志愿者|社区|网格|快递|外卖|核酸|身份证|钥匙|电话|价格|单价|费$|钱$|岁|[男女]生|^(?:新鲜|便宜|大号|小号|中号|日用|夜用|散装|整个|原味|普通)的?$|^[大中小]?[包袋盒箱瓶]装$|^[smlx\d]+码?$|^(?:today|asap|now|for|and|or|room|unit|no)\b/u
const NAME = /^[\u4e00-\u9fa5]{2,8}$|^[a-z][a-z' -]{2,20}[a-z]$/u
const ASKS_SO_MUCH = /(?<![也再就先都])[也再就先都]*(?:给我|帮我)?(?:要|来|买|带|捎|订|整|拿)(?:上|个)?$/u
const COUNTING: ReadonlySet<Amount['kind']> = new Set(['weight', 'pack', 'count'])
/** Of people, of meals and of time. */
const NO_GOODS = new Set(['人', '位', '口', '户', '次', '天', '岁', '层', '号', '锅', '顿', '餐', '章', '项'])

/** Where the words before it begin, back to the clause's begin, a 、 or another amount and a space; -1 where anything else stands there. */
const beginOfSegment = (elements: readonly Element[], index: number, message: Message, start: number): number => {
  for (let at = index - 1; at >= 0; at--) {
    const { kind, end, start: from } = elements[at] ?? { kind: 'divider', end: start, start }
    if (kind === 'divider') return message.text[from] === '、' ? end : -1
    if (kind === 'amount' && message.text[end] === ' ') return end + 1
    if (kind !== 'unknown' && kind !== 'word') return -1
  }
  return start
}

/** Another thing near it that the catalogue knows, right beside its amount. */
const hasCounted = ({ tokens }: Message, { from, to }: Amount): boolean => {
  for (let index = Math.max(0, from - AROUND); index < Math.min(tokens.length, to + AROUND); index++) {
    const token = tokens[index]
    if (token === undefined || token.good === null || (index >= from && index < to)) continue
    const [before, next] = [previous(tokens, index), tokens[index + 1]]
    const isCounted =
      next?.amount != null ? next.start === token.end : token.amount === null && before?.end === token.start && before.measure !== null
    if (isCounted) return true
  }
  return false
}
/** So many tokens to both sides, so that a long text costs its length. */
const AROUND = 40

/** What fills the segment before its amount; null where that talks, or nothing around it is counted. */
export const namedInARow = (
  elements: readonly Element[],
  index: number,
  message: Message,
  clause: Clause,
  bySound: BySound,
): Unknown | null => {
  const amount = elements[index]?.amount
  const at = elements[index]
  if (at === undefined || amount === undefined || !COUNTING.has(amount.kind) || amount.descriptive || NO_GOODS.has(amount.unit ?? ''))
    return null
  const from = beginOfSegment(elements, index, message, clause.start)
  if (from < 0) return null
  const next = elements[index + 1]
  const to = next?.kind === 'divider' || message.text[at.end] === ' ' ? Math.min(next?.start ?? clause.end, clause.end) : clause.end
  const before = message.text.slice(from, at.start)
  const name = before.replace(ASKS_SO_MUCH, '').trim()
  const start = from + before.indexOf(name)
  const behind = message.text.slice(at.end, to)
  if (!NAME.test(name) || TALKS.test(name.replace(NAMES_ALL_THE_SAME, ''))) return null
  if (behind !== '' && trailing(behind) !== behind.length) return null
  if (message.placesIn(clause).length > 0 || !hasCounted(message, amount)) return null
  const good = bySound(name)
  return {
    item: good?.name ?? message.raw.slice(message.at(start), message.at(start + name.length)),
    good,
    start,
    end: start + name.length,
  }
}
