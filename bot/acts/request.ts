/** What a person must see to: kept with the resident's words and told to the grid's staff; the bot answers nothing itself. */
import type { Household } from '../../store/community.js'
import { doorOf } from '../../store/picklist.js'
import { addRequest } from '../../store/rounds.js'
import { tellGrid } from '../say.js'
import { type ActOf, gridConcerned, householdMeant, type Scene } from './scene.js'

export const passOn = async (kind: string, household: Household | undefined, scene: Scene): Promise<void> => {
  const { db, office, message, room, person } = scene
  const grid = household?.grid ?? gridConcerned(scene)
  const id = await addRequest(
    db,
    { household_id: household?.id ?? null, room_id: room?.id ?? null, person_id: person.id, grid, words: message.text, kind },
    scene.cause,
  )
  const who = message.alias || message.name || person.name
  const door = household === undefined ? `${room?.topic ?? ''} ${who}`.trim() : doorOf(household)
  await tellGrid(db, grid, office.words.request({ id, door, words: message.text, kind }), office, message.id)
}

/** An urgent one reaches staff as an alert; it is kept as a request all the same. */
export const request = async (act: ActOf<'request'>, scene: Scene): Promise<string> => {
  const household = await householdMeant(act.address, scene)
  if (scene.understanding.urgent === null) await passOn('request', household, scene)
  else {
    const { message, room, person } = scene
    const grid = household?.grid ?? gridConcerned(scene)
    await addRequest(
      scene.db,
      { household_id: household?.id ?? null, room_id: room?.id ?? null, person_id: person.id, grid, words: message.text, kind: 'request' },
      scene.cause,
    )
  }
  return 'request'
}
