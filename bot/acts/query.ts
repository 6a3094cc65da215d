/** A question goes to the grid's staff; the bot itself stays quiet. */
import { passOn } from './request.js'
import { type ActOf, householdMeant, type Scene } from './scene.js'

export const query = async (act: ActOf<'query'>, scene: Scene): Promise<string> => {
  await passOn('query', await householdMeant(act.address, scene), scene)
  return 'query'
}
