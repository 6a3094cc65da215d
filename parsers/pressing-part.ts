/** 新闻说药店缺货。优甲乐断了三天了，要一盒: what one sentence tells of the world takes no haste from what another asks for. */
import type { Message } from './message.js'
import { partsOf } from './parts.js'
import type { Act } from './types.js'
import type { Reading } from './understand.js'
import { NOT_IN_A_HURRY } from './words/pressing.js'

const LONGEST = 400
const medicinesIn = (acts: readonly Act[]) =>
  acts.flatMap((act) => (act.act === 'order' ? act.lines.filter(({ medicine }) => medicine !== undefined) : []))

const ordersMedicine = (act: Act): boolean => act.act === 'order' && act.lines.some(({ medicine }) => medicine !== undefined)

/** The reading of a message that orders a medicine without haste, with the haste that the medicine's own sentence has, read alone with `read`. */
export const withItsHaste = (message: Message, reading: Reading, read: (part: string) => Reading): Reading => {
  if (reading.urgent !== null || message.clauses.length < 2 || message.raw.length > LONGEST || !reading.acts.some(ordersMedicine))
    return reading
  const medicines = medicinesIn(reading.acts)
  if (message.says(NOT_IN_A_HURRY)) return reading
  const parts = partsOf(message)
  if (parts.length < 2) return reading
  for (const sentence of parts) {
    const [start, end] = [message.at(sentence.start), message.at(sentence.end)]
    const named = medicines.filter(({ span }) => start <= span.start && span.start < end)
    if (named.length === 0) continue
    const part = read(message.raw.slice(start, end))
    const ordered = medicinesIn(part.acts)
    if (part.urgent === 'medicine' && named.some(({ item }) => ordered.some((line) => line.item === item)))
      return { ...reading, urgent: part.urgent, alarm: part.alarm }
  }
  return reading
}
