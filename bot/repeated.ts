/** Some networks deliver one message twice under two ids, and thumbs tap twice: the same words in the same breath count once. */
import { type InboxRow, noteReview, twinOf } from '../store/inbox.js'
import type { Db } from '../store/open.js'

export const REPEATED = 'repeated'

/** By the network's own times, whose unit is the second with some networks. Who means it twice takes longer to write it. */
const BREATH = 2000

/** The message of which this one is a repetition: the same person, place, words and quote, within a breath. */
export const repeatedBy = async (db: Db, row: InboxRow): Promise<InboxRow | null> => {
  const twin = await twinOf(db, row, BREATH)
  return twin === undefined || twin.outcome === REPEATED || twin.outcome === 'fault' ? null : twin
}

/**
 * One of two was recalled. A repetition that stays may have been meant, and one that goes may stand for both: nobody here can know, so
 * the repetition is put before a person. Returns it, or null where the recalled message stands alone.
 */
export const doubtRepetition = async (db: Db, recalled: InboxRow): Promise<InboxRow | null> => {
  const twin = await twinOf(db, recalled, BREATH)
  const repetition = [recalled, twin].find((row) => row?.outcome === REPEATED)
  if (twin === undefined || repetition === undefined) return null
  await noteReview(db, repetition.id)
  return repetition
}
