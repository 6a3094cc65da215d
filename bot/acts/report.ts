/** 日报: the day told to whoever asks, of the grid for which they ask; in private where residents read. */
import type { Command, SaidDay } from '../../parsers/types.js'
import { addDays } from '../days.js'
import { reportOf } from '../report.js'
import { alone, here, sayOnce } from '../say.js'
import type { Scene } from './scene.js'

export const report = async (command: Extract<Command, { kind: 'report' }>, scene: Scene): Promise<string> => {
  const { db, office, person, room, message } = scene
  const grid = room?.grid ?? (person.role === 'head' ? null : person.grid)
  const day = dayMeant(command.day, scene.today)
  const target = room?.kind === 'grid' ? here(scene) : alone(scene)
  await sayOnce(db, target, `report:${message.id}`, await reportOf(db, day, grid, office), office)
  return 'report'
}

/** A date without a year is the last one of that name. */
const dayMeant = (said: SaidDay, today: string): string => {
  if ('daysAgo' in said) return addDays(today, -said.daysAgo)
  const part = (number: number): string => String(number).padStart(2, '0')
  const year = Number(today.slice(0, 4))
  const named = `${year}-${part(said.month)}-${part(said.date)}`
  return named <= today ? named : `${year - 1}${named.slice(4)}`
}
