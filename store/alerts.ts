/** Alerts: what must reach the people on duty at once and climbs until someone takes it. */
import { type Cause, insertTraced, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Alert = Row<'alerts'>
export type AlertFacts = Omit<Alert, 'id' | 'acked_at' | 'acked_by' | 'told' | 'inbox_id' | 'closed_at' | 'closed_by' | 'outcome'>

/** One alert a message: raised again it changes nothing. */
export const raiseAlert = async (db: Db, facts: AlertFacts, cause: Cause): Promise<number | null> => {
  const known =
    cause.inboxId === null ? undefined : await db.selectFrom('alerts').select('id').where('inbox_id', '=', cause.inboxId).executeTakeFirst()
  if (known !== undefined) return null
  return insertTraced(db, 'alerts', { ...facts, acked_at: null, acked_by: null, told: 1, inbox_id: cause.inboxId }, cause)
}

/** Open alerts of a grid, newest first; all of them where `grid` is null. */
export const openAlerts = (db: Db, grid: string | null): Promise<Alert[]> =>
  db
    .selectFrom('alerts')
    .selectAll()
    .where('acked_at', 'is', null)
    .$if(grid !== null, (query) => query.where((where) => where.or([where('grid', '=', grid), where('grid', 'is', null)])))
    .orderBy('id', 'desc')
    .execute()

/** `nextAt`: when whoever took it is asked how it goes. */
export const takeAlert = (db: Db, id: number, personId: number | null, nextAt: number | null, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'alerts', id, { acked_at: cause.at, acked_by: personId, next_at: nextAt }, cause)

/** It became known whose it is. */
export const changeAlert = (db: Db, id: number, fields: Partial<Pick<Alert, 'household_id' | 'place'>>, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'alerts', id, { ...fields }, cause)

/** How it ended; whoever closes what nobody took has taken it. */
export const closeAlert = (db: Db, alert: Alert, personId: number, outcome: string, cause: Cause): Promise<boolean> =>
  updateTraced(
    db,
    'alerts',
    alert.id,
    {
      closed_at: cause.at,
      closed_by: personId,
      outcome,
      next_at: null,
      ...(alert.acked_at === null ? { acked_at: cause.at, acked_by: personId } : {}),
    },
    cause,
  )

const ofGrid = (db: Db, grid: string | null) =>
  db
    .selectFrom('alerts')
    .selectAll()
    .$if(grid !== null, (query) => query.where((where) => where.or([where('grid', '=', grid), where('grid', 'is', null)])))
    .orderBy('id', 'desc')

/** Taken or not, and not closed, the newest first. */
export const unclosedAlerts = (db: Db, grid: string | null): Promise<Alert[]> => ofGrid(db, grid).where('closed_at', 'is', null).execute()

/** The last alerts, or the one of a number. */
export const recentAlerts = (db: Db, grid: string | null, id: number | null, most: number): Promise<Alert[]> =>
  ofGrid(db, grid)
    .$if(id !== null, (query) => query.where('id', '=', id ?? 0))
    .limit(most)
    .execute()

/** Alerts that nobody took or closed and that are to be told or asked after by now. */
export const alertsToRepeat = (db: Db, now: number): Promise<Alert[]> =>
  db.selectFrom('alerts').selectAll().where('closed_at', 'is', null).where('next_at', '<=', now).orderBy('id').execute()

export const nextAlertAt = async (db: Db): Promise<number | null> => {
  const found = await db
    .selectFrom('alerts')
    .select('next_at')
    .where('closed_at', 'is', null)
    .where('next_at', 'is not', null)
    .orderBy('next_at')
    .executeTakeFirst()
  return found?.next_at ?? null
}

export const noteRepeated = (db: Db, alert: Alert, nextAt: number | null, cause: Cause): Promise<boolean> =>
  updateTraced(db, 'alerts', alert.id, { told: alert.told + 1, next_at: nextAt }, cause)

export const allAlerts = (db: Db): Promise<Alert[]> => db.selectFrom('alerts').selectAll().orderBy('id').execute()
export const alertById = (db: Db, id: number): Promise<Alert | undefined> =>
  db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()
