/** Asks the units' groups for their needs: at the hour of their grid, not where staff have just asked, and once more where nobody answered. */
import { gridOf } from '../config/layout.js'
import type { Settings } from '../config/settings.js'
import { answersNothing, asksForNeeds } from '../parsers/asking.js'
import { type Room, roomsOfKind } from '../store/community.js'
import { heardInRoom } from '../store/heard.js'
import type { Db } from '../store/open.js'
import { unitsOrdered } from '../store/orders.js'
import { saidInRoomSince } from '../store/outbox.js'
import { addDays, afterQuietHours, dayOf, momentOf, orderDay, timeOf } from './days.js'
import type { Office } from './office.js'
import { sayOnce } from './say.js'

type Grid = Settings['grids'][number]

const KEY = 'ask:'

const gridOfRoom = (room: Room, { settings }: Office): Grid | undefined =>
  settings.grids.find(({ id }) => id === (room.building === null ? null : gridOf(settings, room.building)))

const hourOf = (grid: Grid | undefined, { settings }: Office): string => grid?.ask ?? settings.schedule.ask

/** Every hour at which some grid is asked. */
export const askHours = ({ settings }: Office): string[] => [...new Set(settings.grids.map(({ ask }) => ask ?? settings.schedule.ask))]

const wordsFor = (room: Room, at: number, office: Office): string => {
  const { schedule, timeZone } = office.settings
  const words = gridOfRoom(room, office)?.askWords ?? null
  return office.words.ask({ day: orderDay(at, schedule.cutOff, timeZone), until: schedule.cutOff, words })
}

/** Asks these groups now. `key` tells one time of asking from another. */
export const askRooms = async (db: Db, rooms: readonly Room[], key: string, at: number, office: Office): Promise<void> => {
  for (const room of rooms)
    await sayOnce(db, { room_id: room.id, person_id: null }, `${KEY}${key}`, [wordsFor(room, at, office)], office, { canWait: true })
}

/** The job of an hour: the grids whose hour it is. */
export const askAt = async (db: Db, at: number, office: Office): Promise<void> => {
  const hour = timeOf(at, office.settings.timeZone)
  const since = at - office.settings.asking.handMinutes * 60_000
  const due: Room[] = []
  for (const room of await roomsOfKind(db, 'unit'))
    if (hourOf(gridOfRoom(room, office), office) === hour && !(await askedByHand(db, room, since))) due.push(room)
  await askRooms(db, due, String(at), at, office)
}

/** Staff asked in the group with their own words, or had the bot ask. */
const askedByHand = async (db: Db, room: Room, since: number): Promise<boolean> =>
  (await saidInRoomSince(db, room.id, KEY, since)) ||
  (await heardInRoom(db, room.id, since)).some(({ role, text }) => role !== 'resident' && asksForNeeds(text))

/** The last call: in the groups of units where nobody has ordered for the day, and nobody has said that nothing is needed. Never in quiet hours. */
export const callLast = async (db: Db, at: number, office: Office): Promise<void> => {
  const { schedule, timeZone, pace } = office.settings
  if (afterQuietHours(at, { from: pace.quietFrom, until: pace.quietUntil }, timeZone) !== at) return
  const day = orderDay(at, schedule.cutOff, timeZone)
  const ordered = await unitsOrdered(db, day)
  for (const room of await roomsOfKind(db, 'unit')) {
    if (ordered.has(`${room.building}-${room.unit}`)) continue
    const asked = lastTime(hourOf(gridOfRoom(room, office), office), at, timeZone) - office.settings.asking.handMinutes * 60_000
    if ((await heardInRoom(db, room.id, asked)).some(isAnswer)) continue
    const text = office.words.lastCall({ day, until: schedule.cutOff })
    await sayOnce(db, { room_id: room.id, person_id: null }, `last-${KEY}${day}`, [text], office, { canWait: true })
  }
}

const lastTime = (hour: string, at: number, zone: string): number => {
  const today = momentOf(dayOf(at, zone), hour, zone)
  return today <= at ? today : momentOf(addDays(dayOf(at, zone), -1), hour, zone)
}

/** An order without a door as yet, something that waits for a person, or 不需要: somebody there is heard. */
const isAnswer = ({ role, text, outcome, review }: { role: string; text: string; outcome: string | null; review: number }): boolean =>
  role === 'resident' && (review === 1 || /^(?:order|amend|asked)/u.test(outcome ?? '') || answersNothing(text))
