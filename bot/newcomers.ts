/** Who in the groups never said where they live; and when such a one cries for help, all that is known, so that nobody has to search. */
import { gridOf } from '../config/layout.js'
import type { Alert } from '../store/alerts.js'
import { householdById, personById, roomById } from '../store/community.js'
import { type Heard, heardInRoom } from '../store/heard.js'
import { criesIn, joinedAt, newcomers } from '../store/newcomers.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import type { Scene } from './acts/scene.js'
import { dayOf, timeOf } from './days.js'
import type { Office } from './office.js'
import { tellGrid } from './say.js'
import type { KnownOf, NewcomerShown, SaidThen } from './wording/office.js'

const DAY = 86_400_000
/** So far back earlier words are shown, and so many of them. */
const BACK = 7 * DAY
const MOST = 5
/** What is written so soon after somebody's words may be an answer to them. */
const SOON = 10 * 60_000
/** So long after a cry the group's words are passed on. */
const PASSED_ON = 60 * 60_000

/** The newcomers of a grid's groups; all of them where `grid` is null. */
export const shownNewcomers = async (db: Db, grid: string | null, office: Office): Promise<NewcomerShown[]> =>
  (await newcomers(db))
    .filter(({ building }) => grid === null || (building !== null && gridOf(office.settings, building) === grid))
    .map(({ name, alias, topic, joined }) => ({
      group: topic,
      name: alias || name,
      joined: joined === null ? null : dayOf(joined, office.settings.timeZone),
    }))

const whoSaid = async (db: Db, heard: Heard): Promise<string> => {
  const person = heard.person_id === null ? undefined : await personById(db, heard.person_id)
  const household = person?.household_id ? await householdById(db, person.household_id) : undefined
  return [...(household === undefined ? [] : [doorOf(household)]), heard.alias || heard.name || ''].join(' ').trim()
}

/** Null where a door is known, or nobody. */
export const knownOf = async (
  db: Db,
  alert: Pick<Alert, 'household_id' | 'room_id' | 'person_id' | 'at'>,
  office: Office,
): Promise<KnownOf | null> => {
  if (alert.household_id !== null || alert.room_id === null || alert.person_id === null) return null
  const [room, person] = [await roomById(db, alert.room_id), await personById(db, alert.person_id)]
  if (room === undefined || person === undefined || person.role !== 'resident') return null
  const household = person.household_id === null ? undefined : await householdById(db, person.household_id)
  const said = (heard: Heard, who: string | null): SaidThen => ({ ...momentOf(heard.sent_at, office), who, words: heard.text })
  const heard = await heardInRoom(db, room.id, alert.at - BACK)
  const own = heard.filter(({ person_id }) => person_id === person.id)
  const names = [...new Set(own.flatMap(({ alias, name }) => [alias, name]).concat(person.name))].filter((name) => (name ?? '').length > 1)
  const answers = heard.filter(
    (one) =>
      one.person_id !== person.id &&
      (own.some((mine) => one.quoted !== null && one.quoted !== '' && mine.text.includes(one.quoted)) ||
        names.some((name) => name !== null && one.text.includes(name)) ||
        own.some((mine) => one.sent_at >= mine.sent_at && one.sent_at - mine.sent_at <= SOON) ||
        (one.sent_at >= alert.at && one.sent_at - alert.at <= PASSED_ON)),
  )
  const joined = await joinedAt(db, person.id, room.id)
  const told: SaidThen[] = []
  for (const one of answers.slice(-MOST)) told.push(said(one, await whoSaid(db, one)))
  return {
    group: room.topic,
    names: names.filter((name): name is string => name !== null),
    remark: person.remark,
    door: household === undefined ? null : doorOf(household),
    joined: joined === null ? null : momentOf(joined, office),
    earlier: own
      .filter(({ sent_at }) => sent_at < alert.at)
      .slice(-MOST)
      .map((one) => said(one, null)),
    answers: told,
  }
}

const momentOf = (at: number, { settings }: Office): { day: string; time: string } => ({
  day: dayOf(at, settings.timeZone),
  time: timeOf(at, settings.timeZone),
})

/** While it is not known where somebody who cried lives, what is written in their group then goes to staff at once. */
export const passOn = async (scene: Scene): Promise<void> => {
  const { db, office, room, person, message, now } = scene
  if (room === null || room.kind === 'grid') return
  for (const cry of await criesIn(db, room.id)) {
    if (now < cry.at || now - cry.at > PASSED_ON) continue
    const household = person.household_id === null ? undefined : await householdById(db, person.household_id)
    const who = [...(household === undefined ? [] : [doorOf(household)]), message.alias || message.name || person.name].join(' ').trim()
    const text = office.words.saidAfterCry({ id: cry.id, who, own: person.id === cry.person_id, words: message.text })
    await tellGrid(db, cry.grid, text, office, message.id)
  }
}
