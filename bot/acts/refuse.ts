/** What a volunteer or a staff member may not do here: said to them alone, in few words. */
import type { Deed } from '../permissions.js'
import { answerAlone } from '../say.js'
import type { Scene } from './scene.js'

export const refuse = async (deed: Deed, scene: Scene): Promise<string> => {
  await answerAlone(scene, scene.office.words.notAllowed())
  return `${deed} refused`
}
