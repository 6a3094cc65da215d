/** Listens before the database can be opened: what arrives is spooled, and the bot takes over as if it had listened from the start. */

import type { ChatEvents, ChatPort } from './chat/port.js'
import type { Clock } from './clock.js'
import type { Spool } from './spool.js'

export interface Early {
  /** Begins to spool what arrives; `scan` shows the code of a login. */
  listen(scan: (code: string) => void): Promise<void>
  /** For the bot: its `start` takes over from the spool. */
  port: ChatPort
}

export const openEarly = (port: ChatPort, account: string, spool: Spool, clock: Clock): Early => {
  let listener: ChatEvents | null = null
  let login: Parameters<ChatEvents['login']>[0] | null = null
  let listening = false

  const eventsUntilThen = (scan: (code: string) => void): ChatEvents => ({
    message: async (message) => {
      if (listener !== null) return listener.message(message)
      if (!message.self) spool.keep({ kind: 'message', at: clock.now(), account, message })
    },
    login: async (who) => {
      login = who
      await listener?.login(who)
    },
    lost: async (why, silentFor) => {
      login = null
      await listener?.lost(why, silentFor)
    },
    ready: async () => listener?.ready(),
    scan: (code) => (listener === null ? scan(code) : listener.scan(code)),
    fault: (what, error) => listener?.fault(what, error),
  })
  return {
    listen: (scan) => {
      listening = true
      return port.start(eventsUntilThen(scan))
    },
    port: {
      ...port,
      start: async (events) => {
        if (!listening) return port.start(events)
        listener = events
        if (login !== null) await events.login(login)
      },
    },
  }
}
