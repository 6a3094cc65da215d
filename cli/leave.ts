/** How a process that serves ends: told to, it finishes what it has in hand; broken, it says so in one sentence and is started again. */
import { sentenceFor } from './faults.js'

/** Milliseconds for the message in hand and the send in flight. */
const LIMIT = 10_000

export interface Leaving {
  /** Done before the process ends, the last one first. */
  before(work: () => Promise<void>): void
}

/**
 * SIGTERM and SIGINT end the process with 0 once all is done, with 1 where that took over ten seconds: what was not done is on the disk.
 * An error that nobody caught ends it with 1 in the same way. A second signal ends it at once.
 */
export const leaveInOrder = (): Leaving => {
  const works: (() => Promise<void>)[] = []
  let leaving = false

  const leave = async (code: number): Promise<void> => {
    if (leaving) return process.exit(1)
    leaving = true
    setTimeout(() => {
      process.stderr.write('十秒内没能做完手里的事，先退出了，下次启动接着做 / not done within ten seconds: goes on at the next start\n')
      process.exit(1)
    }, LIMIT).unref()
    for (const work of works.reverse())
      await work().catch((error: unknown) => {
        process.stderr.write(`${sentenceFor(error)}\n`)
        code = 1
      })
    process.exit(code)
  }
  const broken = (error: unknown): void => {
    process.stderr.write(`出了没想到的错，现在退出，请让它自动重启（${sentenceFor(error)}）/ unexpected, leaving to be started again\n`)
    void leave(1)
  }
  process.on('SIGTERM', () => void leave(0))
  process.on('SIGINT', () => void leave(0))
  process.on('uncaughtException', broken)
  process.on('unhandledRejection', broken)
  return { before: (work) => void works.push(work) }
}
