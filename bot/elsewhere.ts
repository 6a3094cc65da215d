/** What cannot be said in one place is told to staff in another: an alert at its second refusal, with its words; anything else when it goes on. */
import { gridOf } from '../config/layout.js'
import { personById, type Room, roomById, staff } from '../store/community.js'
import type { Db } from '../store/open.js'
import type { OutboxRow } from '../store/outbox.js'
import type { Office } from './office.js'
import { gridTargets, reachable, sayOnce, type Target } from './say.js'

const TRIES = { urgent: 2, other: 4 }
const KEY = 'refused:'

export const tellElsewhere = async (row: OutboxRow, text: string, tries: number, account: string, office: Office): Promise<void> => {
  const urgent = row.urgent === 1
  if (tries !== (urgent ? TRIES.urgent : TRIES.other) || row.dedupe_key.startsWith(KEY)) return
  await office.store.db.transaction().execute(async (db) => {
    const room = row.room_id === null ? undefined : await roomById(db, row.room_id)
    const person = row.person_id === null ? undefined : await personById(db, row.person_id)
    const facts = { place: room?.topic ?? person?.name ?? '', tries, words: urgent ? text : null }
    for (const target of await others(db, row, room, office))
      if ((await reachable(db, account, target)) !== null)
        await sayOnce(db, target, `${KEY}${row.id}`, [office.words.refused(facts)], office, { urgent })
  })
}

/** The staff group of the place, its staff one by one where that group is what refuses, and the heads. */
const others = async (db: Db, row: OutboxRow, room: Room | undefined, office: Office): Promise<Target[]> => {
  const grid = room === undefined ? null : (room.grid ?? (room.building === null ? null : gridOf(office.settings, room.building)))
  const people = [...(await staff(db, { role: 'head' })), ...(grid === null ? [] : await staff(db, { grid, role: 'staff' }))]
  const groups = grid === null ? [] : (await gridTargets(db, grid)).filter((target) => target.room_id !== null)
  return [...groups, ...people.map((person) => ({ room_id: null, person_id: person.id }))].filter((target) =>
    row.room_id === null ? target.person_id !== row.person_id : target.room_id !== row.room_id,
  )
}
