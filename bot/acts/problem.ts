/** Something was wrong with a delivery: kept as a request, and told to the grid's staff. */

import { passOn } from './request.js'
import { type ActOf, householdMeant, type Scene } from './scene.js'
import { tellStory } from './trace.js'

export const problem = async (act: ActOf<'problem'>, scene: Scene): Promise<string> => {
  const household = await householdMeant(act.address, scene)
  await passOn(act.what, household, scene)
  if (household !== undefined && act.what !== 'late') await tellStory(household, scene)
  return `problem ${act.what}`
}
