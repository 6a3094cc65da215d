/** The bot as a whole: a chat port, the way in, the way out, the day's jobs and the alerts, on one clock. */
import { noteHandle } from '../store/community.js'
import { watchAlerts } from './alerts.js'
import type { ArrivedMessage, ChatPort } from './chat/port.js'
import { type Intake, type LookUp, openIntake } from './intake.js'
import type { Office } from './office.js'
import { type Outbox, openOutbox } from './outbox.js'
import { openRescue } from './rescue.js'
import { openSchedule, type Schedule } from './schedule.js'
import { roomBehind } from './who.js'

export interface Bot {
  intake: Intake
  outbox: Outbox
  schedule: Schedule
  start(): Promise<void>
  /** Resolves when nothing is on its way: all that arrived is handled, all that is due is said. */
  settle(): Promise<void>
  /** Looks at what is due by the clock: jobs, alerts, texts. */
  wake(): Promise<void>
  /** Finishes the message in hand and the send in flight; what waits on disk goes on at the next start. */
  stop(): Promise<void>
}

export interface Signs {
  scan?(code: string): void
  login?(name: string): void
  logout?(): void
}

export const openBot = (office: Office, port: ChatPort, account: string, since: number, signs: Signs = {}): Bot => {
  const rescue = openRescue(office, account)
  const outbox = openOutbox(office, port, account, rescue)
  const alerts = watchAlerts(office, outbox.wake, rescue)
  const handled = (urgent: boolean): void => {
    outbox.wake()
    if (urgent) alerts.wake()
  }
  const intake = openIntake(office, account, lookUpAt(port, office), handled, rescue)
  const schedule = openSchedule(office, since, outbox.wake, rescue)
  /** A login while the database was away: the rooms are still to be matched. */
  let roomsDue = false

  const matchRooms = async (): Promise<void> => {
    roomsDue = true
    await knowRooms(office, port, account)
    roomsDue = false
    outbox.wake()
  }
  rescue.until(async () => {
    if (roomsDue) await matchRooms()
    await intake.recover()
    await schedule.runDue()
    alerts.wake()
    outbox.wake()
  })

  const settle = async (): Promise<void> => {
    await port.idle()
    await intake.settle()
    await schedule.settle()
    await alerts.settle()
    await outbox.settle()
  }

  return {
    intake,
    outbox,
    schedule,
    settle,
    start: async () => {
      await port.start({
        message: async (message: ArrivedMessage) => {
          await intake.take(message)
        },
        login: async ({ name }) => {
          intake.begin(office.clock.now())
          signs.login?.(name)
          await matchRooms().catch((error: unknown) => {
            if (!rescue.met(error)) throw error
          })
        },
        logout: async () => {
          office.log.warn('logged out of the chat network')
          signs.logout?.()
        },
        scan: (code) => signs.scan?.(code),
        fault: (what, error) => office.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, what),
      })
      await rescue.begin()
      await intake.settle()
      alerts.wake()
      outbox.wake()
      await schedule.runDue()
    },
    wake: async () => {
      alerts.wake()
      outbox.wake()
      await schedule.runDue()
    },
    stop: async () => {
      rescue.stop()
      alerts.stop()
      await Promise.all([schedule.stop(), outbox.stop()])
      await port.stop()
      await intake.stop()
      await alerts.settle()
    },
  }
}

const lookUpAt =
  (port: ChatPort, office: Office): LookUp =>
  async (row) => {
    const quietly = async <T>(look: Promise<T | null>): Promise<T | null> => {
      try {
        return await look
      } catch (error) {
        office.log.warn({ message: row.id, error: error instanceof Error ? error.message : 'unknown' }, 'the network did not say who wrote')
        return null
      }
    }
    const topic = row.room_handle === null ? null : await quietly(port.topic(row.room_handle))
    const sender = row.sender_handle === '' ? null : await quietly(port.sender(row.room_handle, row.sender_handle))
    return { topic, alias: sender?.alias ?? null, name: sender?.name ?? '' }
  }

/** At a login every room that the network shows is matched, so that the jobs know where to speak. */
const knowRooms = async (office: Office, port: ChatPort, account: string): Promise<void> => {
  const now = office.clock.now()
  for (const { handle, topic } of await port.rooms())
    await office.store.db.transaction().execute(async (trx) => {
      const room = await roomBehind(trx, account, handle, topic, now, { sent_at: now }, office)
      if (room !== null) await noteHandle(trx, account, 'room', handle, room.id, now)
    })
}
