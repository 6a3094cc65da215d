/** The demo's stage: any resident or staff member can write in any group, and time goes on when it is told to. */

import type { VirtualClock } from '../../bot/clock.js'
import { timeOf } from '../../bot/days.js'
import type { Office } from '../../bot/office.js'
import { openStage, type Said, settingsFor } from '../../bot/replay.js'
import { demoCast, gridRoom, unitRoom } from './cast.js'
import type { Screen } from './screen.js'

export interface Theatre {
  office: Office
  screen: Screen
  until(time: number): Promise<void>
  /** `who` is a door (3-2-501), a cast id (s-1) or anyone; `room` 3-2, g1 or `-` for a private chat. Returns the message's id. */
  say(words: { who: string; name?: string | undefined; room: string; text: string }): Promise<string>
  recall(who: string, room: string, id: string): Promise<void>
  close(): Promise<void>
}

/** The cast's ids of a room as one types it: 3-2, g1 or 一网格; null for a private chat, undefined where there is none. */
export const roomId = (typed: string, office: Office): string | null | undefined => {
  if (typed === '-') return null
  const grid = office.settings.grids.find(({ id, name }) => typed === `g${id}` || typed === name)
  if (grid !== undefined) return gridRoom(grid.id)
  const unit = /^([\w]+)-([\w]+)$/u.exec(typed)
  return unit === null ? undefined : unitRoom(unit[1] ?? '', unit[2] ?? '')
}

/** What every unit's group is told at the same time is shown once. */
const EVERYWHERE = /^(?:各位邻居好|📣|第\d+轮核酸还有)/u

export const openTheatre = async (office: Office, clock: VirtualClock, screen: Screen): Promise<Theatre> => {
  const cast = demoCast(office.settings)
  const topics = new Map(cast.rooms.map((room) => [room.id, room.topic]))
  const names = new Map(cast.people.map((person) => [person.id, person.name]))
  const zone = office.settings.timeZone
  const heardBy = new Set<string>()
  const said = ({ room, to, text }: Said): void => {
    const time = timeOf(clock.now(), zone)
    const place = room === undefined ? `→ ${names.get(to ?? '') ?? to}` : (topics.get(room) ?? room)
    const everywhere = room !== undefined && !room.startsWith('r-g') && EVERYWHERE.test(text)
    if (everywhere && heardBy.has(text)) return
    if (everywhere) heardBy.add(text)
    screen.speech(time, everywhere ? '各单元群' : place, '邻需', text, 'green')
  }
  const stage = await openStage({ ...office, settings: settingsFor(office.settings, cast) }, clock, cast, said)
  let count = 0

  const known = (who: string, name: string | undefined, room: string | null): void => {
    if (!names.has(who)) stage.puppet.addPerson({ id: who, name: name ?? who })
    names.set(who, name ?? names.get(who) ?? who)
    if (room !== null && /^\w+-\w+-\w+$/u.test(who)) stage.puppet.setAlias(room, who, name ?? who)
    else if (room !== null && name !== undefined) stage.puppet.setAlias(room, who, name)
  }
  const stamp = (): string => new Date(clock.now()).toISOString()

  return {
    office,
    screen,
    until: stage.until,
    say: async ({ who, name, room: typed, text }) => {
      const room = roomId(typed, office) ?? null
      known(who, name, room)
      screen.speech(timeOf(clock.now(), zone), room === null ? '私聊' : (topics.get(room) ?? room), names.get(who) ?? who, text)
      const id = `m-${++count}`
      await stage.play({ at: stamp(), id, room, from: who, text })
      return id
    },
    recall: async (who, typed, id) => {
      await stage.play({ at: stamp(), id: `m-${++count}`, room: roomId(typed, office) ?? null, from: who, recall: id })
    },
    close: stage.close,
  }
}
