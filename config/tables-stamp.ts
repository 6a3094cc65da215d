/** Where the tables of the catalogue and of turns of phrase lie, and a stamp that changes when one of them is written. */
import { readdirSync, statSync } from 'node:fs'
import { packageFile } from './root.js'

/** Where our own tables lie. */
export const shippedFolder = (): string => packageFile('config/catalogue')
export const turnsFolder = (): string => packageFile('config/turns')

/** Changes whenever one of our own tables is written. */
export const stampOfTables = (): string =>
  [shippedFolder(), turnsFolder()]
    .flatMap((folder) =>
      tablesOf(folder).map((file) => {
        const { size, mtimeMs } = statSync(`${folder}/${file}`)
        return `${file}:${size}:${mtimeMs}`
      }),
    )
    .join()

export const tablesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.toLowerCase().endsWith('.csv'))
    .sort()
