/** A message part by part, and what a part does as something that the whole does. */
import type { Place } from './matchers/addresses.js'
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import { previous } from './rows.js'
import type { Act, Line, Span } from './types.js'

/** 另外 begins another thing, though only a comma stands before it. */
const BESIDES = pattern(() => /^(?:另外|还有就是|再就是|另)(?!一)/u)
export const MOST_PARTS = 6
/** A message of two acts has no more clauses. */
export const MOST_CLAUSES = 8
/** A part says little: what it is only like as a whole must be so sure. */
export const SURE_OF_PART = 0.98

/** 还有201的: what may stand before a door that begins a part. */
const JOINED = pattern(() => /^(?:还有|然后|再就是|顺便|同时|以及|对了|哦)\s?$/u)
/** 201要挂面两把 202取消: something is said of one door before the next. */
const SAID_APART = pattern(() => /[\u4e00-\u9fa5]{2}[\s、]$/u)

/** From one stop, line's end or 另外 to the next; also from each door that `begins` a part, where it heads what is said. */
export const partsOf = (message: Message, begins: (door: Place) => boolean = () => false): Span[] => {
  const parts: Span[] = []
  let sentence = -1
  for (const clause of message.clauses) {
    const doors = message.placesIn(clause).filter(begins)
    const isHead = ({ start }: Place): boolean => start === clause.start || message.between(clause.start, start, JOINED)
    const last = parts.at(-1)
    if (last !== undefined && clause.sentence === sentence && !message.says(BESIDES, clause) && !doors.some(isHead)) last.end = clause.end
    else parts.push({ start: clause.start, end: clause.end })
    for (const [index, door] of doors.entries()) {
      const part = parts.at(-1)
      if (part === undefined || !message.between(previous(doors, index)?.end ?? part.start, door.start, SAID_APART)) continue
      part.end = door.start
      parts.push({ start: door.start, end: clause.end })
    }
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
