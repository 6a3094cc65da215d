/** The day's call lists: to each grid's staff, and to the head whoever was not heard of for two days. */
import { noteCall, type ToCall, tagsOf, toCall } from '../store/calls.js'
import { staff } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import { dayOf } from './days.js'
import { gridName } from './digest.js'
import type { Office } from './office.js'
import { gridTargets, sayList, sayOnce } from './say.js'
import type { ToCallFacts } from './wording/wording.js'

/** From so many days without a word on, the head is told. */
const HEAD_AFTER = 2

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const factsOf = ({ household, tried, since }: ToCall, day: string): ToCallFacts => ({
  door: doorOf(household),
  tags: tagsOf(household),
  phone: household.phone,
  tried,
  days: daysBetween(since, day),
})

/** `masked`: doors only, where volunteers read. */
export const callList = async (db: Db, grid: string, day: string, office: Office, masked: boolean): Promise<string[]> => {
  const entries = (await toCall(db, grid, day)).map((one) => factsOf(one, day))
  return office.words.callList({ gridName: gridName(grid, office), entries, masked })
}

export const sendCallLists = async (db: Db, at: number, office: Office): Promise<void> => {
  const day = dayOf(at, office.settings.timeZone)
  const cause = { at: office.clock.now(), why: 'call list', personId: null, inboxId: null }
  const unheard: ToCallFacts[] = []
  for (const { id } of office.settings.grids) {
    const found = await toCall(db, id, day)
    if (found.length === 0) continue
    for (const { household } of found) await noteCall(db, household.id, day, 'listed', cause)
    unheard.push(...found.map((one) => factsOf(one, day)).filter(({ days }) => days >= HEAD_AFTER))
    await sayList(db, id, `calls:${day}:${id}`, (masked) => callList(db, id, day, office, masked), office)
  }
  if (unheard.length === 0) return
  const heads = (await staff(db, { role: 'head' })).map((head) => ({ room_id: null, person_id: head.id }))
  for (const target of heads.length > 0 ? heads : await gridTargets(db, null))
    await sayOnce(db, target, `calls-unheard:${day}`, office.words.unheard({ entries: unheard, masked: heads.length === 0 }), office)
}
