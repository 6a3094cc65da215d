/** Alerts with the times of each step, newest first, as they are shown outside of the chat. */
import { DateTime } from 'luxon'
import type { Settings } from '../config/settings.js'
import { stepsOf } from '../store/alert-steps.js'
import { type Alert, recentAlerts } from '../store/alerts.js'
import type { Db } from '../store/open.js'
import type { AlertTold } from './wording/office.js'

export interface ToldAlert {
  alert: Alert
  closed: boolean
  facts: AlertTold
}

export const alertsTold = async (db: Db, settings: Settings, most: number): Promise<ToldAlert[]> => {
  const moment = (at: number, form: string): string => DateTime.fromMillis(at, { zone: settings.timeZone }).toFormat(form)
  return Promise.all(
    (await recentAlerts(db, null, null, most)).map(async (alert) => {
      const { id, kind, place, outcome } = alert
      const steps = (await stepsOf(db, id)).map(({ step, at, name }) => ({ step, time: moment(at, 'HH:mm:ss'), name }))
      const facts = { id, kind, place, time: moment(alert.at, 'yyyy-MM-dd HH:mm'), steps, outcome, by: null }
      return { alert, closed: alert.closed_at !== null, facts }
    }),
  )
}
