/** What the bot says of requests, duty and newcomers: the facts that the words need. */

export interface RequestShown {
  id: number
  door: string
  kind: string
  words: string
  owner: string | null
  /** Since it was asked. */
  hours: number
  overdue: boolean
}

export interface AlertTold {
  id: number
  kind: string
  place: string
  time: string
  steps: { step: string; time: string; name: string | null }[]
  outcome: string | null
}

export interface NewcomerShown {
  group: string
  name: string
  /** The day on which they were seen to join. */
  joined: string | null
}
export interface SaidThen {
  day: string
  time: string
  who: string | null
  words: string
}
/** All that is known of somebody without a door. */
export interface KnownOf {
  group: string
  names: string[]
  remark: string | null
  /** Said since. */
  door: string | null
  joined: { day: string; time: string } | null
  earlier: SaidThen[]
  answers: SaidThen[]
}

export interface OfficeWording {
  /** One text a person. */
  newcomers(people: NewcomerShown[]): string[]
  /** A line of the morning's list: who joined and never said where they live. */
  unnamed(people: NewcomerShown[]): string[]
  /** Beneath an alert by somebody without a door. */
  knownOf(facts: KnownOf): string[]
  /** What was written in their group since; `own`: by themselves. */
  saidAfterCry(facts: { id: number; who: string; own: boolean; words: string }): string
  doorOfCry(facts: { id: number; door: string }): string
  /** `day` null: every day. */
  dutyNoted(facts: { name: string; day: string | null; from: string; until: string; off: boolean; changed: boolean }): string
  rota(facts: { shifts: { name: string; day: string | null; from: string; until: string }[]; current: string[] }): string
  alertClosed(facts: { id: number; place: string; by: string; time: string; words: string }): string
  /** To whoever took it: how does it go? */
  alertUnclosed(facts: { id: number; place: string; by: string; minutes: number }): string
  alertSteps(alerts: AlertTold[]): string[]
  /** Head of the page of alerts. */
  alertPage(facts: { open: number }): { title: string; open: string }
  pageFailed(): string
  /** One text a request. */
  requestList(facts: { gridName: string; open: RequestShown[] }): string[]
  /** Lines of the morning's list. */
  overdue(open: RequestShown[]): string[]
  /** `back`: the answer was passed back, or there is nobody to whom it could be. */
  requestNoted(facts: { id: number; door: string; status: string; owner: string | null; back: 'passed' | 'nobody' | null }): string
  /** To the resident. `asked`: their own words, where they wrote them in the same place; `words`: the staff's. */
  requestAnswered(facts: { id: number; door: string; asked: string | null; words: string; done: boolean }): string
  noSuchRequest(facts: { id: number }): string
  noSuchStaff(facts: { name: string }): string
  /** What stands for a phone number in a group. */
  someNumber(): string
}
