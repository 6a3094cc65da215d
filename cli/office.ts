/** Opens what a command works with: settings, database, catalogue, reader. */
import { type Logger, pino } from 'pino'
import { boundedReader } from '../bot/bounded.js'
import { type Clock, systemClock } from '../bot/clock.js'
import type { Office } from '../bot/office.js'
import { spoolFiles } from '../bot/rescue.js'
import { openSpool, type Spool } from '../bot/spool.js'
import { wordingOf } from '../bot/wording/wording.js'
import { loadCatalogue } from '../config/catalogue.js'
import { hasTables } from '../config/catalogue-tables.js'
import { householdsOf, layoutFacts } from '../config/layout.js'
import type { Settings } from '../config/settings.js'
import { loadTurns } from '../config/turns.js'
import { readerFor } from '../parsers/compile.js'
import { readerWith } from '../parsers/understand.js'
import { settleHouseholds } from '../store/community.js'
import { openStore, type Statement } from '../store/open.js'
import { builtVocabulary } from './vocabulary.js'

/** A path is taken for a SQLite file. */
export const databaseUrl = (given: string): string => (/^[a-z]{3,}:/u.test(given) ? given : `sqlite:${given}`)

export const openReader = (settings: Settings) => {
  const catalogue = loadCatalogue([settings.catalogue])
  const { takeAbove, reviewAbove } = settings.understanding
  const options = { layout: layoutFacts(settings), takeAbove, reviewAbove }
  const built = hasTables(settings.catalogue) ? null : builtVocabulary()
  const reader = built === null ? readerFor(catalogue, loadTurns(), options) : readerWith(built, options)
  return { catalogue, reader }
}

/** To standard error, written before the next step: a log that a dying process still held would be lost. */
export const openLog = (settings: Settings, silent = false): Logger =>
  pino({ level: silent ? 'silent' : settings.log.level }, pino.destination({ dest: 2, sync: true }))

export const openOffice = async (
  settings: Settings,
  options: {
    database?: string
    clock?: Clock
    silent?: boolean
    spool?: Spool
    /** This process stays, and backs the database up each night. */
    backups?: boolean
    step?: (done: string) => void
    onStatement?: (statement: Statement) => void
  } = {},
): Promise<Office> => {
  const database = databaseUrl(options.database ?? settings.database)
  const store = await openStore(database, options.onStatement === undefined ? {} : { onStatement: options.onStatement })
  const { catalogue, reader } = openReader(settings)
  await settleHouseholds(store.db, householdsOf(settings))
  return {
    settings,
    store,
    spool: options.spool ?? openSpool(spoolFiles(database, settings.spareFolder)),
    backups: options.backups === true ? database : null,
    clock: options.clock ?? systemClock,
    reader: boundedReader(reader),
    goods: new Map(catalogue.goods.map((good) => [good.name, good])),
    measures: new Map(catalogue.measures.map((measure) => [measure.name, measure])),
    words: wordingOf(settings.language),
    log: openLog(settings, options.silent),
    step: options.step ?? (() => {}),
  }
}
