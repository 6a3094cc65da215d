/** A known name inside of a longer one: 三文鱼籽 and 鹰嘴豆泥 are things of their own, kept as said. */
import { previous } from '../rows.js'
import { codeAt, SignSet } from '../signs.js'
import { isThing, LEADING, makesAnotherThing } from '../words/names.js'
import { Element } from './elements.js'

const LONGEST = 12

/** 沙丁胺醇喷剂, 噻托溴铵粉吸入剂: in which form it is taken. */
const DOSAGE_FORM =
  /^(?:缓释|控释|分散|肠溶|咀嚼|泡腾|混悬|软|粉|吸入|鼻)?(?:片剂?|胶囊|颗粒|滴?丸|口服液|糖浆|混悬液|注射[液剂]|针剂?|喷雾?剂?|气雾剂|粉雾剂|吸入剂|[软乳药]?膏|凝胶|贴[剂膏]?|滴剂|滴[眼耳鼻]液|栓剂?|散剂?|冲剂|溶液|洗剂|搽剂|酊)$/u

/** Joins a good with what touches it from behind, where that makes it the name of another thing. */
export const wholeNames = (elements: Element[], text: string): Element[] => {
  let emptied = false
  for (let index = 1; index < elements.length; index++) {
    const before = previous(elements, index)
    if (before?.kind !== 'good' || before.end !== elements[index]?.start || before.end - before.start < 2) continue
    const last = asksBehind(elements, index, text)
    if (last === undefined) continue
    if (!endsName(elements, index, text) || !endsAnother(last, text, isCounted(elements, index) && !isCountedApart(elements, index)))
      continue
    const lead = previous(elements, index - 1)
    const start = lead?.kind === 'unknown' && lead.end === before.start ? nameStart(lead, text) : before.start
    if (last.end - start > LONGEST) continue
    if (start < before.start && lead !== undefined) {
      lead.end = start
      emptied ||= start === lead.start
    }
    const whole = new Element('good', start, last.end, before.good)
    const isForm = before.good?.medicine && start === before.start && DOSAGE_FORM.test(text.slice(last.start, last.end))
    if (!isForm) whole.name = text.slice(start, last.end)
    elements.splice(index - 1, 2, whole)
    index--
  }
  return emptied ? elements.filter((element) => element.end > element.start) : elements
}

/** 能买到菱角酥不: the words that ask are cut from the unknown ones before them. */
const asksBehind = (elements: Element[], index: number, text: string): Element | undefined => {
  const last = elements[index]
  if (last?.kind !== 'unknown') return last
  const asking = ASKS.exec(text.slice(last.start, last.end))?.[0].length ?? 0
  if (asking === 0 || TOO.has(codeAt(text, last.start)) || !makesAnotherThing(text.slice(last.start, last.end - asking))) return last
  const name = new Element('unknown', last.start, last.end - asking)
  elements.splice(index, 1, name, new Element('unknown', name.end, last.end))
  return name
}
/** 太肥不要了: no name. */
const TOO = new SignSet('太很挺真')
const ASKS = /(?:卖|有)?(?:吗|么|嘛|不|没有?|伐)$/u

/** An amount stands behind, or before all the words that touch. */
const isCounted = (elements: readonly Element[], index: number): boolean => {
  if (elements[index + 1]?.kind === 'amount') return true
  let first = index - 1
  while (first > 0 && previous(elements, first)?.end === elements[first]?.start && previous(elements, first)?.kind === 'unknown') first--
  return previous(elements, first)?.kind === 'amount'
}

/** 两斤糯米鸡一只: each of the two has its own amount. */
const isCountedApart = (elements: readonly Element[], index: number): boolean => {
  const ahead = previous(elements, index - 1)
  return (
    ahead?.kind === 'amount' &&
    ahead.end === previous(elements, index)?.start &&
    ahead.amount?.descriptive === false &&
    elements[index + 1]?.kind === 'amount' &&
    elements[index + 1]?.start === elements[index]?.end
  )
}

/** 柿饼馍: a good of one sign; or unknown words with the head of a name. 鸡爪爪 is said fondly. */
const endsAnother = (last: Element, text: string, counted: boolean): boolean =>
  last.kind === 'good'
    ? last.end - last.start === 1 && counted && makesAnotherThing(text.slice(last.start, last.end))
    : last.kind === 'unknown' &&
      codeAt(text, last.start) !== codeAt(text, last.start - 1) &&
      makesAnotherThing(text.slice(last.start, last.end))

/** Nothing more of a name follows. */
const endsName = (elements: readonly Element[], index: number, text: string): boolean => {
  const next = elements[index + 1]
  return (
    next === undefined ||
    next.kind === 'amount' ||
    next.kind === 'divider' ||
    next.start > (elements[index]?.end ?? 0) ||
    (next.kind === 'unknown' && ASKS.exec(text.slice(next.start, next.end))?.index === 0)
  )
}

const nameStart = (lead: Element, text: string): number => {
  const words = text.slice(lead.start, lead.end)
  const small = LEADING.exec(words)?.[0].length ?? 0
  return small < words.length && words.length - small <= 4 && isThing(words.slice(small)) ? lead.start + small : lead.end
}
