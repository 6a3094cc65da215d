/** What the bot says of the day's carrying: standing orders, routes, loads, shopping, checking, doubles. */

import type { PartOfRoute } from '../../store/route-parts.js'
import type { OrderSource } from '../../store/schema.js'
import type { Step } from '../../store/shopping.js'
import type { StoredRecurrence } from '../../store/standing.js'
import type { ListedEntry, SaidLine } from './wording.js'

export interface Untaken {
  building: string
  households: number
}

export interface StandingFacts {
  id: number
  door: string
  rule: StoredRecurrence
  lines: SaidLine[]
  /** Days, `YYYY-MM-DD`. */
  until: string | null
  paused: boolean
  pausedUntil: string | null
  next: string | null
}

/** `masked`: medicines are only counted. */
export interface CarryingWording {
  standingNoted(facts: StandingFacts & { what: 'begun' | 'pause' | 'resume' | 'end'; masked: boolean }): string
  standingList(facts: { facts: StandingFacts[]; masked: boolean }): string
  /** Something came in that is to be brought at once, by the one on duty or whoever goes. */
  carryNoted(facts: {
    by: string
    parts: PartOfRoute[]
    households: number
    others: { part: PartOfRoute; by: string }[]
    rest: Untaken[]
    /** Places that are no building of this grid. */
    unknown: number
  }): string
  carryLeft(facts: { by: string; parts: PartOfRoute[]; rest: Untaken[] }): string
  untaken(facts: { gridName: string; rest: Untaken[] }): string
  noGridNamed(): string
  /** One text an entry, the head first. */
  route(facts: { parts: PartOfRoute[]; entries: ListedEntry[]; masked: boolean }): string[]
  pickedNoted(facts: { noted: number; rest: { place: string; items: string[]; medicines: number }[] }): string
  offer(facts: { door: string; item: string; instead: SaidLine; until: string }): string
  offered(facts: { item: string; instead: string; asked: string[]; notAsked: string[]; until: string }): string
  /** `medicine`: it was understood, and what heals is not exchanged. */
  notExchanged(facts: { item: string; medicine: boolean }): string
  offerAnswered(facts: { door: string; yes: boolean }): string
  offerSettled(facts: { door: string; item: string; instead: SaidLine; status: 'taken' | 'refused' | 'lapsed' }): string
  checkList(facts: { entries: ListedEntry[]; masked: boolean }): string[]
  checked(facts: { ticked: number[]; unknown: number[]; rest: number[] }): string
  traced(facts: {
    door: string
    steps: { time: string; what: Step['what']; by: string | null; lines: SaidLine[] }[]
    /** Where the same person was around the same time. */
    near: string[]
    masked: boolean
  }): string
  noBag(): string
  doubled(facts: { id: number; door: string; before: (SaidLine & { source: OrderSource })[]; now: SaidLine[]; source: OrderSource }): string
  /** To the resident who wrote it. */
  doubleHeld(facts: { door: string; lines: SaidLine[] }): string
  doubleSettled(facts: { id: number; door: string; added: boolean }): string
  noSuchDouble(facts: { id: number }): string
  carryNow(facts: { id: number; door: string; lines: SaidLine[]; by: string | null; repeat: number }): string
  carryTaken(facts: { id: number; by: string }): string
  askReceipt(facts: { door: string }): string
  notSigned(facts: { door: string }): string
  standingNotUnderstood(): string
  noSuchStanding(): string
}
