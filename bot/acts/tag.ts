/** 标记 5-1-302 独居 无手机 电话13812345678: what staff note of a household; without more it is shown. */
import type { Command } from '../../parsers/types.js'
import { setTags, tagsOf } from '../../store/calls.js'
import { householdAt, householdById } from '../../store/community.js'
import { doorOf } from '../../store/picklist.js'
import { namesMedicines } from '../medicines.js'
import { answer, answerAlone } from '../say.js'
import type { Scene } from './scene.js'

export const tag = async (command: Extract<Command, { kind: 'tag' }>, scene: Scene): Promise<string> => {
  const { db, office, room, cause } = scene
  const { address, tags, phone, off } = command
  const place = { building: address.building ?? room?.building ?? null, unit: address.unit ?? room?.unit ?? null, room: address.room }
  const household = await householdAt(db, place)
  if (household === undefined) {
    await answer(
      scene,
      office.words.noSuchDoor({ doors: [[place.building, place.unit, place.room].filter((part) => part !== null).join('-')] }),
    )
    return 'no such door'
  }
  const before = tagsOf(household)
  const all = off && tags.length === 0 && phone === null
  const after = all ? [] : off ? before.filter((one) => !tags.includes(one)) : [...before, ...tags]
  const changed = await setTags(db, household, after, off ? (all || phone !== null ? null : undefined) : (phone ?? undefined), cause)
  const now = (await householdById(db, household.id)) ?? household
  const facts = { door: doorOf(household), tags: tagsOf(now), phone: now.phone, changed }
  // What is known of a household is for the staff of the grid: where volunteers read, it is said to the writer alone.
  const shown = room === null || (room.kind === 'grid' && room.grid === household.grid && (await namesMedicines(db, room)))
  await (shown ? answer : answerAlone)(scene, office.words.tagged(facts))
  return changed ? 'tag' : 'tags shown'
}
