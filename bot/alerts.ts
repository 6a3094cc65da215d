/** Life first: an alert reaches the grid's staff at once and is told again, wider each time, until someone takes it. */

import type { Urgency } from '../parsers/types.js'
import { type Alert, alertsToRepeat, nextAlertAt, noteRepeated, raiseAlert } from '../store/alerts.js'
import type { Household } from '../store/community.js'
import { staff } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import { gridConcerned, type Scene } from './acts/scene.js'
import { repeatCarrying } from './at-once.js'
import type { Clock } from './clock.js'
import { timeOf } from './days.js'
import { faultOf } from './fault.js'
import { lapseOffers } from './offers.js'
import type { Office } from './office.js'
import type { Rescue } from './rescue.js'
import { gridTargets, sayOnce, type Target } from './say.js'

/** Told alone first, then with the heads, from the third time on in every staff group. */
const HEADS_FROM = 1
const ALL_FROM = 2

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
  await spread(db, { id, kind, place, words: message.text, at: scene.now, grid }, 0, office)
}

const spread = async (
  db: Db,
  alert: Pick<Alert, 'id' | 'kind' | 'place' | 'words' | 'at' | 'grid'>,
  repeat: number,
  office: Office,
): Promise<void> => {
  const zone = office.settings.timeZone
  const text = office.words.alert({ ...alert, time: timeOf(alert.at, zone), repeat })
  const heads = repeat >= HEADS_FROM ? (await staff(db, { role: 'head' })).map((head) => ({ room_id: null, person_id: head.id })) : []
  const groups = await gridTargets(db, repeat >= ALL_FROM ? null : alert.grid)
  for (const target of distinct([...groups, ...heads]))
    await sayOnce(db, target, `alert:${alert.id}:${repeat}`, [text], office, { urgent: true })
}

const distinct = (targets: Target[]): Target[] => [
  ...new Map(targets.map((target) => [`${target.room_id}:${target.person_id}`, target])).values(),
]

/** Tells again what nobody took, brought or signed by now; returns when the next one is due. */
export const repeatAlerts = async (db: Db, office: Office): Promise<number | null> => {
  const now = office.clock.now()
  for (const alert of await alertsToRepeat(db, now)) {
    await spread(db, alert, alert.told, office)
    const next = now + office.settings.alerts.repeatMinutes * 60_000
    await noteRepeated(db, alert, next, { at: now, why: 'nobody took it', personId: null, inboxId: null })
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
