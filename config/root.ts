/** Finds a file of this package, from the source folder as well as from `dist/`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rootFrom = (folder: string): string => (existsSync(join(folder, 'package.json')) ? folder : rootFrom(dirname(folder)))

export const packageFile = (path: string): string => join(rootFrom(dirname(fileURLToPath(import.meta.url))), path)
