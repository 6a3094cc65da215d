/** Finds everything that stands where a wanted thing stands, and weighs whether it is wanted, left out, or only spoken of. */
import { type Clause, has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { RAN_OUT } from '../words/wanting.js'
import type { Amount } from './amounts.js'
import { linesOfClause, measure } from './lines.js'
import type { Need } from './need.js'
import type { BySound } from './unknown.js'
import { scale } from './weigh.js'

export const readNeeds = (message: Message, bySound: BySound): Need[] => {
  const found: Need[] = []
  const anyWant = has(message.cues, 'want') || has(message.cues, 'add')
  const { clauses } = message
  for (let at = 0; at < clauses.length; at++) {
    const clause = clauses[at]
    if (clause === undefined) break
    const { lines, orphan } = linesOfClause(message, clause, at, bySound, anyWant || found.length > 0 || message.places.length > 0)
    const waiting = found[found.length - 1]
    if (orphan !== null && lines.length === 0 && waiting !== undefined) {
      const again = waiting.qty === null ? null : alsoForAnother(message, clause, waiting, orphan, at)
      const near = at - waiting.at <= (orphan.kind === 'money' ? 1 : 4)
      if (near && orphan.kind !== 'bare' && (waiting.qty === null || corrects(message, at))) {
        measure(waiting, [orphan], message)
        waiting.end = Math.max(waiting.end, message.tokens[orphan.to - 1]?.end ?? waiting.end)
      }
      if (again !== null) found.push(again)
    }
    const ranOut = message.says(RAN_OUT, clause) && !has(clause.cues, 'want') && !has(clause.cues, 'add')
    for (const line of lines) {
      if (ranOut) {
        line.qty = null
        line.unit = null
      }
      found.push(line)
    }
  }
  if (message.may(EACH)) shareEach(found, message)
  if (found.length === 0) return found
  let stated = 0
  for (const line of found) if (line.qty !== null && line.unit !== null) stated++
  const weigh = scale(message, stated)
  for (let index = 0; index < found.length; index++) {
    const need = found[index]
    if (need !== undefined) weigh(need, found[index - 1], found[index + 1])
  }
  return withoutTopics(followLists(conditions(found, message), message), message)
}

/** 帮对门201也带两棵: the same thing for another door. */
const alsoForAnother = (message: Message, clause: Clause, line: Need, amount: Amount, at: number): Need | null => {
  const place = message.places.find((one) => one.start >= clause.start && one.end <= clause.end)
  const start = message.tokens[amount.from]?.start ?? clause.start
  if (place === undefined || place.end > start || !/也|同样|一样/u.test(clause.text)) return null
  const end = message.tokens[amount.to - 1]?.end ?? clause.end
  return line.with({ qty: amount.qty, unit: amount.unit, start, end, named: end, clause, at })
}

/** 西红柿3斤，不对，要5斤: the last word counts. */
const corrects = (message: Message, at: number): boolean =>
  /^(?:不对|不是|错了|说错了?|更正|打错了?|哦不|应该是)/u.test(message.clauses[at]?.text ?? '') ||
  /^(?:哦|啊|呀)?(?:不对|不是|错了|说错了?|更正|打错了?|写错了?|哦不|no|sorry)/u.test(message.clauses[at - 1]?.text ?? '')

const EACH = pattern(/各|每样|每种|每个/u)

/** 豆腐、豆芽、粉条各一斤: what stands before 各 without an amount shares it, back to the last stop. */
const shareEach = (lines: readonly Need[], message: Message): void => {
  for (const [index, line] of lines.entries()) {
    if (line.qty === null || !message.says(EACH, message.text.slice(line.start, line.end))) continue
    for (let before = index - 1; before >= 0; before--) {
      const other = lines[before]
      if (other === undefined || other.qty !== null || other.clause.sentence !== line.clause.sentence) break
      other.qty = line.qty
      other.unit = line.unit
    }
  }
}

const LACKING = pattern(/(?:没有?|要是没)$/u)

/** 没有五花肉就换成后腿肉，二斤: the first is wanted, the second stands in for it; the quantity is that of both. */
const conditions = (needs: readonly Need[], message: Message): readonly Need[] => {
  if (needs.length < 2 || !message.may(LACKING)) return needs
  const kept: Need[] = []
  for (const [index, need] of needs.entries()) {
    const next = needs[index + 1]
    const front = message.text.slice(Math.max(0, need.start - 5), need.start)
    const between = next === undefined ? '' : message.text.slice(need.named, next.start)
    if (next === undefined || !message.says(LACKING, front) || !/^(?:的话|了|,|就|那)*(?:换成?|来|要|买|给)/u.test(between)) {
      kept.push(need)
      continue
    }
    needs = needs.filter((other) => other !== next)
    kept.push(
      need.with({
        qty: need.qty ?? next.qty,
        unit: need.unit ?? next.unit,
        weight: Math.max(need.weight, next.weight, 3),
        negated: false,
        ranOut: false,
      }),
    )
    return [...kept, ...conditions(needs.slice(index + 1), message)]
  }
  return kept
}

/** In a list whose other things are wanted a bare name is wanted too: insulin, rice · 来点葱姜蒜. */
const followLists = (needs: readonly Need[], message: Message): readonly Need[] => {
  if (needs.length < 2 || message.text.includes('?') || needs.every((need) => need.qty !== null)) return needs
  const forth: Need[] = []
  for (const [index, need] of needs.entries()) forth.push(followed(need, [forth[index - 1], needs[index + 1]], message))
  const back = [...forth]
  for (let index = back.length - 2; index >= 0; index--) {
    const need = back[index]
    if (need !== undefined) back[index] = followed(need, [back[index + 1]], message)
  }
  return back
}

const followed = (need: Need, beside: readonly (Need | undefined)[], message: Message): Need => {
  const wanted = beside.filter(
    (other) => other !== undefined && !other.negated && other.weight >= 2 && other.good !== null && Math.abs(other.at - need.at) <= 1,
  )
  if (wanted.length === 0 || need.good === null || need.qty !== null || need.negated || need.weight <= -2) return need
  const pure = need.clause.text.replace(/[\s的吧呢啊哦]/gu, '').length - (need.end - need.start) <= 2
  const behind = message.text.slice(need.end, Math.min(need.clause.end, need.end + 12))
  const listed =
    wanted.some((other) => other?.clause === need.clause) &&
    /^(?:$|[\s,、。和跟与及+/&]|and|[\u4e00-\u9fa5]{1,4}(?:[\s,、]|$))/u.test(behind) &&
    need.loose <= 2
  return pure || listed ? need.with({ weight: Math.max(need.weight, 2) }) : need
}

/** Whole aisles, named before what is wanted from them. */
const CATEGORIES = new Set(['水果', '蔬菜', '青菜', '零食', '日用品', '调料', '海鲜', '熟食', '菜'])

const DESCRIBED = pattern(/(?:的|的那种|的那个)$/u)
const isMedicines = (item: string): boolean => item.endsWith('药')

/** 蘑菇要榛蘑半斤: the kind named before its member, and 止疼药没了 before 布洛芬一盒, are no lines of their own. */
const withoutTopics = (needs: readonly Need[], message: Message): Need[] => {
  const specific = needs.findLastIndex((need) => need.qty !== null && need.good !== null && need.good.medicine !== '')
  return needs.filter((need, index) => {
    if (need.qty !== null) return true
    const before = needs[index - 1]
    const next = needs[index + 1]
    const describes = message.says(DESCRIBED, need.clause) && !/没|不/u.test(need.clause.text)
    if (describes && before?.at === need.at - 1 && need.clause.sentence === before.clause.sentence) return false
    if (
      next !== undefined &&
      next.clause === need.clause &&
      next.qty !== null &&
      /^(?:要|来|买|就要)$/u.test(message.text.slice(need.end, next.start))
    )
      return false
    if (CATEGORIES.has(need.item) && index < needs.length - 1) return false
    if (isMedicines(need.item) && next?.good?.medicine && next.at > need.at && /[点些]$/u.test(message.text.slice(0, need.start)))
      return false
    if (isMedicines(need.item) && next?.good?.medicine && next.start === need.end) return false
    const general = need.ranOut && need.good !== null && need.good.medicine !== '' && isMedicines(need.item)
    return !(general && specific > index)
  })
}
