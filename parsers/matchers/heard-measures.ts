/** 一代花娇, 两题卫生只: measure and name both as voice input writes them. The sign behind the numeral is a measure where what follows sounds like a good. */

import type { Clause, Message } from '../message.js'
import { previous } from '../rows.js'
import { codeAt } from '../signs.js'
import { MISHEARD } from './amounts.js'
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

export const heardMeasures = (elements: Element[], message: Message, clause: Clause, bySound: BySound): Element[] => {
  let from = clause.from
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index]
    if (element?.kind === 'each') pieces(elements, index)
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
