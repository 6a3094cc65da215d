/** The day's report as a file beside the data: written each evening, kept as long as texts are, and without whoever is forgotten. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayOf } from './days.js'
import { faultOf } from './fault.js'
import type { Office } from './office.js'
import { toldOf } from './report.js'
import { reportSheet } from './sheets/tables.js'
import { inLanguage } from './sheets/words.js'
import { asCsv } from './sheets/write.js'

const NAME = /^report-(\d{4}-\d{2}-\d{2})\.csv$/u

/** Where nobody works for long (a demo, a replay) nothing is written. Never throws: the report was told already. */
export const keepReport = async (at: number, office: Office): Promise<void> => {
  const { settings, store, log } = office
  if (office.backups === null) return
  const { folder } = settings.report
  const day = dayOf(at, settings.timeZone)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const sheet = inLanguage(reportSheet(await toldOf(store.db, day, null, office), settings.timeZone), settings.language)
    writeFileSync(join(folder, `report-${day}.csv`), asCsv(sheet), { mode: 0o600 })
    for (const { file, of } of reportsIn(folder)) if (of < addDays(day, -settings.keep.textDays)) rmSync(file)
  } catch (error) {
    log.error({ ...faultOf(error) }, 'the report was not written')
  }
}

const reportsIn = (folder: string): { file: string; of: string }[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder).flatMap((name) => {
        const of = NAME.exec(name)?.[1]
        return of === undefined ? [] : [{ file: join(folder, name), of }]
      })

/** Takes the rows that name a door (`3-2-501`) out of every report that is kept; returns from how many. */
export const forgetInReports = (folder: string, door: string): number => {
  let changed = 0
  for (const { file } of reportsIn(folder)) {
    const text = readFileSync(file, 'utf8')
    const kept = text
      .split('\r\n')
      .filter((row) => !row.split(',').includes(door))
      .join('\r\n')
    if (kept === text) continue
    writeFileSync(file, kept, { mode: 0o600 })
    changed++
  }
  return changed
}
