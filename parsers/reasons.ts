/** Says which words led to what. */
import type { Message } from './message.js'
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
  return reasons.sort((a, b) => a.span.start - b.span.start)
}
