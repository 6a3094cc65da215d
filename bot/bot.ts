/** The bot as a whole: a chat port, the way in, the way out, the day's jobs and the alerts, on one clock. */
import { idsHoldSince } from '../store/sessions.js'
import { watchAlerts } from './alerts.js'
import type { ArrivedMessage, ChatPort } from './chat/port.js'
import { faultOf } from './fault.js'
import { openGaps } from './gaps.js'
import { type Intake, type LookUp, openIntake } from './intake.js'
import type { Office } from './office.js'
import { type Outbox, openOutbox } from './outbox.js'
import { openRescue } from './rescue.js'
import { openRooms, type Rooms } from './rooms.js'
import { openSchedule, type Schedule } from './schedule.js'

export interface Bot {
  intake: Intake
  outbox: Outbox
  schedule: Schedule
  start(): Promise<void>
  /** Resolves when nothing is on its way: all that arrived is handled, all that is due is said. */
  settle(): Promise<void>
  /** Looks at what is due by the clock: jobs, alerts, texts. Called each minute, it tells a later start how long the process was down. */
  wake(): Promise<void>
  /** Finishes the message in hand and the send in flight; what waits on disk goes on at the next start. */
  stop(): Promise<void>
}

export interface Signs {
  scan?(code: string): void
  login?(name: string): void
  logout?(): void
}

const LOOK_AGAIN = 60_000

export const openBot = (office: Office, port: ChatPort, account: string, since: number, signs: Signs = {}): Bot => {
  const rescue = openRescue(office, account)
  const outbox = openOutbox(office, port, account, rescue)
  const rooms = openRooms(office, port, account)
  const gaps = openGaps(office, account)
  const alerts = watchAlerts(office, outbox.wake, rescue)
  const handled = (urgent: boolean): void => {
    outbox.wake()
    if (urgent) alerts.wake()
  }
  const intake = openIntake(office, account, lookUpAt(port, rooms, office), handled, rescue)
  const schedule = openSchedule(office, since, outbox.wake, rescue)
  /** A login while the database was away: the rooms are still to be matched. */
  let arrivalDue = false

  /** Connected: the rooms are matched, the gap is over, what waits is said. Rooms that the network did not show now are matched later. */
  const arrive = async (): Promise<void> => {
    arrivalDue = true
    try {
      await rooms
        .login()
        .then(intake.begin)
        .catch((error: unknown) => lookLater(error))
      await gaps.found()
      await outbox.connected(true)
      arrivalDue = false
    } catch (error) {
      if (!rescue.met(error)) throw error
    }
  }
  const lookLater = (error: unknown): void => {
    if (rescue.met(error)) throw error
    office.log.warn({ ...faultOf(error) }, 'the network did not show its rooms')
    office.clock.after(LOOK_AGAIN, () => void rooms.look().catch(lookLater))
  }
  rescue.until(async () => {
    if (arrivalDue) await arrive()
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
      await gaps.begin()
      intake.begin(await idsHoldSince(office.store.db, account))
      await port.start({
        message: async (message: ArrivedMessage) => {
          await intake.take(message)
        },
        login: async ({ name }) => {
          signs.login?.(name)
          await arrive()
        },
        lost: async (why, silentFor) => {
          await gaps.lost(why, silentFor)
          await outbox.connected(false)
          signs.logout?.()
        },
        ready: () => rooms.look(),
        scan: (code) => signs.scan?.(code),
        fault: (what, error) => office.log.warn({ ...faultOf(error) }, what),
      })
      await rescue.begin()
      await intake.settle()
      alerts.wake()
      outbox.wake()
      await schedule.runDue()
    },
    wake: async () => {
      await gaps.alive()
      alerts.wake()
      outbox.wake()
      await schedule.runDue()
      // `linxu rooms bind`, another process, may have laid messages here to be read again.
      await intake.settle()
    },
    stop: async () => {
      rescue.stop()
      alerts.stop()
      await Promise.all([schedule.stop(), outbox.stop()])
      await port.stop()
      await intake.stop()
      await alerts.settle()
      await gaps.alive()
    },
  }
}

const lookUpAt =
  (port: ChatPort, rooms: Rooms, office: Office): LookUp =>
  async (row) => {
    const quietly = async <T>(look: Promise<T>): Promise<T | null> => {
      try {
        return await look
      } catch (error) {
        office.log.warn({ message: row.id, ...faultOf(error) }, 'the network did not say who wrote')
        return null
      }
    }
    if (row.room_handle !== null) await quietly(rooms.know(row.room_handle))
    const [topic, sender] = await Promise.all([
      row.room_handle === null ? null : quietly(port.topic(row.room_handle)),
      row.sender_handle === '' ? null : quietly(port.sender(row.room_handle, row.sender_handle)),
    ])
    return { topic, alias: sender?.alias ?? null, name: sender?.name ?? '', remark: sender?.remark ?? null }
  }
