/** Unit and room from the numbers behind a building. */
import type { Address } from '../types.js'
import type { Mark } from './marks.js'

type Door = Pick<Address, 'unit' | 'room'>

/** On one floor there are at most so many doors: 140 is no room of the first floor. */
const DOORS_A_FLOOR = 30
/** 10502 behind a dash: no house has 105 floors, so its first sign is the unit. */
const UNIT_AND_ROOM = /^\d{5}$/u

/** `building` and the marks behind it; null where no building is told. */
export const behindBuilding = (building: Mark | null, marks: readonly Mark[]): Door => {
  let unit: string | null = null
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]
    if (mark === undefined) break
    const { value } = mark
    const before = index === 0 ? building : (marks[index - 1] ?? null)
    const next = marks[index + 1]
    switch (mark.kind) {
      case 'unit':
        unit ??= value
        break
      case 'building':
        if (isLettered(value) && !isDoor(next)) unit ??= value
        break
      case 'storey':
        if (isLong(value)) return { unit, room: value }
        break
      case 'house':
        if (mark.onStreet || (mark.inCellar && unit !== null && !mark.joined)) break
        if (unit !== null || (!isDoor(next) && isRoomLike(mark, before))) return { unit, room: value }
        unit = value
        break
      case 'room':
        return splitDoor(mark, unit)
      case 'bare':
        if (next?.joined && !isFullRoom(value, next) && (unit === null || next.kind === 'bare')) unit ??= value
        else if (unit !== null || isRoomLike(mark, before)) return splitDoor(mark, unit)
        else unit = value
        break
    }
  }
  return { unit, room: null }
}

/** Whether a number right behind a building is a room and no unit. */
const isRoomLike = (mark: Mark, before: Mark | null): boolean => {
  const { value, joined, kind } = mark
  if (before?.kind === 'storey' || before?.kind === 'floor') return true
  if (joined) {
    if (before !== null && (before.kind === 'house' || isLettered(before.value))) return true
    if (kind === 'house' && isAboveDoors(value)) return false
  } else if (/[A-Z]/u.test(value)) return true
  return isLong(value)
}

/** A866 behind a building whose unit is not named is room 866 of A; 91509 behind a dash is room 1509 of unit 9. */
const splitDoor = ({ value, halves, joined, kind }: Mark, unit: string | null): Door => {
  if (unit === null && halves !== null && kind === 'bare') return { unit: halves[0], room: halves[1] }
  if (unit === null && joined && UNIT_AND_ROOM.test(value)) return { unit: value.slice(0, 1), room: value.slice(1).replace(/^0/u, '') }
  return { unit, room: value }
}

const isLettered = (value: string): boolean => /^[A-Z]/u.test(value)

export const isLong = (value: string): boolean => value.replace(/\D/gu, '').length > 2

/** Three digits that are no room of the first floor. */
const isAboveDoors = (value: string): boolean => value.length === 3 && value.startsWith('1') && Number(value.slice(1)) > DOORS_A_FLOOR

/** A whole room's number, whatever is joined to it: 802-1, 203-205. In 412-7室 the word claims 7 as the room. */
const isFullRoom = (value: string, next: Mark): boolean =>
  isLong(value) && !isAboveDoors(value) && (next.kind !== 'room' || isLong(next.value))

export const isDoor = (mark: Mark | undefined): mark is Mark => mark !== undefined && (mark.kind === 'room' || mark.kind === 'bare')
