/** The job of the night that removes what is older than the office keeps it, and proves it: counted again, and kept as an event. */
import { countExpired, type Limits, noteCleaning, removeExpired } from '../store/expire.js'
import { finishJob } from '../store/jobs.js'
import { scrub } from '../store/scrub.js'
import { addDays, dayOf, momentOf } from './days.js'
import { faultOf } from './fault.js'
import type { Office } from './office.js'
import { tellGrid } from './say.js'

/** Whole days: what is kept 30 days is kept until the night after its thirtieth day. */
export const limitsAt = (at: number, { settings }: Office): Limits => {
  const { keep, timeZone } = settings
  const before = (days: number): string => addDays(dayOf(at, timeZone), -days)
  const moment = (days: number): number => momentOf(before(days), '00:00', timeZone)
  return { texts: moment(keep.textDays), orders: moment(keep.orderDays), ordersDay: before(keep.orderDays), alerts: moment(keep.alertDays) }
}

/** Where something is left, or the file could not be written anew, staff are told. Throws only where the end cannot be written. */
export const cleanUp = async (at: number, office: Office): Promise<void> => {
  const { store, log, words } = office
  const limits = limitsAt(at, office)
  let proof: { limits: Limits; removed: object; left: object; scrubbed: boolean } | null = null
  let failed = true
  try {
    const removed = await store.db.transaction().execute((trx) => removeExpired(trx, limits))
    const scrubbed = await scrub(store)
    const left = await countExpired(store.db, limits)
    proof = { limits, removed, left, scrubbed }
    log.info({ removed, left, scrubbed }, 'removed what is not kept any more')
    failed = !scrubbed || Object.values(left).some((count) => count > 0)
  } catch (error) {
    log.error({ ...faultOf(error) }, 'what is not kept any more could not be removed')
  }
  // One transaction with the end of the job: killed before it, the night is cleaned again and proved once.
  await store.db.transaction().execute(async (trx) => {
    if (proof !== null) await noteCleaning(trx, at, proof)
    if (failed) await tellGrid(trx, null, words.cleaningFailed(), office)
    await finishJob(trx, 'clean', at, office.clock.now())
  })
}
