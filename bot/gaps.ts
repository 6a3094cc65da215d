/** Times in which nothing could come in: recorded while they last, told to staff with their from and to, and asked about in the groups. */

import { roomsOfKind, staff } from '../store/community.js'
import { closeGap, type Gap, type GapReason, lastAlive, noteAlive, openGap } from '../store/gaps.js'
import type { Db } from '../store/open.js'
import { dayOf, timeOf } from './days.js'
import { faultOf } from './fault.js'
import type { Office } from './office.js'
import { gridTargets, sayOnce, tell } from './say.js'

export interface Gaps {
  /** The process begins: the time since it was last alive is a gap until the network is there. */
  begin(): Promise<void>
  /** The connection is lost; nothing came for so many milliseconds already. */
  lost(why: GapReason, silentFor: number): Promise<void>
  /** The connection is there: an open gap ends now. */
  found(): Promise<void>
  /** Once a minute, and at the end: the process runs. */
  alive(): Promise<void>
}

export const openGaps = (office: Office, account: string): Gaps => {
  const { store, clock, log, settings } = office
  /** A loss that the database could not be told yet. */
  let untold: { from: number; why: GapReason } | null = null

  return {
    begin: async () => {
      const at = await lastAlive(store.db, account)
      if (at !== null) await openGap(store.db, account, Math.min(at, clock.now()), 'down')
      await noteAlive(store.db, account, clock.now())
    },
    lost: async (why, silentFor) => {
      untold ??= { from: clock.now() - silentFor, why }
      log.warn({ why }, 'the connection to the chat network is lost')
      await openGap(store.db, account, untold.from, untold.why)
      untold = null
    },
    found: async () => {
      const gap = await store.db.transaction().execute(async (trx) => {
        if (untold !== null) await openGap(trx, account, untold.from, untold.why)
        const ended = await closeGap(trx, account, clock.now())
        if (ended !== undefined && lengthOf(ended) >= settings.chat.tellGapMinutes * 60_000) await tellGap(trx, ended, office)
        return ended
      })
      untold = null
      if (gap !== undefined) log.info({ gap: gap.id, why: gap.why, seconds: Math.round(lengthOf(gap) / 1000) }, 'connected again')
    },
    alive: async () => {
      try {
        await noteAlive(store.db, account, clock.now())
      } catch (error) {
        log.warn({ ...faultOf(error) }, 'the sign of life could not be written')
      }
    },
  }
}

const lengthOf = (gap: Gap): number => (gap.until_at ?? gap.from_at) - gap.from_at

/** Staff hear of it at once; residents in the next message to their group, when the quiet hours are over. */
const tellGap = async (db: Db, gap: Gap, office: Office): Promise<void> => {
  const { timeZone } = office.settings
  const until = gap.until_at ?? gap.from_at
  const today = dayOf(until, timeZone)
  const span = { from: momentWords(gap.from_at, today, timeZone), until: momentWords(until, today, timeZone) }
  const groups = [...(await roomsOfKind(db, 'unit')), ...(await roomsOfKind(db, 'building'))]
  const heads = (await staff(db, { role: 'head' })).map((head) => ({ room_id: null, person_id: head.id }))
  const text = office.words.gap({ ...span, minutes: Math.round(lengthOf(gap) / 60_000), why: gap.why, groups: groups.length })
  for (const target of [...(await gridTargets(db, null)), ...heads]) await sayOnce(db, target, `gap:${gap.id}`, [text], office)
  for (const room of groups)
    await tell(db, { room_id: room.id, person_id: null }, { kind: 'repeat', detail: { day: today, ...span } }, office)
}

/** 14:05, with its day where it is another one. */
const momentWords = (moment: number, today: string, zone: string): string => {
  const day = dayOf(moment, zone)
  return day === today ? timeOf(moment, zone) : `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))} ${timeOf(moment, zone)}`
}
