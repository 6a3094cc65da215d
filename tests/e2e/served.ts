/** `linxu start` as a real process on a simulated network that a test holds the wires of. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../store/open.js'

export interface Served {
  pid: number
  say(id: string, text: string): void
  tell(what: object): void
  signal(name: NodeJS.Signals): void
  /** Resolves when standard error holds the words. */
  says(words: string): Promise<void>
  errors(): string
  ended: Promise<number | null>
}

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A folder of a test's own with settings for that database; confirmations go at once. */
export const officeFolder = (database: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'linxu-served-'))
  const settings = {
    database,
    spareFolder: join(folder, 'spare'),
    rooms: [{ topic: '一网格工作群', grid: '1' }],
    pace: { secondsBetweenMessages: 0, gatherSeconds: 0, quietFrom: '00:00', quietUntil: '00:00' },
    chat: { puppet: at('wire-puppet.mjs'), options: { sent: join(folder, 'sent') } },
  }
  writeFileSync(join(folder, 'linxu.yaml'), JSON.stringify(settings))
  chmodSync(folder, 0o777)
  return folder
}

/** What the network has: texts whose sending began, and those that went out. */
export const sentIn = (folder: string): { begun: string[]; sent: string[] } => {
  const file = join(folder, 'sent')
  const lines: { begun?: string; sent?: string }[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  return { begun: lines.flatMap(({ begun }) => begun ?? []), sent: lines.flatMap(({ sent }) => sent ?? []) }
}

export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((done) => setTimeout(done, 20))
}

/** `as`: the account of the process, where the test may choose it. */
export const serve = (folder: string, as: { uid?: number; gid?: number } = {}): Served => {
  const child: ChildProcess = spawn(process.execPath, [at('../../dist/cli/main.js'), 'start'], { cwd: folder, ...as })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const tell = (what: object): void => void child.stdin?.write(`${JSON.stringify(what)}\n`)
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null))
  let over = false
  void ended.then(() => {
    over = true
  })
  return {
    pid: child.pid ?? 0,
    say: (id, text) => tell({ say: { id, room: 'u', from: 'p-501', text } }),
    tell,
    signal: (name) => void child.kill(name),
    says: async (words) => {
      await until(() => errors.includes(words) || over)
      if (!errors.includes(words)) throw new Error(`ended without “${words}”: ${errors}`)
    },
    errors: () => errors,
    ended,
  }
}

/** What the database holds of messages and texts. */
export const keptIn = async (url: string) => {
  const { db, close } = await openStore(url)
  const inbox = await db.selectFrom('inbox').select(['message_id', 'outcome']).orderBy('id').execute()
  const outbox = await db.selectFrom('outbox').select(['status', 'maybe_twice', 'text']).orderBy('id').execute()
  await close()
  return { inbox, outbox }
}
