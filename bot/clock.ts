/** The one source of time. A process runs on the system's clock; replay, demo and tests on one that is moved by hand. */

export interface Clock {
  /** Milliseconds since epoch. */
  now(): number
  /** Runs once after so many milliseconds; the returned function calls it off. */
  after(milliseconds: number, run: () => void): () => void
}

const LONGEST = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, Math.min(milliseconds, LONGEST))
    return () => clearTimeout(timer)
  },
}

interface Alarm {
  at: number
  order: number
  run: () => void
}

/** Time that stands still until it is told to go on; what falls due on the way runs in order. */
export class VirtualClock implements Clock {
  #now: number
  #order = 0
  #alarms: Alarm[] = []

  constructor(start: number) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  after(milliseconds: number, run: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, milliseconds), order: this.#order++, run }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm)
    }
  }

  /** Goes on to a time; after every alarm `settle` waits until what it set off is done. */
  async advanceTo(time: number, settle: () => Promise<void>): Promise<void> {
    await settle()
    for (let next = this.#next(time); next !== undefined; next = this.#next(time)) {
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settle()
    }
    this.#now = Math.max(this.#now, time)
  }

  #next(until: number): Alarm | undefined {
    const due = this.#alarms.filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0]
    if (due !== undefined) this.#alarms = this.#alarms.filter((alarm) => alarm !== due)
    return due
  }
}
