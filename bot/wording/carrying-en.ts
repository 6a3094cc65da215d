/** The day's carrying, in English. */
import type { StoredRecurrence } from '../../store/standing.js'
import type { CarryingWording, StandingFacts } from './carrying.js'
import { masked, said } from './said-en.js'
import type { SaidLine } from './wording.js'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const ruleOf = (rule: StoredRecurrence): string =>
  rule.every === 'days'
    ? rule.days === 1
      ? 'every day'
      : `every ${rule.days} days`
    : rule.on.length === 7
      ? 'every day'
      : `every ${rule.on.map((day) => WEEKDAYS[day - 1]).join(', ')}`

const goods = (lines: readonly SaidLine[], hide: boolean): string => (hide ? masked(lines) : lines.map(said).join(', '))
const standing = (one: StandingFacts, hide: boolean): string =>
  `S${one.id} ${ruleOf(one.rule)} ${one.door} ${goods(one.lines, hide)}${one.until === null ? '' : `, until ${one.until}`}`
const rests = (one: StandingFacts): string => (one.pausedUntil === null ? 'paused' : `paused until ${one.pausedUntil}`)
const next = (one: StandingFacts): string => (one.next === null ? '' : `, next on ${one.next}`)

export const carryingEn: CarryingWording = {
  standingNoted: ({ what, masked: hide, ...one }) =>
    ({
      begun: `🔁Noted ${standing(one, hide)}${next(one)}. To pause: pause S${one.id}; to end: end S${one.id}`,
      pause: `⏸S${one.id} ${one.door} ${rests(one)}. To go on: resume S${one.id}`,
      resume: `▶S${one.id} ${one.door} goes on${next(one)}`,
      end: `⏹S${one.id} ${one.door}: the standing order is ended`,
    })[what],
  standingList: ({ facts, masked: hide }) =>
    facts.length === 0
      ? 'No standing orders. To set one up: 每周一三五给2-3-101送牛奶1箱'
      : ['Standing orders:', ...facts.map((one) => `${standing(one, hide)}${one.paused ? ` (${rests(one)})` : next(one)}`)].join('\n'),
  carryNow: ({ id, door, lines, by, repeat }) =>
    `🚚D${id} ${goods(lines, false)} for ${door} is here: please bring it now${by === null ? '; whoever goes replies: 我去' : ` (on duty: ${by})`}${repeat > 0 ? ` (told ${repeat + 1} times)` : ''}. When it is there: ${door}已送`,
  carryTaken: ({ id, by }) => `👌D${id} is brought by ${by}`,
  askReceipt: ({ door }) => `📦${door}: your goods are at the door; please reply "received" (收到) when you have them`,
  notSigned: ({ door }) => `⚠️${door} has not signed what was brought; please ring them up`,
  standingNotUnderstood: () => 'Not understood. Write: 每周一三五给2-3-101送牛奶1箱 (the door and the goods)',
  noSuchStanding: () => 'No such standing order; write 定期单 (standing) to see their numbers',
}
