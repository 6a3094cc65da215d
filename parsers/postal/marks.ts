/** Cuts a folded address into marks: its numbers, each with what it counts and how it hangs on the one before. */
import { kindBefore, kindBehind } from './kinds.js'
import { isNumeral, readNumeral } from './numerals.js'
import { CELLARS, JOINTS, type Kind, STREETS } from './words.js'

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
  /** Building and room of a number written as one: A769, 8A1071, D6C. */
  halves: readonly [building: string, room: string] | null
}

/** A run of Latin letters and digits, or of Chinese numerals. */
interface Run {
  signs: string
  start: number
  end: number
  coded: boolean
  /** Kind by the English word before. */
  announced: Kind | null
}

/** Letters and digits that can be a door's number. */
const DOOR = /^(?:[a-z]{0,2}\d+|\d+[a-z]|\d{1,2}[a-z]\d{1,5}|[a-z]\d{1,2}[a-z]|[a-z]{1,2})$/u
const HALVES = /^(?:(\d{0,2}[a-z])(\d{3,5})|([a-z])(\d{1,2}[a-z]))$/u
/** Postcodes and phone numbers. */
const NO_DOOR = /\d{6}/u
/** 3F. */
const FLOOR = /^\d{1,2}f$/u
/** 9----52 is joined, a long line is not. */
const LONGEST_JOINT = 8

export const readMarks = (text: string): Mark[] => {
  const marks: Mark[] = []
  let announced: Kind | null = null
  let index = 0
  while (index < text.length) {
    const sign = text[index] ?? ''
    const previous = marks.at(-1)
    const coded = isCode(text.charCodeAt(index))
    if (!coded && (!isNumeral(sign) || isJointOne(text, index, previous))) {
      if (!' .:#'.includes(sign)) announced = null
      index++
      continue
    }
    const end = coded ? endOfCode(text, index) : endOfNumeral(text, index)
    const word = coded ? kindBefore(text.slice(index, end)) : null
    const start: number = index + (word?.length ?? 0)
    announced = word?.kind ?? announced
    index = end
    if (start === end) continue
    const mark = markOf(text, { signs: text.slice(start, end), start, end, coded, announced }, previous)
    announced = null
    if (mark === null) continue
    marks.push(mark)
    index = mark.end
  }
  return marks
}

const isCode = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122)

const endOfCode = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isCode(text.charCodeAt(end))) end++
  return end
}

const endOfNumeral = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isNumeral(text[end] ?? '')) end++
  return end
}

/** 12一7: the numeral stands for a dash. */
const isJointOne = (text: string, index: number, previous: Mark | undefined): boolean =>
  text[index] === '一' && previous?.end === index && isCode(text.charCodeAt(index + 1))

/** Null where the run is no number of a door, nor of anything around it. */
const markOf = (text: string, run: Run, previous: Mark | undefined): Mark | null => {
  const { signs, start, end, coded, announced } = run
  if (coded && !DOOR.test(signs)) return null
  const value = coded ? signs.replace(/^0+(?=\d)/u, '').toUpperCase() : readNumeral(signs)
  if (value === null) return null
  const joined = previous !== undefined && isJoined(text, previous, start, coded)
  const behind = announced === null ? kindBehind(text, end) : null
  /** 3-2-501#: the sign closes a door, it names no building. */
  const suffix = joined && previous.kind === 'bare' && behind !== null && text.slice(end, behind.end) === '#' ? null : behind
  if (suffix === null && announced === null && !joined && !standsAlone(text, run, previous)) return null
  const kind = announced ?? suffix?.kind ?? (FLOOR.test(signs) ? 'floor' : 'bare')
  const splits = coded && (kind === 'bare' || kind === 'room' || kind === 'house')
  return {
    value,
    kind: kind === 'bare' && NO_DOOR.test(signs) ? 'area' : kind,
    start,
    end: suffix?.end ?? end,
    joined,
    onStreet: STREETS.includes(text[start - 1] ?? ' '),
    inCellar: suffix !== null && CELLARS.some((cellar) => text.startsWith(cellar, suffix.end)),
    english: announced !== null,
    halves: splits ? halvesOf(signs) : null,
  }
}

/** Without a word or a dash, letters lead to a dash, and Chinese numerals follow a mark and are long or the last. */
const standsAlone = (text: string, { signs, start, end, coded }: Run, previous: Mark | undefined): boolean => {
  if (coded) return /\d/u.test(signs) || JOINTS.includes(text[end] ?? ' ')
  return previous?.end === start && (signs.length >= 3 || end === text.length)
}

const halvesOf = (signs: string): Mark['halves'] => {
  const found = HALVES.exec(signs)
  return found === null ? null : [(found[1] ?? found[3] ?? '').toUpperCase(), (found[2] ?? found[4] ?? '').toUpperCase()]
}

const isJoined = (text: string, previous: Mark, to: number, coded: boolean): boolean => {
  const gap = to - previous.end
  if (gap === 0 || gap > LONGEST_JOINT) return false
  /** 3 2 501, 3,2,501: a space or a comma between bare numbers joins them too. */
  if (coded && gap === 1 && previous.kind === 'bare' && ' ,'.includes(text[previous.end] ?? '-')) return true
  let joints = 0
  for (let index = previous.end; index < to; index++) {
    const sign = text[index] ?? ''
    if (JOINTS.includes(sign) || sign === '一') joints++
    else if (sign !== ' ') return false
  }
  return joints > 0
}
