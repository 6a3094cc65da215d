/** A need as a line of an order: what, how much, and where in the raw text it stands. */
import type { Need } from './matchers/need.js'
import type { Message } from './message.js'
import type { Act, Line } from './types.js'

export const lineOf = (need: Need, message: Message): Line => {
  const { item, qty, unit, good } = need
  const start = message.at(need.start)
  const span = { start, end: Math.max(message.at(need.end), start + 1) }
  const line: Line = { item, qty, unit, known: good !== null, span }
  if (need.spec !== undefined) line.spec = need.spec
  if (good !== null && good.medicine !== '') line.medicine = good.lifeSustaining ? 'life-sustaining' : 'routine'
  return line
}

/** Names of all that these acts order or change. */
export const itemsIn = (acts: readonly Act[]): string[] =>
  acts.flatMap((act) => (act.act === 'order' ? act.lines : act.act === 'amend' ? act.changes : [])).map(({ item }) => item)
