/**
 * One process runs the office; a second is told which. What holds a database dies with its process: a lock of the operating system
 * beside a SQLite file, an advisory lock of a session in PostgreSQL. Nobody who only reads needs it.
 */
import { closeSync, openSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { StoreRefused } from './open.js'

export interface Hold {
  release(): Promise<void>
}

/** Who holds it: process, machine, and since when (ISO time). */
interface Holder {
  pid: number
  host: string
  since: string
}

const refusal = ({ pid, host, since }: Holder): StoreRefused =>
  new StoreRefused(
    `这个数据库已经有一个 linxu 在用：进程 ${pid}，机器 ${host}，自 ${since} 起。请先停掉它，或换一个数据库` +
      ` (process ${pid} on ${host} has held this database since ${since}: stop it, or use another database)`,
  )

/**
 * Takes the database that `url` names for this process; throws `StoreRefused` with the holder's process, machine and time where another
 * has it. `lost` hears the sentence when a server gave it to another while this process was cut off from it.
 */
export const holdDatabase = (url: string, now: number, lost: (refused: StoreRefused) => void): Promise<Hold> => {
  const me = { pid: process.pid, host: hostname(), since: new Date(now).toISOString().slice(0, 19).concat('Z') }
  if (!url.startsWith('sqlite:')) return holdServer(url, me, lost)
  const path = url.slice('sqlite:'.length)
  return path === ':memory:' ? Promise.resolve({ release: async () => {} }) : holdFile(`${path}.lock`, me)
}

/** A small SQLite file of its own: its write lock is the operating system's, and whoever does not get it can still read who has it. */
const holdFile = async (path: string, me: Holder): Promise<Hold> => {
  closeSync(openSync(path, 'a', 0o600))
  const file = new Database(path, { timeout: 0 })
  try {
    file.exec('begin immediate; create table if not exists holder (pid integer, host text, since text); delete from holder')
    file.prepare('insert into holder values (?, ?, ?)').run(me.pid, me.host, me.since)
    file.exec('commit; begin immediate')
  } catch (error) {
    const held = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY'
    const holder = held ? holderIn(file) : undefined
    file.close()
    throw held ? refusal(holder ?? { pid: 0, host: '?', since: '?' }) : error
  }
  return {
    release: async () => {
      file.exec('rollback')
      file.close()
    },
  }
}

const holderIn = (file: Database.Database): Holder | undefined => {
  try {
    return file.prepare<[], Holder>('select pid, host, since from holder').get()
  } catch {
    // Between another's lock and its name nobody is written there yet.
    return undefined
  }
}

/** Any number that nobody else uses. */
const KEY = 7_041_404
const AGAIN = 5000

/** A session of its own, whose name says who it is; the lock is the schema's, and the server drops it with the session. */
const holdServer = async (url: string, me: Holder, lost: (refused: StoreRefused) => void): Promise<Hold> => {
  const { default: pg } = await import('pg')
  const schema = URL.canParse(url) ? (new URL(url).searchParams.get('schema') ?? 'public') : 'public'
  let session = new pg.Client()
  let timer: NodeJS.Timeout | undefined
  let released = false

  const take = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true, application_name: nameOf(me) })
    client.on('error', () => takeAgain())
    await client.connect()
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', [KEY, schema])
      if (rows[0]?.got !== true) throw refusal(await holderAt(schema, client))
      session = client
    } catch (error) {
      await client.end()
      throw error
    }
  }
  /** The server went away and forgot us: whoever is first when it is back has the database. */
  const takeAgain = (): void => {
    if (released || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      take().catch((error: unknown) => (error instanceof StoreRefused ? lost(error) : takeAgain()))
    }, AGAIN)
  }
  await take()
  return {
    release: async () => {
      released = true
      clearTimeout(timer)
      await session.end()
    },
  }
}

/** PostgreSQL keeps 63 bytes of it. */
const nameOf = ({ pid, host, since }: Holder): string => `linxu ${pid}@${host.slice(0, 24)} ${since}`

const holderAt = async (schema: string, client: import('pg').Client): Promise<Holder> => {
  const { rows } = await client.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid::bigint = (hashtext($2)::bigint & 4294967295)
        and l.database = (select oid from pg_database where datname = current_database())`,
    [KEY, schema],
  )
  const [, pid = '0', host = '?', since = '?'] = /^linxu (\d+)@(\S+) (\S+)$/u.exec(rows[0]?.application_name ?? '') ?? []
  return { pid: Number(pid), host, since }
}
