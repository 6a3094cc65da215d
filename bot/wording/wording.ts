/** Everything the bot says, as one table a language. Logic hands in facts; the words are here only. */
import type { Settings } from '../../config/settings.js'
import type { TagName } from '../../parsers/types.js'
import type { StoreFault } from '../../store/faults.js'
import type { BuildingLoad } from '../load.js'
import type { JobName } from '../schedule.js'
import type { AccountsWording } from './accounts.js'
import type { CarryingWording } from './carrying.js'
import { en } from './en.js'
import type { NewcomerShown, OfficeWording, RequestShown } from './office.js'
import { zh } from './zh.js'

export interface SaidLine {
  /** `''` where it may not be named here. */
  item: string
  qty: number | null
  unit: string | null
  /** `''` where it is no medicine. */
  medicine: string
}
/** What a gathered message says of one household; doors are shortened where the group is the household's own. */
export interface Gathered {
  taken: { door: string; lines: SaidLine[]; day: string }[]
  changed: { door: string; added: SaidLine[]; set: SaidLine[]; removed: SaidLine[] }[]
  cancelled: string[]
  askDoor: string[]
  /** What the bot is unsure of; medicines are only counted. */
  askNeed: { door: string; lines: SaidLine[] }[]
  atDoor: string[]
  out: { door: string; items: string[]; medicines: number; unnamed: number }[]
  arrived: { door: string; items: string[]; medicines: number; unnamed: number }[]
  bound: { name: string; door: string }[]
  /** Times in which nothing came in. */
  gaps: { from: string; until: string }[]
  texts: string[]
}
export interface NamedRoom {
  id: number
  topic: string
}
export interface AlertFacts {
  id: number
  kind: string
  place: string
  words: string
  time: string
  /** How often it was told before. */
  repeat: number
}
/** A household to be called. */
export interface ToCallFacts {
  door: string
  tags: TagName[]
  phone: string | null
  /** Called today already, and nobody answered. */
  tried: boolean
  /** For so many days before this one nobody heard of them. */
  days: number
}
export interface ListedEntry {
  no: number
  door: string
  lines: (SaidLine & { status: string; known: boolean; spec: string | null; standing: boolean })[]
  staffOnly: boolean
  heavy: boolean
  urgent: string | null
  /** From the order's state: `open`, `delivered` … */
  status: string
}
/** A marked place and how many of its households get something. */
export interface ListedMark {
  place: string
  level: string
  carrier: string | null
  households: number
}
export interface Listed {
  /** Buildings whose load is above what one carries at a time. */
  loads: BuildingLoad[]
  kilogramsPerTrip: number
  gridName: string
  day: string
  places: {
    place: string
    items: { item: string; unit: string | null; qty: number; unstated: number; households: string[]; known: boolean; specs: string[] }[]
    /** How many more are medicines that are not named here. */
    medicines: number
  }[]
  entries: ListedEntry[]
  marked: ListedMark[]
  /** Going in and out of marked places is noted. */
  disinfect: boolean
  /** What residents call goods that the catalogue lacks, and for how many lines. */
  unknown: { item: string; times: number }[]
  /** Goods that came by two ways, which nobody has settled. */
  openDoubles: number
  openRequests: number
  /** Requests that wait for too long. */
  overdue: RequestShown[]
  /** Who joined a group and never said where they live. */
  unnamed: NewcomerShown[]
  waitingReview: number
  openAlerts: number
  /** Medicines are shown as a count. */
  masked: boolean
}

/** Who is missing in a test round, by unit; `all`: everyone there. */
export interface MissingFacts {
  total: number
  byUnit: { unit: string; all: boolean; homes: { room: string; reason: string | null; phone: string | null }[] }[]
}
/** The day told; times as `HH:MM`, medicines only counted. */
export interface Reported {
  /** Of the grid, or of the whole community. */
  name: string
  day: string
  grids: { name: string; households: number; bags: number; lines: number; medicines: number; undelivered: number }[]
  first: string | null
  last: string | null
  undelivered: { door: string; reason: string | null }[]
  requests: { came: number; open: number }
  alerts: { kind: string; place: string; at: string; takenAt: string | null; takenBy: string | null; closedAt: string | null }[]
  rounds: { no: number; done: number }[]
}

export interface Wording extends AccountsWording, CarryingWording, OfficeWording {
  /** `words`: of the grid's own, in which {day} and {until} stand for the day and the cut-off. */
  ask(facts: { day: string; until: string; words: string | null }): string
  lastCall(facts: { day: string; until: string }): string
  asked(facts: { groups: number }): string
  callList(facts: { gridName: string; entries: ToCallFacts[]; masked: boolean }): string[]
  /** To the head: whom nobody heard of for days. */
  unheard(facts: { entries: ToCallFacts[]; masked: boolean }): string[]
  callsNoted(facts: { reached: string[]; noNeed: string[]; unreached: string[]; unknown: string[]; left: number }): string
  tagged(facts: { door: string; tags: TagName[]; phone: string | null; changed: boolean }): string
  gathered(facts: Gathered, today: string): string
  /** One text an entry, head and totals first; split only between them. */
  list(facts: Listed): string[]
  notDelivered(facts: { gridName: string; entries: ListedEntry[]; masked: boolean; staffOnly: number }): string[]
  report(facts: Reported): string[]
  askToSign(doors: string[]): string
  alert(facts: AlertFacts): string
  alertTaken(facts: { id: number; place: string; by: string; time: string }): string
  request(facts: { id: number; door: string; words: string; kind: string }): string
  review(facts: { id: number; place: string; words: string }): string
  reviewed(facts: { id: number; settled: 'done' | 'ordered' | 'not waiting' | 'not understood' }): string
  deliveredNoted(facts: { doors: string[]; none: string[] }): string
  undeliveredNoted(facts: { doors: string[]; none: string[] }): string
  /** `counted`: the doors are not named, only how many. */
  stockNoted(facts: { item: string; state: 'out' | 'arrived'; doors: string[]; counted: boolean }): string
  /** `until`: the day on which the mark ends by itself. */
  riskNoted(facts: { place: string; level: string; changed: boolean; until: string; disinfect: boolean }): string
  markEnded(facts: { place: string; level: string }): string
  passageNoted(facts: { place: string; way: 'in' | 'out' | 'clean'; disinfected: boolean; time: string }): string
  passagesMissing(facts: { places: string[] }): string
  moduleOff(facts: { module: keyof Settings['modules'] }): string
  roundStarted(facts: { no: number; place: string | null; grid: string | null }): string
  roundNoted(facts: { no: number; doors: number; reasons: number; left: number }): string
  roundMissing(facts: { no: number } & MissingFacts): string
  /** In a residents' group: who is missing is not said. */
  roundReminder(facts: { no: number; atHome: boolean }): string
  roundReminded(facts: { no: number; groups: number; visits: number }): string
  roundOpen(facts: { no: number } & MissingFacts): string
  roundClosed(facts: { no: number; reasons: number }): string
  testedNoted(facts: { no: number; doors: string[] }): string
  visitFor(facts: { no: number }): string
  /** Each with its number, by which it is taken and done as any request. */
  visitsAsked(facts: { no: number; visits: { id: number; door: string }[] }): string
  noRound(): string
  undone(facts: { changes: number }): string
  nothingToUndo(): string
  roomBound(facts: { place: string }): string
  roomNotBound(): string
  staffBound(facts: { name: string; role: string; grid: string | null }): string
  codeRefused(): string
  codesLocked(): string
  codesTried(facts: { name: string; times: number }): string
  codeShown(): string
  codeBurned(facts: { name: string }): string
  notAllowed(): string
  /** What stands for a medicine where it is not named. */
  someMedicine(): string
  noSuchDoor(facts: { doors: string[] }): string
  lateChange(facts: { door: string; no: number | null; lines: SaidLine[]; kind: 'added' | 'set' | 'removed' | 'cancelled' }): string
  correction(facts: { doors: string[] }): string
  gap(facts: { from: string; until: string; minutes: number; why: string; groups: number }): string
  /** Rooms and people that could not be matched; one text a line. */
  unmatched(facts: {
    doubtful: NamedRoom[]
    nameless: NamedRoom[]
    claimed: (NamedRoom & { grid: string })[]
    lost: NamedRoom[]
    staff: string[]
  }): string[]
  /** A text that a group refuses, told elsewhere. */
  refused(facts: { place: string; tries: number; words: string | null }): string
  helloNew(facts: { name: string }): string
  /** For the log: what is wrong with the database, what happens meanwhile, and what to do. */
  storeFault(facts: { fault: StoreFault }): string
  spooling(): string
  /** `fault` is null where an earlier process met it. */
  storeAgain(facts: { fault: StoreFault | null; from: string; until: string; kept: number }): string
  jobMissed(facts: { job: JobName; day: string; time: string; skipped: boolean }): string
  cleaningFailed(): string
  backupFailed(): string
}

export const wordingOf = (language: Settings['language']): Wording => (language === 'en' ? en : zh)
