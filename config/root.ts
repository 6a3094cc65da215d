/** Finds a file of this package, from the source folder as well as from `dist/`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rootFrom = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('no package.json above this file: the installation is not whole')
  return rootFrom(dirname(folder))
}

export const packageFile = (path: string): string => join(rootFrom(dirname(fileURLToPath(import.meta.url))), path)
