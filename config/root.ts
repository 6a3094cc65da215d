/** Finds a file of this package, from the source folder as well as from `dist/`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const rootFrom = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('no package.json above this file: the installation is not whole')
  return rootFrom(dirname(folder))
}

let root: string | null = null

export const packageFile = (path: string): string => {
  root ??= rootFrom(import.meta.dirname)
  return join(root, path)
}
