/** Cuts a folded address into marks: its numbers, each with what it counts and how it hangs on the one before. */
import { isNumeral, readNumeral } from './numerals.js'
import { BEFORE, BEHIND, CELLARS, JOINTS, type Kind, STREETS } from './words.js'

export interface Mark {
  value: string
  kind: Kind
  start: number
  /** Behind the word that tells the kind. */
  end: number
  /** A dash, or a sign in its place, leads here from the mark before. */
  joined: boolean
  /** A street's name ends right before. */
  onStreet: boolean
  /** What follows is a cellar or a garage. */
  inCellar: boolean
  /** The kind stood before the number, in English. */
  english: boolean
  /** Building and room of a number written as one: A769, 8A1071. */
  halves: readonly [building: string, room: string] | null
}

const table = (words: Readonly<Partial<Record<Kind, readonly string[]>>>): Map<string, Kind> => {
  const kinds: readonly Kind[] = ['building', 'storey', 'unit', 'room', 'house', 'floor', 'lane', 'area']
  return new Map(kinds.flatMap((kind) => (words[kind] ?? []).map((word): [string, Kind] => [word, kind])))
}
const behind = table(BEHIND)
const before = table(BEFORE)
const longestBehind = Math.max(...[...behind.keys()].map((word) => word.length))

/** Phone numbers and postcodes are at least this long. */
const NO_DOOR = 6
const HALVES = /^(?:(\d{0,2}[a-z])(\d{3,5})|([a-z])(\d{1,2}[a-z]))$/u
const CODE = /^(?:[a-z]{0,2}\d+|\d+[a-z]|\d{1,2}[a-z]\d{1,5}|[a-z]\d{1,2}[a-z]|[a-z]{1,2})$/u
const STOREY = /^\d{1,2}f$/u

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLetter = (code: number): boolean => code >= 97 && code <= 122
const isCode = (code: number): boolean => isDigit(code) || isLetter(code)

export const readMarks = (text: string): Mark[] => {
  const marks: Mark[] = []
  let index = 0
  let announced: Kind | null = null
  while (index < text.length) {
    const code = text.charCodeAt(index)
    const start = index
    const coded = isCode(code)
    if (!coded && !isNumeral(text[index] ?? '')) {
      if (announced !== null && !' .:#'.includes(text[index] ?? '')) announced = null
      index++
      continue
    }
    const previous = marks.at(-1)
    if (!coded && previous !== undefined && isJointOne(text, index, previous)) {
      index++
      continue
    }
    index = coded ? endOfCode(text, index) : endOfNumeral(text, index)
    let run = text.slice(start, index)
    if (coded) {
      const word = wordBefore(run)
      if (word !== null) {
        announced = word.kind
        run = run.slice(word.length)
        if (run === '') continue
      }
      if (!CODE.test(run)) {
        announced = null
        continue
      }
    }
    const mark = markOf(text, run, start, index, previous, announced, coded)
    announced = null
    if (mark === null) continue
    marks.push(mark)
    index = mark.end
  }
  return marks
}

const markOf = (
  text: string,
  run: string,
  start: number,
  end: number,
  previous: Mark | undefined,
  announced: Kind | null,
  coded: boolean,
): Mark | null => {
  const joined = previous !== undefined && leadsHere(text, previous.end, start)
  const behindIt = announced === null ? kindBehind(text, end) : null
  /** 3-2-501#: the sign closes a door, it names no building. */
  const suffix = joined && previous.kind === 'bare' && behindIt !== null && text.slice(end, behindIt.end) === '#' ? null : behindIt
  const bare = suffix === null
  const value = coded ? run.replace(/^0+(?=\d)/u, '').toUpperCase() : readNumeral(run)
  if (value === null) return null
  const lone = coded && !/\d/u.test(run)
  if (bare && announced === null) {
    if (lone && !joined && !JOINTS.includes(text[end] ?? ' ')) return null
    if (!coded && !joined && !(previous?.end === start && (run.length >= 3 || end === text.length))) return null
  }
  const halves = coded && (bare || suffix.kind === 'room' || suffix.kind === 'house') ? HALVES.exec(run) : null
  const kind = announced ?? suffix?.kind ?? (STOREY.test(run) ? 'floor' : 'bare')
  return {
    value,
    kind: kind === 'bare' && /\d{6}/u.test(run) && run.length >= NO_DOOR ? 'area' : kind,
    start,
    end: suffix?.end ?? end,
    joined,
    onStreet: STREETS.includes(text[start - 1] ?? ' '),
    inCellar: suffix !== null && CELLARS.some((cellar) => text.startsWith(cellar, suffix.end)),
    english: announced !== null,
    halves: halves === null ? null : [(halves[1] ?? halves[3] ?? '').toUpperCase(), (halves[2] ?? halves[4] ?? '').toUpperCase()],
  }
}

const endOfCode = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isCode(text.charCodeAt(end))) end++
  return end
}

/** Stops before a 一 that joins two numbers. */
const endOfNumeral = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isNumeral(text[end] ?? '')) end++
  return end
}

const isJointOne = (text: string, index: number, previous: Mark): boolean =>
  text[index] === '一' && previous.end === index && isCode(text.charCodeAt(index + 1))

const leadsHere = (text: string, from: number, to: number): boolean => {
  if (from === to || to - from > 8) return false
  let joints = 0
  for (let index = from; index < to; index++) {
    const sign = text[index] ?? ''
    if (JOINTS.includes(sign) || sign === '一') joints++
    else if (sign !== ' ') return false
  }
  return joints > 0
}

/** The longest word of the table that stands at `from`, or after one space. */
const kindBehind = (text: string, from: number): { kind: Kind; end: number } | null => {
  const at = text[from] === ' ' ? from + 1 : from
  for (let length = Math.min(longestBehind, text.length - at); length > 0; length--) {
    const kind = behind.get(text.slice(at, at + length))
    if (kind !== undefined && !(isLetter(text.charCodeAt(at)) && isCode(text.charCodeAt(at + length)))) return { kind, end: at + length }
  }
  return null
}

/** An English word that tells what follows: `bldg`, or `rm` in rm301. */
const wordBefore = (run: string): { kind: Kind; length: number } | null => {
  let length = 0
  while (length < run.length && isLetter(run.charCodeAt(length))) length++
  const kind = length < 2 ? undefined : before.get(run.slice(0, length))
  return kind === undefined ? null : { kind, length }
}
