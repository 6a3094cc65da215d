/** What every part of the bot works with, handed in once. */
import type { Logger } from 'pino'
import type { Good, Measure } from '../config/catalogue-types.js'
import type { Settings } from '../config/settings.js'
import type { Reader } from '../parsers/understand.js'
import type { Store } from '../store/open.js'
import type { Clock } from './clock.js'
import type { Spool } from './spool.js'
import type { Wording } from './wording/wording.js'

export interface Office {
  settings: Settings
  store: Store
  /** Where arrivals wait while the database cannot be written. */
  spool: Spool
  /** The database's URL where it is backed up each night; null in a demo, a replay, and wherever nobody works for long. */
  backups: string | null
  clock: Clock
  reader: Reader
  /** By canonical name. */
  goods: ReadonlyMap<string, Good>
  /** Measure words by name. */
  measures: ReadonlyMap<string, Measure>
  words: Wording
  log: Logger
  /** Called between the steps of a message's way, with the step just done; tests end the process here. */
  step(done: string): void
}
