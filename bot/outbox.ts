/** Sends what waits, one message at a time, at the pace that the network bears; keeps trying, and never says a thing twice after success. */
import {
  dueAgain,
  dueToSend,
  lastSentAt,
  nextDueAt,
  noteSending,
  noteSent,
  type OutboxRow,
  requeueInFlight,
  sendAgain,
} from '../store/outbox.js'
import type { ChatPort } from './chat/port.js'
import { NoAnswer } from './chat/waiting.js'
import { tellElsewhere } from './elsewhere.js'
import { faultOf } from './fault.js'
import { gather } from './gather.js'
import type { Office } from './office.js'
import type { Rescue } from './rescue.js'
import { reachable } from './say.js'

export interface Outbox {
  /** Something was queued: look again. */
  wake(): void
  /** Without a connection nothing is tried; with one again, what failed is due at once. */
  connected(is: boolean): Promise<void>
  /** Resolves when nothing that is due by now is left. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** What networks say when an account sends too much. */
const LIMITED = /频繁|过快|上限|稍后再试|too (?:many|fast|frequent)|rate.?limit|resource.?exhausted/iu
/** So many refusals in a row, of whatever reason, slow the whole account down. */
const IN_A_ROW = 3

export const openOutbox = (office: Office, port: ChatPort, account: string, rescue: Rescue): Outbox => {
  const { store, clock, settings, log } = office
  /** From when anything, and what is urgent, may be sent again. */
  let freeAt = 0
  let urgentFreeAt = 0
  let refusals = 0
  let online = false
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let calm: () => void = () => {}
  let begun = false
  /** What became of a send and the database does not know yet. */
  let owed: (() => Promise<void>) | null = null

  /** Once, before the first send: what a death left in flight, and the pace since the last text. */
  const begin = async (): Promise<void> => {
    await rescue.takeIn()
    await requeueInFlight(store.db)
    const last = await lastSentAt(store.db)
    if (last !== null) rest(last)
    begun = true
  }
  const rest = (since: number): void => {
    freeAt = urgentFreeAt = since + settings.pace.secondsBetweenMessages * 1000
  }
  const pay = async (): Promise<void> => {
    await owed?.()
    owed = null
  }
  /** It went out, and must not go out again although the database cannot be told. */
  const noteAway = (id: number, at: number, error: unknown): void => {
    if (!rescue.met(error)) throw error
    try {
      rescue.keepSent(id, at)
    } catch {
      log.error({ outbox: id }, 'sent, and no disk takes the note of it: after a kill now it may be said once more')
    }
  }
  const pauseAfter = (failures: number): number => {
    const { retrySeconds } = settings.pace
    return (retrySeconds[Math.min(failures, retrySeconds.length) - 1] ?? 60) * 1000
  }

  const refused = async (row: OutboxRow, text: string, error: unknown): Promise<void> => {
    const attempts = row.attempts + 1
    const told = error instanceof Error ? error.message : ''
    log.warn({ outbox: row.id, attempts, error: error instanceof Error ? error.name : 'unknown' }, 'not sent, will try again')
    if (!(error instanceof Unreachable)) {
      refusals++
      if (refusals >= IN_A_ROW || LIMITED.test(told)) freeAt = clock.now() + pauseAfter(refusals)
      urgentFreeAt = clock.now() + settings.pace.secondsBetweenMessages * 1000
    }
    const dueAt = clock.now() + pauseAfter(attempts)
    owed = () => sendAgain(store.db, row.id, dueAt, error instanceof NoAnswer)
    await pay()
    await tellElsewhere(row, text, attempts, account, office)
  }

  const send = async (row: OutboxRow): Promise<void> => {
    const text = row.text ?? (await store.db.transaction().execute((trx) => gather(trx, row, office)))
    if (text === null) return
    const handle = await reachable(store.db, account, row)
    await noteSending(store.db, row)
    office.step('sending')
    try {
      if (handle === null) throw new Unreachable('the network does not know this room or person now')
      await port.send(row.room_id === null ? { person: handle } : { room: handle }, text)
    } catch (error) {
      return refused(row, text, error)
    }
    office.step('sent')
    const at = clock.now()
    refusals = 0
    rest(at)
    owed = () => noteSent(store.db, row.id, at)
    try {
      await pay()
    } catch (error) {
      noteAway(row.id, at, error)
    }
  }

  const due = async (): Promise<OutboxRow | undefined> => {
    const now = clock.now()
    if (!online || now < urgentFreeAt) return undefined
    return dueToSend(store.db, now, now < freeAt ? 1 : undefined)
  }

  const pump = async (): Promise<void> => {
    if (!begun) await begin()
    while (!stopped) {
      again = false
      await pay()
      const row = await due()
      if (row !== undefined) {
        await send(row)
        continue
      }
      if (again) continue
      calm()
      if (!online) return
      const moments = [
        { at: await nextDueAt(store.db), free: Math.max(freeAt, urgentFreeAt) },
        { at: await nextDueAt(store.db, 1), free: urgentFreeAt },
      ].flatMap(({ at, free }) => (at === null ? [] : [Math.max(at, free)]))
      if (moments.length > 0) calm = clock.after(Math.min(...moments) - clock.now(), wake)
      return
    }
  }

  const wake = (): void => {
    again = true
    if (stopped) return
    running ??= pump()
      .catch((error: unknown) => {
        if (!rescue.met(error)) log.error({ ...faultOf(error) }, 'the outbox could not be read')
        again = false
        calm = clock.after(5000, wake)
      })
      .finally(() => {
        running = null
        if (again) wake()
      })
  }

  return {
    wake,
    connected: async (is) => {
      online = is
      if (!is) return
      await dueAgain(store.db, clock.now())
      wake()
    },
    settle: async () => {
      while (running !== null) await running
    },
    stop: async () => {
      stopped = true
      calm()
      if (running !== null) await running
    },
  }
}

/** No id of the target holds: the network was not even asked. */
class Unreachable extends Error {}
