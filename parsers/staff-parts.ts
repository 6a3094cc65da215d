/** Staff tell of several things in one message, a sentence each: 22-2-401送到了。另外24栋1单元出了密接. */
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import type { Act, Context, Line, Span } from './types.js'
import type { Reading } from './understand.js'

/** 另外 begins another thing, though only a comma stands before it. */
const BESIDES = pattern(() => /^(?:另外|还有就是|再就是|另)(?!一)/u)
const MOST_PARTS = 6

/** From one stop, line's end, 另外 or door in full to the next. */
const partsOf = (message: Message): Span[] => {
  const parts: Span[] = []
  let sentence = -1
  for (const clause of message.clauses) {
    const last = parts.at(-1)
    const begins =
      message.says(BESIDES, clause) || message.placesIn(clause).some((place) => place.start === clause.start && place.building !== null)
    if (last !== undefined && clause.sentence === sentence && !begins) last.end = clause.end
    else parts.push({ start: clause.start, end: clause.end })
    sentence = clause.sentence
  }
  return parts
}

/** That nobody was needed is no news beside orders. */
const kindsOf = (acts: readonly Act[]): Set<string> => new Set(acts.map(({ act }) => act).filter((act) => act !== 'called'))

const spanOn = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
const lineOn = <Of extends Line>(line: Of, by: number): Of => ({ ...line, span: spanOn(line.span, by) })

/** An act of a part, as one of the whole. */
const movedOn = (act: Act, by: number): Act => {
  const span = spanOn(act.span, by)
  if (act.act === 'order') return { ...act, span, lines: act.lines.map((line) => lineOn(line, by)) }
  if (act.act === 'amend') return { ...act, span, changes: act.changes.map((change) => lineOn(change, by)) }
  return { ...act, span }
}

/**
 * The message read part by part with `read`, where that finds more kinds of acts than reading it as a whole, and something in each part; else
 * null. Each part must name its own door in full, since it is read without what stands before.
 */
export const readInParts = (message: Message, whole: Reading, { room }: Context, read: (part: string) => Reading): Reading | null => {
  if (whole.urgent !== null || message.places.length < 2) return null
  const parts = partsOf(message)
  if (parts.length < 2 || parts.length > MOST_PARTS) return null
  const inUnit = room.building != null && room.unit != null
  if (!parts.every((part) => message.placesIn(part).some((place) => place.building !== null || (inUnit && place.room !== null))))
    return null
  const acts: Act[] = []
  for (const { start, end } of parts) {
    const from = message.at(start)
    const found = read(message.raw.slice(from, message.at(end))).acts
    if (found.length === 0) return null
    for (const act of found) acts.push(movedOn(act, from))
  }
  return kindsOf(acts).size > kindsOf(whole.acts).size ? { ...whole, acts } : null
}
