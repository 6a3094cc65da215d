/**
 * Finds known rooms and people again among those that the network shows with new ids. Pure; nothing is guessed: where two fit, or what is
 * known speaks against it, the answer is a doubt. (The recipe and its figures: a simulated login of 60 groups, see the tests.)
 */
import type { SenderFacts } from './chat/port.js'
import type { RoomPlace } from './doors.js'

export interface ShownRoom {
  handle: string
  topic: string
  place: RoomPlace
  members: readonly Pick<SenderFacts, 'name' | 'alias'>[]
}
export interface KnownRoom extends RoomPlace {
  id: number
  topic: string
  /** Who was seen to write there. */
  members: readonly { name: string; alias: string }[]
}
export type Recognised = { room: number } | { doubtful: number[] } | 'new'

/** Fewer known writers than this say nothing about a room. */
const EVIDENCE = 3
/** Of the known writers, so many must still be there; so many are enough where the topic is another; so far behind must the next one be. */
const SHARE = { sameTopic: 0.3, otherTopic: 0.7, margin: 0.2 }

const folded = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, '')
const nameOf = (member: { name: string; alias: string | null }): string => folded(member.alias || member.name)

/** The share of a room's known writers among the members shown, null where that says nothing. */
const shareOf = (shown: ShownRoom, known: KnownRoom): number | null => {
  if (known.members.length < EVIDENCE || shown.members.length === 0) return null
  const there = new Set(shown.members.map(nameOf))
  return known.members.filter((member) => there.has(nameOf(member))).length / known.members.length
}

interface Pair {
  handle: string
  room: number
  share: number | null
}

const samePlace = (a: RoomPlace, b: RoomPlace): boolean =>
  a.kind !== 'unknown' && a.kind === b.kind && a.building === b.building && a.unit === b.unit && a.grid === b.grid
const contradicts = (shown: ShownRoom, known: KnownRoom): boolean =>
  shown.place.kind !== 'unknown' && known.kind !== 'unknown' && !samePlace(shown.place, known)

/** How a shown room may be a known one: by its topic, by its people where it was given a new topic, else by the place that it names. */
const pairsOf = (shown: ShownRoom, unheld: readonly KnownRoom[]): { fits: Pair[]; against: number[] } => {
  const fits: Pair[] = []
  const byPlace: Pair[] = []
  const against: number[] = []
  for (const known of unheld) {
    const share = shareOf(shown, known)
    const pair = { handle: shown.handle, room: known.id, share }
    const strangers = share !== null && share < SHARE.sameTopic
    if (folded(shown.topic) !== '' && folded(shown.topic) === folded(known.topic)) {
      if (strangers) against.push(known.id)
      else fits.push(pair)
    } else if (known.kind !== 'grid' && share !== null && share >= SHARE.otherTopic && !contradicts(shown, known)) fits.push(pair)
    else if (samePlace(shown.place, known)) {
      if (strangers) against.push(known.id)
      else byPlace.push(pair)
    }
  }
  return { fits: fits.length > 0 ? fits : byPlace, against }
}

/** One pair clearly before its rivals, or the only one. */
const stands = (pair: Pair, rivals: readonly Pair[]): boolean =>
  rivals.every((rival) => rival === pair || (pair.share !== null && rival.share !== null && pair.share - rival.share >= SHARE.margin))

/** `unheld`: known rooms of which no id holds now. By handle. */
export const recogniseRooms = (shown: readonly ShownRoom[], unheld: readonly KnownRoom[]): Map<string, Recognised> => {
  const looked = shown.map((room) => ({ room, ...pairsOf(room, unheld) }))
  const all = looked.flatMap(({ fits }) => fits)
  const answers = new Map<string, Recognised>()
  for (const { room, fits, against } of looked) {
    const match = fits.find(
      (pair) =>
        stands(pair, fits) &&
        stands(
          pair,
          all.filter((other) => other.room === pair.room),
        ),
    )
    const twice = shown.some((other) => other.handle !== room.handle && folded(other.topic) === folded(room.topic))
    if (match !== undefined) answers.set(room.handle, { room: match.room })
    else if (fits.length > 0 || against.length > 0 || twice)
      answers.set(room.handle, { doubtful: fits.length > 0 ? fits.map((pair) => pair.room) : against })
    else answers.set(room.handle, 'new')
  }
  return answers
}

export interface KnownMember {
  personId: number
  alias: string
  name: string
  remark: string | null
}

/**
 * Who of the members shown is whom: by the remark, which only the bot's own account can set, else by alias, else by name; each only where
 * nobody else, shown or known, is called so.
 */
export const recogniseMembers = (shown: readonly SenderFacts[], known: readonly KnownMember[]): Map<string, number> => {
  const found = new Map<string, number>()
  const taken = new Set<number>()
  const pass = (shownKey: (one: SenderFacts) => string, knownKey: (one: KnownMember) => string): void => {
    const called = grouped(shown, shownKey)
    const remembered = grouped(known, knownKey)
    for (const [key, [one, ...others]] of called) {
      const [match, ...more] = remembered.get(key) ?? []
      if (one === undefined || match === undefined || others.length + more.length > 0) continue
      if (found.has(one.handle) || taken.has(match.personId)) continue
      found.set(one.handle, match.personId)
      taken.add(match.personId)
    }
  }
  pass(
    (one) => one.remark ?? '',
    (one) => one.remark ?? '',
  )
  pass(
    (one) => one.alias ?? '',
    (one) => one.alias,
  )
  pass(
    (one) => (one.alias ? '' : one.name),
    (one) => (one.alias === '' ? one.name : ''),
  )
  return found
}

const grouped = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = folded(keyOf(one))
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}
