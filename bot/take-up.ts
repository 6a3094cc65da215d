/** A group is bound: who wrote there before is known again, and what could not be done without its place is read again. */
import { type Cause, revertMessage } from '../store/changes.js'
import { changePerson, membersOf, noteMember, people } from '../store/community.js'
import { readAgain, undoneIn } from '../store/inbox.js'
import { movePerson, moveRoom } from '../store/merge.js'
import type { Db } from '../store/open.js'
import { dropNotices } from '../store/outbox.js'
import { held, idsHoldSince, moveHandles } from '../store/sessions.js'
import { recogniseMembers } from './recognise.js'

/** What is older was settled by other ways; a 收到 of last week signs nothing of today. */
const FRESH = 24 * 3600_000

/** Messages that ordered without a door, or found nothing to do, are handled anew by whoever handles messages, in their order. */
export const takeUp = async (db: Db, room: number, cause: Cause): Promise<void> => {
  for (const id of await undoneIn(db, room, cause.at - FRESH)) {
    await revertMessage(db, id, cause)
    await dropNotices(db, id)
    await readAgain(db, id)
  }
}

/** Two rows that are one room: the strangers of the newer one who are known in the older one go on as these. */
export const joinRooms = async (db: Db, newer: number, older: number, account: string, cause: Cause): Promise<void> => {
  const holding = await held(db, account, 'person', await idsHoldSince(db, account))
  const everyone = new Map((await people(db)).map((person) => [person.id, person]))
  const resident = (id: number) => (everyone.get(id)?.role === 'resident' ? everyone.get(id) : undefined)
  const writers = await membersOf(db, newer)
  const strangers = writers.flatMap(({ person_id, alias, name }) => {
    const person = resident(person_id)
    return person === undefined ? [] : [{ handle: String(person_id), alias, name, remark: person.remark }]
  })
  const known = (await membersOf(db, older)).flatMap(({ person_id, alias, name }) => {
    const person = holding.has(person_id) ? undefined : resident(person_id)
    return person === undefined ? [] : [{ personId: person_id, alias, name, remark: person.remark }]
  })
  const found = recogniseMembers(strangers, known)
  for (const writer of writers) {
    const stranger = resident(writer.person_id)
    const same = resident(found.get(String(writer.person_id)) ?? 0)
    const home = stranger?.household_id ?? same?.household_id
    if (stranger !== undefined && same !== undefined && home === same.household_id) {
      await moveHandles(db, account, 'person', stranger.id, same.id)
      await movePerson(db, stranger.id, same.id)
      const remark = stranger.remark ?? same.remark
      await changePerson(db, stranger.id, { remark: null }, cause)
      await changePerson(db, same.id, { remark }, cause)
    } else
      await noteMember(db, {
        room_id: older,
        person_id: writer.person_id,
        alias: writer.alias,
        name: writer.name,
        seen_at: writer.seen_at,
      })
  }
  await moveHandles(db, account, 'room', newer, older)
  await moveRoom(db, newer, older)
}
