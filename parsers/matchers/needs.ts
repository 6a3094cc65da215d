/** Finds everything that stands where a wanted thing stands, and weighs whether it is wanted, left out, or only spoken of. */
import { type Clause, has, type Message } from '../message.js'
import type { Amount } from './amounts.js'
import { type FoundLine, linesOfClause, withAmount } from './lines.js'
import type { BySound } from './unknown.js'

export interface Need extends FoundLine {
  /** From 2 on it is wanted; the higher the surer. */
  weight: number
  negated: boolean
  /** It ran out: that says that it is needed, not how much. */
  ranOut: boolean
}

export const NEWS = /听说|新闻|据说|网上说|看到说|电视|抖音|视频里|转发|小说|电影|剧里/u
const AD =
  /\d\s?(?:元|块|块钱|¥)?\s?\/\s?(?:斤|袋|盒|瓶|箱|桶|份|个|只|提|包|板|kg)|到货通知|送货上门|私我|私聊|私信我|以上送货|包邮|起送|加微信|扫码|https?:|www\.|价目|特价|促销|营业/u
const PRICED =
  /(?:\d|[一二两三四五六七八九十半])\s?(?:块|元|毛)[^的,。]{0,4}(?:一|1|\/)?(?:斤|袋|盒|瓶|箱|桶|个|根|只|板)|(?:一|1)(?:斤|袋|盒|瓶|箱|个|根)\s?\d+(?:\.\d+)?(?:块|元|$|[,。!?了])|[\u4e00-\u9fa5]\d+(?:\.\d+)?一(?:斤|袋|盒|瓶|箱|个|根)|\d\s?(?:斤|袋|盒|瓶|箱|桶|个|根|板)\s?\d+(?:\.\d+)?(?:块|元|$|[,。!?])/u
/** Given already, or thanked for. */
const GIVEN = /(?:发|送|给|寄|分)(?:了|来了)|感恩|感谢[^,。]{0,8}(?:送|发|给)/u
/** A neighbour gathers buyers; who joins writes a list of their own. */
const GROUP_BUY =
  /(?:谁|有人|有没有人|大家|一起|想)[^,。]{0,6}(?:拼单|拼团|团购|一起买|一起团)|斤起|件起|箱起|满\d+[\u4e00-\u9fa5]?(?:起送|成团)/u
const DIRECT =
  /(?:要|买|来|订|定|带|捎|整|需要|想要|拿|弄|搞|求购|急需|给我|称|配|补|加|添|换|割|需|缺|needs?|wants?|order|get(?: me)?|buy|bring|send|have)(?:点儿|点|些|一些|一点|个|几|the|some|a|me|:|\s)*$/u
const WANTED_BEHIND = /^(?:我|也|就|都|再|,)*(?:来|要|买|带|捎|整|订)(?:点|些|一点|上|\d|[一二三四五六七八九十两半]|个|几|$)/u
const RAN_OUT =
  /没(?:了|有了|啦|货?了|剩)|(?<!没)(?:吃|用|喝|喷|打|抽|烧)(?:完(?!电话|球|卡|饭)|没(?!有|人)|光|净)|快(?:没|吃完|用完|见底)|见底|不多了|断(?:了|顿|药|粮)|没[\u4e00-\u9fa5]{1,5}了|没[米面油盐菜药]下锅|就剩|只剩|剩最后|剩(?:一|1|半)[\u4e00-\u9fa5]|只够|不够(?:吃|用|喝)?了|空了|停了|ran out|run out|running low|out of|断[\u4e00-\u9fa5]{1,2}天/u
const NEGATED_BEFORE =
  /(?:不要|别买|不用买|不用|不买|甭买|不需要|别带|别要|不是|除了|不想要|忌|cancel|remove|drop|don't need|no|without|skip)\s?(?:the|my|any|[的那])?\s?$/u
const NEGATED_BEHIND =
  /^(?:就|都|也|先|呢|嘛|,|\s|的)*(?:不要|别买|不用|不买|甭|不需要|去掉|去了|取消|退(?:了|掉|吧)|免了|删|划掉|算了|拉倒|不订|不带|别带|不来了|唔要|勿要)/u
const HAVE_BEFORE =
  /(?:家里|家|冰箱里?|我这|我家)?(?:还有|有的是|还剩|剩(?:了)?|囤了?|存了?|有多的?|多了|有现成的?|不缺|不差|有)(?:很多|好多|点|些|不少|够|一些|半|几)?$/u
const HAVE_BEHIND =
  /^(?:我?家里?|,|\s|我|们|也|都|还|倒)*(?:还有|有呢|有的是|有了|够吃|够用|都有|不缺|家家|人人|没吃完|吃不完|没动|没开封|多|剩|管够|买好|囤)/u

/** An errand between two people, or what somebody does themselves: nothing for the office. */
const PERSONAL =
  /你现在在哪|回来(?:时|的时候|后|吃|给|,|。|$)|你(?:去|回|买|顺便|先|在哪|带|给咱)|回家|下班|放学|食堂|宿舍|自习|餐厅|我(?:去|过会|一会|待会|正在|在|已经|刚)(?:买|吃|喝|弄|做)|喝一杯|给你(?:买|带|做)|请你吃|记得(?:带|拿|买)|生日|祝|爱情|心灵|春风|走时|外卖/u

/** What an unknown word is counted with is a weak sign of goods: one PPT, four tickets. */
const COUNTS = /^(?:个|张|辆|条|只|套|份|次|段|滴|朵|根|把|片)?$/u

export const isAd = (message: Message): boolean =>
  AD.test(message.text) || (message.amounts.filter((amount) => amount.kind === 'money').length >= 2 && !has(message.cues, 'want'))

export const readNeeds = (message: Message, bySound: BySound): Need[] => {
  const found: FoundLine[] = []
  const anyWant = has(message.cues, 'want') || has(message.cues, 'add')
  for (const [at, clause] of message.clauses.entries()) {
    const { lines, orphan } = linesOfClause(message, clause, at, bySound, anyWant || found.length > 0 || message.places.length > 0)
    const last = found.findLastIndex((line) => line.at < at)
    const waiting = found[last]
    const near = waiting !== undefined && at - waiting.at <= (orphan?.kind === 'money' ? 1 : 4)
    if (
      orphan !== null &&
      lines.length === 0 &&
      waiting !== undefined &&
      near &&
      orphan.kind !== 'bare' &&
      (waiting.qty === null || corrects(message, at))
    ) {
      const joined = withAmount(waiting, [orphan], message)
      found[last] = { ...joined, end: Math.max(joined.end, message.tokens[orphan.to - 1]?.end ?? joined.end) }
    }
    const again =
      orphan === null || lines.length > 0 || waiting === undefined || waiting.qty === null
        ? null
        : alsoForAnother(message, clause, waiting, orphan, at)
    if (again !== null) found.push(again)
    const ranOut = RAN_OUT.test(clause.text) && !has(clause.cues, 'want')
    found.push(...(ranOut ? lines.map((line) => ({ ...line, qty: null, unit: null })) : lines))
  }
  shareEach(found, message)
  const stated = found.filter((line) => line.qty !== null && line.unit !== null).length
  const ad = isAd(message)
  const needs = found.map((line, index) => weigh(line, message, { stated, ad }, found[index - 1], found[index + 1]))
  return withoutTopics(followLists(conditions(needs, message), message), message)
}

/** 帮对门201也带两棵: the same thing for another door. */
const alsoForAnother = (message: Message, clause: Clause, line: FoundLine, amount: Amount, at: number): FoundLine | null => {
  const place = message.places.find((one) => one.start >= clause.start && one.end <= clause.end)
  const start = message.tokens[amount.from]?.start ?? clause.start
  if (place === undefined || place.end > start || !/也|同样|一样/u.test(clause.text)) return null
  const end = message.tokens[amount.to - 1]?.end ?? clause.end
  return { ...line, qty: amount.qty, unit: amount.unit, start, end, named: end, clause, at }
}

/** 西红柿3斤，不对，要5斤: the last word counts. */
const corrects = (message: Message, at: number): boolean =>
  /^(?:不对|不是|错了|说错了?|更正|打错了?|哦不|应该是)/u.test(message.clauses[at]?.text ?? '') ||
  /^(?:哦|啊|呀)?(?:不对|不是|错了|说错了?|更正|打错了?|写错了?|哦不|no|sorry)/u.test(message.clauses[at - 1]?.text ?? '')

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

/** Who only talks: recipes, dreams, the past, news, other people's offers. */
const talkWeight = (message: Message, line: FoundLine, direct: boolean, wants: boolean): number => {
  const { clause } = line
  const sentence = message.sentences[clause.sentence] ?? { text: '', cues: 0 }
  let weight = 0
  if (has(clause.cues, 'past') && !direct) weight -= 4
  if (has(clause.cues, 'others')) weight -= 3
  else if (has(sentence.cues, 'others') && !direct) weight -= 2
  if (GIVEN.test(clause.text) && !direct) weight -= 4
  if (GROUP_BUY.test(message.text)) weight -= 3
  if (/勺|匙/u.test(line.unit ?? '')) weight -= 4
  if (has(sentence.cues, 'recipe') && !direct) weight -= wants && line.qty !== null ? 1 : 3
  if (has(sentence.cues, 'wishTalk')) weight -= 4
  if (PRICED.test(clause.text) && !direct) weight -= 4
  if (has(clause.cues, 'price') && !wants) weight -= 2
  if (NEWS.test(sentence.text)) weight -= 4
  if (PERSONAL.test(clause.text)) weight -= 4
  else if (PERSONAL.test(sentence.text)) weight -= 2
  if (line.loose > 8 && !direct) weight -= line.loose > 16 ? 3 : 1
  return weight
}

const weigh = (
  line: FoundLine,
  message: Message,
  whole: { stated: number; ad: boolean },
  before: FoundLine | undefined,
  after: FoundLine | undefined,
): Need => {
  const { clause } = line
  const wants = has(clause.cues, 'want') || has(clause.cues, 'add')
  const front = message.text.slice(Math.max(clause.start, line.start - 12), line.start)
  const direct = DIRECT.test(front) || WANTED_BEHIND.test(message.text.slice(line.named, clause.end).slice(0, 8))
  const limit = after !== undefined && after.clause === clause ? after.start : clause.end
  const behind = message.text.slice(line.named, Math.max(limit, line.named)).slice(0, 12)
  const rest = message.text.slice(line.end, Math.max(limit, line.end)).slice(0, 12)
  const next = message.clauses[line.at + 1]
  const nextDrops =
    line.qty === null &&
    next !== undefined &&
    next.sentence === clause.sentence &&
    /^(?:就|先|都)?(?:不用|不要|别买|别带)(?:了|买了?|带了?)?$/u.test(next.text)
  const ranOut = RAN_OUT.test(clause.text) && !/没了(?:就|的话)/u.test(clause.text)
  const negated =
    (NEGATED_BEFORE.test(front) && !/(?:要)?不是?$/u.test(front)) || NEGATED_BEHIND.test(behind) || NEGATED_BEHIND.test(rest) || nextDrops
  const has_ =
    !ranOut &&
    !direct &&
    ((HAVE_BEFORE.test(front) && !/^(?:对了|另外|,|\s)*还有$/u.test(front)) ||
      HAVE_BEHIND.test(behind) ||
      HAVE_BEHIND.test(rest) ||
      (next !== undefined &&
        line.qty === null &&
        /^(?:家里)?(?:还有|有的是|够吃|不缺)/u.test(next.text) &&
        next.sentence === clause.sentence))
  let weight = 0
  if (line.qty !== null || line.unit !== null) weight += line.unit === null ? 2 : 3
  if (direct) weight += 2
  else if (wants) weight += 1
  if (ranOut && !negated) weight += 2
  if (/改成|改为|换成|变成|换|→|改到|加到|减到|change/u.test(clause.text) && !/换季|换药|交换/u.test(clause.text)) weight += 2
  if (line.good === null) weight -= COUNTS.test(line.unit ?? '') && whole.stated < 2 ? 3 : 1
  if (whole.stated >= 2) weight += 1
  if (before !== undefined && before.at === line.at - 1 && before.qty !== null && line.qty !== null) weight += 1
  if (message.places.length > 0) weight += 1
  if (whole.ad) weight -= 6
  if (has_) weight -= 5
  weight += talkWeight(message, line, direct, wants)
  if (has(message.cues, 'announce') && whole.stated === 0) weight -= 3
  return { ...line, weight, negated, ranOut }
}

/** 没有五花肉就换成后腿肉，二斤: the first is wanted, the second stands in for it; the quantity is that of both. */
const conditions = (needs: readonly Need[], message: Message): Need[] => {
  const kept: Need[] = []
  for (const [index, need] of needs.entries()) {
    const next = needs[index + 1]
    const front = message.text.slice(Math.max(0, need.start - 5), need.start)
    const between = next === undefined ? '' : message.text.slice(need.named, next.start)
    if (next === undefined || !/(?:没有?|要是没)$/u.test(front) || !/^(?:的话|了|,|就|那)*(?:换成?|来|要|买|给)/u.test(between)) {
      kept.push(need)
      continue
    }
    needs = needs.filter((other) => other !== next)
    kept.push({
      ...need,
      qty: need.qty ?? next.qty,
      unit: need.unit ?? next.unit,
      weight: Math.max(need.weight, next.weight, 3),
      negated: false,
      ranOut: false,
    })
    return [...kept, ...conditions(needs.slice(index + 1), message)]
  }
  return kept
}

/** In a list whose other things are wanted a bare name is wanted too: insulin, rice · 来点葱姜蒜. */
const followLists = (needs: readonly Need[], message: Message): Need[] => {
  if (message.text.includes('?')) return [...needs]
  const weighed: Need[] = []
  for (const [index, need] of needs.entries()) weighed.push(followed(need, [weighed[index - 1], needs[index + 1]], message))
  return weighed
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
  return pure || listed ? { ...need, weight: Math.max(need.weight, 2) } : need
}

/** 蘑菇要榛蘑半斤: the kind named before its member, and 止疼药没了 before 布洛芬一盒, are no lines of their own. */
const withoutTopics = (needs: readonly Need[], message: Message): Need[] => {
  const specific = needs.findLastIndex((need) => need.qty !== null && need.good !== null && need.good.medicine !== '')
  return needs.filter((need, index) => {
    if (need.qty !== null) return true
    const before = needs[index - 1]
    const next = needs[index + 1]
    const describes = /(?:的|的那种|的那个)$/u.test(need.clause.text) && !/没|不/u.test(need.clause.text)
    if (describes && before?.at === need.at - 1 && need.clause.sentence === before.clause.sentence) return false
    if (
      next !== undefined &&
      next.clause === need.clause &&
      next.qty !== null &&
      /^(?:要|来|买|就要)$/u.test(message.text.slice(need.end, next.start))
    )
      return false
    const general = need.ranOut && need.good !== null && need.good.medicine !== '' && /药$/u.test(need.item)
    return !(general && specific > index)
  })
}
