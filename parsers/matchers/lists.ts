/** Things in a row: what is said of one holds for its neighbours. */

import { type Clause, has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { IS_ENOUGH } from '../words/wanting.js'
import { type Need, TAKE } from './need.js'

export const EACH = pattern(() => /各|每样|每种|每个|一样/u)

/** Milk and juice 2 bottles each: said behind the amount. */
const EACH_BEHIND = pattern(() => /^,? ?(?:each(?![a-z])|apiece)/u)
const isOfEach = (line: Need, message: Message): boolean =>
  message.says(EACH, message.text.slice(line.start, line.end)) ||
  (line.amountAt >= line.named && message.between(line.end, line.end + 9, EACH_BEHIND))

/** 2 bottles each of milk and juice: said in front of them all. */
const EACH_AHEAD = /(?<![a-z])each (?:of )?/u
const shareAhead = (line: Need, after: readonly Need[], message: Message): void => {
  if (line.amountAt >= line.named || !EACH_AHEAD.test(message.text.slice(line.amountAt, line.named))) return
  for (const other of after) {
    if (other.qty !== null || other.clause.sentence !== line.clause.sentence) return
    other.qty = line.qty
    other.unit = line.unit
  }
}

/** 苹果、香蕉、梨各两斤: what stands before 各 without an amount shares it, back to the last stop. */
export const shareEach = (lines: readonly Need[], message: Message): void => {
  for (const [index, line] of lines.entries()) {
    if (line.qty === null) continue
    shareAhead(line, lines.slice(index + 1), message)
    if (!isOfEach(line, message)) continue
    for (let before = index - 1; before >= 0; before--) {
      const other = lines[before]
      if (other === undefined || other.qty !== null || other.clause.sentence !== line.clause.sentence) break
      if (message.between(other.named, other.named + 6, IS_ENOUGH)) break
      other.qty = line.qty
      other.unit = line.unit
    }
  }
}

/** 生抽两瓶，老抽也是: as much as of the one before. */
export const LIKEWISE = pattern(() => /^(?:也是|也一样|也同样|同样|也要这么多|也各|也来这么多)(?!个)/u)

export const shareLikewise = (lines: readonly Need[], message: Message): void => {
  for (const [index, line] of lines.entries()) {
    const before = previous(lines, index)
    if (line.qty !== null || before === undefined || before.qty === null) continue
    if (!message.between(line.named, Math.min(line.clause.end, line.named + 6), LIKEWISE)) continue
    line.qty = before.qty
    line.unit = before.unit
  }
}

/** 豆浆油条都不要了: what touches is left out with it. */
const TOGETHER = pattern(() => /^(?:就|先|,|\s)?(?:都|全|全都|俩|两样|统统)/u)
/** 盐和味精都去掉, 不要鸡蛋和牛奶, 茄子辣椒不要: left out together; two that touch only where they are of a kind (牛肉饺子 is one thing). */
const BETWEEN = /^(?:的)?\s?(?:和|跟|与|及|、|以及|还有|\/|\s)\s?(?:那个|那些|我的)?$/u

/** 鸡架、鸭头都退了: taken back together, though nobody knows the last one. */
const DROPPED_TOGETHER = pattern(
  () =>
    /^(?:\s?[、和跟与及]\s?(?!别的|其[他它余]|剩)[\u4e00-\u9fa5]{1,4}?){1,4}(?:都|全)(?:给我|帮我)?(?:退|撤|删|取消|不要|不订|不买|别买|别送)/u,
)

/** 刚才问要不要降压药，我家不要: a question that was asked around, and the answer to it. */
const ASKED_AROUND = pattern(() => /(?:要不要|需不需要|要[^,。]{0,8}[吗么])/u)
const DECLINES = pattern(() => /^(?:我|俺|咱|我们)(?:家|们)?(?:里)?(?:就|都|暂时|先|是|这边)?(?:不要|不用|不需要|不买|不订)(?:了|哈|啊)?$/u)
const isDeclined = (need: Need, next: Clause | undefined, message: Message): boolean =>
  next !== undefined && message.says(DECLINES, next) && message.says(ASKED_AROUND, need.clause)

/** 盐和味精: nothing but a word that joins stands between them. */
const areJoined = (need: Need, next: Need, message: Message): boolean =>
  need.clause === next.clause && BETWEEN.test(message.text.slice(need.named, next.start))

/** 🥛2箱 🥕3斤 🍇1串 下班回来拿: with three known things and their amounts in a row a message begins as no talk does. */
const RUN = 3
const TALK_OF_GOODS = ['recipe', 'past', 'price', 'announce', 'others'] as const
const SURELY = 3
export const beginWithList = (needs: readonly Need[], message: Message): void => {
  const { length } = needs
  if (length < RUN || TALK_OF_GOODS.some((cue) => has(message.cues, cue))) return
  let end = message.places.find(({ start }) => start <= 1)?.end ?? 0
  let run = 0
  for (; run < length; run++) {
    const need = needs[run]
    if (
      need === undefined ||
      need.good === null ||
      need.qty === null ||
      need.unit === null ||
      need.negated ||
      need.weight < 1 ||
      need.start - end > 1
    )
      break
    end = need.end
  }
  if (run >= RUN) for (const need of needs.slice(0, run)) need.weight = Math.max(need.weight, SURELY)
}

/** 多备点：莴笋两根，盐两袋，大米10斤: known, counted and divided by no word, they are wanted together or not at all. */
export const joinRows = (needs: readonly Need[], message: Message): void => {
  for (let from = 0; from < needs.length; ) {
    let to = from + 1
    while (to < needs.length && isInOneRow(needs[to - 1], needs[to], message)) to++
    const row = needs.slice(from, to)
    if (row.some(({ weight }) => weight >= TAKE)) for (const need of row) if (need.weight >= 0) need.weight = Math.max(need.weight, TAKE)
    from = to
  }
}
const NEXT_IN_ROW = /^[\s,、。;和跟与及]*$/u
const isInOneRow = (need: Need | undefined, next: Need | undefined, message: Message): boolean =>
  need !== undefined &&
  next !== undefined &&
  isPlainlyCounted(need) &&
  isPlainlyCounted(next) &&
  NEXT_IN_ROW.test(message.text.slice(need.end, next.start))
const isPlainlyCounted = ({ good, qty, unit, negated, inStock }: Need): boolean =>
  good !== null && qty !== null && unit !== null && !negated && !inStock

export const spreadNegation = (needs: readonly Need[], message: Message): void => {
  if (message.may(DROPPED_TOGETHER))
    for (const need of needs) if (need.qty === null && message.between(need.named, need.clause.end, DROPPED_TOGETHER)) need.negated = true
  for (const need of needs) if (!need.negated && isDeclined(need, message.clauses[need.at + 1], message)) need.weight = -9
  if (!needs.some((need) => need.negated)) return
  for (let index = needs.length - 2; index >= 0; index--) {
    const need = needs[index]
    const next = needs[index + 1]
    if (need === undefined || !next?.negated || need.qty !== null || next.qty !== null) continue
    const touches = need.named === next.start && message.says(TOGETHER, message.text.slice(next.named, next.named + 4))
    const alike = need.named === next.start && need.good !== null && need.good.category === next.good?.category
    if (touches || alike || areJoined(need, next, message)) need.negated = true
  }
  for (let index = 1; index < needs.length; index++) {
    const need = needs[index]
    const before = previous(needs, index)
    if (need !== undefined && before?.negated && need.qty === null && areJoined(before, need, message)) need.negated = true
  }
}

/** 葱姜我家有: what touches a thing that is there is there too. */
export const spreadStock = (needs: readonly Need[], message: Message): void => {
  for (let index = needs.length - 2; index >= 0; index--) {
    const need = needs[index]
    const next = needs[index + 1]
    if (need === undefined || !next?.inStock || need.inStock || need.qty !== null || next.qty !== null || need.clause !== next.clause)
      continue
    if (need.named !== next.start && !areJoined(need, next, message)) continue
    need.inStock = true
    need.weight -= IN_STOCK
  }
}
const IN_STOCK = 5

/** In a list whose other things are wanted a bare name is wanted too: insulin, rice · 来点葱姜蒜. */
export const followLists = (needs: readonly Need[], message: Message): readonly Need[] => {
  /** Who asks whether there is any orders nothing, unless it is asked to bring it. */
  const asks = message.text.includes('?')
  if (needs.length < 2 || (asks && !has(message.cues, 'want')) || needs.every((need) => need.qty !== null)) return needs
  const forth: Need[] = []
  for (const [index, need] of needs.entries()) forth.push(followed(need, [previous(forth, index), needs[index + 1]], message))
  const back = [...forth]
  for (let index = back.length - 2; index >= 0; index--) {
    const need = back[index]
    if (need !== undefined) back[index] = followed(need, [back[index + 1]], message)
  }
  return back
}

/** 能不能麻烦: signs before what is wanted. */
const POLITELY = 5
/** What stands around a name in a list and says nothing of whether it is wanted: peanut butter (crunchy if possible). */
const NOTES =
  /还有|再就是|另外|对了?|\([^)]*\)|\b(?:and|maybe|also|some|any|please|pls|plz|too|as well|the|of|an?|if (?:possible|poss|available|you have (?:it|any|some)|there(?:'s| is| are)(?: any| some)?)|any (?:brand|kind)|whatever)\b|\d{3,4}|[\s的吧呢啊哦嗯.]/gu
const AND_A = /^,? (?:and|plus|&) (?:also )?(?:some |a |an )?$/u
const LATIN_ONLY = /^[\sa-z'&-]+$/u

const followed = (need: Need, beside: readonly (Need | undefined)[], message: Message): Need => {
  const wanted = beside.filter(
    (other) => other !== undefined && !other.negated && other.weight >= 2 && other.good !== null && Math.abs(other.at - need.at) <= 2,
  )
  if (wanted.length === 0 || need.good === null || need.qty !== null || need.negated || need.weight <= -2) return need
  const pure =
    need.clause.text.replace(NOTES, '').length - message.text.slice(need.start, need.end).replace(/\s/gu, '').length <= 2 ||
    (need.loose === 0 && LATIN_ONLY.test(need.clause.text))
  const behind = message.text.slice(need.end, Math.min(need.clause.end, need.end + 12))
  const listed =
    wanted.some((other) => other?.clause === need.clause) &&
    /^(?:$|[\s,、。和跟与及+/&]|and|[\u4e00-\u9fa5]{1,4}(?:[\s,、]|$))/u.test(behind) &&
    need.loose <= (has(need.clause.cues, 'want') ? POLITELY : 2)
  /** 米面油, 青菜萝卜: one right after another, of one sign each or of a kind. */
  const touches = wanted.some(
    (other) =>
      other !== undefined &&
      (other.end === need.start || other.start === need.end) &&
      ((need.end - need.start === 1 && other.end - other.start === 1) || other.good?.category === need.good?.category),
  )
  /** 买点鸡蛋和酱油还有盐. */
  const joined =
    has(need.clause.cues, 'want') &&
    wanted.some(
      (other) => other !== undefined && (other.start < need.start ? areJoined(other, need, message) : areJoined(need, other, message)),
    )
  /** Loo roll and a pint of milk if there is any. */
  const coupled = wanted.some(
    (other) => other !== undefined && AND_A.test(message.text.slice(Math.min(need.end, other.end), Math.max(need.start, other.start))),
  )
  return pure || listed || touches || joined || coupled ? need.with({ weight: Math.max(need.weight, 2) }) : need
}

/** 鸡蛋 土豆 白菜, 202 豆芽, 卫生纸 急: nothing but names is a list of what is wanted. */
const MANY = 2
const WISHES = /急|要|来|买|一些|一点|[点些]|麻烦|帮|谢|请|please|pls/u
const WORD = /[\p{L}]/u
const ASKS = /[?？]|吗|么|呢$|没有?$/u

export const bareLists = (needs: readonly Need[], message: Message, spare: () => number): readonly Need[] => {
  if (needs.length === 0 || needs.some((need) => need.qty !== null) || ASKS.test(message.text) || spare() > 0) return needs
  const listed = needs.length >= MANY || message.places.some((place) => place.room !== null) || isAll(needs, message)
  if (!listed || !needs.some((need) => WORD.test(message.text.slice(need.start, need.end)))) return needs
  return needs.map((need) => (need.good === null || need.negated || need.weight < -1 || need.weight >= 2 ? need : need.with({ weight: 2 })))
}

/** 盐, or 急 beside it: nothing else is said. */
const isAll = (needs: readonly Need[], message: Message): boolean => {
  const words = beside(needs, message)
  return WISHES.test(words) || /^[\s,。!~]*$/u.test(words)
}

/** The text without the names. */
const beside = (needs: readonly Need[], message: Message): string => {
  let text = ''
  let from = 0
  for (const need of needs) {
    text += message.text.slice(from, need.start)
    from = need.end
  }
  return text + message.text.slice(from)
}
