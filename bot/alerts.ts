/** Life first: an alert reaches the grid's staff at once and is told again, wider each time, until someone takes it. */

import type { Urgency } from '../parsers/types.js'
import { noteStep, stepsOf } from '../store/alert-steps.js'
import { type Alert, alertsToRepeat, nextAlertAt, noteRepeated, raiseAlert } from '../store/alerts.js'
import { type Household, type Person, personById, staff } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import { gridConcerned, type Scene } from './acts/scene.js'
import { repeatCarrying } from './at-once.js'
import type { Clock } from './clock.js'
import { timeOf } from './days.js'
import { onDutyAt } from './duty.js'
import { faultOf } from './fault.js'
import { knownOf } from './newcomers.js'
import { lapseOffers } from './offers.js'
import type { Office } from './office.js'
import type { Rescue } from './rescue.js'
import { gridTargets, sayOnce, type Target } from './say.js'

/** Who is told, wider each time: whoever is on duty, the grid, the heads, every staff member. Where nobody is on duty the grid is first. */
const STEPS = ['duty', 'grid', 'heads', 'all'] as const
type Step = (typeof STEPS)[number]

export const raise = async (kind: Urgency, household: Household | undefined, scene: Scene): Promise<void> => {
  const { db, message, room, person, office } = scene
  const grid = household?.grid ?? gridConcerned(scene)
  const who = message.alias || message.name || person.name
  const place = household === undefined ? `${room?.topic ?? ''} ${who}`.trim() : `${doorOf(household)}（${who}）`
  const now = office.clock.now()
  const id = await raiseAlert(
    db,
    {
      kind,
      household_id: household?.id ?? null,
      room_id: room?.id ?? null,
      person_id: person.id,
      grid,
      place,
      words: message.text,
      at: scene.now,
      next_at: now + office.settings.alerts.repeatMinutes * 60_000,
    },
    scene.cause,
  )
  if (id === null) return
  const by = { household_id: household?.id ?? null, room_id: room?.id ?? null, person_id: person.id }
  await spread(db, { id, kind, place, words: message.text, at: scene.now, grid, ...by }, 0, office)
}

type Told = Pick<Alert, 'id' | 'kind' | 'place' | 'words' | 'at' | 'grid' | 'household_id' | 'room_id' | 'person_id'>

const spread = async (db: Db, alert: Told, repeat: number, office: Office): Promise<void> => {
  const now = office.clock.now()
  const duty = await onDutyAt(db, alert.grid, now, office)
  const step = await nextStep(db, alert.id, duty.length > 0)
  const zone = office.settings.timeZone
  const known = await knownOf(db, alert, office)
  const parts = [
    office.words.alert({ ...alert, time: timeOf(alert.at, zone), repeat }),
    ...(known === null ? [] : office.words.knownOf(known)),
  ]
  for (const target of await targetsOf(db, step, alert.grid, duty))
    await sayOnce(db, target, `alert:${alert.id}:${repeat}`, parts, office, { urgent: true })
  await noteStep(db, alert.id, step, now, step === 'duty' ? (duty[0]?.id ?? null) : null)
}

/** One wider than the last. */
const nextStep = async (db: Db, alertId: number, someoneOnDuty: boolean): Promise<Step> => {
  const told = (await stepsOf(db, alertId)).map(({ step }) => STEPS.findIndex((one) => one === step))
  const widest = Math.max(-1, ...told)
  return STEPS[Math.min(widest + 1, STEPS.length - 1)] === 'duty' && !someoneOnDuty ? 'grid' : (STEPS[widest + 1] ?? 'all')
}

const alone = ({ id }: Person): Target => ({ room_id: null, person_id: id })

const targetsOf = async (db: Db, step: Step, grid: string | null, duty: readonly Person[]): Promise<Target[]> => {
  if (step === 'duty') return duty.map(alone)
  const groups = await gridTargets(db, step === 'all' ? null : grid)
  const heads = step === 'grid' ? [] : await staff(db, { role: 'head' })
  const everyone = step === 'all' ? await staff(db, { role: 'staff' }) : []
  return distinct([...groups, ...[...duty, ...heads, ...everyone].map(alone)])
}

const distinct = (targets: Target[]): Target[] => [
  ...new Map(targets.map((target) => [`${target.room_id}:${target.person_id}`, target])).values(),
]

/** Whoever took it is asked how it goes; from the second time on the grid is asked, too. */
const askAfter = async (db: Db, alert: Alert, office: Office): Promise<void> => {
  const now = office.clock.now()
  const taker = alert.acked_by === null ? undefined : await personById(db, alert.acked_by)
  const asked = (await stepsOf(db, alert.id)).filter(({ step }) => step === 'asked').length
  const minutes = Math.round((now - (alert.acked_at ?? now)) / 60_000)
  const text = office.words.alertUnclosed({ id: alert.id, place: alert.place, by: taker?.name ?? '', minutes })
  const groups = taker === undefined || asked > 0 ? await gridTargets(db, alert.grid) : []
  for (const target of distinct([...(taker === undefined ? [] : [alone(taker)]), ...groups]))
    await sayOnce(db, target, `alert:${alert.id}:${alert.told}`, [text], office, { urgent: true })
  await noteStep(db, alert.id, 'asked', now, taker?.id ?? null)
}

/** Tells again what nobody took, brought or signed by now; returns when the next one is due. */
export const repeatAlerts = async (db: Db, office: Office): Promise<number | null> => {
  const now = office.clock.now()
  for (const alert of await alertsToRepeat(db, now)) {
    if (alert.acked_at === null) await spread(db, alert, alert.told, office)
    else await askAfter(db, alert, office)
    const { repeatMinutes, closeMinutes } = office.settings.alerts
    const next = now + (alert.acked_at === null ? repeatMinutes : closeMinutes) * 60_000
    const why = alert.acked_at === null ? 'nobody took it' : 'nobody closed it'
    await noteRepeated(db, alert, next, { at: now, why, personId: null, inboxId: null })
  }
  const next = [await nextAlertAt(db), await repeatCarrying(db, office), await lapseOffers(db, office)].filter((at) => at !== null)
  return next.length === 0 ? null : Math.min(...next)
}

export interface AlertWatch {
  /** An alert was raised or taken: look again. */
  wake(): void
  settle(): Promise<void>
  stop(): void
}

export const watchAlerts = (office: Office, told: () => void, rescue: Rescue, clock: Clock = office.clock): AlertWatch => {
  let running: Promise<void> = Promise.resolve()
  let calm: () => void = () => {}
  let stopped = false
  const look = async (): Promise<void> => {
    if (stopped) return
    calm()
    try {
      const next = await office.store.db.transaction().execute((trx) => repeatAlerts(trx, office))
      told()
      if (next !== null && !stopped) calm = clock.after(next - clock.now(), wake)
    } catch (error) {
      if (!rescue.met(error)) office.log.error({ ...faultOf(error) }, 'alerts could not be looked at')
      if (!stopped) calm = clock.after(5000, wake)
    }
  }
  const wake = (): void => {
    running = running.then(look)
  }
  return {
    wake,
    settle: () => running,
    stop: () => {
      stopped = true
      calm()
    },
  }
}
