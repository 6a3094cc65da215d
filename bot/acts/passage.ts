/** 进7栋1单元 已消毒: who went in and out, and whether it was disinfected. */
import type { Command } from '../../parsers/types.js'
import { householdsIn } from '../../store/community.js'
import { notePassage } from '../../store/marks.js'
import { timeOf } from '../days.js'
import { markedName } from '../marks.js'
import { answer } from '../say.js'
import type { Scene } from './scene.js'

export const passage = async (command: Extract<Command, { kind: 'passage' }>, scene: Scene): Promise<string> => {
  const { db, office, cause, now } = scene
  const { way, disinfected, building, unit } = command
  const place = { building, unit }
  const name = markedName(place)
  if ((await householdsIn(db, place)).length === 0) {
    await answer(scene, office.words.noSuchDoor({ doors: [name] }))
    return 'no such door'
  }
  await notePassage(db, place, way, disinfected, cause)
  await answer(scene, office.words.passageNoted({ place: name, way, disinfected, time: timeOf(now, office.settings.timeZone) }))
  return 'passage'
}
