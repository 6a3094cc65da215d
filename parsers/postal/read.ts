/**
 * Building, unit and room of a postal or delivery address, or of a part of one.
 * Finds the number that names the building, then reads the numbers behind it.
 */
import type { Address } from '../types.js'
import { behindBuilding, isDoor, isLong } from './doors.js'
import { type Mark, readMarks } from './marks.js'

/** Reads a folded text in time linear in its length; what it does not tell is null. */
export const readPostal = (text: string): Address => {
  const marks = readMarks(text)
  if (marks.some((mark) => mark.english && mark.kind !== 'house' && mark.kind !== 'area')) return readEnglish(marks)
  for (const find of BUILDINGS) {
    const building = find(marks)
    if (building >= 0)
      return { building: marks[building]?.value ?? null, ...behindBuilding(marks[building] ?? null, marks.slice(building + 1)) }
  }
  const whole = marks.findLast((mark) => mark.halves !== null)?.halves
  if (whole) return { building: whole[0], unit: null, room: whole[1] }
  return { building: null, ...behindBuilding(null, marks.filter(isDoorOfPart)) }
}

/** English names the parts, in either order. */
const readEnglish = (marks: readonly Mark[]): Address => {
  const first = (kind: Mark['kind']): string | null => marks.find((mark) => mark.kind === kind)?.value ?? null
  const unit = first('unit')
  const room = first('room') ?? marks.findLast((mark) => mark.kind === 'bare')?.value ?? null
  const roomAsUnit = room === null && unit !== null && unit.length > 2
  return { building: first('building'), unit: roomAsUnit ? null : unit, room: roomAsUnit ? unit : room }
}

/** Floor and door: 501, 1203. Five digits number a shop in a market. */
const ROOM = /^\d{3,4}$/u

const follows = (next: Mark | undefined, mark: Mark): next is Mark => next !== undefined && (next.joined || next.start - mark.end <= 1)

/** 3栋2单元: the first number that a word calls a building, rather one with a number right behind it. */
const namedBuilding = (marks: readonly Mark[]): number => {
  const named = marks.findIndex((mark, index) => mark.kind === 'building' && follows(marks[index + 1], mark))
  return named >= 0 ? named : marks.findIndex((mark) => mark.kind === 'building')
}

/** 149楼11单元, 12楼501: a 楼 is no floor before a unit, nor before a room of another floor. */
const buildingBeforeDoor = (marks: readonly Mark[]): number =>
  marks.findIndex((mark, index) => {
    const next = marks[index + 1]
    if (mark.kind !== 'storey' || !follows(next, mark)) return false
    if (next.kind === 'unit') return true
    const door = marks[index + 2]?.joined && !isLong(next.value) ? marks[index + 2] : next
    return isDoor(door) && ROOM.test(door.value) && (door !== next || door.value.slice(0, -2) !== mark.value)
  })

/** Start of the last group like 8-10-1109 in which no word names the building. */
const startOfDashed = (marks: readonly Mark[]): number => {
  let start = -1
  for (let index = marks.length - 1; index > 0; index--) {
    const mark = marks[index]
    const before = marks[index - 1]
    if (mark?.joined && mark.kind !== 'area' && before?.kind === 'bare' && !isRange(before.value, mark.value)) start = index - 1
    else if (start >= 0) break
  }
  return start
}

/** 1503-1505: rooms of one floor side by side. */
const isRange = (from: string, to: string): boolean =>
  from.length === 4 && ROOM.test(from) && ROOM.test(to) && from.slice(0, -2) === to.slice(0, -2)

/** 55三单元: a number that touches its unit. */
const bareBeforeUnit = (marks: readonly Mark[]): number =>
  marks.findIndex((mark, index) => mark.kind === 'bare' && marks[index + 1]?.kind === 'unit' && marks[index + 1]?.start === mark.end)

/** 47号517, 弄15号: a 号 is a building where a door follows, or in a lane. */
const houseBeforeDoor = (marks: readonly Mark[]): number =>
  marks.findLastIndex((mark, index) => {
    const next = marks[index + 1]
    if (mark.kind === 'house' && marks[index - 1]?.kind === 'lane') return true
    return (
      (mark.kind === 'house' || mark.kind === 'lane') &&
      follows(next, mark) &&
      next.halves === null &&
      (next.kind === 'unit' || isDoor(next))
    )
  })

const BUILDINGS = [namedBuilding, buildingBeforeDoor, startOfDashed, bareBeforeUnit, houseBeforeDoor]

/** In a part without a building: units with something right behind them, rooms, and a number at the end. */
const isDoorOfPart = (mark: Mark, index: number, marks: readonly Mark[]): boolean => {
  const next = marks[index + 1]
  if (mark.kind === 'unit') return next === undefined || follows(next, mark)
  if (mark.kind !== 'bare') return mark.kind === 'room'
  if (next !== undefined) return isRange(mark.value, next.value)
  return isLong(mark.value) || marks[index - 1]?.kind === 'unit'
}
