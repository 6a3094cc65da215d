/**
 * What the bot does while its database cannot be written: says so, keeps what arrives in the spool, tries again, takes it in in order and
 * once, and tells the staff when it is over.
 */

import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StoreFault, storeFaultOf } from '../store/faults.js'
import { receive } from '../store/inbox.js'
import { type Db, PATIENCE } from '../store/open.js'
import { noteSent } from '../store/outbox.js'
import { inboxRow } from './arrived.js'
import type { ArrivedMessage } from './chat/port.js'
import { timeOf } from './days.js'
import { faultOf } from './fault.js'
import type { Office } from './office.js'
import { gridTargets, sayOnce } from './say.js'
import type { Spool, Spooled } from './spool.js'

export interface Rescue {
  /** Notes a fault and sets the next try; false where the error is not the database's. */
  met(error: unknown): boolean
  /** Whether the database cannot be written now. */
  troubled(): boolean
  /** Whether a message must wait in the spool: others wait there, and their order is kept. */
  behind(): boolean
  /** Resolves nothing and returns when it is on a disk; throws where no disk takes it. */
  keep(message: ArrivedMessage): void
  /** Remembers on a disk that a text went out, so that a kill before the database knows does not say it twice. */
  keepSent(outbox: number, at: number): void
  /** Takes in what the spool holds. */
  takeIn(): Promise<void>
  /** `work` is tried until it succeeds; then the fault is over. */
  until(work: () => Promise<void>): void
  /** Takes in what an earlier process left in the spool. */
  begin(): Promise<void>
  stop(): void
}

const AGAIN = 5000
/** While a fault lasts nobody waits long for the lock: messages go on arriving. */
const IMPATIENT = 100
const AT_ONCE = 500

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** Beside the database where it is a file, else in the data folder; then the spare folder, '' for the system's own for temporary files. */
export const spoolFiles = (database: string, spareFolder: string): string[] => {
  const name = `linxu-${shortHash(database)}.spool.jsonl`
  const beside = database.startsWith('sqlite:') ? `${database.slice('sqlite:'.length)}.spool.jsonl` : join('data', name)
  return [beside, join(spareFolder === '' ? tmpdir() : spareFolder, name)]
}

export const openRescue = (office: Office, account: string): Rescue => {
  const { store, clock, log, words, spool } = office
  let trouble: { fault: StoreFault | null; since: number; kept: number } | null = leftBehind(spool)
  let work: () => Promise<void> = async () => {}
  let calm: () => void = () => {}
  let trying = false
  let stopped = false

  const arm = (): void => {
    calm()
    if (!stopped) calm = clock.after(AGAIN, () => void again())
  }
  const again = async (): Promise<void> => {
    if (trying || stopped || trouble === null) return
    trying = true
    try {
      await work()
      await over()
    } catch (error) {
      if (storeFaultOf(error) === null) log.error({ ...faultOf(error) }, 'the database is back, but not all could be taken in')
      arm()
    } finally {
      trying = false
    }
  }
  const over = async (): Promise<void> => {
    if (trouble === null) return
    const { fault, since, kept } = trouble
    const { timeZone } = office.settings
    const text = words.storeAgain({ fault, from: timeOf(since, timeZone), until: timeOf(clock.now(), timeZone), kept })
    await store.db.transaction().execute((trx) => tellStaff(trx, text, since, office))
    trouble = null
    store.patience(PATIENCE)
    log.warn({ fault, kept }, text)
  }
  const keep = (entry: Parameters<Spool['keep']>[0]): void => {
    const first = spool.waiting() === 0
    const file = spool.keep(entry)
    if (first) log.warn({ file }, words.spooling())
  }

  return {
    met: (error) => {
      const fault = storeFaultOf(error)
      if (fault === null) return false
      if (trouble === null) {
        trouble = { fault, since: clock.now(), kept: 0 }
        store.patience(IMPATIENT)
        log.error({ fault, code: error instanceof Error && 'code' in error ? error.code : null }, words.storeFault({ fault }))
        arm()
      }
      return true
    },
    troubled: () => trouble !== null,
    behind: () => spool.waiting() > 0,
    keep: (message) => keep({ kind: 'message', at: clock.now(), account, message }),
    keepSent: (outbox, at) => keep({ kind: 'sent', at, outbox }),
    takeIn: async () => {
      for (let taken = 0; spool.waiting() > 0; ) {
        const entries = spool.read().filter(({ no }) => no > taken)
        for (let from = 0; from < entries.length; from += AT_ONCE) {
          const some = entries.slice(from, from + AT_ONCE)
          const fresh = await store.db.transaction().execute((trx) => takeSome(trx, some))
          if (trouble !== null) trouble.kept += fresh
          office.step('taken from the spool')
        }
        taken = entries.at(-1)?.no ?? taken
        if (spool.forget(taken)) return
      }
    },
    begin: again,
    until: (given) => {
      work = given
    },
    stop: () => {
      stopped = true
      calm()
    },
  }
}

const leftBehind = (spool: Spool): { fault: null; since: number; kept: number } | null => {
  const first = spool.read().find(({ kind }) => kind === 'message')
  return first === undefined ? null : { fault: null, since: first.at, kept: 0 }
}

/** A message that is known already (a kill came between this and the end of the spool) changes nothing. Returns how many were new. */
const takeSome = async (db: Db, entries: readonly Spooled[]): Promise<number> => {
  let fresh = 0
  for (const entry of entries)
    if (entry.kind === 'sent') await noteSent(db, entry.outbox, entry.at)
    else if ((await receive(db, inboxRow(entry.message, entry.account, entry.at))) !== null) fresh++
  return fresh
}

const tellStaff = async (db: Db, text: string, since: number, office: Office): Promise<void> => {
  for (const target of await gridTargets(db, null)) await sayOnce(db, target, `store fault:${since}`, [text], office)
}
