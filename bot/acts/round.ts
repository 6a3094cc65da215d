/** A test round: begins, is checked off by door, unit or building, and shows who is missing. */
import type { Household } from '../../store/community.js'
import { checkOff, currentRound, missingIn, startRound } from '../../store/rounds.js'
import { answer } from '../say.js'
import { type ActOf, gridOfScene, type Scene } from './scene.js'
import { householdsMeant } from './targets.js'

export const round = async (act: ActOf<'round'>, scene: Scene): Promise<string> => {
  const { db, cause, office } = scene
  if (act.op === 'start') {
    const { no } = await startRound(db, act.no ?? null, cause)
    await answer(scene, office.words.roundStarted({ no }))
    return 'round start'
  }
  const running = await currentRound(db)
  if (running === undefined) {
    await answer(scene, office.words.noRound())
    return 'no round'
  }
  const grid = gridOfScene(scene)
  if (act.op === 'remaining') {
    const missing = await missingIn(db, running.id, grid)
    await answer(scene, office.words.roundMissing({ no: running.no, byUnit: byUnit(missing), total: missing.length }))
    return 'round remaining'
  }
  const { single, whole } = await householdsMeant({ ...act, entries: [] }, scene)
  let doors = 0
  for (const household of [...single, ...whole]) if (await checkOff(db, running.id, household.id, cause)) doors++
  if (doors > 0)
    await answer(scene, office.words.roundNoted({ no: running.no, doors, left: (await missingIn(db, running.id, grid)).length }))
  return 'round done'
}

const byUnit = (households: readonly Household[]): { unit: string; rooms: string[] }[] => {
  const units = new Map<string, string[]>()
  for (const { building, unit, room } of households) units.set(`${building}-${unit}`, [...(units.get(`${building}-${unit}`) ?? []), room])
  return [...units].map(([unit, rooms]) => ({ unit, rooms }))
}
