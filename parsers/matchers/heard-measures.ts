/** 一代花娇, 两题卫生只: measure and name both as voice input writes them. The sign behind the numeral is a measure where what follows sounds like a good. */

import { measureHeard } from '../heard-amounts.js'
import type { Clause, Message } from '../message.js'
import { previous } from '../rows.js'
import { codeAt } from '../signs.js'
import { type Amount, MISHEARD } from './amounts.js'
import { Element } from './elements.js'
import type { BySound } from './unknown.js'

const SHORTEST = 4

/** 萝卜五各: pieces, where nothing stands behind that could be of each. */
const pieces = (elements: Element[], index: number): void => {
  const [before, each, next] = [previous(elements, index), elements[index], elements[index + 1]]
  if (before?.amount?.kind !== 'bare' || before.end !== each?.start || each.end - each.start > 1) return
  if (next !== undefined && next.kind !== 'divider' && next.start === each.end) return
  elements.splice(index - 1, 2, new Element('amount', before.start, each.end, undefined, { ...before.amount, unit: '个', kind: 'count' }))
}

/** 普萄六尽: the name before the numeral, and the measure behind it. */
const nameAndMeasure = (elements: Element[], index: number, message: Message, bySound: BySound): void => {
  const { text, tokens } = message
  const [name, next] = [elements[index], elements[index + 1]]
  if (name === undefined) return
  /** 紧 and 快 are words as well. */
  const end = next?.kind === 'word' && next.start === name.end && next.end === name.end + 1 ? next.end : name.end
  const at = end - 2
  if (at - name.start < 2 || !STARTS_NUMBER.test(text.charAt(at))) return
  const from = tokens.findIndex(({ start }) => start === at)
  const numeral = tokens[from]
  if (numeral?.kind !== 'number' || numeral.end !== at + 1) return
  const good = bySound(text.slice(name.start, at))
  const unit = good === null ? null : measureHeard(text, end - 1, good)
  if (good === null || unit === null) return
  const amount: Amount = {
    from,
    to: from + 1,
    qty: numeral.value,
    unit,
    kind: KIND_OF.get(unit) ?? 'pack',
    descriptive: false,
    times: false,
  }
  elements.splice(
    index,
    end > name.end ? 2 : 1,
    new Element('good', name.start, at, good),
    new Element('amount', at, end, undefined, amount),
  )
}
const STARTS_NUMBER = /[\d一二两三四五六七八九十]/u
const KIND_OF: ReadonlyMap<string, 'weight' | 'count'> = new Map<string, 'weight' | 'count'>([
  ['斤', 'weight'],
  ['个', 'count'],
])

export const heardMeasures = (elements: Element[], message: Message, clause: Clause, bySound: BySound): Element[] => {
  let from = clause.from
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index]
    if (element?.kind === 'each') pieces(elements, index)
    if (element?.kind === 'unknown') nameAndMeasure(elements, index, message, bySound)
    if (element?.kind !== 'unknown' || element.end - element.start < SHORTEST) continue
    const measure = MISHEARD.get(codeAt(message.text, element.start + 1))
    if (measure === undefined) continue
    while ((message.tokens[from]?.start ?? element.start) < element.start) from++
    const numeral = message.tokens[from]
    if (numeral?.start !== element.start || numeral.kind !== 'number' || numeral.end !== element.start + 1) continue
    const start = numeral.end + 1
    const good = bySound(message.text.slice(start, element.end))
    if (good === null) continue
    const amount = { from, to: from + 1, qty: numeral.value, unit: measure.name, kind: measure.kind, descriptive: false, times: false }
    elements.splice(index, 1, new Element('amount', element.start, start, undefined, amount), new Element('good', start, element.end, good))
    index++
  }
  return elements
}
