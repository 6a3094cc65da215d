/** Finds everything in a message that stands where a wanted thing stands, and weighs whether it is wanted, left out, or only spoken of. */
import { type Clause, has, type Message } from '../message.js'
import { clauseWants, type FoundLine, linesOfClause, withAmount } from './lines.js'

export interface Need extends FoundLine {
  /** Above 0 it is wanted; the higher the surer. */
  weight: number
  negated: boolean
}

const NEGATED_BEFORE = /(?:不要|别买|不用买|不用|不买|甭买|不需要|不缺|别带|没有|不是|别|除了|不想要|不吃|忌|过敏|without|no)\s?[的]?$/u
const NEGATED_BEHIND =
  /^(?:就|都|也|先|我|家|们|呢|嘛|,|\s)*(?:不要|别买|不用|不买|甭|不需要|不缺|有|还有|没开封|够|去掉|取消|退|免|删|划掉|算了|拉倒|不订|不带)/u
const CONDITION = /(?:没有|没|如果没有|要是没有|没有的话)[^,。]{0,6}(?:就|的话|换)$/u
const AD =
  /\d\s?(?:元|块|块钱|¥)?\s?\/\s?(?:斤|袋|盒|瓶|箱|桶|份|个|只|提|包|板|kg)|(?:到货通知|送货上门|私我|包邮|起送|加微信|扫码|https?:|www\.|价目|特价|促销|营业)/u
const PRICED =
  /(?:\d|[一二三四五六七八九十半])\s?(?:块|元|毛)[^的,。]{0,4}(?:一|1|\/)?(?:斤|袋|盒|瓶|箱|桶|个|根|只|板)|(?:一|1)(?:斤|袋|盒|瓶|箱|个|根)\s?\d|(?:斤|袋|盒|瓶|箱|桶|个|根|板)\s?\d+(?:\.\d+)?(?:块|元|$|[,。!?])|\d+\s?一(?:斤|袋|盒|瓶|箱|个)/u

export const isAd = (message: Message): boolean =>
  AD.test(message.text) || (message.amounts.filter((amount) => amount.kind === 'money').length >= 2 && !has(message.cues, 'want'))

/** Who only talks: recipes, dreams, the past, other people's offers. */
const talkWeight = (message: Message, clause: Clause, wants: boolean): number => {
  let weight = 0
  if (has(clause.cues, 'past') && !wants) weight -= 3
  if (has(clause.cues, 'others')) weight -= 3
  if (has(clause.cues, 'recipe') && !wants) weight -= 3
  if (has(message.cues, 'recipe') && !has(message.cues, 'want')) weight -= 2
  if (has(clause.cues, 'wishTalk')) weight -= 3
  if (PRICED.test(clause.text) && !wants) weight -= 4
  if (has(clause.cues, 'price') && !wants) weight -= 2
  return weight
}

const DIRECT =
  /(?:要|买|来|订|定|带|捎|整|需要|想要|拿|弄|搞|need|want|order|get(?: me)?|buy|求购|急需|给我|称|配|补|加)(?:点儿|点|些|一些|一点|个|几|the|some|a|:|\s)*$/u

const isDirect = (message: Message, line: FoundLine): boolean => DIRECT.test(message.text.slice(Math.max(0, line.start - 12), line.start))

export const readNeeds = (message: Message, ignore: (start: number) => boolean): Need[] => {
  const found: FoundLine[] = []
  const anyWant = has(message.cues, 'want') || has(message.cues, 'add')
  for (const [at, clause] of message.clauses.entries()) {
    const { lines, orphan } = linesOfClause(message, clause, at, ignore, anyWant || found.length > 0 || message.places.length > 0)
    const waiting = found.findLast((line) => line.at < at)
    if (
      orphan !== null &&
      lines.length === 0 &&
      waiting !== undefined &&
      waiting.qty === null &&
      orphan.kind !== 'bare' &&
      at - waiting.at <= 2
    ) {
      const joined = withAmount(waiting, [orphan], message)
      found[found.indexOf(waiting)] = { ...joined, end: Math.max(joined.end, message.tokens[orphan.to - 1]?.end ?? joined.end) }
    }
    found.push(...lines)
  }
  shareEach(found, message)
  const stated = found.filter((line) => line.qty !== null).length
  return found.map((line, index) => weigh(line, message, stated, found[index - 1], found[index + 1]))
}

/** 豆腐、豆芽、粉条各一斤: what stands before 各 without an amount shares it, back to the last stop. */
const shareEach = (lines: FoundLine[], message: Message): void => {
  for (const [index, line] of lines.entries()) {
    if (line.qty === null || !/各/u.test(message.text.slice(line.start, line.end))) continue
    for (let before = index - 1; before >= 0; before--) {
      const other = lines[before]
      if (other === undefined || other.qty !== null || other.clause.sentence !== line.clause.sentence) break
      lines[before] = { ...other, qty: line.qty, unit: line.unit }
    }
  }
}

const weigh = (line: FoundLine, message: Message, stated: number, before: FoundLine | undefined, after: FoundLine | undefined): Need => {
  const { clause } = line
  const wants = clauseWants(clause)
  const direct = isDirect(message, line)
  const front = message.text.slice(Math.max(0, line.start - 8), line.start)
  const limit = after !== undefined && after.clause === clause ? after.start : clause.end
  const behind = message.text.slice(line.end, Math.max(limit, line.end)).slice(0, 12)
  const next = message.clauses[line.at + 1]
  const negated =
    (NEGATED_BEFORE.test(front) && !CONDITION.test(front) && !/(?:没有|没)$/u.test(front)) ||
    (NEGATED_BEHIND.test(behind) && !/^(?:就)?(?:有|还有)(?:就|的话|吗|没|货)/u.test(behind)) ||
    (line.qty === null &&
      next !== undefined &&
      next.sentence === clause.sentence &&
      /^(?:就|先)?(?:不用|不要)(?:了|买了|带了)?$/u.test(next.text))
  let weight = 0
  if (line.qty !== null || line.unit !== null) weight += line.unit === null ? 2 : 3
  if (direct) weight += 2
  else if (wants) weight += 1
  if (line.good === null) weight -= 1
  if (stated >= 2) weight += 1
  if (before !== undefined && before.at === line.at - 1 && stated > 0) weight += 1
  if (message.places.length > 0) weight += 1
  if (isAd(message)) weight -= 6
  weight += talkWeight(message, clause, wants && (direct || line.qty !== null))
  if (has(clause.cues, 'have') && !has(clause.cues, 'want')) weight -= 3
  if (has(message.cues, 'announce') && stated === 0) weight -= 3
  return { ...line, weight, negated }
}
