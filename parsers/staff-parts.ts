/** Staff tell of several things in one message, a sentence each: 22-2-401送到了。另外24栋1单元出了密接. */
import { completePlace } from './matchers/addresses.js'
import { merged } from './matchers/delivery.js'
import type { Message } from './message.js'
import { kindsOf, MOST_PARTS, movedOn, partsOf } from './parts.js'
import { pattern } from './pattern.js'
import type { Act, Context, RoomContext } from './types.js'
import type { Reading } from './understand.js'

/**
 * The message read part by part with `read`, where that finds more kinds of acts than reading it as a whole, or acts for more households, and
 * something in each part; else null. A part is read without what stands before, but for the house that its door leaves out.
 */
export const readInParts = (
  message: Message,
  whole: Reading,
  { room }: Context,
  read: (part: string, room: RoomContext) => Reading,
): Reading | null => {
  if (whole.urgent !== null || message.places.length < 2 || message.says(OF_ALL)) return null
  if (whole.acts.some((act) => 'except' in act && act.except.length > 0)) return null
  const parts = partsOf(message, (door) => door.room !== null)
  if (parts.length < 2 || parts.length > MOST_PARTS) return null
  const households = householdsIn(whole.acts)
  if (whole.acts.every(({ act }) => act === 'order') && households === message.places.length) return null
  const acts: Act[] = []
  let house = room
  let review = whole.review
  for (const part of parts) {
    const [door, ...more] = message.placesIn(part)
    if (door === undefined) return null
    const { building, unit } = completePlace(more.at(-1) ?? door, { before: null, room: house, home: null })
    const from = message.at(part.start)
    const found = read(message.raw.slice(from, message.at(part.end)), house)
    if (found.acts.length === 0 && !found.review) return null
    review ||= found.review
    for (const act of found.acts) acts.push(movedOn(act, from))
    house = { ...room, building, unit }
  }
  const [now, before] = [kindsOf(acts).size, kindsOf(whole.acts).size]
  return now > before || (now === before && householdsIn(acts) > households) ? { ...whole, acts: merged(acts), review } : null
}

/** 402的两袋面，还有201的药，都送到了: told of each door that was named. */
const OF_ALL = pattern(() => /,(?:全|都|均|一起|统统)[^,。]{0,8}[了完齐好达妥清掉]$/u)

/** For how many households something is noted down or taken back. */
const householdsIn = (acts: readonly Act[]): number => {
  const doors = acts.flatMap((act) => ('address' in act ? [act.address] : []))
  return new Set(doors.map(({ building, unit, room }) => `${building}-${unit}-${room}`)).size
}
