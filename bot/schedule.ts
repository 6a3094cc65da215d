/** The day's jobs. What is due is a row claimed in `jobs`, so a process that was down catches up and several never do a thing twice. */

import { schedule as cron } from 'node-cron'
import { householdById, roomsOfKind } from '../store/community.js'
import { claimJob, finishJob, hasRun, isUnfinished } from '../store/jobs.js'
import type { Db } from '../store/open.js'
import { ordersOf } from '../store/orders.js'
import { compilePickList } from '../store/picklist.js'
import { askAt, askHours, callLast } from './asking.js'
import { sendCallLists } from './calls.js'
import { cleanUp } from './cleaning.js'
import { addDays, dayOf, momentOf, timeOf } from './days.js'
import { digest, gridName, notYetDelivered } from './digest.js'
import { faultOf } from './fault.js'
import { askForPassages, endMarksOf } from './marks.js'
import { backUpNight } from './nightly-backup.js'
import type { Office } from './office.js'
import { tellReport } from './report.js'
import { keepReport } from './report-file.js'
import type { Rescue } from './rescue.js'
import { remindRounds } from './rounds.js'
import { sayList, sayOnce, tellGrid } from './say.js'
import { layStanding } from './standing.js'

export type JobName = 'ask' | 'lastCall' | 'calls' | 'cutOff' | 'digest' | 'remind' | 'thanks' | 'passages' | 'report' | 'backup' | 'clean'
interface Due {
  job: JobName
  at: number
}

/** How late a job may still run after its time, in milliseconds: nobody is asked for needs in the middle of the night. */
const LATEST: Record<JobName, number> = {
  ask: 2 * 3600_000,
  lastCall: 30 * 60_000,
  calls: 6 * 3600_000,
  cutOff: 12 * 3600_000,
  digest: 14 * 3600_000,
  remind: 3 * 3600_000,
  thanks: 90 * 60_000,
  passages: 3 * 3600_000,
  report: 3 * 3600_000,
  backup: 20 * 3600_000,
  clean: 20 * 3600_000,
}
const JOBS: Exclude<JobName, 'backup' | 'clean' | 'ask'>[] = [
  'cutOff',
  'digest',
  'remind',
  'thanks',
  'passages',
  'report',
  'lastCall',
  'calls',
]

const timesOf = (office: Office): [JobName, string][] => {
  const { settings, backups } = office
  return [
    ...(backups === null ? [] : [['backup', settings.backup.time] satisfies [JobName, string]]),
    ...askHours(office).map((hour): [JobName, string] => ['ask', hour]),
    ...JOBS.filter((job) => job !== 'passages' || (settings.modules.marks && settings.modules.disinfection)).map(
      (job): [JobName, string] => [job, settings.schedule[job]],
    ),
    ['clean', settings.keep.time],
  ]
}

/** Everything due in (from, until], in the order of time. */
export const dueBetween = (from: number, until: number, office: Office): Due[] => {
  const { timeZone } = office.settings
  const due: Due[] = []
  for (let day = dayOf(from, timeZone); day <= dayOf(until, timeZone); day = addDays(day, 1))
    for (const [job, time] of timesOf(office)) due.push({ job, at: momentOf(day, time, timeZone) })
  return due.filter(({ at }) => at > from && at <= until).sort((a, b) => a.at - b.at)
}

export interface Schedule {
  /** Runs what is due by now and was not run. */
  runDue(): Promise<void>
  settle(): Promise<void>
  stop(): Promise<void>
}

const CATCH_UP = 24 * 3600_000
const AGAIN = 5000
/** A job that is so late was missed, and staff are told. */
const MISSED = 10 * 60_000

/** `since`: nothing that was due before is caught up (the start of a new database). `said` is called where something was queued. */
export const openSchedule = (office: Office, since: number, said: () => void, rescue: Rescue): Schedule => {
  const { clock, store, log } = office
  let looked = since
  let running: Promise<void> = Promise.resolve()
  let calm: () => void = () => {}
  let stopped = false

  const look = async (): Promise<void> => {
    const now = clock.now()
    try {
      for (const due of dueBetween(Math.max(looked, now - CATCH_UP), now, office)) {
        const ran = await store.db.transaction().execute((trx) => run(trx, due, now, office))
        office.step(`job ${due.job}`)
        const after = AFTER[due.job]
        if (ran && after !== undefined) {
          await after(due.at, office)
          await finishJob(store.db, due.job, due.at, clock.now())
        }
        if (ran) said()
      }
      looked = now
    } catch (error) {
      if (!rescue.met(error)) log.error({ ...faultOf(error) }, 'a job could not run and will be tried again')
      calm()
      if (!stopped) calm = clock.after(AGAIN, () => void runDue())
      return
    }
    arm()
  }
  const runDue = (): Promise<void> => {
    running = running.then(look)
    return running
  }
  const arm = (): void => {
    calm()
    if (stopped) return
    const next = dueBetween(clock.now(), clock.now() + 25 * 3600_000, office)[0]
    if (next !== undefined) calm = clock.after(next.at - clock.now(), () => void runDue())
  }
  return {
    runDue,
    settle: () => running,
    stop: async () => {
      stopped = true
      calm()
      await running
    },
  }
}

/** Looks each minute, in the community's time zone, so that a sleeping or stepped clock is noticed. Returns how to end it. */
export const tickEachMinute = (office: Office, look: () => Promise<void>): (() => void) => {
  const task = cron('* * * * *', look, { timezone: office.settings.timeZone, name: 'linxu', noOverlap: true })
  return () => void task.destroy()
}

const run = async (db: Db, due: Due, now: number, office: Office): Promise<boolean> => {
  if (await hasRun(db, due.job, due.at)) return isUnfinished(db, due.job, due.at)
  if (!(await claimJob(db, due.job, due.at, now, AFTER[due.job] === undefined))) return false
  const skipped = now - due.at > LATEST[due.job]
  if (!skipped) await WORK[due.job](db, due, office)
  if (now - due.at > MISSED) await tellMissed(db, due, skipped, office)
  return true
}

/** All that was missed becomes one message to each group of staff. */
const tellMissed = (db: Db, due: Due, skipped: boolean, office: Office): Promise<void> => {
  const { timeZone } = office.settings
  const facts = { job: due.job, day: dayOf(due.at, timeZone), time: timeOf(due.at, timeZone), skipped }
  return tellGrid(db, null, office.words.jobMissed(facts), office)
}

type Work = (db: Db, due: Due, office: Office) => Promise<void>

const ask: Work = (db, due, office) => askAt(db, due.at, office)

const calls: Work = (db, due, office) => sendCallLists(db, due.at, office)

const lastCall: Work = (db, due, office) => callLast(db, due.at, office)

const sendDigests: Work = async (db, due, office) => {
  const day = dayOf(due.at, office.settings.timeZone)
  for (const { id } of office.settings.grids) {
    await sayList(db, id, `digest:${day}:${id}`, (masked) => digest(db, id, day, office, masked), office)
  }
}

const remind: Work = async (db, due, office) => {
  await remindRounds(db, due.at, office)
  const day = dayOf(due.at, office.settings.timeZone)
  for (const { id } of office.settings.grids) {
    const entries = await notYetDelivered(db, id, day, office)
    if (entries.length === 0) continue
    const list = async (masked: boolean) => {
      const shown = masked ? entries.filter(({ staffOnly }) => !staffOnly) : entries
      const staffOnly = entries.length - shown.length
      return office.words.notDelivered({ gridName: gridName(id, office), entries: shown, masked, staffOnly })
    }
    await sayList(db, id, `remind:${day}:${id}`, list, office)
  }
}

const thank: Work = async (db, due, office) => {
  const day = dayOf(due.at, office.settings.timeZone)
  const unsigned = await ordersOf(db, day, ['delivered'])
  for (const room of await roomsOfKind(db, 'unit')) {
    const doors: string[] = []
    for (const order of unsigned) {
      const household = order.household_id === null ? undefined : await householdById(db, order.household_id)
      if (household?.building === room.building && household?.unit === room.unit && household !== undefined) doors.push(household.room)
    }
    if (doors.length > 0)
      await sayOnce(db, { room_id: room.id, person_id: null }, `thanks:${day}`, [office.words.askToSign([...new Set(doors)])], office)
  }
}

/** Marks whose time is over end before the walk is numbered. The cut-off itself fixes the numbers of the walk, so that the digest only reads them. */
const cutOff: Work = async (db, due, office) => {
  const day = dayOf(due.at, office.settings.timeZone)
  await endMarksOf(db, day, office)
  await layStanding(db, day, due.at)
  for (const { id } of office.settings.grids) await compilePickList(db, id, day, due.at)
}

const askPassages: Work = (db, due, office) => askForPassages(db, due.at, office)

const tellDay: Work = (db, due, office) => tellReport(db, dayOf(due.at, office.settings.timeZone), office)

const claimed: Work = async () => {}

/** What reads for a while is done once the claim is written, so that nobody waits for it; begun and killed, it is done again. */
const AFTER: Partial<Record<JobName, (at: number, office: Office) => Promise<void>>> = {
  clean: cleanUp,
  report: keepReport,
  backup: async (at, office) => {
    if (office.backups !== null) await backUpNight(office.backups, at, office)
  },
}

const WORK: Record<JobName, Work> = {
  ask,
  lastCall,
  calls,
  cutOff,
  digest: sendDigests,
  remind,
  thanks: thank,
  passages: askPassages,
  report: tellDay,
  backup: claimed,
  clean: claimed,
}
