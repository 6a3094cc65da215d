/** Residents' requests on their way: whose they are, what was answered, which are overdue. */
import { type Cause, updateTraced } from './changes.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export type Request = Row<'requests'>

export const requestById = (db: Db, id: number): Promise<Request | undefined> =>
  db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()

export const changeRequest = (
  db: Db,
  id: number,
  fields: Partial<Pick<Request, 'status' | 'owner_id' | 'taken_at' | 'answer' | 'closed_at'>>,
  cause: Cause,
): Promise<boolean> => updateTraced(db, 'requests', id, { ...fields }, cause)

/** The request that a message became and that is not done yet. */
export const unsettledOf = (db: Db, inboxId: number): Promise<Request | undefined> =>
  db.selectFrom('requests').selectAll().where('inbox_id', '=', inboxId).where('status', 'in', ['open', 'taken']).executeTakeFirst()

export const allRequests = (db: Db): Promise<Request[]> => db.selectFrom('requests').selectAll().orderBy('id').execute()
