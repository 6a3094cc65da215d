/** An amount in a clause that names nothing: it belongs to what was named before. */

import { MY_SHARE } from '../households.js'
import { type Clause, has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { SLIP } from '../words/slips.js'
import { DONE, GIVEN, PRICED } from '../words/talk.js'
import { DENIES_NEXT, IS_ENOUGH } from '../words/wanting.js'
import { isTheOther } from './alternatives.js'
import type { Amount } from './amounts.js'
import type { Need } from './need.js'
import { measure } from './quantities.js'
import { kindsEach, WHICH } from './sizes.js'
import { ENDS_NOT_SO_MUCH, IF_THERE } from './weigh-words.js'

/** 一样一份, 都要两斤: for all that was named without an amount. */
const FOR_ALL = pattern(() => /(?:各|每样|每种|每个|一样|都|均|分别)(?:要|来|买|订|给|带|是|整|拿)?\s?$/u)
/** 2 bottles each, for all that was named. */
export const EACH_IN_ENGLISH = pattern(() => /\beach\b|apiece/u)
/** Ice cream, 3 please. */
const SO_MANY_PLEASE = pattern(() => /^(?:\d{1,2}|one|two|three|four|five|six)(?: of (?:them|those|each))? ?(?:please|pls|plz)$/u)
/** 前两样: for the first of them. */
const FOR_FIRST = pattern(() => /(?:前|头)(?:面|边)?([两二三四五])(?:样|种|个)/u)
const COUNT: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }
/** 一袋不够: what is too little or too much is not what is wanted. */
const DENIED = pattern(() => /不够|太少|少了|太多|(?<![\d十百岁])多了|吃不了|用不了|不是|别(?:给|要|拿|送|来)/u)
/** 5斤鸡蛋说多了，3斤. */
const SAID_TOO_MUCH = pattern(
  () =>
    /(?:说|报|写|订|要|点|买)(?:多|少)了$|(?:手滑|手误|不小心)(?:写|点|报|打|填)(?:了|成)[^,。]{1,5}$|(?:说|报|写|订|点|填)成[^,。]{1,4}了?$/u,
)
/** 面条别送三斤了，送一斤半. */
export const NOT_SO_MANY = pattern(
  () =>
    /(?:别|不要|不用|甭)(?:再)?(?:送|来|拿|买|带|要|给)?(?:\d|[一二两三四五六七八九十半])+[\u4e00-\u9fa5]{1,2}(?:了|那么多了?)$|太多了?$/u,
)
/** 黄瓜3斤，写错了2斤; 鸡翅3斤，算了2斤吧. */
const MISWRITTEN = pattern(
  () =>
    /^(?:不对|哦|啊|哎呀?)*(?:写|说|打|报)错了,?(?:是|应该是|要)?$|^(?:哎|唉|嗯|还是|那)*(?:算了|改主意了?),?(?:还是|就|先|我)*(?:要|来|买|拿)?\s?$|^(?:后来)?(?:又|再|一)?(?:想了?想|琢磨了?|寻思了?|考虑)(?:一下|着)?,?(?:还是|就)(?:要|来|买|拿)?\s?$/u,
)
/** 四个苹果吧，算了凑个整，来十个. */
const SECOND_THOUGHT = pattern(() => /^(?:还是)?(?:算了|不对|改主意)/u)
/** 酸奶8杯有点多，改6杯. */
const CHANGED_TO = pattern(
  () =>
    /^(?:能不能|可不可以|能|可以|就|还是|先|那|给我|帮我)*(?:(?:改|换|变|调)(?:成|为|到)?|[减降](?:成|为|到))(?:\d|[一二两三四五六七八九十半])/u,
)
/** 三斤够了, 一共两袋: the last word on how much. */
const LAST_WORD = pattern(
  () =>
    /够了|就够|够$|够用|就行|就中|就成|就好|好了|就可以|得了$|^(?:一共|总共|合计|共|加起来|总计)|^[吧呗]就(?:要|来)?(?:\d|[一二两三四五六七八九十半])/u,
)
/** 米两袋不够，来三袋: in place of what was asked for. */
const TOO_LITTLE = pattern(() => /不够(?:吃|用|喝)?$|太(?:多|少)[了啦]?$|[吃用喝]不(?:[了完]|过来)$|(?:太|有点)?(?:少|多)[了啦](?:点)?$/u)
/** 西红柿少要点，2斤. */
const FEWER = pattern(() => /少(?:要|来|拿|送|买)[点些]$/u)
const TOO_MANY = pattern(() => /(?<![不好\d十百岁])多了$/u)
const NOT_ENOUGH = pattern(() => /不够$|少(?:写|报|说|登|要|订|打)?了$/u)
const TOTAL = pattern(() => /^(?:[^,。]{1,3}[日天])?(?:一共|总共|合计|共|加起来|总计)/u)
const LESS = pattern(() => /少(?:要|来|送|拿)|减/u)
/** 我妈冻坏过一支: what happened once. */
const ONCE = pattern(() => /(?<!不|超|通|经)过了?\s?$/u)
/** 我家2盒改成1盒: then so many are asked for, whenever the thing was named. */
const BECOMES = pattern(() => /改(?:[成为到做]|[送拿要来订](?=[\d一二两三四五六七八九十半]))|换成|变成|[减降加增]到|[减加]成|调成|→|->|=>/u)
const JOINT = pattern(() => /拼(?!音)|凑|合(?:买|订|着)|平分/u)
const NEAR = 4
/** 借到一支，够撑到周五，周五前麻烦来两支: what is asked for comes so many clauses behind what was had. */
const LATER = 3
/** 日用, 大号, 原味: at least so long is what says which. */
const KIND_SIGNS = 2
/** 其实一斤就够的: a clause that says no more than how much, in signs. */
const LONGEST_AMOUNT = 8

/** 非布司他吃光了，脚肿得套不进拖鞋，给我弄一盒: what is only worn is not what is asked for. */
const WORN = pattern(() => /(?:穿|套|踩|蹬|趿|塞)(?:不|得)?(?:进|上|了|下|住|着)(?:去)?$/u)

/** 能买着韭菜不，想包饺子，来两把: of what the dish is made of. */
const TO_COOK = pattern(
  () => /(?:想|打算|准备|琢磨|寻思|要|好)着?(?:包|炖|涮|煮|炒|烙|蒸|熬|煲|卤|腌|拌|烤|擀|摊|炸|做)(?:个|点|顿|回|锅|些)?$/u,
)

/** 酱油底朝天了，红烧肉都做不成，给捎一瓶: of what is lacking. */
export const CANNOT_COOK = pattern(
  () => /^(?:都|也|全)?(?:做|炒|炖|包|煮|烧|拌|蒸|烙|吃|喝)不(?:成|了|上|出)|^(?:都|也)?没法(?:做|炒|吃|弄)/u,
)

/** 要花生油不要豆油，一桶: of the one that is wanted. */
const waitingIn = (found: readonly Need[], message: Message): Need | undefined => {
  const last = found.at(-1)
  const before = previous(found, found.length - 1)
  if (last?.qty === null && before?.qty === null && message.between(last.clause.start, last.start, WORN)) return before
  if (last !== undefined && isTheOther(last, before, message)) return before
  if (last?.qty === null && before?.qty === null && message.between(last.named, last.named + 5, CANNOT_COOK)) return before
  if (last?.qty === null && before?.qty === null && last.at === before.at + 1 && message.between(last.clause.start, last.start, TO_COOK))
    return before
  return last?.qty === null &&
    before?.qty === null &&
    before.clause === last.clause &&
    message.between(before.named, last.start, DENIES_NEXT)
    ? before
    : last
}

/** 水龙头关不严，能来个师傅不: nobody of whom one is asked for is a thing. */
const SOMEBODY = pattern(
  () => /^(?:人(?!参)|师傅|电工|水工|水电工|维修|管道工|锁匠|志愿者|大夫|医生|护士|小伙|年轻人|明白人|会[修弄装通]的|懂)/u,
)

/** 盐我家可不缺，柜里摞着三袋呢. */
const HOARDED = pattern(
  () => /(?:柜|橱|冰箱|冰柜|阳台|墙角|屋|床底|地|桌|窖|箱)(?:子)?(?:里|上|下|头|面)*(?:还|都|正|也)?[^,。]{1,3}着(?:整整|足足)?$/u,
)

/** 还有他那个格列美脲，荞麦面三斤，药一盒: the one that was named, however far before. */
const ITS_MEDICINE = pattern(() => /^(?:那个?|这个?|他的?|她的?)?药(?:也|就|再)?(?:要|来|买|带|配|拿|开)?\s?$/u)

export const takeOrphan = (found: Need[], message: Message, clause: Clause, at: number, orphan: Amount): void => {
  const start = message.tokens[orphan.from]?.start ?? clause.start
  const lead = message.text.slice(clause.start, start)
  const medicine = message.says(ITS_MEDICINE, lead) ? found.findLast(({ good }) => good !== null && good.medicine !== '') : undefined
  if (medicine?.qty === null) {
    give(medicine, orphan, message, at)
    medicine.askedAt = at
    return
  }
  const waiting = waitingIn(found, message)
  if (
    waiting === undefined ||
    (orphan.kind === 'bare' &&
      !message.says(EACH_IN_ENGLISH, clause) &&
      !message.says(FOR_ALL, lead) &&
      !message.says(SO_MANY_PLEASE, clause)) ||
    ((orphan.kind === 'money' || orphan.unit === '块') &&
      orphan.unit !== waiting.unit &&
      (clause.numbers > 1 || has(clause.cues, 'past'))) ||
    message.between(message.tokens[orphan.to - 1]?.end ?? clause.end, clause.end, SOMEBODY) ||
    message.says(GIVEN, clause) ||
    message.says(DONE, clause) ||
    message.says(ONCE, lead) ||
    message.says(HOARDED, lead)
  )
    return
  const kinds = waiting.qty === null ? kindsEach(lead) : 1
  if (kinds > 1) {
    give(waiting, orphan, message, at)
    waiting.end = waiting.named
    for (let start = clause.start; start < clause.start + (kinds - 1) * KIND_SIGNS; start += KIND_SIGNS)
      found.push(waiting.with({ start, end: start + KIND_SIGNS }))
    return
  }
  const first = message.find(FOR_FIRST, clause.text)
  if (first !== null) {
    for (const need of found.slice(0, COUNT[first[1] ?? ''] ?? 0)) if (need.qty === null) give(need, orphan, message, at)
    return
  }
  if (message.says(FOR_ALL, lead) || message.says(EACH_IN_ENGLISH, clause)) {
    for (let index = found.length - 1; index >= 0 && found[index]?.qty === null; index--) {
      const need = found[index]
      if (need === undefined || message.between(need.named, need.named + 6, IS_ENOUGH)) break
      give(need, orphan, message, at)
    }
    return
  }
  if (at - waiting.at > (orphan.kind === 'money' ? 2 : NEAR)) return
  const before = previous(message.clauses, at)
  /** 炉甘石有吗，身上又起一片，要1瓶: what was asked for is more than what was told. */
  if (waiting.toldBehind && waiting.askedAt < 0 && has(clause.cues, 'want')) {
    give(waiting, orphan, message, at)
    return
  }
  /** 电池，5号的4节，7号的2节: one kind behind the other. */
  const kindBefore =
    at - waiting.at === 2 &&
    before !== undefined &&
    waiting.end > before.start &&
    message.says(WHICH, message.text.slice(before.start, message.tokens[waiting.amounts.at(-1)?.from ?? -1]?.start ?? before.start))
  if (waiting.qty !== null && (before === waiting.clause || kindBefore) && message.says(WHICH, lead)) {
    const end = message.tokens[orphan.to - 1]?.end ?? clause.end
    found.push(waiting.with({ qty: orphan.qty, unit: orphan.unit, start: clause.start, end, named: end, clause, at, amountAt: start }))
    return
  }
  if (waiting.qty !== null && orphan.unit === waiting.unit && before !== undefined) {
    const changed =
      (before === waiting.clause && message.says(MISWRITTEN, lead)) || (at - waiting.at === 2 && message.says(SECOND_THOUGHT, before))
    if (changed) {
      give(waiting, orphan, message, at)
      return
    }
  }
  const tooMuch =
    before !== undefined &&
    (message.says(SAID_TOO_MUCH, before) ||
      message.says(NOT_SO_MANY, before) ||
      message.says(ENDS_NOT_SO_MUCH, before) ||
      (message.says(TOO_MANY, before) && message.says(LESS, clause)))
  if (before === waiting.clause && tooMuch && clause.text.length <= LONGEST_AMOUNT) {
    give(waiting, orphan, message, at)
    if (message.says(LESS, clause)) waiting.askedAt = at
    else waiting.op = 'set'
    return
  }
  if (at - waiting.at <= 2 && waiting.qty !== null && !orphan.descriptive && message.says(CHANGED_TO, clause)) {
    give(waiting, orphan, message, at)
    waiting.op = 'set'
    return
  }
  if (before !== undefined && waiting.qty !== null && (has(clause.cues, 'want') || has(clause.cues, 'add'))) {
    if (at - waiting.at <= 2 && message.says(TOO_LITTLE, before)) {
      give(waiting, orphan, message, at)
      waiting.op = 'set'
      return
    }
    if (at - waiting.at <= LATER && (message.says(DONE, waiting.clause) || (before === waiting.clause && message.says(PRICED, before)))) {
      const { qty, unit } = orphan
      const end = message.tokens[orphan.to - 1]?.end ?? clause.end
      found.push(waiting.with({ qty, unit, start, end, named: end, clause, at, amountAt: start }))
      return
    }
  }
  /** 能不能拼一箱橙子，我要半箱. */
  if (waiting.qty !== null && before === waiting.clause && message.says(JOINT, before) && message.says(OWN, clause)) {
    give(waiting, orphan, message, at)
    return
  }
  if (before === waiting.clause && isCutToWeight(waiting, orphan, lead, clause, message)) {
    give(waiting, orphan, message, at)
    return
  }
  const again = waiting.qty === null || message.says(TOTAL, clause) ? null : forAnother(message, clause, waiting, orphan, at)
  if (again !== null) {
    /** 苹果五斤给501，三斤给502: each door has its own. */
    const hasDoor = message.placesIn(waiting.clause).some(({ room, start: place }) => room !== null && place >= waiting.named)
    const shares = again.splits && waiting.amounts.length > 0 && !hasDoor
    /** 两袋米，一袋给楼下202: the rest is the writer's. */
    if (shares && waiting.qty !== null && orphan.qty !== null && waiting.unit === orphan.unit && waiting.qty > orphan.qty) {
      waiting.qty -= orphan.qty
      waiting.isRest = true
    } else if (shares) found.pop()
    const rest = again.splits && waiting.isRest === false ? found.findIndex((need) => need.isRest && need.item === waiting.item) : -1
    const left = (found[rest]?.qty ?? 0) - (orphan.qty ?? 0)
    if (rest >= 0 && (left <= 0 || message.says(MY_SHARE, clause))) found.splice(rest, 1)
    else if (found[rest] !== undefined) found[rest].qty = left
    found.push(again.need)
  } else if (message.says(DENIED, clause) && !corrects(message, at)) return
  else if (waiting.qty === null || corrects(message, at) || isOnlyPack(waiting, orphan) || isSizeThenPack(waiting, orphan, message, at)) {
    const told = waiting.qty === null && before === waiting.clause
    const known =
      told &&
      ((message.says(TOO_LITTLE, before) && message.says(LAST_WORD, clause)) ||
        message.says(FEWER, before) ||
        (message.says(TOO_MANY, before) && has(clause.cues, 'want')))
    give(waiting, orphan, message, at)
    if (known) waiting.op = 'set'
    /** 鸡蛋不够，再给加10个. */
    if (before === waiting.clause && has(clause.cues, 'add') && message.says(NOT_ENOUGH, before)) waiting.op = 'add'
  } else if (!orphan.descriptive && message.says(LAST_WORD, clause)) {
    give(waiting, orphan, message, at)
    const last = previous(message.clauses, at) ?? clause
    if (
      message.says(TOTAL, clause) ||
      message.says(LESS, last) ||
      message.says(TOO_LITTLE, last) ||
      message.says(TOO_LITTLE, waiting.clause)
    )
      waiting.op = 'set'
  }
}

/** 五花给割一条，二斤半左右: of what is cut to weight, so much; a whole fish or hen stays one. */
const CUT_PIECES: ReadonlySet<string> = new Set([...'块条刀扇截段吊坨方'])
const CUT = pattern(() => /[割切砍剁斩劈]/u)
const ABOUT_AHEAD = /^(?:大概|大约|差不多|约|估计|要|有|个)*\s?$/u
const ABOUT_BEHIND = /^(?:左右|上下|来重|重|多一?点|多(?!一?点)|出头|以内|那么重|样子|吧|的|就[行好够中])*$/u
const isCutToWeight = ({ unit, good, clause: before }: Need, orphan: Amount, lead: string, clause: Clause, message: Message): boolean =>
  orphan.kind === 'weight' &&
  CUT_PIECES.has(unit ?? '') &&
  good !== null &&
  ((good.unit === '斤' && good.category === '肉类') || message.says(CUT, before)) &&
  ABOUT_AHEAD.test(lead) &&
  ABOUT_BEHIND.test(message.text.slice(message.tokens[orphan.to - 1]?.end ?? clause.end, clause.end))

/** 卫生巾，日用两包夜用一包: the amounts of a clause, where each has the kind that it is of before it; none where they are no such kinds. */
const amountsOfKinds = (message: Message, { start, from: first, to: last }: Clause): readonly Amount[] => {
  const found: Amount[] = []
  let from = start
  for (let index = first; index < last; index++) {
    const token = message.tokens[index]
    const amount = token?.amount
    if (token === undefined || amount == null) continue
    if (!message.between(from, token.start, WHICH)) return []
    from = message.tokens[amount.to - 1]?.end ?? token.end
    found.push(amount)
  }
  return found
}

/** 里脊一斤半，够炒俩菜就行: what it is enough for, and not how much. */
const SUFFICES_FOR = pattern(
  () =>
    /^(?:就|也|刚好|正好)?(?:能|够)(?:我们?|一家(?:人|子)?|[两三四五]口人?)?(?:炒|做|煮|包|蒸|炖|烧|烙|炸)(?:个|上)?(?:\d|[一二两三四五六七八九十半俩仨几])/u,
)

/** Of a clause that names nothing: its amounts one by one where each is of a kind, else the one that is its own. */
export const takeOrphans = (found: Need[], message: Message, clause: Clause, at: number, orphan: Amount): void => {
  if (message.says(SUFFICES_FOR, clause)) return
  const [first = orphan, ...others] = clause.numbers > 1 ? amountsOfKinds(message, clause) : []
  takeOrphan(found, message, clause, at, first)
  const kind = found.at(-1)
  if (kind === undefined || kind.qty !== first.qty) return
  for (const { qty, unit, from, to } of others) {
    const start = message.tokens[from]?.start ?? clause.start
    const end = message.tokens[to - 1]?.end ?? clause.end
    found.push(kind.with({ qty, unit, start, end, named: end, clause, at, amountAt: start }))
  }
}

/** 油，10斤装，一桶. */
const isOnlyPack = (need: Need, orphan: Amount): boolean =>
  !orphan.descriptive &&
  orphan.unit !== null &&
  need.amounts.length > 0 &&
  need.amounts.every((one) => one.descriptive || one.kind === 'dose' || (one.times && one.unit === null))

/** 五常大米，5kg，两袋: how large, and then how many, each in a clause of its own. */
const isSizeThenPack = (need: Need, orphan: Amount, message: Message, at: number): boolean => {
  const size = need.amounts.at(-1)
  return (
    size !== undefined &&
    need.amounts.slice(0, -1).every((one) => one.descriptive || one.kind === 'dose') &&
    at - need.at === 2 &&
    (size.kind === 'weight' || size.kind === 'volume') &&
    orphan.kind === 'pack' &&
    !orphan.descriptive &&
    isAllOf(message, at - 1, size) &&
    isAllOf(message, at, orphan)
  )
}
const isAllOf = ({ clauses, tokens }: Message, at: number, { from, to }: Amount): boolean => {
  const clause = clauses[at]
  return clause !== undefined && tokens[from]?.start === clause.start && tokens[to - 1]?.end === clause.end
}

const give = (need: Need, orphan: Amount, message: Message, at: number): void => {
  const { start } = need
  need.amounts.push(orphan)
  need.start = start
  const clause = message.clauses[at]
  const asks =
    clause !== undefined &&
    (has(clause.cues, 'want') || has(clause.cues, 'add') || message.says(BECOMES, clause) || message.says(IF_THERE, clause))
  need.toldBehind ||= need.qty === null && !asks
  measure(need, [orphan], message)
  if (asks) need.askedAt = at
  need.end = Math.max(need.end, message.tokens[orphan.to - 1]?.end ?? need.end)
}

/** 帮对门502订一箱牛奶，我家要两箱. */
const OWN = pattern(() => /^(?:我|俺|咱)(?:们)?(?:家|自己|也){0,2}(?:要|来|买|订|拿|再|就|\d|[一二两三四五六七八九十半])/u)
const FOR_OTHERS = pattern(() => /[她他]|让我|托我|给|帮|替|代|对门|楼上|楼下|隔壁|邻居|妈|爸|奶|爷|姥|老人/u)

/** 302的大妈托我说一声，豆腐她要一块: who is meant stands in the same clause, or in those before. */
const isForOthers = (line: Need, message: Message): boolean =>
  message.says(FOR_OTHERS, message.text.slice(message.clauses[Math.max(0, line.at - 2)]?.start ?? 0, line.clause.end))

/** 朋友13-2-401要2袋: the same thing for another door. 一袋给301，一袋给501: what was named is shared out. */
const forAnother = (message: Message, clause: Clause, line: Need, amount: Amount, at: number): { need: Need; splits: boolean } | null => {
  const place = message.places.find((one) => one.start >= clause.start && one.end <= clause.end)
  const start = message.tokens[amount.from]?.start ?? clause.start
  const end = message.tokens[amount.to - 1]?.end ?? clause.end
  if (place === undefined) {
    const mine =
      message.says(OWN, clause) && message.places.some((one) => one.room !== null && one.start < line.start) && isForOthers(line, message)
    if (message.says(MY_SHARE, clause))
      return { need: line.with({ qty: amount.qty, unit: amount.unit, start, end, named: end, clause, at, amountAt: start }), splits: true }
    return mine
      ? { need: line.with({ qty: amount.qty, unit: amount.unit, start, end, named: end, clause, at, amountAt: start }), splits: false }
      : null
  }
  const asides = message.text.slice(end, place.start).trim() === '('
  const splits = place.end > start && !asides
  if (splits && !/(?:给|送到?|归|是|送去)(?:我|俺|咱|他|她)?(?:们)?[^,。\d]{0,4}$/u.test(message.text.slice(end, place.start))) return null
  return { need: line.with({ qty: amount.qty, unit: amount.unit, start, end, named: end, clause, at, amountAt: start }), splits }
}

/** 鸡蛋写错了，是三板不是十三板. */
const WRITTEN_WRONG = pattern(() => /(?:写|说|报|打|订|填|记|登)错了?$/u)
/** 西红柿3斤，不对，要5斤: the last word counts. */
export const corrects = (message: Message, at: number): boolean =>
  /^(?:不对|不是|错了|说错了?|更正|打错了?|哦不|啊不|应该是|其实|sorry)/u.test(message.clauses[at]?.text ?? '') ||
  /^(?:哦|啊|呀|呃|嗯|噢|哎)?(?:不对|不是|不不|不$|错了|说错了?|更正|打错了?|写错了?|手滑|手误|口误|嘴瓢|不行$|其实$|no|sorry|等等|等下)/u.test(
    previous(message.clauses, at)?.text ?? '',
  ) ||
  message.says(WRITTEN_WRONG, previous(message.clauses, at)?.text ?? '') ||
  message.says(SLIP, previous(message.clauses, at)?.text ?? '') ||
  (at > 1 && message.says(IT_IS_SO, message.clauses[at]?.text ?? '') && message.says(OF_THE_HAND))
/** 唉呀手滑，刚才打的土豆50斤，是5斤. */
const IT_IS_SO = pattern(() => /^(?:应该|其实)?是\s?(?:\d|[一二两三四五六七八九十半])/u)
const OF_THE_HAND = pattern(() => /手[滑抖快误残]|[打写说报点输]错/u)
