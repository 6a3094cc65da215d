/** Life comes first: someone's life in danger now, a life-sustaining or exhausted medicine, the end of someone's strength. */

import { type Clause, has, type Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import { isNamedInFull } from '../tokens.js'
import type { Urgency } from '../types.js'
import { IDIOM, LESSON, OVER, PAST } from '../words/calm.js'
import { ACUTE, ACUTE_WEAK, ATTACK, BREATH, CALLS, SOMEONE, SWALLOWED, WISHED } from '../words/danger.js'
import { ABOUT_DISTRESS, DISTRESS, DISTRESS_JOKE, DISTRESS_WEAK, EARNEST, HELP_ASKED } from '../words/distress.js'
import { GRAVE } from '../words/heavy-heart.js'
import { ASKED, EXPLAINS, NOT_IN_A_HURRY, NOT_SETTLED, NOT_TO_BUY, PRESSING, RUN_OUT, SETTLED } from '../words/pressing.js'
import { DANGEROUS, MORE_PRESSING, OF_THE_BODY, OF_THE_HOUSE, PRESSING_THERE } from '../words/signs-of-danger.js'
import { ADVICE, HEARD, MINE_RAN_OUT, NEWS } from '../words/talk.js'
import { EXAMPLE, OF_OTHERS } from '../words/told.js'
import { isOver, isUnreal, plainly, without } from './calmed.js'
import { HEAVY_THEMES, heavyHeart } from './heavy-heart.js'
import type { Need } from './need.js'
import { stretches, touched, weightOf } from './scales.js'

export interface Alarm {
  kind: Urgency
  /** The words that raised it. */
  start: number
  end: number
  helpAsked: boolean
}

const spanOf = (found: RegExpExecArray): { start: number; end: number } => ({ start: found.index, end: found.index + found[0].length })

export const readAlarm = (message: Message, needs: readonly Need[]): Alarm | null =>
  (DANGERS.some((danger) => message.may(danger)) ? readDanger(message, needs) : null) ?? readMedicine(message, needs)

/** Signs that are weak one by one. */
const TOGETHER = [...OF_THE_BODY.map(({ words }) => words), OF_THE_HOUSE]

const DANGERS = [ACUTE, ACUTE_WEAK, ATTACK, DISTRESS, DISTRESS_WEAK, SWALLOWED, ...TOGETHER, ...HEAVY_THEMES]

/** What is breathed in or injected, though no catalogue knows it. */
const VITAL_NAME = /(?:吸入粉雾剂|吸入气雾剂|气雾剂|吸入剂|胰岛素)$/u
const isVital = (need: Need): boolean => (need.good === null ? VITAL_NAME.test(need.item) : need.good.lifeSustaining)
/** 胰岛素家里还有两支，不用买. */
const isDeclined = (need: Need): boolean => need.negated && need.good !== null && need.good.medicine !== ''
const isMedicine = (need: Need): boolean =>
  !need.negated && ((need.good !== null && need.good.medicine !== '') || (need.good === null && VITAL_NAME.test(need.item)))

/** 制氧机坏了，要氧气袋两个: what tides over is asked for by name. */
const MACHINE_FAILED = pattern(() => /(?:制氧机|吸氧[^,。]{0,4}机器?)[^,。]{0,4}(?:坏|停|不工作|不转|报警)/u)

const readDanger = (message: Message, needs: readonly Need[]): Alarm | null => {
  if (isUnreal(message)) return null
  /** Made when it is first asked: of most messages nothing more can be said. */
  let made: string | null = null
  const text = (): string => {
    made ??= plainly(message)
    return made
  }
  const says = (words: Pattern): boolean => message.may(words) && message.says(words, text())
  const find = (words: Pattern, blotted: Pattern | null = null): RegExpExecArray | null =>
    message.may(words) ? message.find(words, blotted === null ? text() : without(blotted, message, text())) : null
  // A candle is no order where a life burns down.
  const heart = (): string => without(IDIOM, message, message.text)
  const over = (): boolean => isOver(message, text())
  const alarm = (kind: Urgency, found: RegExpExecArray | null): Alarm | null =>
    found === null ? null : { kind, ...spanOf(found), helpAsked: says(HELP_ASKED) }

  const lasting = (): boolean => !says(ABOUT_DISTRESS) && !(says(PAST) && says(OVER))
  const told = find(DISTRESS)
  const distress = told !== null && lasting() ? told : null
  const acute = find(ACUTE, WISHED) ?? message.find(SWALLOWED) ?? (needs.some(isMedicine) ? null : find(ATTACK))
  if (acute !== null && !over()) {
    const tidedOver = needs.some((need) => isVital(need) && need.qty !== null && need.weight >= SURELY)
    if (tidedOver && message.says(MACHINE_FAILED) && find(ACUTE, MACHINE_FAILED) === null) return readMedicine(message, needs)
    const grief = says(CALLS) || !lasting() ? null : (distress ?? heavyHeart(message, heart, GRAVE))
    return grief !== null && find(ACUTE, BREATH) === null ? alarm('distress', grief) : alarm('emergency', acute)
  }
  if (distress !== null) return alarm('distress', distress)
  const heavy = message.may(DISTRESS_WEAK) && says(EARNEST) && lasting() ? find(DISTRESS_WEAK) : null
  if (heavy !== null && !message.says(DISTRESS_JOKE) && !over()) return readMedicine(message, needs) ?? alarm('distress', heavy)
  /** 给您添麻烦了，老爷子卧床，成人纸尿裤两包、护理垫一包: who counts out what to buy tells why. */
  const countsOut = needs.filter((need) => need.good !== null && need.qty !== null && need.weight > 2 && !need.negated).length > 1
  const weighed = heavyHeart(message, heart, countsOut ? GRAVE : undefined)
  if (weighed !== null && lasting())
    return (heavyHeart(message, heart, GRAVE) !== null ? null : readMedicine(message, needs)) ?? alarm('distress', weighed)
  const hinders = (): boolean => says(HINDERED) && needs.some((need) => need.qty !== null && need.weight > 1) && !says(CALLS)
  const weak = message.may(ACUTE_WEAK) && says(SOMEONE) && !hinders() ? find(ACUTE_WEAK) : null
  if (weak !== null && !over()) return readMedicine(message, needs) ?? alarm('emergency', weak)
  if (!TOGETHER.some((words) => message.may(words)) || over() || says(PAST)) return null
  const together = togetherIn(message, needs, without(WISHED, message, text()))
  if (together === null) return null
  return (together.sum < SEVERE ? readMedicine(message, needs) : null) ?? alarm('emergency', together.found)
}

/** 腿摔了下不了楼，帮买两袋米: why somebody else has to fetch it. */
const HINDERED = pattern(
  () =>
    /(?:腿|脚|腰|手|胳膊|膝盖)[^,。]{0,4}(?:摔|扭|崴|伤|疼|不好|不便|动不了)[^,。]{0,8}(?:下不[了去来]|出不[了去]|去不了|走不了|拿不了|不方便)/u,
)

/** Up to here what ails somebody is why a medicine that ran out is needed. */
const SEVERE = 7

/** Weak signs of different kinds that weigh enough together, and nothing that is counted out to be bought. */
const togetherIn = (message: Message, needs: readonly Need[], text: string): { found: RegExpExecArray | null; sum: number } | null => {
  if (needs.some((need) => need.qty !== null && need.weight > 1)) return null
  if (message.says(OF_THE_HOUSE, text) && message.says(PRESSING_THERE, text))
    return { found: message.find(OF_THE_HOUSE, text), sum: SEVERE }
  for (const part of stretches(message, text)) {
    const signs = touched(OF_THE_BODY, message, part)
    const [first] = signs
    if (first === undefined) continue
    const somebody = message.says(SOMEONE, part) || message.says(MYSELF, part) ? 1 : 0
    const sum = weightOf(signs) + weightOf(touched(MORE_PRESSING, message, part)) + somebody
    if (sum >= DANGEROUS) return { found: message.find(first.words, part), sum }
  }
  return null
}

const MYSELF = pattern(() => /我|俺|咱/u)

/** What is swallowed, sprayed or breathed, and no other thing that runs out. */
const SURELY_MEDICINE = pattern(
  () =>
    /diabetic|epilep|asthma|(?:one|two|three|last|\d) (?:dose|pill|tablet|shot|puff)s?|[\u4e00-\u9fa5](?:(?<![薯麦尿肉面刀名照鱼藕相贴纸碟钙轮锯膜铁钢磁瓦木瓷芯卡])片|胶囊|颗粒|(?<![鱼肉牛虾])丸|口服液)(?:又|都|快|也|就|只|已经?){0,2}(?:见底|没了|断|吃完|吃没|剩)|药(?!店|房)|(?:哮喘|气喘|喘病)[^。]{0,14}(?:喷|吸)|喷[^。]{0,20}(?:哮喘|气喘|喘病)|氧气|(?:打|扎|注射)的(?:那个|那种|那)?针|(?:糖尿病|降糖|抗凝|升白|促红)[^。]{0,6}针|透析液|腹透|含的|胰岛素|(?:散|冲|口服|滴|贴|栓|吸入|注射|利尿|制|抗凝|抑制|拮抗|激动|阻滞|气雾)剂|吸痰管|造口|营养液|鼻饲|胃管|导尿|尿管|尿袋|气切|针头|笔芯|胰岛素泵|储药器|雾化|球蛋白|凝血因子|八因子|白蛋白|激素|单抗|升白|止痛贴|吸氧|肾上腺素|(?:长效|短效|预混|餐时|基础)(?:的)?针|[天周月]打一针|救命的?[药针]|水剂|合剂|混悬|安定(?:片|[就只快都剩断没])|打的那种|长效的|速效|救心|降(?:糖|压|脂|钾|尿酸)的|抗(?:凝|癌|排[异斥]|癫痫|抑郁)的|(?:治|管|控制)(?:心[衰脏绞口]|癫痫|哮喘|帕金森|血[栓压糖]|甲[亢减]|肾|尿毒|癌|肿瘤|狼疮|抑郁|精神|躁|房颤)[^,。]{0,4}的(?=$|[,。药还就只快都也])|抗排[异斥](?=[药,。])|(?:打|扎)在?[^,。]{0,2}[肚腿臂][^,。]{0,4}[针笔]|含(?:在)?舌|(?:抽风|犯病|发病|发作|心慌)(?:时候?|的时候)?(?:吃|含|喷|打|用)的|(?:喷|吸|含|打|扎|注射)的(?:那个|那种|那|小)?药?(?:丸|片|瓶)?[^,。剂水液油漆胶]{0,4}(?:没|空|断|见底|剩|[喷打吸含]?完|喷不|打不|吸不)|因子/u,
)
/** 酒精没了: to clean and to bind with; nobody's life hangs on it. */
const DRESSINGS: ReadonlySet<string> = new Set(['device', 'first-aid'])
/** 钙片见底了，有空捎一瓶: nor on this, unless it presses. */
const HEALTH_FOOD = 'supplement'
const AWAITED = pattern(() => /(?:还没|没有?|未|迟迟|仲未|咋还|怎么还)[^,。]{0,4}(?:送|到|来|收|见)/u)

/** 昨晚断的: it was then, and is so now. */
const OUT_SINCE = pattern(
  () =>
    /(?:昨|前|今|上)(?:天|晚|日|早|儿|周|礼拜|星期|个?月)[^,。]{0,10}(?:断|[吃用打喷滴贴服]完|没了|没有了|没得|光了|尽|停|最后|空|没[打吃用换喷贴]上)/u,
)

/** Nobody needs it any more. */
const CURED = pattern(
  () => /(?:已经|都|全|早|总算|终于)(?:好|痊愈|康复|不烧|退烧|没事)了|好多了|(?:指标|血压|血糖)[^,。]{0,4}正常|不用(?:再)?吃了|病好了/u,
)

/** Nobody has to fetch it: it came, it is in the shop, or somebody explains it. */
const isSettled = (message: Message, ordered: boolean): boolean =>
  (!ordered && message.says(NOT_TO_BUY)) ||
  (!ordered && message.says(EXPLAINS) && !message.says(RUN_OUT)) ||
  message.says(LESSON) ||
  ((message.says(NEWS) || message.says(HEARD)) && !message.says(MINE_RAN_OUT)) ||
  message.says(GATHERS) ||
  message.says(EXAMPLE) ||
  (!ordered && message.says(OF_OTHERS)) ||
  (!ordered && message.says(ADVICE)) ||
  (!ordered && message.says(LAUGHS)) ||
  (!ordered && message.says(LONG_AGO) && !message.says(NOW_AGAIN)) ||
  message.says(AFTERWARDS) ||
  (!ordered && (message.says(SETTLED) || message.says(NOT_IN_A_HURRY)) && !message.says(NOT_SETTLED))

/** 去年那回我姥姥断了胰岛素: it was got in the end. */
const LONG_AGO = pattern(() => /(?:去年|前年|大前年|那年|当年|早些年|小时候|上学那会儿?)[^。]{0,20}(?:断|没了|吃完|用完|买不到|买不着|找)/u)
const NOW_AGAIN = pattern(() => /现在|今天|今晚|今早|眼下|又(?:断|没|剩|快)|(?:这回|这次|如今)[^,。]{0,6}(?:断|没|剩|快)|[能求帮要]/u)

/** 家里缺药的把药名发群里: whoever is meant has still to say so. */
const GATHERS = pattern(
  () =>
    /(?:吃|服|用|配)药的(?:住户|居民|邻居|家庭|老人|人)[^。]{0,8}(?:请|把|发|报|登记|联系)|药[^,。]{0,6}的(?:居民|住户|邻居|家庭)[^,。]{0,3}(?:请|把|发|报|登记|联系)|请(?!问)[^。]{0,8}(?:把|将)[^,。]{0,4}药(?:名|盒|单)[^。]{0,20}(?:发|报|拍|登记)|(?:缺|要|需要|少|差)[^,。]{1,6}的(?:住户|居民|邻居|家庭|人)?[^,。]{0,3}(?:请|把|发|私|报|登记|联系|找)/u,
)
const AFTERWARDS = pattern(
  () =>
    /后来[^,。]{0,8}(?:送|买|拿|配|找|寄)(?:来|到|着|去了|过去|上门)|最后(?:还是|是|才|好歹|社区|居委会?|他们|志愿者)[^,。]{0,12}(?:送|买|拿|配|找|寄|调|弄)(?:来|到|着|过去)(?:的|了)/u,
)
const LAUGHS = pattern(() => /哈哈|🤣|😂|笑死|解药|笑药|票房毒药/u)

/** 冰箱里只剩两个鸡蛋了: though no line is made of it. */
const namesOnlyOthers = ({ tokens }: Message, { from, to }: Clause): boolean => {
  const named = tokens.slice(from, to).filter(({ good }) => good !== null)
  return named.some(isNamedInFull) && named.every(({ good }) => good?.medicine === '')
}

/** 米没了来一袋，再要一盒感冒药: what ran out is named, and is no medicine. */
const isOfOtherThings = (message: Message, needs: readonly Need[]): boolean => {
  if (!message.may(RUN_OUT)) return false
  const others = new Set(needs.filter((need) => need.good?.medicine === '').map((need) => need.clause))
  for (const need of needs) if (need.good?.medicine !== '') others.delete(need.clause)
  const told = message.clauses.filter((clause) => message.says(RUN_OUT, clause))
  return (
    told.length > 0 &&
    told.every((clause) => (others.has(clause) || namesOnlyOthers(message, clause)) && !message.says(SURELY_MEDICINE, clause))
  )
}

/** 胰岛素冻坏了, 我妈的德巴金昨天就停了: what keeps somebody alive is gone though it did not run out. What came so is a complaint. */
const SPOILED = pattern(
  () =>
    /^(?:笔芯|喷雾|药|瓶|盒|全|都|也|又|刚|给|被|让|昨[天晚]|今[天早]|早就|不小心|已经|就|我|他|她|孩子|猫|狗)*(?:摔(?:碎|坏|了)|打碎|碎了|冻(?:坏|了|住)|化了|坏了|过期|失效|变质|丢了|弄丢|找不[到着]|不见了|停(?:药)?了|洒了|泡(?:水|了)|进水)/u,
)
const CAME = pattern(() => /送来|送的|收到|刚到的|你们(?:给|送|发)/u)
const isSpoiled = ({ named }: Need, message: Message): boolean => message.between(named, named + 14, SPOILED)

/** 没有阿司匹林了: its name stands within the words that tell it. */
const NONE = pattern(() => /(?:没有?|冇|莫得)$/u)
const LEFT_NOW = pattern(() => /^了(?=$|[,。!])/u)
const isNoneLeft = ({ start, named }: Need, message: Message): boolean =>
  message.between(Math.max(0, start - 2), start, NONE) && message.between(named, named + 2, LEFT_NOW)

/** 膏药也有: what is at home, and is not said to run out. */
const isKept = ({ inStock, clause }: Need, message: Message): boolean =>
  inStock && !message.says(OF_WHOM, clause) && !message.says(RUN_OUT, message.sentences[clause.sentence] ?? clause)
/** 谁家有美林: asked about. */
const OF_WHOM = pattern(() => /谁|哪家|哪位|哪个|有没有|有人|吗|\?/u)

/** So surely a medicine is ordered that a half box at home does not settle it. */
const SURELY = 3

export const readMedicine = (message: Message, needs: readonly Need[]): Alarm | null => {
  const medicines = needs.filter(isMedicine)
  const none = medicines.find((need) => isNoneLeft(need, message))
  if (!medicines.some(isVital) && none === undefined && !message.may(RUN_OUT) && !message.may(PRESSING)) return null
  /** Of most messages this tells all. */
  if (medicines.length === 0 && !message.says(SURELY_MEDICINE)) return null
  const ordered = medicines.some(
    (need) => isVital(need) && need.qty !== null && need.weight >= SURELY && !message.says(SETTLED, need.clause),
  )
  if (isSettled(message, ordered) || (medicines.length === 0 && needs.some(isDeclined))) return null
  const out = isOfOtherThings(message, needs) ? null : message.find(RUN_OUT)
  const spoiled = message.says(CAME) ? undefined : medicines.find((need) => isVital(need) && isSpoiled(need, message))
  const vital =
    spoiled ?? medicines.find((need) => isVital(need) && (need.weight > 0 || out !== null || message.says(ASKED) || message.says(AWAITED)))
  const past = has(message.cues, 'past') && !message.says(OUT_SINCE) && needs.every((need) => need.weight <= 0)
  if (
    past &&
    !(out !== null && message.says(ASKED)) &&
    !(vital !== undefined && (out !== null || spoiled !== undefined || message.says(AWAITED)))
  )
    return null
  if (vital !== undefined) return { kind: 'medicine', start: vital.start, end: vital.end, helpAsked: false }
  if (none !== undefined && none.weight > 0) return { kind: 'medicine', start: none.start, end: none.end, helpAsked: false }
  const pressing = message.find(PRESSING)
  if (medicines.length > 0 && medicines.every((need) => isKept(need, message))) return null
  const named = medicines.some(({ good }) => !DRESSINGS.has(good?.medicine ?? '') && (good?.medicine !== HEALTH_FOOD || pressing !== null))
  if ((named || message.says(SURELY_MEDICINE)) && (out !== null || (pressing !== null && named)) && !message.says(CURED)) {
    const found = out ?? pressing
    if (found !== null) return { kind: 'medicine', ...spanOf(found), helpAsked: false }
  }
  return null
}
