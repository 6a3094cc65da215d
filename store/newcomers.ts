/** People in residents' groups of whom no door is known, and what is known of them all the same. */

import { known } from './known.js'
import type { Db } from './open.js'
import { prepare } from './prepared.js'

export interface Newcomer {
  person_id: number
  name: string
  alias: string
  topic: string
  building: string | null
  /** When they were seen to join, null where nobody saw it. */
  joined: number | null
}

/** Whoever is in a residents' group and has not said where they live. */
export const newcomers = async (db: Db): Promise<Newcomer[]> => {
  const rows = await db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person_id')
    .innerJoin('rooms', 'rooms.id', 'members.room_id')
    .select(['members.person_id', 'members.room_id', 'members.name', 'members.alias', 'rooms.topic', 'rooms.building'])
    .where('people.role', '=', 'resident')
    .where('people.household_id', 'is', null)
    .where('people.name', '!=', '')
    .where('rooms.kind', 'in', ['unit', 'building'])
    .orderBy('members.id')
    .execute()
  const found: Newcomer[] = []
  for (const { room_id, ...row } of rows) found.push({ ...row, joined: await joinedAt(db, row.person_id, room_id) })
  return found
}

export const joinedAt = async (db: Db, personId: number, roomId: number): Promise<number | null> => {
  const found = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.min('sent_at').as('at'))
    .where('person_id', '=', personId)
    .where('room_id', '=', roomId)
    .where('kind', '=', 'join')
    .executeTakeFirst()
  return found?.at === null || found?.at === undefined ? null : Number(found.at)
}

export interface OpenCry {
  id: number
  person_id: number
  grid: string | null
  at: number
}

/** Alerts of a room that are not closed, by people of whom no door is known. */
export const criesIn = known(['alerts', 'people'], (db, roomId: number) => selectCries(db, { roomId }))
const selectCries = prepare<{ roomId: number }, OpenCry>((db, given) =>
  db
    .selectFrom('alerts')
    .innerJoin('people', 'people.id', 'alerts.person_id')
    .select(['alerts.id', 'alerts.grid', 'alerts.at'])
    .select('people.id as person_id')
    .where('alerts.room_id', '=', given('roomId'))
    .where('alerts.closed_at', 'is', null)
    .where('alerts.household_id', 'is', null)
    .where('people.household_id', 'is', null)
    .orderBy('alerts.id')
    .compile(),
)

/** A person's cry of distress that nobody has closed: what they write meanwhile is answered by people. */
export const inDistress = (db: Db, personId: number) =>
  db
    .selectFrom('alerts')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', 'distress')
    .where('closed_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
