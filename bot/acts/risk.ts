/** A unit or building is marked, so that only staff carry there, or the mark is lifted. */
import { clearMarks, mark } from '../../store/rounds.js'
import { answer } from '../say.js'
import type { ActOf, Scene } from './scene.js'

export const risk = async (act: ActOf<'risk'>, scene: Scene): Promise<string> => {
  const { db, cause, office } = scene
  const building = act.address.building ?? scene.room?.building ?? null
  if (building === null) return 'no building named'
  const place = { building, unit: act.address.unit }
  const changed = act.level === 'clear' ? await clearMarks(db, place, cause) : await mark(db, place, act.level, cause)
  const name = place.unit === null ? `${building}栋` : `${building}栋${place.unit}单元`
  await answer(scene, office.words.riskNoted({ place: name, level: act.level, changed }))
  return `risk ${act.level}`
}
