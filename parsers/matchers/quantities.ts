/** Which of the amounts beside a thing is how much of it is wanted: the pack, not what is in it; no price, no dose. */

import { has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { codeAt, kindOf, LATIN, SignSet } from '../signs.js'
import type { Amount } from './amounts.js'
import type { Need } from './need.js'

/** How much an amount counts as the quantity: the pack, not what is in it; never a dose. */
const rank = ({ kind, descriptive, times }: Amount): number => {
  if (kind === 'dose') return 0
  if (descriptive || (kind === 'bare' && !times)) return 1
  if (kind === 'money') return 2
  if (kind === 'bare') return 5
  return kind === 'weight' || kind === 'volume' || kind === 'length' ? 3 : 6
}

export const better = (a: Amount | undefined, b: Amount): Amount => (a === undefined || rank(b) >= rank(a) ? b : a)

const isPrice = (amount: Amount, message: Message): boolean => {
  if (amount.kind !== 'money') return false
  const end = message.tokens[amount.to - 1]?.end ?? 0
  const start = message.tokens[amount.from]?.start ?? 0
  return (
    !/^(?:钱)?的|^ (?:worth )?of /u.test(message.text.slice(end, end + 10)) &&
    !isSum(amount, start, end, message) &&
    !isSumBefore(amount, message) &&
    !/(?:[买来整称割秤打切剁带捎拿弄搞订取配]|(?<![只才])要)\s?$/u.test(message.text.slice(Math.max(0, start - 3), start))
  )
}

/** 肉馅二十块钱: nothing but a thing and a round sum that buys it. */
const isSum = (amount: Amount, start: number, end: number, message: Message): boolean => {
  const clause = message.clauseAt(start)
  const good = previous(message.tokens, amount.from)
  return (
    amount.qty !== null &&
    amount.qty >= 5 &&
    amount.qty % 5 === 0 &&
    good?.good != null &&
    clause !== undefined &&
    clause.end >= end &&
    /^(?:\d{3}|[我想要买来带订帮给再]|麻烦|一下|点)*$/u.test(message.text.slice(clause.start, good.start)) &&
    good.end === start &&
    /^钱?(?:就)?(?:吧|呗|哈|行|好|成|够了?|可以吗?|行吗)?$/u.test(message.text.slice(end, clause.end))
  )
}

/** 20块钱肉馅, 二十块钱羊肉片 十块钱豆泡: nothing but a sum and what it buys. */
export const isSumBefore = (amount: Amount, message: Message): boolean => {
  const start = message.tokens[amount.from]?.start ?? 0
  const end = message.tokens[amount.to - 1]?.end ?? 0
  const clause = message.clauseAt(start)
  const good = message.tokens[amount.to]
  return (
    good !== undefined &&
    (good.good !== null || (good.kind === 'text' && hasSumBeside(amount, message))) &&
    good.start === end &&
    clause !== undefined &&
    clause.end >= end &&
    (clause.start === start || message.text[start - 1] === ' ') &&
    /^儿?(?:吧|呗|哈)?(?:$|\s)/u.test(message.text.slice(good.end, clause.end))
  )
}

/** 20块钱酱牛肉 10块钱素什锦: what nobody knows, beside what is bought for a sum. */
const hasSumBeside = (amount: Amount, message: Message): boolean =>
  message.amounts.length < MOST_SUMS &&
  message.amounts.some(
    (other) => other !== amount && other.kind === 'money' && message.tokens[other.to]?.good != null && isSumBefore(other, message),
  )
const MOST_SUMS = 12

/** 5.5一斤, 5块一斤, 10元/袋, 多少钱一斤: what a price is for. */
const isPricedBy = (amount: Amount, message: Message): boolean => {
  if (amount.qty !== 1 || amount.kind === 'money') return false
  const first = message.tokens[amount.from]
  const before = previous(message.tokens, amount.from)
  if (first === undefined || before === undefined || before.place !== null || before.end !== first.start) return false
  /** 250ml*24一箱: so many in it. */
  if (before.kind === 'number') return !before.chinese && message.tokens[amount.from - 2]?.mark !== 'times'
  if (has(before.cues, 'price')) return true
  const money = before.measure?.kind === 'money' || before.measure?.name === '块'
  return money && previous(message.tokens, amount.from - 1)?.kind === 'number'
}

/** 别超过10块, 低于5块: what it may cost. */
const isLimit = (amount: Amount, message: Message): boolean => {
  const start = message.tokens[amount.from]?.start ?? 0
  const end = message.tokens[amount.to - 1]?.end ?? 0
  return (
    /(?:卖|卖到|涨到|涨成|降到|标价|要价|超过?|低于|不到|高于|多于|最多|顶多|便宜|贵)\s?$/u.test(
      message.text.slice(Math.max(0, start - 4), start),
    ) || /^(?:以内|以下|之内|[\d一二三四五六七八九]?一|\/|每)/u.test(message.text.slice(end, end + 2))
  )
}

const NOT_BUT = pattern(() => /(?:不是|而非|并非|not|instead of)\s?$/u)

/** 要一提不要两提. */
const NOT_THE_OTHER = pattern(() => /(?:\d|[一二两三四五六七八九十半])[\u4e00-\u9fa5]{1,2},?(?:就)?不要\s?$/u)

/** 刚才说四斤说多了. */
const MISTAKEN_AMOUNT = pattern(() => /^(?:是)?(?:我)?(?:(?:说|写|报|打|订)(?:多|少|错)了|不对|错的|不算|作废)/u)

/** 不是 一板就行. */
const WILL_DO = pattern(() => /^就[行够好可]|^够了/u)

/** 是五斤不是三斤. */
const isDenied = (amount: Amount, message: Message): boolean => {
  const end = message.tokens[amount.to - 1]?.end ?? 0
  if (message.between(end, end + 5, MISTAKEN_AMOUNT)) return true
  if (message.between(end, end + 3, WILL_DO)) return false
  const start = message.tokens[amount.from]?.start ?? 0
  return message.between(Math.max(0, start - 12), start, NOT_BUT) || message.between(Math.max(0, start - 8), start, NOT_THE_OTHER)
}

/** 最后一片, 手里就两粒, 鸡蛋还有俩: what is left of the thing that was named before. */
const LEFT = pattern(
  () =>
    /(?:最后的?|(?:翻|找|搜|摸)(?:到|出|着)来?了?|[只就仅还光也]?剩(?:下|不到|了|余)?(?:小|大|个)?|只够|不到|(?<=[\u4e00-\u9fa5])还有|(?:手里|手头|家里?|[瓶盒罐袋]里|冰箱里?|药箱里?)(?:头)?(?:[只就仅还光也]{1,2}有?|有))\s?$/u,
)
/** 一滴都不剩了, one pen of insulin left. */
const NONE_LEFT = pattern(() => /^(?:(?:都|也)(?:不剩|没|冇|莫)|不剩|(?: of)?(?: [a-z]+){0,3} (?:left|remaining)(?! (?:at|on|in front)))/u)
const REACH_LEFT = 32
const SAID_OF_IT = new SignSet('呢了的没在够吃用剩多左啊呀哦都也就还不要先到能可')
const isLeft = (amount: Amount, message: Message): boolean => {
  const start = message.tokens[amount.from]?.start ?? 0
  const end = message.tokens[amount.to - 1]?.end ?? start
  if (message.between(end, end + REACH_LEFT, NONE_LEFT)) return true
  if (!message.between(Math.max(0, start - 6), start, LEFT)) return false
  const next = message.tokens[amount.to]
  /** 要排骨还有一斤莲偶: more is named behind it. */
  if (
    message.text.startsWith('还有', start - 2) &&
    next?.kind === 'text' &&
    next.start === end &&
    next.end - next.start > 1 &&
    !SAID_OF_IT.has(codeAt(message.text, next.start))
  )
    return false
  const behind =
    next?.kind === 'text' && message.text[next.start] === '的' && next.end === next.start + 1 ? message.tokens[amount.to + 1] : next
  return behind?.good == null
}

/** 顶一顶, 尝一尝: what is done once, not one of it. */
const isDone = (amount: Amount, message: Message): boolean => {
  const start = message.tokens[amount.from]?.start ?? 0
  const end = message.tokens[amount.to - 1]?.end ?? 0
  const chinese = message.tokens[amount.from]?.chinese === true
  if (chinese && amount.qty === 1 && start > 0 && BOWS.has(codeAt(message.text, start - 1))) return true
  return (
    chinese &&
    amount.qty === 1 &&
    end - start === 2 &&
    start > 1 &&
    message.text[start - 1] === message.text[end - 1] &&
    !HOLDS.has(codeAt(message.text, start - 1)) &&
    message.tokens[amount.from - 1]?.good == null &&
    !'大小中整'.includes(message.text[start - 2] ?? '·')
  )
}
/** 铁盒一盒, 相册本一本: what holds something is never done once. */
const HOLDS = new SignSet('盒瓶袋桶箱罐盆杯碗筐本')

/** 磕一个, 敬一个: a bow and no good. */
const BOWS = new SignSet('磕亲抱敬鞠赞')

/** A number without a measure is a quantity only where a stop, a word, or nothing follows. */
const endsBare = (code: number): boolean => code === 0 || (code >= 0x4e00 && code <= 0x9fa5) || kindOf(code) === LATIN || STOPS.has(code)
const STOPS = new SignSet(' \n,、。;:!?()')
const NO_QUANTITY = new SignSet('以要了档号码点月日年岁度楼层栋单室段级折倍分小时天次%轮例色瓦抽页格孔芯寸升到至')

/** 一家三口: how many live there. */
const isFamily = ({ unit, from }: Amount, { tokens, text }: Message): boolean =>
  unit === '口' && HOMES.has(codeAt(text, (tokens[from]?.start ?? 0) - 1))
/** 小两口, 老三口. */
const HOMES = new SignSet('家屋户小老')

/** 卫生纸10卷一提的，要两提; 12瓶一箱那种: how the pack is filled, and which pack. */
const isFilling = (amount: Amount, message: Message): boolean => {
  const { tokens } = message
  const next = tokens[amount.to]?.amount
  const before = tokens[amount.from - 2]?.amount
  const pair = next?.from === amount.to ? [amount, next] : before?.to === amount.from ? [before, amount] : []
  /** 一提六包那个: the pack first. */
  const [filling, pack] = pair[0]?.qty === 1 && pair[1]?.kind === 'pack' ? [pair[1], pair[0]] : pair
  if (filling === undefined || pack === undefined || pack.qty !== 1 || pack.kind !== 'pack' || (filling.qty ?? 0) < 2) return false
  const end = tokens[Math.max(pack.to, filling.to) - 1]?.end ?? 0
  return filling.unit !== pack.unit && filling.kind !== 'money' && message.between(end, end + 2, WHICH_PACK)
}
const WHICH_PACK = pattern(() => /^(?:装?的|那[种个])/u)

/** 炖一锅暖和暖和. */
const COOKS = new SignSet('炖煮熬煲烧炒蒸焖卤焯涮')
const isCooked = ({ unit, from }: Amount, { tokens, text }: Message): boolean =>
  unit === '锅' && COOKS.has(codeAt(text, (tokens[from]?.start ?? 0) - 1))

/** 裤子湿了一大片, 胳膊红了一块: how far it spreads. */
const SPREADS = pattern(() => /[湿红黑青紫肿烂麻焦糊脏]了$/u)
const PATCHES: ReadonlySet<string> = new Set([...'片块圈滩摊'])
const isPatch = ({ qty, unit, from }: Amount, message: Message): boolean => {
  const start = message.tokens[from]?.start ?? 0
  return qty === 1 && PATCHES.has(unit ?? '') && message.between(Math.max(0, start - 2), start, SPREADS)
}

export const usable = (amount: Amount, message: Message): boolean => {
  if (isCooked(amount, message) || isPatch(amount, message)) return false
  if (amount.qty === 0 || isFamily(amount, message) || isFilling(amount, message)) return false
  if (isDenied(amount, message) || isLeft(amount, message) || isDone(amount, message)) return false
  if (isPrice(amount, message) || isPricedBy(amount, message) || (amount.unit === '块' && isLimit(amount, message))) return false
  if (amount.kind !== 'bare' || amount.times) return true
  /** Since 2019: nobody orders so many. */
  if ((amount.qty ?? 0) >= TOO_MANY) return false
  /** 两支0.5的黑水笔: how thick it writes. */
  if (amount.qty !== null && !Number.isInteger(amount.qty) && message.text[message.tokens[amount.to - 1]?.end ?? 0] === '的') return false
  const first = message.tokens[amount.from]
  const last = message.tokens[amount.to - 1]
  if (
    first === undefined ||
    last === undefined ||
    (first.chinese && first.value !== 2 && !EACH_OF.test(message.text.slice(Math.max(0, first.start - 2), first.start)))
  )
    return false
  /** The little one is 39.2, butter ¥32, no vegetables 2 days: a fever, a price, a time. */
  if (((amount.qty ?? 0) * 2) % 1 !== 0 || CURRENCY.has(codeAt(message.text, first.start - 1))) return false
  if (message.between(last.end, last.end + REACH_TIME, OF_TIME)) return false
  /** Attempt #4, type 1 diabetic: a number of its kind. */
  if (message.text[first.start - 1] === '#' || message.between(Math.max(0, first.start - REACH_TYPE), first.start, TYPE)) return false
  const next = message.tokens[amount.to]
  if (next !== undefined && next.start === last.end && has(next.cues, 'price')) return false
  const price = next?.amount
  if (price && isPricedBy(price, message)) return false
  /** 2B铅笔: a grade. */
  if (next?.kind === 'text' && next.start === last.end && kindOf(codeAt(message.text, next.start)) === LATIN) return false
  const after = codeAt(message.text, last.end)
  return endsBare(after) && !NO_QUANTITY.has(after)
}

/** 各一, 各来一. */
const EACH_OF = /各[来要拿买]?$/u
const TOO_MANY = 1000
const REACH_TIME = 9
const CURRENCY = new SignSet('¥￥$€£')
const OF_TIME = pattern(() => /^ (?:days?|hours?|hrs?|weeks?|months?|years?|minutes?|degrees?|times|people|persons|adults|kids)(?![a-z])/u)
const REACH_TYPE = 6
const TYPE = pattern(() => /\b(?:type|size|level|grade|stage|day|week|part|phase|line|gate) $/u)

/** What English counts by the piece: 12 eggs. */
const COUNTED = new Set(['个', '斤', '棵', '根', '板', '只'])

/** 头孢0.25g: how strong it is. */
const isStrength = ({ unit, qty }: Amount): boolean => unit === '克' && qty !== null && qty < 2

/** Gives a thing its quantity: the best of these amounts, where one will do. */
export const measure = (line: Need, amounts: readonly Amount[], message: Message): void => {
  if (amounts.length === 0) return
  const medicine = line.good !== null && line.good.medicine !== ''
  const fit = medicine ? amounts.filter((amount) => amount.kind !== 'weight' && amount.kind !== 'volume') : amounts
  if (medicine && fit.length === 0 && amounts.every(isStrength)) return
  let chosen: Amount | undefined
  const enough = amounts.length > 1 ? fit.filter((amount) => !isTooFew(amount, message)) : fit
  for (const amount of enough.length > 0 ? enough : amounts) if (!isContentOf(amount, chosen, message)) chosen = better(chosen, amount)
  if (chosen?.unit === '份') chosen = weightBehind(chosen, line, amounts, message) ?? chosen
  if (chosen === undefined || chosen.kind === 'dose' || (chosen.descriptive && amounts.length > 1 && chosen.kind !== 'money')) return
  if (chosen.descriptive && isPackSize(chosen, message)) {
    line.sized = true
    return
  }
  const byPiece =
    chosen.unit === null && !chosen.times && COUNTED.has(line.good?.unit ?? '') && HAS_LATIN.test(message.text.slice(line.start, line.end))
  line.qty = chosen.unit === '毛' && chosen.qty !== null ? chosen.qty / 10 : chosen.qty
  line.amountAt = message.tokens[chosen.from]?.start ?? -1
  line.unit = chosen.kind === 'money' || isSumInPieces(chosen, line, amounts, message) ? '元' : byPiece ? '个' : chosen.unit
  /** Two heads of garlic. */
  if (line.unit === '棵' && line.good?.unit === '头') line.unit = '头'
  line.start = Math.min(line.start, message.tokens[chosen.from]?.start ?? line.start)
}

/** 20块钱猪肝，15块瘦肉: of what is sold by weight nobody wants so many pieces. */
const isSumInPieces = ({ unit, qty }: Amount, { good }: Need, amounts: readonly Amount[], message: Message): boolean =>
  unit === '块' && good?.unit === '斤' && (qty ?? 0) >= 5 && amounts.length === 1 && ((qty ?? 0) >= 15 || message.holdsMoney)

/** 猫粮，10斤装的: how large the pack is, not how many. */
const isPackSize = (amount: Amount, message: Message): boolean => message.text[message.tokens[amount.to - 1]?.end ?? 0] === '装'

const TOO_FEW = pattern(() => /^(?:也|都|肯定|怕|可能)?(?:不够|太少|太多|吃不了|用不了|吃不完|吃到(?:过年|明年|下))/u)
/** 来两板吧一板不够. */
const isTooFew = (amount: Amount, message: Message): boolean => {
  const end = message.tokens[amount.to - 1]?.end ?? 0
  return message.between(end, end + 6, TOO_FEW)
}

/** 鸡蛋一盒(30枚), 牛奶一箱24盒: what the pack holds. */
const isContentOf = (amount: Amount, pack: Amount | undefined, { tokens }: Message): boolean => {
  if (
    pack === undefined ||
    (pack.kind !== 'pack' && pack.unit !== '组') ||
    pack.descriptive ||
    (amount.kind !== 'count' && amount.kind !== 'pack')
  )
    return false
  const between = tokens[pack.to]
  /** 打印纸一包70克500张: so many sheets are never what is counted beside a pack. */
  return (
    amount.from === pack.to ||
    (amount.from === pack.to + 1 && between?.mark === 'open') ||
    (SHEETS.has(amount.unit ?? '') && (amount.qty ?? 0) >= MANY_SHEETS)
  )
}
const SHEETS: ReadonlySet<string> = new Set(['张', '片', '抽', '枚', '页'])
const MANY_SHEETS = 20

/** 一份排骨三斤: the share is of three pounds. */
const weightBehind = (share: Amount, line: Need, amounts: readonly Amount[], message: Message): Amount | undefined =>
  (message.tokens[share.from]?.start ?? 0) < line.named
    ? amounts.find((one) => one.kind === 'weight' && !one.descriptive && (message.tokens[one.from]?.start ?? 0) >= line.named)
    : undefined

const HAS_LATIN = /[a-z]/u
