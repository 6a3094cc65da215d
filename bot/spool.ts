/**
 * Where arrivals wait while the database cannot be written: files of JSON lines beside it, or in a spare folder where that disk is full
 * too. A line is on the disk before the message counts as taken, so it outlives the process.
 */
import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const message = z.object({
  id: z.string(),
  seq: z.number(),
  sentAt: z.number(),
  roomHandle: z.string().nullable(),
  senderHandle: z.string(),
  self: z.boolean(),
  kind: z.enum(['text', 'note', 'recall', 'join', 'other']),
  text: z.string(),
  quoted: z.object({ name: z.string(), text: z.string() }).nullable(),
  recalls: z.array(z.string()),
})
/** `no` ascends over all files; `at` is when it came, milliseconds since epoch. */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), no: z.number(), at: z.number(), account: z.string(), message }),
  z.object({ kind: z.literal('sent'), no: z.number(), at: z.number(), outbox: z.number() }),
])
export type Spooled = z.infer<typeof entrySchema>
type Unnumbered<T> = T extends unknown ? Omit<T, 'no'> : never

/** No folder takes anything; the last one's error is the cause. */
export class SpoolRefused extends Error {}

export interface Spool {
  /** How many wait; what arrives meanwhile must wait behind them. */
  waiting(): number
  /** Returns the file, once the entry is on its disk; throws `SpoolRefused` where no folder takes it. */
  keep(entry: Unnumbered<Spooled>): string
  /** What waits, in the order of arrival. */
  read(): Spooled[]
  /** Removes the files if nothing came after this number; false where something did. Lines that could not be read are set aside. */
  forget(upTo: number): boolean
}

interface Read {
  entries: Spooled[]
  unreadable: string[]
}

/** `files`: where to write, the best first. */
export const openSpool = (files: readonly string[]): Spool => {
  const found = files.map(readLines).flatMap(({ entries }) => entries)
  let last = Math.max(0, ...found.map(({ no }) => no))
  let count = found.length
  return {
    waiting: () => count,
    keep: (entry) => {
      const line = `${JSON.stringify({ ...entry, no: last + 1 })}\n`
      let fault: unknown
      for (const file of files)
        try {
          append(file, line)
          last++
          count++
          return file
        } catch (error) {
          fault = error
        }
      throw new SpoolRefused(fault instanceof Error ? fault.message : '', { cause: fault })
    },
    read: () =>
      files
        .map(readLines)
        .flatMap(({ entries }) => entries)
        .sort((a, b) => a.no - b.no),
    forget: (upTo) => {
      if (upTo < last) return false
      for (const file of files) {
        const { unreadable } = readLines(file)
        if (unreadable.length > 0) appendFileSync(`${file}.unreadable`, `${unreadable.join('\n')}\n`, { mode: 0o600 })
        rmSync(file, { force: true })
      }
      count = 0
      return true
    },
  }
}

/** All of the line on the disk, or nothing of it. Links are not followed: the spare folder may be open to others. */
const append = (file: string, line: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const isNew = !existsSync(file)
  const handle = openSync(file, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW, 0o600)
  const { size, uid } = fstatSync(handle)
  try {
    if (process.getuid !== undefined && uid !== process.getuid()) throw new Error(`${file} belongs to another account`)
    const bytes = Buffer.from(endsTorn(handle, size) ? `\n${line}` : line)
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
    if (isNew) syncFolder(dirname(file))
  } catch (error) {
    ftruncateSync(handle, size)
    throw error
  } finally {
    closeSync(handle)
  }
}

const NEWLINE = 10

/** A kill in the middle of a line leaves it without its end. */
const endsTorn = (handle: number, size: number): boolean => {
  if (size === 0) return false
  const end = Buffer.alloc(1)
  readSync(handle, end, 0, 1, size - 1)
  return end[0] !== NEWLINE
}

/** A new file's name is on the disk only when its folder is. */
const syncFolder = (folder: string): void => {
  const handle = openSync(folder, constants.O_RDONLY)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A torn line was never counted as taken: its message comes again from the network. */
const readLines = (file: string): Read => {
  const read: Read = { entries: [], unreadable: [] }
  if (!existsSync(file)) return read
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const entry = entryIn(line)
    if (entry === null) read.unreadable.push(line)
    else read.entries.push(entry)
  }
  return read
}

const entryIn = (line: string): Spooled | null => {
  try {
    return entrySchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}
