/** The tables as Kysely sees them. Times are milliseconds since epoch; days are `YYYY-MM-DD` in the community's time zone; flags are 0 or 1. */
import type { Generated, Insertable, Selectable } from 'kysely'

/** What a column may hold. */
export type Value = string | number | null
export type OrderStatus = 'waiting' | 'open' | 'picked' | 'delivered' | 'received' | 'undelivered' | 'cancelled'
export type LineStatus = 'wanted' | 'out' | 'delivered' | 'cancelled'
export type OrderSource = 'chat' | 'phone' | 'app' | 'standing'
export type NoticeKind =
  | 'repeat'
  | 'taken'
  | 'changed'
  | 'cancelled'
  | 'ask-door'
  | 'ask-need'
  | 'at-door'
  | 'out'
  | 'arrived'
  | 'bound'
  | 'answer'
  | 'staff'

/** What staff note of a household so that nobody there is left out. */
export const TAGS = ['alone', 'no-phone', 'over-80', 'chronic', 'carer'] as const
export type Tag = (typeof TAGS)[number]
/** `listed`: stands on the day's call list; the others are what staff said of their call. */
export type CallStatus = 'listed' | 'reached' | 'no-need' | 'unreached' | 'withdrawn'

interface Households {
  id: Generated<number>
  building: string
  unit: string
  room: string
  floor: number
  grid: string
  /** A JSON list of `Tag`. */
  tags: Generated<string>
  phone: Generated<string | null>
}
interface Rooms {
  id: Generated<number>
  topic: string
  /** unit · building · grid · unknown · claimed: a grid's by its topic only, and not trusted. */
  kind: string
  building: string | null
  unit: string | null
  grid: string | null
  bound_by: string
}
interface People {
  id: Generated<number>
  name: string
  role: string
  grid: string | null
  household_id: number | null
  household_from: string | null
  /** 备注: what the bot's own account calls them; nobody else can set it. */
  remark: string | null
}
/** A session's id of a room or a person; new after a login, so never a key of anything else. */
interface Handles {
  account: string
  kind: string
  external_id: string
  target_id: number
  /** Of two ids of one room the younger is the one that holds today. */
  seen_at: number
}
/** Who writes in which room, and under which group alias: the thread by which a person is found again after a login. */
interface Members {
  id: Generated<number>
  room_id: number
  person_id: number
  alias: string
  name: string
  seen_at: number
}
interface Inbox {
  id: Generated<number>
  account: string
  message_id: string
  seq: number
  sent_at: number
  received_at: number
  room_handle: string | null
  sender_handle: string
  kind: string
  text: string
  quoted: string | null
  recalls: string
  /** Filled after the row is durable. */
  topic: string | null
  alias: string | null
  name: string | null
  room_id: number | null
  person_id: number | null
  handled_at: number | null
  /** What became of it: acts by name, `talk`, `review`, `recalled` … */
  outcome: string | null
  review: Generated<number>
  understanding: string | null
}
interface Orders {
  id: Generated<number>
  household_id: number | null
  room_id: number | null
  person_id: number | null
  day: string
  status: OrderStatus
  source: OrderSource
  urgent: string | null
  inbox_id: number | null
  created_at: number
}
interface OrderLines {
  id: Generated<number>
  order_id: number
  item: string
  qty: number | null
  unit: string | null
  spec: string | null
  place: string
  medicine: string
  heavy: number
  known: number
  status: LineStatus
  inbox_id: number | null
  span_start: number
  span_end: number
  /** When it was fetched from its pickup place. */
  picked_at: number | null
}
interface PickLists {
  id: Generated<number>
  grid: string
  day: string
  made_at: number
}
interface PickListEntries {
  id: Generated<number>
  pick_list_id: number
  no: number
  household_id: number
  /** When and by whom the bag was looked through before it left. */
  checked_at: number | null
  checked_by: number | null
}
interface Deliveries {
  id: Generated<number>
  order_id: number
  /** `due`: to be carried at once by `person_id` (null: by whoever goes); then delivered · undelivered · withdrawn. */
  status: string
  at: number
  person_id: number | null
  reason: string | null
  inbox_id: number | null
  /** Of what is carried at once: when staff are told again, and how often they were. */
  next_at: number | null
  told: number | null
}
interface Alerts {
  id: Generated<number>
  kind: string
  household_id: number | null
  room_id: number | null
  person_id: number | null
  grid: string | null
  place: string
  words: string
  at: number
  acked_at: number | null
  acked_by: number | null
  told: number
  next_at: number | null
  inbox_id: number | null
  closed_at: Generated<number | null>
  closed_by: Generated<number | null>
  /** How it ended, in the words of whoever closed it. */
  outcome: Generated<string | null>
}
/** When an alert was told to whom, taken and closed. */
interface AlertSteps {
  id: Generated<number>
  alert_id: number
  /** `duty`, `grid`, `heads`, `all` (told to), `taken`, `asked` (whoever took it, how it goes), `closed`. */
  step: string
  at: number
  person_id: number | null
}
interface Calls {
  id: Generated<number>
  household_id: number
  day: string
  status: CallStatus
  at: number
  person_id: number | null
  inbox_id: number | null
}
/** Who is on duty in a grid: on a day, or on every day where `day` is null; until the next day where the times cross midnight. */
interface Duties {
  id: Generated<number>
  person_id: number
  grid: string | null
  day: string | null
  from_time: string
  until_time: string
  status: 'on' | 'off'
  inbox_id: number | null
}
interface Requests {
  id: Generated<number>
  household_id: number | null
  room_id: number | null
  person_id: number | null
  grid: string | null
  words: string
  kind: string
  /** open · taken · done · withdrawn · expired */
  status: string
  at: number
  inbox_id: number | null
  owner_id: Generated<number | null>
  taken_at: Generated<number | null>
  /** The last words that were passed back to the resident. */
  answer: Generated<string | null>
  closed_at: Generated<number | null>
}
interface Risks {
  id: Generated<number>
  building: string
  unit: string | null
  level: string
  at: number
  ended_at: number | null
  inbox_id: number | null
  /** On this day it holds no more; null: until it is lifted. */
  until_day: string | null
}
/** Somebody went into or out of a marked place, or disinfected there. */
interface Passages {
  id: Generated<number>
  building: string
  unit: string | null
  way: 'in' | 'out' | 'clean'
  disinfected: number
  /** noted · withdrawn */
  status: string
  at: number
  person_id: number | null
  inbox_id: number | null
}
/** What a household owes for a line or a bag of a day. */
interface Charges {
  id: Generated<number>
  household_id: number
  day: string
  /** '' where it is for the whole bag. */
  item: string
  cents: number
  /** due · paid · withdrawn */
  status: string
  at: number
  paid_at: number | null
  inbox_id: number | null
}
interface Rounds {
  id: Generated<number>
  no: number
  started_at: number
  closed_at: number | null
  inbox_id: number | null
  /** downstairs · home; null where nobody said. */
  place: string | null
  /** Of one grid only; null: of all. */
  grid: string | null
}
interface RoundChecks {
  id: Generated<number>
  round_id: number
  household_id: number
  /** done · excused (with a reason) · withdrawn */
  status: string
  at: number
  inbox_id: number | null
  reason: string | null
}
interface StandingOrders {
  id: Generated<number>
  household_id: number
  /** A `Recurrence`, as JSON. */
  rule: string
  /** `NewLine`s, as JSON. */
  lines: string
  /** The last day on which it holds. */
  until_day: string | null
  /** on · paused · ended */
  status: string
  person_id: number | null
  inbox_id: number | null
  from_day: string | null
  /** The newest day for which it was laid. */
  last_day: string | null
  /** It goes on by itself on the day after. */
  paused_until: string | null
}
/** Who carries which building, or unit, of a grid on a day. */
interface RouteParts {
  id: Generated<number>
  grid: string
  day: string
  person_id: number
  building: string
  unit: string | null
  at: number
  ended_at: number | null
  inbox_id: number | null
}
/** Something else in the place of a line, asked of its household. */
interface Substitutions {
  id: Generated<number>
  line_id: number
  household_id: number
  /** Where it was asked. */
  room_id: number | null
  person_id: number | null
  /** What is offered, a `NewLine` as JSON. */
  line: string
  until_at: number
  status: 'open' | 'taken' | 'refused' | 'lapsed' | 'withdrawn'
  at: number
  inbox_id: number | null
  answer_id: number | null
}
/** Lines that came by another way than the same goods of that household and day before: staff say whether they count. */
interface Doubles {
  id: Generated<number>
  household_id: number
  grid: string
  day: string
  source: OrderSource
  lines: string
  status: 'open' | 'added' | 'dropped' | 'withdrawn'
  at: number
  inbox_id: number | null
}
interface Notices {
  id: Generated<number>
  room_id: number | null
  person_id: number | null
  kind: NoticeKind
  order_id: number | null
  household_id: number | null
  detail: string
  at: number
  outbox_id: number | null
  inbox_id: number | null
}
/** What the bot asked of a person about a message that it was unsure of; after `until_at` staff look at it. */
interface Questions {
  id: Generated<number>
  inbox_id: number
  person_id: number
  room_id: number | null
  /** What is done when the answer is yes. */
  acts: string
  until_at: number
  status: 'open' | 'taken' | 'dropped'
  answer_id: number | null
}
interface Outbox {
  id: Generated<number>
  dedupe_key: string
  room_id: number | null
  person_id: number | null
  /** Null until it is sent: then the waiting notices of its room become its text. */
  text: string | null
  /** 1 goes before everything, -1 (said to all groups) behind everything. */
  urgent: number
  due_at: number
  status: string
  attempts: Generated<number>
  sent_at: number | null
  /** How often the process died between sending and noting it: so many times more the network may have it. */
  maybe_twice: Generated<number>
}
interface Events {
  id: Generated<number>
  at: number
  entity: string
  entity_id: number
  before: string | null
  after: string
  why: string
  person_id: number | null
  inbox_id: number | null
  reverted: Generated<number>
}
interface Jobs {
  job: string
  due_at: number
  claimed_at: number
  done_at: number | null
}
/** A time without connection, open while it lasts. */
interface Gaps {
  id: Generated<number>
  account: string
  from_at: number
  until_at: number | null
  /** `logout`, `connection` or `down` (the process did not run). */
  why: string
}
/** One row a login. */
interface Sessions {
  id: Generated<number>
  account: string
  began_at: number
  /** 1 where the network showed none of the ids that were known: older handles are dead since. */
  ids_are_new: number
}
/** When an account's process last showed that it runs. */
interface Alive {
  account: string
  at: number
}
interface Invites {
  code_hash: string
  role: string
  grid: string | null
  name: string
  expires_at: number
  used_at: number | null
}

/** What stays of removed orders. `item` is a good of the catalogue, `medicine` or `other`; `unit` is '' where there is none. */
interface Sums {
  month: string
  item: string
  unit: string
  qty: number
  lines: number
}

export interface Tables {
  households: Households
  rooms: Rooms
  people: People
  handles: Handles
  members: Members
  inbox: Inbox
  orders: Orders
  order_lines: OrderLines
  pick_lists: PickLists
  pick_list_entries: PickListEntries
  deliveries: Deliveries
  alerts: Alerts
  alert_steps: AlertSteps
  calls: Calls
  duties: Duties
  requests: Requests
  risks: Risks
  passages: Passages
  charges: Charges
  rounds: Rounds
  round_checks: RoundChecks
  standing_orders: StandingOrders
  route_parts: RouteParts
  substitutions: Substitutions
  doubles: Doubles
  notices: Notices
  questions: Questions
  outbox: Outbox
  events: Events
  jobs: Jobs
  invites: Invites
  gaps: Gaps
  sessions: Sessions
  alive: Alive
  sums: Sums
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>
export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>
