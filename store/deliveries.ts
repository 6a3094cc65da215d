/** Every try to bring an order to its door. */
import { type Cause, insertTraced } from './changes.js'
import type { Db } from './open.js'
import type { Row } from './schema.js'

export const noteDelivery = (
  db: Db,
  facts: Pick<Row<'deliveries'>, 'order_id' | 'status' | 'person_id' | 'reason'>,
  cause: Cause,
): Promise<number> => insertTraced(db, 'deliveries', { ...facts, at: cause.at, inbox_id: cause.inboxId }, cause)
