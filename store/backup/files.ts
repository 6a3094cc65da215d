/** Files that are whole or not there: written under a name of their own, for the owner only, and renamed once they are on the disk. */
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

/** Calls `write` with a temporary name in the same folder; where it throws nothing is left behind. */
export const written = async <T>(file: string, write: (temporary: string) => Promise<T>): Promise<T> => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.part`
  forget(temporary)
  closeSync(openSync(temporary, 'wx', 0o600))
  try {
    const made = await write(temporary)
    chmodSync(temporary, 0o600)
    toDisk(temporary)
    renameSync(temporary, file)
    toDisk(dirname(file))
    return made
  } finally {
    forget(temporary)
  }
}

/** A second name for a file; where the file system has none, a copy. */
export const keptAs = (file: string, name: string): void => {
  try {
    linkSync(file, name)
  } catch {
    copyFileSync(file, name)
    chmodSync(name, 0o600)
    toDisk(name)
  }
  toDisk(dirname(name))
}

const forget = (file: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm']) if (existsSync(`${file}${suffix}`)) rmSync(`${file}${suffix}`)
}

const toDisk = (path: string): void => {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
