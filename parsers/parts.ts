/** A message part by part, and what a part does as something that the whole does. */
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import type { Act, Line, Span } from './types.js'

/** 另外 begins another thing, though only a comma stands before it. */
const BESIDES = pattern(() => /^(?:另外|还有就是|再就是|另)(?!一)/u)
export const MOST_PARTS = 6
/** A message of two acts has no more clauses. */
export const MOST_CLAUSES = 8
/** A part says little: what it is only like as a whole must be so sure. */
export const SURE_OF_PART = 0.98

/** From one stop, line's end or 另外 to the next; with `doors`, from each door in full too. */
export const partsOf = (message: Message, doors: boolean): Span[] => {
  const parts: Span[] = []
  let sentence = -1
  for (const clause of message.clauses) {
    const last = parts.at(-1)
    const begins =
      message.says(BESIDES, clause) ||
      (doors && message.placesIn(clause).some((place) => place.start === clause.start && place.building !== null))
    if (last !== undefined && clause.sentence === sentence && !begins) last.end = clause.end
    else parts.push({ start: clause.start, end: clause.end })
    sentence = clause.sentence
  }
  return parts
}

/** That nobody was needed is no news beside orders. */
export const kindsOf = (acts: readonly Act[]): Set<string> => new Set(acts.map(({ act }) => act).filter((act) => act !== 'called'))

const spanOn = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
const lineOn = <Of extends Line>(line: Of, by: number): Of => ({ ...line, span: spanOn(line.span, by) })

/** An act of a part, as one of the whole. */
export const movedOn = (act: Act, by: number): Act => {
  const span = spanOn(act.span, by)
  if (act.act === 'order') return { ...act, span, lines: act.lines.map((line) => lineOn(line, by)) }
  if (act.act === 'amend') return { ...act, span, changes: act.changes.map((change) => lineOn(change, by)) }
  return { ...act, span }
}
