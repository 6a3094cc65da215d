/** Opens a database that may be away, locked, full or read-only just now: says so once, and goes on trying. */
import { wordingOf } from '../bot/wording/wording.js'
import type { Settings } from '../config/settings.js'
import { storeFaultOf } from '../store/faults.js'

const AGAIN = 2000

/** `meanwhile` begins after the first fault. Throws what waiting does not mend: a wrong URL, a newer or damaged file, another process that holds it. */
export const openAtLast = async <T>(open: () => Promise<T>, meanwhile: () => Promise<void>, settings: Settings): Promise<T> => {
  for (let met = false; ; met = true)
    try {
      return await open()
    } catch (error) {
      const fault = storeFaultOf(error)
      if (fault === null || fault === 'damaged') throw error
      if (!met) {
        process.stderr.write(`${wordingOf(settings.language).storeFault({ fault })}\n`)
        await meanwhile()
      }
      await new Promise((done) => setTimeout(done, AGAIN))
    }
}
