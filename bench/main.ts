/** `npm run bench`: messages understood, messages taken in durably beside the same statements raw, and one pick list for the whole community. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchIntake } from './intake.js'
import { benchPickList } from './picklist.js'
import { benchUnderstand } from './understand.js'

const folder = mkdtempSync(join(tmpdir(), 'linxu-bench-'))
try {
  benchUnderstand()
  await benchIntake(folder)
  await benchPickList(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
