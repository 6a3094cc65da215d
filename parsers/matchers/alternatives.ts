/** One thing in place of another: stand-ins, second thoughts, a kind named before its member. */

import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import type { Amount } from './amounts.js'
import type { Need } from './need.js'

/** 排骨来两斤，要是没有就换成猪蹄: what stands in for the thing before is no line of its own. */
const ELSE = pattern(
  () =>
    /^[^,。没]{0,6},?(?:要是|如果|万一|实在|若是|若|假如)?(?:没有?|[没莫]得|冇|缺货|无货?|买不到|卖完)(?:了|货|卖)?,?(?:的话|就|那|换|则|请|以|用)(?:,|就|那|以|用)?(?:换成?|成|改成?|来|要|买|给我?|拿)?(?:点|个|些|一点)?$/u,
)

/** 葱还有吗，有就三根，没有来蒜. */
const NONE_THEN = pattern(() => /^,没有?(?:来|要|买|拿|给)(?:点|个|些)?$/u)
const IF_THERE_IS = pattern(() => /有(?:的话)?就/u)

/** 有茄子给我来三个，没有来点辣椒. */
const IF_THERE_FIRST = pattern(() => /^(?:要是|如果)?有$/u)

const LACKING = pattern(() => /(?:没有?|[没莫]得|冇|买不[到着]|缺(?=货))(?:了|货)?$/u)
/** 有就两斤，没有就花甲两斤: the second amount is that of the stand-in. */
const OR_ELSE_IT = pattern(() => /有(?:的话)?(?:就|来|要|买|给)[^。]{1,12},(?:没有?|[没莫]得|冇)(?:的话)?,?就(?:换成?|来|要|买|给)?$/u)
/** 就, 则 or a comma between what may be lacking and what stands in for it. */
const THEN = /^(?:的话|了|,|就|那|则)*(?:换成?|来|要|买|给|拿)?(?:点|个|些)?$/u

/** 没有五花肉就来后腿肉; 没有盐了，来瓶酱油 names a second thing. */
const INSTEAD =
  /^(?:(?:的话|了)?,?(?:那?就|那|随便)?换成?|(?:的话|了)?,?随便(?:来|要|买|给|拿)|(?:了,?(?:那?就|那)|(?:的话)?,?(?:那?就|那)?)(?:来|要|买|给|拿))(?:点|个|些|一点|上|[条只块把斤瓶袋盒][活鲜]?|[\d一二两三四五六七八九十半]{1,3}[\u4e00-\u9fa5])?\s?$/u

/** 透明皂也行: as good as what was named before. */
export const AS_GOOD = pattern(() => /^(?:的)?(?:亦可|亦行)|^(?:的)?也(?:行|中|可以|成(?!人)|凑合|能凑合|一样)/u)

/** 陈醋 and then 醋, 柴鸡蛋 and 鸡蛋: one of the two names is the other with a word in front, in one aisle. */
export const areKin = (one: Need, other: Need): boolean =>
  one.item === other.item ||
  (one.good !== null && one.good.category === other.good?.category && (one.item.endsWith(other.item) || other.item.endsWith(one.item)))

/** 没有五花肉就换成后腿肉，二斤: the first is wanted, the second stands in for it; the quantity is that of both. */
export const conditions = (needs: readonly Need[], message: Message): readonly Need[] => {
  if (needs.length < 2 || !(message.may(LACKING) || message.may(ELSE))) return needs
  const kept: Need[] = []
  for (const [index, need] of needs.entries()) {
    const next = needs[index + 1]
    const front = message.text.slice(Math.max(0, need.start - 5), need.start)
    const between = next === undefined ? '' : message.text.slice(need.named, next.start)
    const standIn = previous(needs, index)
    const since = standIn === undefined ? '' : message.text.slice(standIn.named, Math.min(need.start, standIn.named + 24))
    if (
      standIn !== undefined &&
      need.start > standIn.named &&
      ((need.at - standIn.at <= 1 && message.says(ELSE, since)) ||
        /** 想吃糍粑，有的话带两盒，没得就换成汤圆两盒. */
        (need.clause.start - standIn.end <= 1 &&
          (message.between(standIn.end, need.start, ELSE) ||
            (message.between(standIn.end, need.start, NONE_THEN) &&
              (message.between(standIn.named, standIn.end, IF_THERE_IS) ||
                message.between(standIn.clause.start, standIn.start, IF_THERE_FIRST))))) ||
        message.says(OR_ELSE_IT, since))
    ) {
      standIn.qty ??= need.qty
      standIn.unit ??= need.unit
      standIn.op = 'new'
      standIn.negated = false
      standIn.ranOut = false
      standIn.weight = Math.max(standIn.weight, 2)
      /** 地瓜三斤，地瓜没有就多拿土豆: wanted already. */
      const wanted = kept.find((other) => other !== standIn && other.item === standIn.item && other.qty !== null)
      if (wanted !== undefined) {
        wanted.op = 'new'
        kept.pop()
      }
      continue
    }
    if (standIn !== undefined && areKin(standIn, need) && message.says(LACKING, front) && kept.at(-1)?.item === standIn.item) {
      const first = kept.pop()
      if (first !== undefined)
        kept.push(first.with({ qty: first.qty ?? need.qty, unit: first.unit ?? need.unit, weight: Math.max(first.weight, 2) }))
      if (next === undefined || !(INSTEAD.test(between) || (need.qty === null && first?.qty != null && THEN.test(between)))) continue
      return [...kept, ...conditions(needs.slice(index + 2), message)]
    }
    const asGood = next !== undefined && /^(?:的话|了)?,?$/u.test(between) && message.between(next.named, next.named + 6, AS_GOOD)
    if (next === undefined || !message.says(LACKING, front) || (!asGood && !INSTEAD.test(between))) {
      kept.push(need)
      continue
    }
    needs = needs.filter((other) => other !== next)
    /** 要是没有老母鸡就换鲫鱼: it is wanted already. */
    if (kept.some((other) => other.item === need.item && other.qty !== null))
      return [...kept, ...conditions(needs.slice(index + 1), message)]
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

/** 来一斤韭菜，算了换成菠菜 and 豆腐一块，豆腐还是算了: what the same message takes back was never ordered. */
const SECOND_THOUGHT = pattern(
  () =>
    /^(?:哦|啊|呃|嗯|唉|诶)?(?:算了|还是|不对|不不|等等|等下|哎不|啊不|哦不|不行)(?:吧|,|\s)*(?:(?:太|好|有点)(?:贵|远|重|酸|甜|辣)了?[,\s]*)?(?:还是|我)?(?:换成?|改成?|改要|要|来|换)|^(?:哦|啊|呃|嗯|唉|诶|哎)?不对[^,。]{1,12},(?:换|改)成/u,
)

/** 一瓶醋，算了醋要两瓶. */
const RATHER = pattern(() => /^(?:哦|啊|呃|嗯|唉|诶)?(?:算了|还是|不对|不不|等等|等下|不行)/u)
/** 生抽，不对，老抽两瓶. */
const TAKEN_BACK = pattern(
  () =>
    /^(?:哦|啊|呃|嗯|诶|哎)?(?:不对|不是|错了|[说打写报]错了?|口误|呸|哈*(?:我)?开个?玩笑(?:的|啦|哈|呢)*)(?:不对)*$|^(?:哦|噢|啊|呃|诶|哎)(?:不|不不)$/u,
)
/** 我要一箱苹果，不，还是要橙子吧. */
const ONLY_NO = pattern(() => /^(?:哦|啊|呃|嗯|唉|诶|哎)?不(?:不|行|好)*$/u)
/** 茅台一瓶开玩笑的. */
const JOKED = pattern(() => /^(?:哈|,|是|我)*开个?玩笑/u)

/** 娃不吃胡萝卜，帮我换成南瓜. */
const DISLIKED = pattern(() => /不(?:能|爱|喜欢|想|敢|会)?(?:吃|喝|用)$/u)
export const IN_ITS_PLACE = pattern(() => /^(?:就|那|请|麻烦|[帮给替]我|都)*(?:换|改)(?:成|为|个|点)?/u)

/** 胡萝卜说错了，是白萝卜. */
export const MISTAKEN = pattern(() => /^(?:我|那个|,|\s)*(?:说|写|报|打|订|点)错(?:了|啦)?,?(?:应该)?是$/u)

/** 不是芹菜是香芹. */
const BUT_IS = pattern(() => /^,?(?:而)?是$/u)

/** 豆角一斤，算了太贵: the last that was named is taken back. */
const THE_OTHER_WAY = pattern(
  () =>
    /^(?:哎|唉|还是|那|那就)*算了(?:吧|吧,|,)?(?:[\u4e00-\u9fa5]{1,4}(?:太|好|有点)(?=贵))?(?:太|好|有点|也)?(?:贵|远|麻烦|重|不要|不买|别买|家里有|$)/u,
)
const isGivenUp = (needs: readonly Need[], index: number, message: Message): boolean => {
  const need = needs[index]
  const next = message.clauses[(need?.at ?? 0) + 1]
  return need !== undefined && next !== undefined && needs[index + 1]?.clause !== need.clause && message.says(THE_OTHER_WAY, next)
}

/** 黄瓜西红柿各3斤，哦西红柿要5斤. */
const REMEMBERS = pattern(() => /^(?:哦|噢|啊|诶|哎|呃|哦对|对了)(?!还|再|另|又)/u)

/** 挂面不要 换成米. */
const CHANGED_FOR = pattern(() => /(?:换|改)(?:成|为)?(?:个|点)?\s?$/u)

/** 嘉宝1段米粉两罐: the make, for which age, and the thing. */
const STAGE = pattern(() => /^(?:第)?[1-4一二三四]段$/u)

/** In one breath nobody comes back to more than so many things. */
const AS_FAR_BACK = 60

/** 要的是糯米，不是大米，三斤: which of two it is not, in a clause that says no more. */
const NOT_THIS = pattern(() => /^(?:可|并)?不是$/u)
const NO_MORE_SAID = /^[的啊哈呀哦噢]*$/u
export const isTheOther = ({ clause, start, named, at }: Need, before: Need | undefined, message: Message): boolean =>
  before !== undefined &&
  before.at < at &&
  before.at >= at - 2 &&
  !before.negated &&
  message.between(clause.start, start, NOT_THIS) &&
  NO_MORE_SAID.test(message.text.slice(named, clause.end))

/** 我家洋葱3个，我妈602洋葱不要: what another door does not want. */
const isOneDoor = (first: Need, need: Need, message: Message): boolean =>
  !message.places.some(({ room, start }) => room !== null && start > first.start && start < need.start)

export const settled = (needs: readonly Need[], message: Message): readonly Need[] => {
  if (needs.length < 2) return message.may(THE_OTHER_WAY) && isGivenUp(needs, 0, message) ? [] : needs
  const taken = new Set<Need>()
  if (message.may(THE_OTHER_WAY)) for (const [index, need] of needs.entries()) if (isGivenUp(needs, index, message)) taken.add(need)
  if (message.may(JOKED)) for (const need of needs) if (message.between(need.end, need.end + 8, JOKED)) taken.add(need)
  for (let index = 1; index < needs.length; index++) {
    const need = needs[index]
    const before = previous(needs, index)
    if (need === undefined || before === undefined) continue
    if (before.item !== need.item && (isMistaken(before, need, message) || isDisliked(before, need, message))) {
      before.negated = true
      need.op = 'add'
      need.weight = Math.max(need.weight, 2)
    } else if (
      before.qty === null &&
      need.qty !== null &&
      before.item.endsWith(need.item) &&
      message.between(before.named, need.start, STAGE)
    ) {
      taken.add(before)
      need.name(before)
    } else if (need.negated && (isMakeLeftOut(needs, index, message) || isPartLeftOut(needs, index, message))) {
      taken.add(need)
    } else if (need.negated) {
      const first = needs
        .slice(Math.max(0, index - AS_FAR_BACK), index)
        .find((other) => other.item === need.item && other.qty !== null && (!other.negated || other.clause === need.clause))
      if (
        first !== undefined &&
        first.weight >= 2 &&
        isOneDoor(first, need, message) &&
        needs
          .slice(Math.max(0, index - AS_FAR_BACK), index + AS_FAR_BACK)
          .some((other) => other !== first && other !== need && !other.negated)
      ) {
        taken.add(first)
        taken.add(need)
        const instead = needs[index + 1]
        if (instead !== undefined && message.between(need.end, instead.start, CHANGED_FOR)) instead.op = 'new'
      }
    } else if (
      before.item === need.item &&
      before.at === need.at - 1 &&
      before.qty !== null &&
      need.qty !== null &&
      message.says(REMEMBERS, need.clause)
    ) {
      taken.add(before)
      need.op = 'new'
    } else if (
      before.negated &&
      before.item !== need.item &&
      need.at - before.at <= 1 &&
      message.between(before.named, need.start, BUT_IS)
    ) {
      need.weight = Math.max(need.weight, 2)
    } else if (
      before.at === need.at - 2 &&
      (before.item !== need.item || (before.qty !== null && need.qty !== null)) &&
      !before.negated &&
      (message.says(TAKEN_BACK, previous(message.clauses, need.at) ?? need.clause) ||
        (message.says(ONLY_NO, previous(message.clauses, need.at) ?? need.clause) && message.says(SECOND_THOUGHT, need.clause)))
    ) {
      const instead = amountAhead(need, message)
      if (instead === undefined || instead.unit !== before.unit) {
        taken.add(before)
        need.op = 'new'
      } else before.qty = instead.qty
    } else if (
      before.at === need.at - 1 &&
      (before.item !== need.item || (before.qty !== null && need.qty !== null)) &&
      message.says(areKin(before, need) ? RATHER : SECOND_THOUGHT, need.clause)
    ) {
      taken.add(before)
      if (before.item.endsWith(need.item)) need.name(before)
      need.op = 'new'
    }
  }
  return taken.size === 0 ? needs : needs.filter((need) => !taken.has(need))
}

/** 牛腩两斤 不对 三斤 萝卜两根: the amount that a clause begins with, and that is not of what it names. */
const amountAhead = ({ clause, start }: Need, { amounts, tokens }: Message): Amount | undefined =>
  amounts.find(({ from, to }) => tokens[from]?.start === clause.start && (tokens[to - 1]?.end ?? start) < start)

const isMistaken = (before: Need, need: Need, message: Message): boolean =>
  !need.negated && message.between(before.named, need.start, MISTAKEN)
const isDisliked = (before: Need, need: Need, message: Message): boolean =>
  before.at === need.at - 1 &&
  before.qty === null &&
  message.between(Math.max(before.clause.start, before.start - 6), before.start, DISLIKED) &&
  message.says(IN_ITS_PLACE, need.clause)

/** 鸡一只，剁好，别要鸡头: how it is to be prepared. */
const A_PART = pattern(() => /^(?:头|皮|脖|屁股|骨|籽|叶子?|根|尾|血|鳞|筋|内脏|下水)(?![\u4e00-\u9fa5]{2}.?[一两二三\d])/u)
const isPartLeftOut = (needs: readonly Need[], index: number, message: Message): boolean => {
  const need = needs[index]
  return (
    need?.qty === null &&
    message.between(need.named, need.named + 5, A_PART) &&
    needs.slice(Math.max(0, index - AS_FAR_BACK), index).some((before) => before.item === need.item && before.qty !== null)
  )
}

/** 两箱啤酒不要纯生, 一箱牛奶要伊利的不要蒙牛的: which make of it is not wanted. */
const isMakeLeftOut = (needs: readonly Need[], index: number, message: Message): boolean => {
  const need = needs[index]
  return (
    need?.qty === null &&
    needs
      .slice(Math.max(0, index - 2), index)
      .some(
        (before) =>
          before.item === need.item &&
          before.clause === need.clause &&
          before.qty !== null &&
          !message.text.slice(before.start, before.end).includes(message.text.slice(need.start, need.named)),
      )
  )
}
