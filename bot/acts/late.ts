/** When the day's list is out, staff are told what changed in it since. */
import type { Household } from '../../store/community.js'
import { hasRun } from '../../store/jobs.js'
import { compilePickList, doorOf } from '../../store/picklist.js'
import { momentOf } from '../days.js'
import { tellGrid } from '../say.js'
import type { SaidLine } from '../wording/wording.js'
import type { Scene } from './scene.js'

export interface LateChange {
  household: Household
  day: string
  lines: SaidLine[]
  kind: 'added' | 'set' | 'removed' | 'cancelled'
}

export const tellLate = async (change: LateChange, scene: Pick<Scene, 'db' | 'office'> & { message: { id: number } }): Promise<void> => {
  const { db, office } = scene
  const { schedule, timeZone } = office.settings
  const digestAt = momentOf(change.day, schedule.digest, timeZone)
  if (digestAt > office.clock.now() || !(await hasRun(db, 'digest', digestAt))) return
  const list = await compilePickList(db, change.household.grid, change.day, office.clock.now())
  const no = list.entries.find((entry) => entry.household.id === change.household.id)?.no ?? null
  const text = office.words.lateChange({ door: doorOf(change.household), no, lines: change.lines, kind: change.kind })
  const medicines = change.lines.filter((line) => line.medicine !== '').map((line) => line.item)
  await tellGrid(db, change.household.grid, text, office, scene.message.id, medicines)
}
