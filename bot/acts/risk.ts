/** A unit or building is marked, so that only staff carry there, or the mark is lifted. */
import { clearMarks, mark } from '../../store/marks.js'
import { addDays } from '../days.js'
import { markedName } from '../marks.js'
import { answer } from '../say.js'
import type { ActOf, Scene } from './scene.js'

export const risk = async (act: ActOf<'risk'>, scene: Scene): Promise<string> => {
  const { db, cause, office } = scene
  const building = act.address.building ?? scene.room?.building ?? null
  if (building === null) return 'no building named'
  const place = { building, unit: act.address.unit }
  const { confirmedDays, contactDays } = office.settings.marks
  const until = addDays(scene.today, act.level === 'confirmed' ? confirmedDays : contactDays)
  const changed = act.level === 'clear' ? await clearMarks(db, place, cause) : await mark(db, place, act.level, until, cause)
  await answer(
    scene,
    office.words.riskNoted({ place: markedName(place), level: act.level, changed, until, disinfect: office.settings.modules.disinfection }),
  )
  return `risk ${act.level}`
}
