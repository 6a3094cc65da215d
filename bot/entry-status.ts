/** How far an entry of a pick list is. */
import type { Entry } from '../store/picklist.js'

const RANK = ['undelivered', 'open', 'picked', 'delivered', 'received']

/** The least finished of an entry's orders says it. */
export const statusOf = (entry: Entry): string => RANK.find((status) => entry.orders.some((order) => order.status === status)) ?? 'open'

/** Still to be carried. */
export const isUnderWay = (entry: Entry): boolean =>
  !['delivered', 'received'].includes(statusOf(entry)) && entry.lines.some((line) => line.status === 'wanted')
