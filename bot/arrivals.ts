/**
 * Writes down what arrives. What came in while the process was busy (in the same turn of its loop, or while a commit ran) goes into one
 * commit; nobody waits for others to come, so that the slower the disk is, the larger the groups are. Each is told after its own commit.
 */
import { storeFaultOf } from '../store/faults.js'
import { GROUP, type NewMessage, receive } from '../store/inbox.js'
import type { Db, Store } from '../store/open.js'

interface Arrival {
  message: NewMessage
  written(id: number | null): void
  failed(error: unknown): void
}

/** Resolves when the message is on disk: with its number, or null where it was there already. */
export type Write = (message: NewMessage) => Promise<number | null>

export const openArrivals = (store: Store): Write => {
  const waiting: Arrival[] = []
  let writing = false
  const write = async (): Promise<void> => {
    while (waiting.length > 0) await writeTogether(store, waiting.splice(0, GROUP))
    writing = false
  }
  return (message) =>
    new Promise((written, failed) => {
      waiting.push({ message, written, failed })
      if (writing) return
      writing = true
      setImmediate(() => void write())
    })
}

const writeTogether = async (store: Store, group: readonly Arrival[]): Promise<void> => {
  try {
    const ids = group.length === 1 ? await receiveAll(store.db, group) : await store.together((trx) => receiveAll(trx, group))
    for (const [index, arrival] of group.entries()) arrival.written(ids[index] ?? null)
  } catch (error) {
    if (group.length === 1 || storeFaultOf(error) !== null) for (const arrival of group) arrival.failed(error)
    else for (const arrival of group) await writeTogether(store, [arrival])
  }
}

const receiveAll = async (db: Db, group: readonly Arrival[]): Promise<(number | null)[]> => {
  const ids: (number | null)[] = []
  for (const { message } of group) ids.push(await receive(db, message))
  return ids
}
