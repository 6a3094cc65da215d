/** Says which words led to what. */
import { CUE_NAMES } from './lexicon.js'
import { has, type Message } from './message.js'
import { RULES } from './rules.js'
import type { Reason } from './types.js'
import type { Reading } from './understand.js'

export const explain = (message: Message, reading: Reading): Reason[] => {
  const reasons: Reason[] = message.places.map((place) => ({
    rule: 'address',
    span: { start: message.at(place.start), end: message.at(place.end) },
    says: [place.building, place.unit, place.room].map((part) => part ?? '·').join('-'),
  }))
  for (const need of reading.needs)
    reasons.push({
      rule: need.negated ? 'not wanted' : 'goods',
      span: { start: message.at(need.start), end: message.at(need.end) },
      says: `${need.item} ${need.qty ?? '-'}${need.unit ?? ''} (${need.weight})`,
    })
  if (reading.alarm !== null)
    reasons.push({
      rule: reading.alarm.kind,
      span: { start: message.at(reading.alarm.start), end: message.at(reading.alarm.end) },
      says: reading.alarm.kind,
    })
  reasons.push(...cuesIn(message), ...wordsIn(message), ...likenessOf(message, reading))
  return reasons.sort((a, b) => a.span.start - b.span.start)
}

/** Words of wanting, of the past, of prices and their like. */
const cuesIn = (message: Message): Reason[] =>
  message.tokens.flatMap((token) =>
    CUE_NAMES.filter((cue) => has(token.cues, cue)).map((cue) => reasonOf(cue, token.start, token.end, message)),
  )

/** What the patterns found, each once. */
const wordsIn = (message: Message): Reason[] => {
  const found = new Map<string, Reason>()
  for (const { pattern, start, end } of message.noted) {
    const rule = RULES.get(pattern)
    if (rule !== undefined) found.set(`${rule} ${start} ${end}`, reasonOf(rule, start, end, message))
  }
  return [...found.values()]
}

const STRONGEST = 5

/** Which turns of phrase made it another kind than its words say. */
const likenessOf = (message: Message, { likeness }: Reading): Reason[] => {
  if (likeness === undefined) return []
  const { likely, now, turns } = likeness
  const speak = turns(STRONGEST).map((turn) => `“${turn}”`)
  return [{ rule: 'as a whole', span: { start: 0, end: message.raw.length }, says: `${now} → ${likely}: ${speak.join(' ')}` }]
}

const reasonOf = (rule: string, start: number, end: number, message: Message): Reason => {
  const span = { start: message.at(start), end: message.at(end) }
  return { rule, span, says: message.raw.slice(span.start, span.end) }
}
