/** Staff tell of several things in one message, a sentence each: 22-2-401送到了。另外24栋1单元出了密接. */
import type { Message } from './message.js'
import { kindsOf, MOST_PARTS, movedOn, partsOf } from './parts.js'
import type { Act, Context } from './types.js'
import type { Reading } from './understand.js'

/**
 * The message read part by part with `read`, where that finds more kinds of acts than reading it as a whole, and something in each part; else
 * null. Each part must name its own door in full, since it is read without what stands before.
 */
export const readInParts = (message: Message, whole: Reading, { room }: Context, read: (part: string) => Reading): Reading | null => {
  if (whole.urgent !== null || message.places.length < 2) return null
  const parts = partsOf(message, true)
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
