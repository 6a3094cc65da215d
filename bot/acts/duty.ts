/** 值班 小王 今天 夜班 · 取消值班 … · 值班表: who is on duty in a grid, to whom an alert goes first. */
import type { Command, DutyDay } from '../../parsers/types.js'
import { staff } from '../../store/community.js'
import { addDuty, endDuty, rotaFrom } from '../../store/duty.js'
import { addDays, momentOf } from '../days.js'
import { onDutyAt, shiftTimes } from '../duty.js'
import { answer } from '../say.js'
import { gridOfScene, type Scene } from './scene.js'

export const duty = async (command: Extract<Command, { kind: 'duty' }>, scene: Scene): Promise<string> => {
  const { db, office, person, cause } = scene
  const named = command.who === null ? [person] : (await staff(db)).filter(({ name }) => name === command.who)
  const [who] = named
  if (who === undefined || named.length > 1) {
    await answer(scene, office.words.noSuchStaff({ name: command.who ?? person.name }))
    return 'nobody of this name'
  }
  const { from, until } = 'shift' in command ? shiftTimes(command.shift, office) : command
  const day = dayMeant(command.day, from, until, scene)
  const facts = { person_id: who.id, grid: who.grid ?? gridOfScene(scene), day, from_time: from, until_time: until }
  const changed = await (command.off ? endDuty : addDuty)(db, facts, cause)
  await answer(scene, office.words.dutyNoted({ name: who.name, day, from, until, off: command.off, changed }))
  return command.off ? 'duty off' : 'duty'
}

/** 今天夜班, said in the evening, is the night that comes: what is over by now is tomorrow's. */
const dayMeant = (said: DutyDay, from: string, until: string, { today, now, office }: Scene): string | null => {
  if (said === 'daily') return null
  if ('month' in said) {
    const part = (number: number): string => String(number).padStart(2, '0')
    const named = `${today.slice(0, 4)}-${part(said.month)}-${part(said.date)}`
    return named >= today ? named : `${Number(today.slice(0, 4)) + 1}${named.slice(4)}`
  }
  const day = addDays(today, said.inDays)
  const end = momentOf(until <= from ? addDays(day, 1) : day, until, office.settings.timeZone)
  return said.inDays === 0 && end <= now ? addDays(day, 1) : day
}

export const rota = async (scene: Scene): Promise<string> => {
  const { db, office, today, now } = scene
  const grid = gridOfScene(scene)
  const shifts = (await rotaFrom(db, grid, today)).map(({ name, day, from_time, until_time }) => ({
    name,
    day,
    from: from_time,
    until: until_time,
  }))
  const current = (await onDutyAt(db, grid, now, office)).map(({ name }) => name)
  await answer(scene, office.words.rota({ shifts, current }))
  return 'rota'
}
