/** What people wrote in a group, for whoever looks back at it. */
import type { Db } from './open.js'

export interface Heard {
  id: number
  person_id: number | null
  role: string
  alias: string | null
  name: string | null
  text: string
  quoted: string | null
  outcome: string | null
  review: number
  sent_at: number
}

/** Handled messages of a room since a moment, the oldest first. */
export const heardInRoom = (db: Db, roomId: number, since: number): Promise<Heard[]> =>
  db
    .selectFrom('inbox')
    .innerJoin('people', 'people.id', 'inbox.person_id')
    .select(['inbox.id', 'person_id', 'people.role', 'alias', 'inbox.name', 'text', 'quoted', 'outcome', 'review', 'sent_at'])
    .where('room_id', '=', roomId)
    .where('sent_at', '>=', since)
    .where('kind', 'in', ['text', 'note'])
    .where('handled_at', 'is not', null)
    .orderBy('inbox.id')
    .execute()
