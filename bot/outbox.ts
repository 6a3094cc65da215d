/** Sends what waits, one message at a time, at the pace that the network bears; keeps trying, and never says a thing twice after success. */
import { dueToSend, lastSentAt, nextDueAt, noteSending, noteSent, type OutboxRow, requeueInFlight, sendAgain } from '../store/outbox.js'
import type { ChatPort } from './chat/port.js'
import { gather } from './gather.js'
import type { Office } from './office.js'
import type { Rescue } from './rescue.js'
import { reachable } from './say.js'

export interface Outbox {
  /** Something was queued: look again. */
  wake(): void
  /** Resolves when nothing that is due by now is left. */
  settle(): Promise<void>
  stop(): Promise<void>
}

export const openOutbox = (office: Office, port: ChatPort, account: string, rescue: Rescue): Outbox => {
  const { store, clock, settings, log } = office
  let freeAt = 0
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
    if (last !== null) freeAt = last + settings.pace.secondsBetweenMessages * 1000
    begun = true
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
  const send = async (row: OutboxRow): Promise<void> => {
    const text = row.text ?? (await store.db.transaction().execute((trx) => gather(trx, row, office)))
    if (text === null) return
    const handle = await reachable(store.db, account, row)
    await noteSending(store.db, row)
    office.step('sending')
    try {
      if (handle === null) throw new Error('the network does not know this room or person now')
      await port.send(row.room_id === null ? { person: handle } : { room: handle }, text)
    } catch (error) {
      const pauses = settings.pace.retrySeconds
      const pause = pauses[Math.min(row.attempts, pauses.length - 1)] ?? 60
      log.warn(
        { outbox: row.id, attempts: row.attempts + 1, error: error instanceof Error ? error.name : 'unknown' },
        'not sent, will try again',
      )
      const dueAt = clock.now() + pause * 1000
      owed = () => sendAgain(store.db, row.id, dueAt)
      await pay()
      return
    }
    office.step('sent')
    const at = clock.now()
    freeAt = at + settings.pace.secondsBetweenMessages * 1000
    owed = () => noteSent(store.db, row.id, at)
    try {
      await pay()
    } catch (error) {
      noteAway(row.id, at, error)
    }
  }

  const pump = async (): Promise<void> => {
    if (!begun) await begin()
    while (!stopped) {
      again = false
      await pay()
      const row = clock.now() >= freeAt ? await dueToSend(store.db, clock.now()) : undefined
      if (row !== undefined) {
        await send(row)
        continue
      }
      if (again) continue
      const next = await nextDueAt(store.db)
      calm()
      if (next !== null) calm = clock.after(Math.max(next, freeAt) - clock.now(), wake)
      return
    }
  }

  const wake = (): void => {
    again = true
    if (stopped) return
    running ??= pump()
      .catch((error: unknown) => {
        if (!rescue.met(error)) log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'the outbox could not be read')
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
