/** What a clause says of all that stands in it: whether it asks, changes, tells what ran out, or only talks. */
import type { Cue } from '../lexicon.js'
import { type Clause, has, type Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import type { Span } from '../types.js'
import {
  ELSEWHERE,
  EXERCISE,
  GOES_SO_FAR,
  HAD_OR_KEPT,
  HOMEWORK,
  IN_THE_POT,
  INVENTORY,
  LONGED_FOR,
  MISSED,
  PLAYED,
  SHORT,
  STOCKED_UP,
  WEIGHED,
} from '../words/at-home.js'
import { BROUGHT_BY_OTHERS } from '../words/from-elsewhere.js'
import { SLIP } from '../words/slips.js'
import {
  AD,
  ADVICE,
  DONE,
  GIVEN,
  HANDED_OUT,
  HEARD,
  MINE_RAN_OUT,
  NEWS,
  PERSONAL,
  PRICED,
  PUZZLE,
  RETORT,
  TAKEN_AT_PRICE,
} from '../words/talk.js'
import {
  DREAMT,
  DROPPED,
  FORWARDED,
  IF_I_WERE,
  IF_ONLY,
  OF_OTHERS,
  RECIPE_TOLD,
  WELL_TO_HAVE,
  WISHED_FOR,
  WRITTEN_AT_SCHOOL,
} from '../words/told.js'
import { RAN_OUT } from '../words/wanting.js'
import { isSumBefore } from './quantities.js'
import { CHANGES, DEADLINE, DREAMS, FEAST, LIKE_BEFORE, MONEY, PUT_OFF } from './weigh-words.js'

export const isAd = (message: Message, prices: Prices): boolean =>
  (message.says(AD) && !prices.taken) ||
  (message.amounts.filter((amount) => amount.kind === 'money' && !amount.descriptive && !isSumBefore(amount, message)).length >= 2 &&
    !has(message.cues, 'want') &&
    !has(message.cues, 'add'))

/** 苹果5元/斤，要3斤: a price that somebody agrees to. */
const takenAtPrice = (message: Message): boolean => (message.says(TAKEN_AT_PRICE) || message.says(PAID)) && !message.says(OFFERED)
/** 酱牛肉1斤68元，合计92，已转团长: each with its price, and paid. */
const PAID = pattern(() => /(?:已|钱|款|我)(?:经)?(?:转|付|支付)(?:给|了|过|款|账|团长)|转(?:给)?团长了/u)
const OFFERED = pattern(() => /私|包邮|(?<!一)起送|加微信|扫码|http|www|特价|促销|到货|出售|转让|二手|甩卖|闲置/u)

/** What a clause says of all that stands in it; asked once a clause. */
export interface Mood {
  wants: boolean
  ranOut: boolean
  changes: boolean
  /** Talk, whether or not the thing is directly asked for, and only where it is not. */
  talk: number
  idleTalk: number
}

/** 听说今天有草莓，给我来两盒: told before what is asked for. */
const isAhead = (message: Message, words: Pattern, sentence: Span, clause: Clause): boolean =>
  sentence.start + (message.find(words, message.text.slice(sentence.start, sentence.end))?.index ?? 0) < clause.start

/** 红糖一斤 棉签两包 拜托了 昨天刚出院, 山楂片 话梅 各两袋 孕妇嘴馋: what was, or is longed for, is told behind all that is counted out. */
const isBehindCounted = (message: Message, clause: Clause, cue: Cue, least: number): boolean => {
  let last = -1
  let told = -1
  let count = 0
  for (let index = clause.from; index < clause.to; index++) {
    const token = message.tokens[index]
    if (token?.amount) {
      last = token.start
      count++
    }
    if (told < 0 && has(token?.cues ?? 0, cue)) told = token?.start ?? -1
  }
  return count >= least && told > last
}

/** What is named in these is of another world, in whatever clause; in those of this world only until something is asked for. */
const OF_ANOTHER_WORLD = [DREAMT, WRITTEN_AT_SCHOOL, IF_I_WERE, IF_ONLY, WISHED_FOR, FORWARDED, RECIPE_TOLD]
const OF_THIS_WORLD = [DROPPED, OF_OTHERS, WELL_TO_HAVE]
/** What is counted here is at home, eaten or elsewhere, as long as the sentence asks for nothing; of the second row only up to the end of what is told. */
const COUNTED_ONLY = [INVENTORY, HOMEWORK, IN_THE_POT]
const TOLD_UP_TO = [EXERCISE, HAD_OR_KEPT]
/** These hold signs that ask. */
const WHATEVER_ELSE = [LONGED_FOR, ELSEWHERE]
export const countsOnly = (message: Message, sentence: Span = { start: 0, end: message.text.length }, from = 0): boolean =>
  WHATEVER_ELSE.some((words) => reaches(message, words, sentence, from)) ||
  (!message.says(WANTS_IT, sentence) &&
    (COUNTED_ONLY.some((words) => message.says(words, sentence)) ||
      TOLD_UP_TO.some((words) => reaches(message, words, sentence, from)) ||
      (message.says(WEIGHED, sentence) && !message.says(SHORT, sentence))))
/** 跳绳300个打卡完成，牛奶两箱: what is counted behind the last of it is another thing. */
const reaches = (message: Message, words: Pattern, { start, end }: Span, from: number): boolean => {
  const found = message.find(words, message.text.slice(start, end))
  return found !== null && (start + found.index + found[0].length > from || message.between(from, end, SKIPPED))
}
const SKIPPED = pattern(() => /^[^,。]{0,4}\d{2,}(?:个|下|次|组)/u)
const isCountedOnly = (message: Message, sentence: Span, clause: Clause): boolean =>
  (countsOnly(message, sentence, clause.start) || isOnlyMissed(message, sentence, clause)) && !message.says(ASKS_PLAINLY, clause)
/** 想念大排档，二十个肉串一瓶老雪, and not 小馄饨一包，葱油拌面一盒，想念楼下的早点摊, where it is told behind what is counted out. */
const isOnlyMissed = (message: Message, sentence: Span, clause: Clause): boolean =>
  message.says(MISSED, sentence) && !message.says(WANTS_IT, sentence) && !isCountedAlone(message, sentence, clause, MISSED)
const WANTS_IT = pattern(
  () =>
    /(?:我|俺|咱|家|还|再|想|需|快|,|:|^)(?:想|需|也|都)?要(?!是|不是|么|没|好)|要[用买订]|订(?!了|的)|来(?:点|些|(?:\d|[一二两三四五六七八九十半])+[份个串碗盘袋斤瓶包盒箱桶板提根把])|缺(?!了)|(?:不|没)够|买(?:点|些|两|一|[\d三四五六七八九十])|报(?:个|一下|名)|下单|登记|添点|补点|求|谢谢|拜托|辛苦|(?:^|[,。])(?:整|来|弄|带|捎|拿|称|割|打)(?=[\d一二两三四五六七八九十半点])|啥[也都]?没|空(?:了|空)|见底|告急|没了|快没|不多了|[吃用喝]完|断(?:了|货)/u,
)
/** 昨晚梦见饺子，给我带两袋速冻的: what is asked for in so many words is no part of what was told. */
const ASKS_PLAINLY = pattern(
  () => /(?<![塞送递硬发借匀非]|非要|硬要)(?:给|帮|替)(?:我|俺|咱)|麻烦|帮忙|帮[买订带捎]|劳驾|拜托|下单|请(?:帮|给|代)/u,
)
/** What is counted behind 冰箱塞满了, and asked for by nobody. */
const isAtHome = (message: Message, sentence: Span, clause: Clause): boolean =>
  clause.numbers > 0 &&
  message.says(STOCKED_UP, sentence) &&
  isAhead(message, STOCKED_UP, sentence, clause) &&
  !message.says(WANTS_IT, sentence)
/** 牛奶一箱，孩子一天能喝两袋: what is counted out beside it is wanted. */
const goesSoFar = (message: Message, sentence: Span, clause: Clause): boolean =>
  message.says(GOES_SO_FAR, clause)
    ? !message.says(WANTS_IT, clause) && !message.says(ASKS_PLAINLY, clause)
    : clause.numbers === 0 && message.says(GOES_SO_FAR, sentence) && !message.says(WANTS_IT, sentence)
/** 糖蒜的方子：蒜五斤。糖一斤: told on in the sentences behind, as long as nothing is asked for. */
const TOLD_ON = [RECIPE_TOLD, FORWARDED]
const isToldOn = (message: Message, clause: Clause): boolean =>
  !has(message.cues, 'want') &&
  !has(message.cues, 'add') &&
  TOLD_ON.some((words) => message.may(words) && (message.find(words)?.index ?? clause.start) < clause.start)
const isTold = (message: Message, sentence: Span, clause: Clause, wants: boolean): boolean =>
  (OF_ANOTHER_WORLD.some((words) => message.says(words, sentence)) ||
    isToldOn(message, clause) ||
    OF_THIS_WORLD.some((words) => message.says(words, sentence) && !(wants && isAhead(message, words, sentence, clause)))) &&
  !message.says(ASKS_PLAINLY, clause)

/** 鸡蛋昨天就吃光了: it is gone now. */
const OUT_SINCE = pattern(
  () =>
    /(?:昨|前|今)(?:天|晚|儿|日|夜)?(?:晚上?|早上?|夜里)?(?:就|已经|刚|都)*(?:吃|用|喝|烧|打)(?:完|光|没|净|尽)了?(?=$|[,。!])|(?:finished|ran out|used up|gone|out)(?: since)? (?:yesterday|last night|today|this morning)/u,
)
/** 排骨就莫买了上次的还没吃完: said of what is at home, beside what is wanted. */
const STILL_HAS = pattern(
  () => /(?:上次|上回|之前|前天|昨天)(?:买|订|送|拿)?的[^,。]{0,4}(?:还|都|也)+(?:(?:没|冇|未)(?:有)?(?:吃|用|喝|动|开)|够)/u,
)

/** 今早吃了最后一片: there is no more of it. */
const LAST_ONE = pattern(() => /最后(?:一|1|半|两)[片粒颗支针次顿包袋瓶盒勺口]/u)

/** 毛嗑二斤，看电视磕: what for. */
const WATCHES = pattern(() => /看(?:个|着)?(?:电视|电影|剧|球|春晚|直播)[^,。]{0,4}[吃嗑磕喝啃]/u)

/** What is known of the message as a whole, once it is asked. */
export class Prices {
  readonly #message: Message
  #taken: boolean | null = null

  constructor(message: Message) {
    this.#message = message
  }

  /** A price is agreed to. */
  get taken(): boolean {
    this.#taken ??= takenAtPrice(this.#message)
    return this.#taken
  }

  /** 五花肉38，排骨45，这价儿: numbers without a measure are what it costs. */
  get uncounted(): boolean {
    const { amounts, cues } = this.#message
    return has(cues, 'price') && amounts.length > 1 && amounts.every(({ kind }) => kind === 'bare')
  }
}

const LONGEST_LISTED = 10
/** What and how much, and no more, before what is told. */
const isCountedAlone = (message: Message, sentence: Span, clause: Clause, told: Pattern): boolean =>
  clause.numbers > 0 && clause.text.length <= LONGEST_LISTED && !isAhead(message, told, sentence, clause)
/** 东鹏特饮6罐 关起来人都胖了: and no price. */
const isListed = (message: Message, sentence: Span, clause: Clause, told: Pattern): boolean =>
  isCountedAlone(message, sentence, clause, told) && !message.says(MONEY, clause)

/** 硝酸甘油一瓶，家里得备着: what is counted out alone before it is asked for. */
const isAdvice = (message: Message, sentence: Span, clause: Clause): boolean =>
  message.says(ADVICE, sentence) && (message.says(ADVICE, clause) || !isCountedAlone(message, sentence, clause, ADVICE))

export const moodOf = (clause: Clause, message: Message, prices: Prices): Mood => {
  const sentence = message.sentences[clause.sentence] ?? clause
  const wants = has(clause.cues, 'want') || has(clause.cues, 'add')
  let talk = 0
  if (has(clause.cues, 'others')) talk -= 3
  if (has(sentence.cues, 'wishTalk') && !message.says(PUT_OFF, sentence))
    talk -=
      (has(clause.cues, 'want') || clause.numbers > 0) &&
      (!has(clause.cues, 'wishTalk') || isBehindCounted(message, clause, 'wishTalk', 1)) &&
      !message.says(DREAMS, sentence)
        ? 1
        : 4
  if (has(sentence.cues, 'price') && !wants && !prices.taken) {
    if (has(clause.cues, 'price')) talk -= 2
    else if (prices.uncounted) talk -= 4
  }
  if (message.says(FEAST, sentence)) talk -= 4
  if (message.says(HEARD, sentence) && !(wants && isAhead(message, HEARD, sentence, clause))) talk -= 4
  if (message.says(NEWS, sentence) && !message.says(MINE_RAN_OUT, clause))
    talk -= message.says(WATCHES, sentence) && isListed(message, sentence, clause, WATCHES) ? 1 : 4
  else if (message.says(HANDED_OUT, sentence)) talk -= 4
  if (message.says(PUZZLE, sentence) || message.says(RETORT, sentence) || isAdvice(message, sentence, clause)) talk -= 4
  if (isTold(message, sentence, clause, wants) || isCountedOnly(message, sentence, clause)) talk -= 7
  if (message.says(PLAYED, sentence)) talk -= 7
  if (isAtHome(message, sentence, clause) || goesSoFar(message, sentence, clause)) talk -= 7
  if (message.says(PERSONAL, clause)) talk -= 4
  else if (message.says(PERSONAL, sentence)) talk -= isListed(message, sentence, clause, PERSONAL) ? 1 : 3
  let idleTalk = 0
  const changes =
    (message.says(CHANGES, clause) && !/换季|换药|交换|转换|换鞋|换水|替换(?=头|装|芯|布|刀|棉)/u.test(clause.text)) ||
    message.says(SLIP, clause)
  if (
    has(clause.cues, 'past') &&
    !isBehindCounted(message, clause, 'past', 2) &&
    !changes &&
    !message.says(OUT_SINCE, clause) &&
    !message.says(STILL_HAS, clause) &&
    !message.says(LIKE_BEFORE, clause) &&
    !message.says(DEADLINE, clause)
  )
    idleTalk -= 4
  if (has(sentence.cues, 'others') && !has(clause.cues, 'others')) idleTalk -= 2
  if (message.says(GIVEN, clause) || message.says(BROUGHT_BY_OTHERS, clause)) idleTalk -= 4
  if ((clause.numbers > 1 || message.may(MONEY)) && message.says(PRICED, withoutBrackets(clause.text)) && !prices.taken) idleTalk -= 4
  if (clause.numbers > 0 && message.says(DONE, withoutBrackets(clause.text)) && !message.says(LAST_ONE, clause)) idleTalk -= 4
  return {
    wants,
    ranOut: message.says(RAN_OUT, clause) && !/没了(?:就|的话)/u.test(clause.text),
    changes,
    talk,
    idleTalk,
  }
}

/** 苹果（39.9元）1箱: the price stands aside. */
const withoutBrackets = (text: string): string => (text.includes('(') ? text.replace(/\([^()]{0,20}\)/gu, ' ') : text)
