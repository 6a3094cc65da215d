/** What the patterns that decide a reading are called, where it is explained. */
import { BIND, NEIGHBOURLY, OFFERS } from './acts-of-resident.js'
import { LIST } from './acts-of-staff.js'
import { ADDS, DROPS, ENOUGH, LESS, MENDS, STRONG_SET } from './amends.js'
import { CHAIN } from './jielong.js'
import { CLEAR, CONFIRMED, CONTACT } from './matchers/risk.js'
import { ROUND } from './matchers/rounds.js'
import { ARRIVED, OUT } from './matchers/stock.js'
import type { Pattern } from './pattern.js'
import { ALARM_AT_FAULT, LESSON, OVER, SEEN, UNREAL } from './words/calm.js'
import { CANCEL_ALL, CANCEL_IN_FORM } from './words/cancels.js'
import { MISSING_IN_FORM, WRONG_IN_FORM } from './words/complaints.js'
import { ACUTE, ACUTE_WEAK, ATTACK, CALLS, SWALLOWED } from './words/danger.js'
import { NOT_SENT, PLAN, REFUSED, SENT } from './words/delivery.js'
import { DISTRESS, DISTRESS_JOKE, DISTRESS_WEAK, HELP_ASKED } from './words/distress.js'
import { LIGHT, THEMES } from './words/heavy-heart.js'
import { EXPLAINS, PRESSING, RUN_OUT, SETTLED } from './words/pressing.js'
import { DAMAGED, DAMAGED_PLAINLY, LATE, MISSING_BESIDE, MISSING_PLAINLY, NOT_PROBLEM, WRONG } from './words/problems.js'
import { LATE_SURELY, PAST_IT, PROMISED } from './words/promised.js'
import { OF_THE_OFFICE, QUERY, QUERY_NOT } from './words/queries.js'
import { RECEIPT, RECEIPT_IN_FORM, RECEIPT_NOT } from './words/receipts.js'
import { REQUEST, REQUEST_IN_FORM, REQUEST_NOT } from './words/requests.js'
import { OF_THE_BODY, OF_THE_HOUSE } from './words/signs-of-danger.js'
import { SLIP } from './words/slips.js'
import { REMAINS, SPOILT } from './words/spoilt.js'
import {
  AD,
  ADVICE,
  COMPANION,
  DONE,
  GIVEN,
  GROUP_BUY,
  HANDED_OUT,
  NEWS,
  PERSONAL,
  PRICED,
  PUZZLE,
  RETORT,
  TO_A_MACHINE,
} from './words/talk.js'
import { HAVE_BEFORE, HAVE_BEHIND, NEGATED_BEFORE, NEGATED_BEHIND, RAN_OUT, WANTED_BEHIND } from './words/wanting.js'

const CALLED = {
  'says a door': [BIND],
  cancels: [CANCEL_ALL, CANCEL_IN_FORM],
  'asks neighbours': [NEIGHBOURLY],
  'offers to neighbours': [OFFERS],
  'list of neighbours': [CHAIN],
  'changes an order': [STRONG_SET, SLIP, MENDS],
  'adds to an order': [ADDS],
  'takes away': [DROPS, LESS],
  'is enough': [ENOUGH],
  receipt: [RECEIPT, RECEIPT_IN_FORM],
  'no receipt': [RECEIPT_NOT],
  missing: [MISSING_PLAINLY, MISSING_BESIDE, MISSING_IN_FORM],
  'wrong thing': [WRONG, WRONG_IN_FORM],
  damaged: [DAMAGED, DAMAGED_PLAINLY, SPOILT, REMAINS],
  late: [LATE, LATE_SURELY, PROMISED, PAST_IT],
  'no problem': [NOT_PROBLEM],
  question: [QUERY, OF_THE_OFFICE],
  'no question': [QUERY_NOT],
  request: [REQUEST, REQUEST_IN_FORM],
  'no request': [REQUEST_NOT],
  danger: [ACUTE, ATTACK, SWALLOWED],
  'danger to somebody': [ACUTE_WEAK],
  'sign of danger': [...OF_THE_BODY.map(({ words }) => words), OF_THE_HOUSE],
  'calls for help': [CALLS, HELP_ASKED],
  'out of strength': [DISTRESS, DISTRESS_WEAK, ...THEMES.map(({ words }) => words)],
  'only a joke': [DISTRESS_JOKE, LIGHT],
  'not real': [UNREAL, LESSON],
  'is over': [OVER, SEEN, SETTLED, EXPLAINS, ALARM_AT_FAULT],
  pressing: [PRESSING],
  'ran out': [RUN_OUT, RAN_OUT],
  'is wanted': [WANTED_BEHIND],
  'is not wanted': [NEGATED_BEFORE, NEGATED_BEHIND],
  'is there already': [HAVE_BEFORE, HAVE_BEHIND],
  news: [NEWS],
  'advertises or sells': [AD, GROUP_BUY, PRICED],
  'talk among people': [PERSONAL, COMPANION, GIVEN, HANDED_OUT, DONE, PUZZLE, RETORT, ADVICE, TO_A_MACHINE],
  delivered: [SENT],
  'not delivered': [NOT_SENT, REFUSED],
  'only planned': [PLAN],
  'out of stock': [OUT],
  'in stock': [ARRIVED],
  'health mark': [CONFIRMED, CONTACT, CLEAR],
  'test round': [ROUND],
  'asks for the list': [LIST],
} as const

export type WordRule = keyof typeof CALLED

export const RULES: ReadonlyMap<Pattern, string> = new Map(
  Object.entries(CALLED).flatMap(([rule, patterns]) => patterns.map((pattern) => [pattern, rule] as const)),
)
