/** Something was wrong with a delivery: kept as a request, and told to the grid's staff. */

import { passOn } from './request.js'
import { type ActOf, householdMeant, type Scene } from './scene.js'

export const problem = async (act: ActOf<'problem'>, scene: Scene): Promise<string> => {
  await passOn(act.what, await householdMeant(act.address, scene), scene)
  return `problem ${act.what}`
}
