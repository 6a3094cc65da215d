/** Who holds a database: one process, named to the next; whoever died holds nothing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { holdDatabase } from '../../store/lock.js'
import { openStore, StoreRefused } from '../../store/open.js'
import { freshUrl, postgresAnswers } from './both.js'

const NOW = Date.parse('2021-01-27T06:00:00Z')
const never = (): void => {
  throw new Error('lost')
}
const lock = fileURLToPath(new URL('../../dist/store/lock.js', import.meta.url))

/** Another process that holds the database until it is killed. */
const holderOf = async (url: string) => {
  const script = `const { holdDatabase } = await import(${JSON.stringify(lock)})
    await holdDatabase(${JSON.stringify(url)}, ${NOW}, () => {})
    process.stdout.write('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    pid: child.pid,
    kill: async () => {
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      await gone
    },
  }
}

describe.each(['sqlite', 'postgres'] as const)('a database (%s)', (engine) => {
  it.skipIf(engine === 'postgres' && !postgresAnswers)(
    'is one process’s, and the next is told whose; killed, it holds nothing',
    async () => {
      const { url, forget } = await freshUrl(engine)
      await (await openStore(url)).close()
      const other = await holderOf(url)
      await expect(holdDatabase(url, NOW, never)).rejects.toThrow(StoreRefused)
      await expect(holdDatabase(url, NOW, never)).rejects.toThrow(
        new RegExp(`进程 ${other.pid}，机器 \\S+，自 2021-01-27T06:00:00Z 起`, 'u'),
      )
      const reader = await openStore(url)
      expect(await reader.db.selectFrom('orders').selectAll().execute()).toEqual([])
      await reader.close()
      await other.kill()
      const hold = await taken(url)
      await hold.release()
      await (await holdDatabase(url, NOW, never)).release()
      await forget()
    },
  )
})

/** A server notices a moment later that a client is gone. */
const taken = async (url: string) => {
  for (;;)
    try {
      return await holdDatabase(url, NOW, never)
    } catch (error) {
      if (!(error instanceof StoreRefused)) throw error
    }
}

it('is named beside a SQLite file, readable by its owner only', async () => {
  const { url } = await freshUrl('sqlite')
  const hold = await holdDatabase(url, NOW, never)
  expect(statSync(`${url.slice('sqlite:'.length)}.lock`).mode & 0o777).toBe(0o600)
  await hold.release()
})
