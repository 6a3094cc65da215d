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
  by: string | null
}

export interface OfficeWording {
  /** `day` null: every day. */
  dutyNoted(facts: { name: string; day: string | null; from: string; until: string; off: boolean; changed: boolean }): string
  rota(facts: { shifts: { name: string; day: string | null; from: string; until: string }[]; current: string[] }): string
  alertClosed(facts: { id: number; place: string; by: string; time: string; words: string }): string
  /** To whoever took it: how does it go? */
  alertUnclosed(facts: { id: number; place: string; by: string; minutes: number }): string
  alertSteps(alerts: AlertTold[]): string[]
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
