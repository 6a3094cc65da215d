/** Alerts with the times of each step, newest first, as they are shown in the chat, on the page and by the command. */
import { DateTime } from 'luxon'
import { type AlertStep, stepsOf } from '../store/alert-steps.js'
import { type Alert, recentAlerts } from '../store/alerts.js'
import type { Db } from '../store/open.js'
import type { AlertTold } from './wording/office.js'

export interface ToldAlert {
  alert: Alert
  steps: AlertStep[]
  facts: AlertTold
}
/** How the moment of an alert and that of a step are written. */
export interface Moments {
  alert: (at: number) => string
  step: (at: number) => string
}

/** With the day, and to the second: for what is looked at later. */
export const exactly = (zone: string): Moments => {
  const moment = (at: number, form: string): string => DateTime.fromMillis(at, { zone }).toFormat(form)
  return { alert: (at) => moment(at, 'yyyy-MM-dd HH:mm'), step: (at) => moment(at, 'HH:mm:ss') }
}

/** `grid` and `no` null: of all. */
export const alertsTold = async (
  db: Db,
  which: { grid: string | null; no: number | null; most: number },
  write: Moments,
): Promise<ToldAlert[]> => {
  const told: ToldAlert[] = []
  for (const alert of await recentAlerts(db, which.grid, which.no, which.most)) {
    const { id, kind, place, outcome, at } = alert
    const steps = await stepsOf(db, id)
    const shown = steps.map((one) => ({ step: one.step, time: write.step(one.at), name: one.name }))
    told.push({ alert, steps, facts: { id, kind, place, time: write.alert(at), steps: shown, outcome } })
  }
  return told
}
