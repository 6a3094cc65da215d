/** Reads what stands in a clause as goods with their quantities, in whichever order: 大米10斤, 两袋面, 豆腐豆芽各一斤. */

import type { GoodFacts } from '../../config/catalogue-types.js'
import { type Clause, has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { codeAt, kindOf, LATIN } from '../signs.js'
import { isThing } from '../words/names.js'
import type { Amount } from './amounts.js'
import { Element, elementsOf, mayHoldLines } from './elements.js'
import { withoutFlavours } from './flavours.js'
import { heardMeasures } from './heard-measures.js'
import { heardAcross, heardInRow, heardWithLast, heardWithNext } from './heard-names.js'
import { cutBehind } from './how-cut.js'
import { namedInARow } from './in-a-row.js'
import { Need } from './need.js'
import { partsOfThings } from './parts.js'
import { better, measure, usable } from './quantities.js'
import { kindsEach, WHICH } from './sizes.js'
import { type BySound, soundingAhead, type Unknown, unknownBeside, unknownIn } from './unknown.js'

const nextIs = (kind: Element['kind'], elements: readonly Element[], index: number, message: Message): boolean => {
  for (let next = index + 1; next < index + 6; next++) {
    const element = elements[next]
    if (element === undefined) return false
    if (element.kind === kind) return true
    /** 两个3号电池: a number that is no quantity says which. */
    if (element.amount?.descriptive || (element.amount?.kind === 'bare' && !usable(element.amount, message))) continue
    if (element.kind === 'good' || element.kind === 'amount' || element.kind === 'divider') return false
  }
  return false
}

/** The first amount; not what only says which, 2L的可乐两瓶, unless that is all. */
const firstCounting = (elements: readonly Element[], message: Message): number => {
  const isUsable = ({ amount }: Element): boolean => amount !== undefined && usable(amount, message)
  const first = elements.findIndex(isUsable)
  if (elements[first]?.amount?.descriptive !== true || elements[first]?.amount?.kind === 'money') return first
  const counting = elements.findIndex((element) => isUsable(element) && element.amount?.descriptive === false)
  return counting < 0 ? first : counting
}

const NO_LINES: { lines: readonly Need[]; orphan: Amount | null } = { lines: [], orphan: null }

/** `before`: what was named last in a clause before. `orphan`: an amount whose good stands there. */
export const linesOfClause = (
  message: Message,
  clause: Clause,
  at: number,
  bySound: BySound,
  before: Need | undefined,
): { lines: readonly Need[]; orphan: Amount | null } => {
  if (!mayHoldLines(message, clause) && !message.says(SWAPPED_FOR, clause) && !mayAsk(message, clause)) return NO_LINES
  const measured = heardMeasures(elementsOf(message, clause), message, clause, bySound)
  const whole = partsOfThings(measured, message, bySound)
  const heard = heardAcross(heardWithLast(heardWithNext(whole, message, bySound), message, bySound), message, bySound)
  const named = before !== undefined
  const waits = before?.qty === null
  const elements = withoutFlavours(heard, message, named)
  const drafts: Need[] = []
  let waiting: Amount | undefined
  let orphan: Amount | null = null
  let each = false
  /** 卫生巾，日用夜用各两包: kinds of what was named before. */
  let ofKinds = false
  const firstGood = elements.findIndex((element) => element.kind === 'good')
  const firstAmount = firstCounting(elements, message)
  /** 粽叶一包糯米三斤: names come first, though nobody knows the first one. */
  const first = previous(elements, firstAmount)
  const isUnknownFirst =
    first?.kind === 'unknown' &&
    first.end - first.start >= 2 &&
    first.end === elements[firstAmount]?.start &&
    elements.at(-1)?.kind === 'amount'
  /** 垃圾带三卷 洗碗布两块: each amount touches what it counts, and a space divides. */
  const nameFirst =
    isUnknownFirst || (touchesOnlyBefore(elements, firstAmount) && firstAmount < firstGood && isCountedBehind(elements, firstGood))
  const amountFirst = firstAmount >= 0 && firstAmount < firstGood && !nameFirst && nextIs('good', elements, firstAmount, message)
  const begin = (item: string, good: GoodFacts | null, start: number, end: number, within: GoodFacts | null = null): void => {
    const draft = new Need(item, good, start, end, end, clause, at)
    draft.within = within
    drafts.push(draft)
  }

  for (let index = 0; index < elements.length; index++) {
    const element = elements[index]
    if (element === undefined) break
    const last = drafts.at(-1)
    if (element.kind === 'each') {
      each = true
      if (last !== undefined && kindsEach(message.text.slice(last.named, element.end)) > 1) continue
      ofKinds ||= last === undefined && named && kindsEach(message.text.slice(clause.start, element.end)) > 1
      if (ofKinds) continue
      for (const one of enumerated(elements, index))
        for (const { item, good, start, end } of unknownIn(one, message, bySound)) begin(item, good, start, end)
      drafts.sort((a, b) => a.start - b.start)
    }
    if (element.kind === 'good' && element.good !== undefined) {
      if (last !== undefined && (isFormOf(last, element.good, element.start) || isMakerOf(last, element, message, bySound))) {
        last.end = element.end
        last.named = element.end
      } else if (last !== undefined && isCompound(elements, index, message) && !eachHasItsOwn(last, elements, index))
        rename(last, element, element.good, message)
      else if (element.name === undefined) begin(element.good.name, element.good, element.start, element.end)
      else {
        const heard = bySound(element.name)
        if (heard === null) begin(element.name, null, element.start, element.end, element.good)
        else begin(heard.name, heard, element.start, element.end)
      }
      /** 三样都要两份 豆角 茄子 尖椒: of all that follow. */
      if (waiting !== undefined && message.between(clause.start, message.tokens[waiting.from]?.start ?? 0, OF_ALL)) {
        orphan = waiting
        waiting = undefined
      }
      const now = drafts.at(-1)
      /** 一板 挂面三把: the first is of what was named before. */
      if (
        waiting !== undefined &&
        named &&
        drafts.length === 1 &&
        isCountedBehind(elements, index) &&
        (elements[index - 1]?.end ?? 0) < element.start
      ) {
        orphan = waiting
        waiting = undefined
      }
      if (waiting !== undefined && now !== undefined) {
        now.amounts.push(waiting)
        now.start = Math.min(now.start, message.tokens[waiting.from]?.start ?? now.start)
        waiting = undefined
      }
      continue
    }
    const amount = element.kind === 'amount' ? element.amount : undefined
    if (amount === undefined || !usable(amount, message)) continue
    const ofSize = last === undefined ? -1 : anotherSize(last, element, message)
    if (last !== undefined && ofSize >= 0) {
      begin(last.item, last.good, ofSize, element.end, last.within)
      drafts.at(-1)?.amounts.push(amount)
      continue
    }
    each ||= last !== undefined && drafts.length > 1 && SHARED.test(message.text.slice(last.named, element.start))
    const open = each ? drafts.filter((draft) => draft.amounts.length === 0) : []
    const own = open.length > 0 || last === undefined ? null : ownName(last, elements, index, message, bySound)
    const kinds = last === undefined || last.amounts.length > 0 ? 1 : kindsEach(message.text.slice(last.named, element.start))
    if (last !== undefined && kinds > 1) {
      last.amounts.push(amount)
      for (let more = 1; more < kinds; more++) {
        begin(last.item, last.good, last.named, element.end, last.within)
        drafts.at(-1)?.amounts.push(amount)
      }
    } else if (open.length > 0) for (const draft of open) draft.amounts.push(amount)
    else if (
      own === null &&
      nextIs('good', elements, index, message) &&
      ((last === undefined && !nameFirst) ||
        amountFirst ||
        (last !== undefined &&
          (hasPack(last) || JOINS.test(message.text.slice(last.named, element.start)) || asksInstead(last, element, message)))) &&
      !(amount.descriptive && last !== undefined && !(amount.kind === 'money' && last.amounts.length > 0)) &&
      !isGlued(elements, index) &&
      !isOfUnknownBefore(elements, index, message) &&
      !(last?.amounts.length === 0 && last.named === element.start && touchesOnlyBefore(elements, index))
    ) {
      waiting = waiting === undefined ? amount : better(waiting, amount)
      continue
    } else {
      const may = amount.kind !== 'bare' || amount.times
      const unknown =
        own ??
        (may && !ofKinds && (last === undefined || last.amounts.length > 0)
          ? (unknownBeside(elements, index, message, bySound, last?.named ?? (named ? clause.start + 1 : 0)) ??
            (waits ? null : namedInARow(elements, index, message, clause, bySound)))
          : null)
      if (unknown !== null) {
        begin(unknown.item, unknown.good, unknown.start, unknown.end)
        const draft = drafts.at(-1)
        if (draft !== undefined) {
          draft.amounts.push(element.amount ?? amount)
          draft.heard = unknown.good !== null
          draft.implied = message.tokens[amount.from]?.kind === 'word'
        }
      } else if (last !== undefined && !(hasPack(last) && isOfAnother(elements, index, message))) last.amounts.push(amount)
      else if (last === undefined) orphan = better(orphan ?? undefined, amount)
    }
    const now = drafts.at(-1)
    if (now !== undefined) now.end = Math.max(now.end, element.end)
  }
  if (
    orphan !== null &&
    drafts.every((draft) => draft.amounts.length === 0) &&
    (isEach(message, clause, orphan) || message.between(clause.start, message.tokens[orphan.from]?.start ?? 0, OF_ALL))
  ) {
    for (const draft of drafts) draft.amounts.push(orphan)
  }
  const asked =
    drafts.length === 0 || message.says(AND_MORE_OF, clause) || elements.some(({ kind }) => kind === 'divider')
      ? askedFor(elements, drafts, message, clause, bySound)
      : NOBODY_KNOWS
  for (const { item, good, start, end } of asked) {
    begin(item, good, start, end)
    const draft = drafts.at(-1)
    if (draft !== undefined) draft.askedByName = true
  }
  const inRow =
    has(clause.cues, 'want') && drafts.length > 0 && asked.length === 0 ? heardInRow(elements, drafts, message, bySound) : NOBODY_KNOWS
  for (const { item, good, start, end } of inRow) begin(item, good, start, end)
  if (asked.length + inRow.length > 0) drafts.sort((a, b) => a.start - b.start)
  const swapped = message.may(SWAPPED_FOR) ? swappedFor(elements, message, clause, bySound) : null
  if (swapped !== null) {
    begin(swapped.item, swapped.good, swapped.start, swapped.end)
    const draft = drafts.at(-1)
    if (draft !== undefined) draft.standsIn = true
  }
  for (const draft of drafts) draft.end += cutBehind(message, draft.end, clause.end)
  if (drafts.length > 1) withoutMakers(drafts, message)
  if (drafts.length > 0) {
    const place = message.placesIn(clause).findLast((one) => one.end <= (drafts[0]?.start ?? 0))
    const loose = looseOf(elements, drafts, message.text, place?.end ?? 0)
    for (const draft of drafts) {
      draft.loose = loose
      measure(draft, draft.amounts, message)
    }
  }
  return { lines: drafts, orphan: waiting ?? orphan }
}

/** 金龙鱼5L的油来一桶: the maker, and how large, before the thing itself with its amount. */
const withoutMakers = (drafts: Need[], { text, tokens }: Message): void => {
  for (let index = drafts.length - 1; index > 0; index--) {
    const [maker, thing] = [drafts[index - 1], drafts[index]]
    if (maker === undefined || thing === undefined || thing.amounts.length === 0 || maker.amounts.length !== 1) continue
    if (thing.item !== maker.item && !(isCalledByMaker(maker, text) && thing.good?.category === maker.good?.category)) continue
    const [size] = maker.amounts
    const end = tokens[(size?.to ?? 0) - 1]?.end ?? 0
    if (size?.descriptive && (size.kind === 'weight' || size.kind === 'volume') && OF_IT.test(text.slice(end, thing.start)))
      drafts.splice(index - 1, 1)
  }
}
const OF_IT = /^装?的?$/u
/** Goods by what a medicine is made into. */
const FORMS_OF_MEDICINE: ReadonlySet<string> = new Set(['雾化液', '眼药水', '含片', '膏药', '药膏'])
/** 左氧氟沙星眼药水两支: one medicine. */
const isFormOf = ({ good, item, named, amounts }: Need, form: GoodFacts, start: number): boolean =>
  named === start &&
  FORMS_OF_MEDICINE.has(form.name) &&
  good !== null &&
  good.medicine !== '' &&
  !item.endsWith('药') &&
  amounts.length === 0

/** 洗衣粉雕牌2kg一袋, 大米 金龙鱼: whose it is, told behind its name, where the two turned round are a name of it. */
const isMakerOf = (last: Need, { start, end, good }: Element, { text }: Message, bySound: BySound): boolean =>
  last.good !== null &&
  last.amounts.length === 0 &&
  start - last.named <= 1 &&
  last.item !== good?.name &&
  !text.slice(start, end).includes(last.item) &&
  SIDE_BY_SIDE.test(text.slice(last.named, start)) &&
  bySound(`${text.slice(start, end)}${text.slice(last.start, last.named)}`)?.name === last.item
const SIDE_BY_SIDE = /^[ (]?$/u
/** 福临门 for the oil, 伊利 for the milk. */
const isCalledByMaker = ({ item, good, start, named }: Need, text: string): boolean => good !== null && text.slice(start, named) !== item

/** 咸鸭蛋一打 豆浆粉1袋: an amount that touches what stands before it, and not what follows. */
const touchesOnlyBefore = (elements: readonly Element[], index: number): boolean => {
  const [before, now, next] = [previous(elements, index), elements[index], elements[index + 1]]
  return now !== undefined && before?.end === now.start && next !== undefined && next.kind !== 'divider' && next.start > now.end
}
const isCountedBehind = (elements: readonly Element[], index: number): boolean => {
  const next = elements[index + 1]
  return next?.kind === 'amount' && next.start === elements[index]?.end
}

/** 馒头10个方瓜一个香油一瓶: in a row where each name stands before its amount, what nobody knows does too. */
const isOfUnknownBefore = (elements: readonly Element[], index: number, { text }: Message): boolean => {
  const [before, now] = [previous(elements, index), elements[index]]
  return (
    before?.kind === 'unknown' &&
    before.end === now?.start &&
    before.end - before.start >= 2 &&
    before.end - before.start <= LONGEST_BETWEEN &&
    isThing(text.slice(before.start, before.end)) &&
    previous(elements, index - 1)?.kind === 'amount' &&
    elements[0]?.kind === 'good' &&
    elements[1]?.kind === 'amount' &&
    elements.at(-1)?.kind === 'amount'
  )
}
const LONGEST_BETWEEN = 4

/** 帮我买鱼护, 要盐、醋、鱼护: what nobody knows, asked for by its name alone, or in a row with what is known. */
const ASKS_FOR = pattern(
  () =>
    /(?:(?:帮|给|麻烦|请)(?:我|忙|俺)?(?:买|带|捎|订|拿|配|弄)|(?:想|要|想要|需要)(?:买|订)|[买带捎来要弄整](?:点|些)|求购|急需|(?<!不)需要)(?:点|个|些|一下)?\s?$/u,
)
/** 买两斤鸡蛋再买点柴鱼片: beside what is known. */
const AND_MORE_OF = pattern(
  () =>
    /(?:再|还|另外|顺便)(?:给我|帮我)?(?:买|要|来|带|捎|拿|整|弄)[点些]?$|(?:再|还|另外|顺便)(?:给我|帮我)?(?:买|要|来|带|捎|拿|整|弄)[点些][\u4e00-\u9fa5]/u,
)
const ENDS_ASKED = /^(?:谢谢|多谢|麻烦了?|吧|呗|哈|啊|呀|可以吗|行吗|好吗|[、,]|$)/u
const LONGEST_ASKED = 6
const NOBODY_KNOWS: readonly Unknown[] = []
const askedFor = (
  elements: readonly Element[],
  drafts: readonly Need[],
  message: Message,
  clause: Clause,
  bySound: BySound,
): readonly Unknown[] => {
  if (!mayAsk(message, clause)) return NOBODY_KNOWS
  const found: Unknown[] = []
  for (const [index, element] of elements.entries()) {
    const long = element.end - element.start
    if (element.kind !== 'unknown' || long < 2) continue
    const before = previous(elements, index)
    const inRow = drafts.length > 0 && before?.kind === 'divider' && message.text[before.start] === '、' && isLast(elements, index)
    const asks = drafts.length === 0 ? ASKS_FOR : AND_MORE_OF
    const alone =
      (drafts.at(-1)?.end ?? 0) <= element.start &&
      message.between(Math.max(clause.start, element.start - 6), element.start, asks) &&
      ENDS_ASKED.test(message.text.slice(element.end, clause.end))
    if (long <= LONGEST_ASKED && (inRow || alone)) found.push(...unknownIn(element, message, bySound))
    /** 要奥美拉做肠溶胶囊: more is said behind the name. */
    const heard = long > LONGEST_ASKED && alone ? soundingAhead(element, message, bySound) : null
    if (heard !== null) found.push(heard)
  }
  return found
}
const isLast = (elements: readonly Element[], index: number): boolean => {
  const next = elements[index + 1]
  return next === undefined || next.kind === 'divider'
}
const mayAsk = (message: Message, clause: Clause): boolean =>
  has(clause.cues, 'want') && (message.may(ASKS_FOR) || clause.text.includes('、'))

/** 换成餐包: what nobody knows stands in for what was named, though no amount is said. */
const SWAPPED_FOR = pattern(() => /(?:换|改)(?:成|为)(?:那个|那种|点|些)?/u)
/** 换成无糖的: another of its kind. */
const A_QUALITY = /的[吧哈啊]?$/u
const LONGEST_SWAPPED = 6
const swappedFor = (elements: readonly Element[], message: Message, clause: Clause, bySound: BySound): Unknown | null => {
  const found = message.find(SWAPPED_FOR, clause.text)
  const last = elements.at(-1)
  if (found === null || last?.kind !== 'unknown' || A_QUALITY.test(clause.text)) return null
  const start = clause.start + found.index + found[0].length
  if (last.start > start || last.end - start > LONGEST_SWAPPED) return null
  return unknownIn(new Element('unknown', start, last.end), message, bySound)[0] ?? null
}

/** 一样一袋：盐、糖、淀粉: what stands before is of all of them. */
const OF_ALL = pattern(() => /[两三四五六几]样(?:东西)?(?:都|每样|各)(?:要|来|买|订)?$/u)
const EACH_OF = pattern(() => /(?:各|每样|每种|一样)(?:要|来|买|订)?$/u)
const isEach = (message: Message, clause: Clause, amount: Amount): boolean =>
  message.between(clause.start, message.tokens[amount.from]?.start ?? clause.start, EACH_OF)

/** 牛肉饺子: the last name is the thing, the first says which. */
const rename = (need: Need, { end, name }: Element, good: GoodFacts, message: Message): void => {
  /** 速效胰岛素笔芯: what keeps somebody alive is never another thing. */
  if (need.good?.lifeSustaining && good.medicine === '') {
    need.end = end
    need.named = end
    return
  }
  if (name === undefined) {
    need.spec = need.item
    need.item = good.name
    need.good = good
  } else {
    need.item = message.text.slice(need.start, end)
    need.good = null
    need.within = good
  }
  need.end = end
  need.named = end
}

/** 鸡蛋和鸭蛋都要三十个. */
const SHARED = /^\s?(?:,)?(?:都|各|均|每样|每种|一样|全都?)(?:各|先)?(?:要|来|买|订|给|带|是|整|拿|弄|开|配|备)?(?:我|上)?\s?$/u

/** Unknown words between dividers, before the word that shares one amount among all: 胶水、鸡蛋、蛤士蟆油各一份. */
const enumerated = (elements: readonly Element[], each: number): Element[] => {
  const found: Element[] = []
  for (let index = each; index >= 0 && elements[index]?.kind !== 'amount'; index--) {
    const element = elements[index]
    const behind = elements[index + 1]
    if (element === undefined) break
    if (
      element.kind === 'each' ||
      (element.kind === 'unknown' && (behind?.kind === 'divider' || behind?.kind === 'each' || behind?.start !== element.end))
    )
      found.push(element)
  }
  return found
}

/** 不要土豆要五斤白菜: the amount is of what is wanted in its place. */
const asksInstead = (last: Need, amount: Element, message: Message): boolean =>
  message.between(Math.max(0, last.start - 2), last.start, LEFT_OUT) && message.between(last.named, amount.start, INSTEAD)
const LEFT_OUT = pattern(() => /(?:不要|别要|不是)$/u)
const INSTEAD = pattern(() => /^(?:了)?(?:要|来|买)$/u)

const JOINS = /and|再|和|还|另|换|改|&/u
const hasPack = (draft: Need): boolean =>
  draft.amounts.some((one) => !one.descriptive && (one.kind === 'pack' || one.kind === 'count' || one.kind === 'weight'))

/** 白菜两颗 芜菁三个 茄子两根: where names come first, one that nobody knows has the amount that touches it. */
const ownName = (last: Need, elements: readonly Element[], index: number, message: Message, bySound: BySound): Unknown | null => {
  const [before, now, next] = [elements[index - 1], elements[index], elements[index + 1]]
  if (before?.kind !== 'unknown' || now?.amount === undefined || before.end !== now.start || before.end - before.start < 2) return null
  if (last.amounts.length === 0 || last.end === last.named || next === undefined || next.start === now.end) return null
  return now.amount.kind === 'bare' && !now.amount.times ? null : unknownBeside(elements, index, message, bySound)
}

/** 对联一副 红包一沓: words of another thing stand between, though nobody knows it. */
const isOfAnother = (elements: readonly Element[], index: number, message: Message): boolean => {
  const before = message.tokens[(elements[index]?.amount?.from ?? 0) - 1]
  if (before?.noise === true && before.end === elements[index]?.start) return true
  for (let at = index - 1; at >= 0 && elements[at]?.kind !== 'amount'; at--) {
    const element = elements[at]
    if (element?.kind === 'unknown' && element.end - element.start >= 2 && isThing(message.text.slice(element.start, element.end)))
      return true
  }
  return false
}

/** Where the size begins of which the second amount is in 大号2卷小号1卷, -1 where none is said. */
const anotherSize = (draft: Need, { start, amount }: Element, message: Message): number => {
  const counted = draft.amounts.findLast((one) => one.kind === 'pack' || one.kind === 'count' || one.kind === 'weight')
  if (counted === undefined || counted.descriptive || counted.unit !== amount?.unit) return -1
  const from = message.tokens[counted.to - 1]?.end ?? start
  return message.between(from, start, WHICH) ? from : -1
}

/** 面粉10kg一袋: the second amount touches the first and is of the same thing. */
const isGlued = (elements: readonly Element[], index: number): boolean => {
  const before = previous(elements, index)
  const good = previous(elements, index - 1)
  return before?.kind === 'amount' && good?.kind === 'good' && good.end === before.start && before.end === elements[index]?.start
}

/** 牛肉饺子一袋: two goods that touch and share one amount are one thing, named by the last. */
const isCompound = (elements: readonly Element[], index: number, message: Message): boolean => {
  const before = previous(elements, index)
  const next = elements[index + 1]
  if (next?.kind === 'each' || (next !== undefined && message.between(next.start, next.end, OF_EACH))) return false
  const now = elements[index]
  if (before?.kind !== 'good' || now === undefined || before.end !== now.start) return false
  if (now.end - now.start < 2 || before.end - before.start < 2) return false
  return nextIs('amount', elements, index, message) || isMakeOf(elements, index, message.text)
}

/** 茄子豆角辣椒都来二斤. */
const OF_EACH = pattern(() => /^(?:一样|都|全都?|每)/u)

/** 两只鸡腿陈皮一包: the first has its amount before it, the second behind it. 1.8升金龙鱼调和油一桶 is one thing. */
const eachHasItsOwn = (first: Need, elements: readonly Element[], index: number): boolean => {
  const own = first.amounts.at(-1)
  const next = elements[index + 1]?.amount
  if (own === undefined || next === undefined || own.descriptive || own.kind === 'volume') return false
  return own.kind === 'weight' ? next.kind === 'weight' || next.kind === 'count' : next.kind === 'pack' || next.kind === 'count'
}

/** 一袋金龙鱼面粉: the amount in front is of both, the first of which is called by its maker. */
const isMakeOf = (elements: readonly Element[], index: number, text: string): boolean => {
  const make = elements[index - 1]
  const amount = elements[index - 2]
  if (make?.good === undefined || amount?.kind !== 'amount' || amount.end !== make.start) return false
  return make.good.name !== text.slice(make.start, make.end) && endsName(elements, index)
}
const endsName = (elements: readonly Element[], index: number): boolean => {
  const next = elements[index + 1]
  return next === undefined || next.kind === 'divider' || next.start > (elements[index]?.end ?? 0)
}

/** Small English words between goods. */
const SMALL = /^(?:and|some|of|the|an?|please|also|i'd|like|i|we|with|pls|for|me|my|us)$/u

/** Words of English that say nothing of what is wanted. */
const SMALL_WORDS =
  /\b(?:of|and|some|an?|the|i|we|to|for|me|us|my|our|in|from|is|it's|with|please|pls|plz|thanks?|thank you|thx|ty|merci|hi|hello|hey)\b|\s/gu
const looseOf = (elements: readonly Element[], drafts: readonly Need[], text: string, from: number): number => {
  let loose = 0
  let next = 0
  for (const element of elements) {
    if (element.kind !== 'unknown' || element.end <= from) continue
    if (kindOf(codeAt(text, element.start)) === LATIN && SMALL.test(text.slice(element.start, element.end))) continue
    while ((drafts[next]?.end ?? Number.POSITIVE_INFINITY) < element.end) next++
    if ((drafts[next]?.start ?? Number.POSITIVE_INFINITY) > element.start)
      loose +=
        kindOf(codeAt(text, element.start)) === LATIN
          ? Math.ceil(text.slice(element.start, element.end).replace(SMALL_WORDS, '').length / 3)
          : element.end - element.start
  }
  return loose
}
