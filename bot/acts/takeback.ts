/** Takes back what a message did. What was not said yet is not said; what was said is put right. */
import { revertMessage } from '../../store/changes.js'
import { householdById } from '../../store/community.js'
import { dropNotices, saidNotices } from '../../store/outbox.js'
import { tell } from '../say.js'
import type { Scene } from './scene.js'

/** Returns how many changes were taken back. */
export const takeBack = async (inboxId: number, scene: Scene): Promise<number> => {
  const { db, office, message } = scene
  const { changes } = await revertMessage(db, inboxId, scene.cause)
  await dropNotices(db, inboxId)
  if (changes === 0) return 0
  for (const notice of await saidNotices(db, inboxId)) {
    const target = { room_id: notice.room_id, person_id: notice.person_id }
    const household = notice.household_id === null ? undefined : await householdById(db, notice.household_id)
    if (household === undefined) continue
    if (notice.kind === 'taken') await tell(db, target, { kind: 'cancelled', household: household.id, inbox: message.id }, office)
    if (notice.kind === 'at-door')
      await tell(
        db,
        target,
        { kind: 'answer', detail: { text: office.words.correction({ doors: [household.room] }) }, inbox: message.id },
        office,
      )
  }
  return changes
}
