/** The vocabulary that was compiled when this program was built. */
import { existsSync, readFileSync } from 'node:fs'
import { packageFile } from '../config/root.js'
import { stampOfTables } from '../config/tables-stamp.js'
import { openVocabulary, type Vocabulary } from '../parsers/vocabulary.js'

/** Null where it was not built, or not of the catalogue's tables as they are now. */
export const builtVocabulary = (): Vocabulary | null => {
  const file = packageFile('dist/vocabulary.bin')
  return existsSync(file) ? openVocabulary(readFileSync(file), stampOfTables()) : null
}
