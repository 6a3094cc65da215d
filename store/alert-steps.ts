/** How an alert went: when it was told to whom, taken, asked after, closed. */
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type AlertStep = Row<'alert_steps'> & { name: string | null }

export const noteStep = async (db: Db, alertId: number, step: string, at: number, personId: number | null = null): Promise<void> => {
  await db.insertInto('alert_steps').values({ alert_id: alertId, step, at, person_id: personId }).execute()
}

export const stepsOf = (db: Db, alertId: number): Promise<AlertStep[]> =>
  db
    .selectFrom('alert_steps')
    .leftJoin('people', 'people.id', 'alert_steps.person_id')
    .selectAll('alert_steps')
    .select('people.name')
    .where('alert_id', '=', alertId)
    .orderBy('alert_steps.id')
    .execute()
