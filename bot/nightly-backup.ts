/** The backup of the night: made, compared, the old ones dropped; where it fails, staff are told. */

import { join } from 'node:path'
import { backupName, dropOldBackups, makeBackup } from '../store/backup/make.js'
import { rowsIn } from '../store/backup/tables.js'
import { stampOf } from './days.js'
import { faultOf } from './fault.js'
import type { Office } from './office.js'
import { tellGrid } from './say.js'

/** `url`: the office's database. Reads one moment of it while others write; never throws. */
export const backUpNight = async (url: string, at: number, office: Office): Promise<void> => {
  const { settings, log, store, clock, words } = office
  const { folder, keepDays } = settings.backup
  try {
    const { bytes, sums } = await makeBackup(url, join(folder, backupName(url, stampOf(at, settings.timeZone))))
    const dropped = dropOldBackups(folder, keepDays, clock.now())
    log.info({ bytes, rows: rowsIn(sums), dropped }, 'backed up')
  } catch (error) {
    log.error({ ...faultOf(error) }, 'no backup was made')
    await store.db.transaction().execute((trx) => tellGrid(trx, null, words.backupFailed(), office))
  }
}
