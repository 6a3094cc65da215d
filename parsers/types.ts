/**
 * What a message means. The record form is that of the labelled corpus; everything here is a plain value.
 * The parser knows no database, clock or network: what it may look at besides the text is handed in as `Context`.
 */

/** A place in the community. Parts are strings of Arabic digits (or a letter building such as `A`) without suffix, null where unknown. */
export interface Address {
  building: string | null
  unit: string | null
  room: string | null
}

/** Where a piece of a text was read: UTF-16 offsets into the text as handed in, `start` inclusive, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

export type RoomKind = 'unit' | 'building' | 'grid' | 'direct'
export type Role = 'resident' | 'volunteer' | 'staff' | 'head'
export type Urgency = 'medicine' | 'emergency' | 'distress'

/** The group in which a message stands; `direct` is a private chat with the bot. */
export interface RoomContext {
  kind: RoomKind
  building?: string | null
  unit?: string | null
  grid?: string | null
}

/** Who wrote: `alias` as typed by the member in the group, `home` the household the member is bound to. */
export interface SenderContext {
  role: Role
  alias?: string | null
  home?: Address | null
}

/** A line of the household's open order, as the parser needs it to read an amendment. */
export interface OpenLine {
  item: string
  qty: number | null
  unit: string | null
}

/** What was said before, for messages that lean on it. All optional: without it a message is read alone. */
export interface Earlier {
  /** Text of the message that is quoted, where the network gives it apart; one that stands in the text is found there. */
  quoted?: { text: string; sender?: SenderContext } | null
  /** Lines of the household's order that is still open. */
  openOrder?: readonly OpenLine[] | null
  /** The 接龙 list that this message continues: its last text in this room. */
  chain?: string | null
  /** A test round is under way. */
  roundRuns?: boolean
  /** The office keeps accounts. */
  accounts?: boolean
}

export interface Context extends Earlier {
  room: RoomContext
  sender: SenderContext
}

export interface Line {
  /** Canonical Chinese name that a shopper would look for; the words as said where the catalogue does not know them. */
  item: string
  /** Null where none is said. 半斤 is 0.5 斤. */
  qty: number | null
  /** Chinese measure word as said (kg → 公斤), 元 for "20块钱的", null where none is said. */
  unit: string | null
  /** Brand, variety or pack size, as said. */
  spec?: string
  /** Stands in the catalogue. */
  known: boolean
  /** Medicine, or life-sustaining medicine, by the catalogue. */
  medicine?: 'routine' | 'life-sustaining'
  span: Span
}

export interface Change extends Line {
  op: 'add' | 'set' | 'remove'
}

export type ProblemKind = 'missing' | 'wrong' | 'damaged' | 'late'

interface Read {
  span: Span
}

/** One thing that a message does. `span` is the clause it was read from. */
export type Act = Read &
  (
    | { act: 'order'; address: Address; lines: Line[] }
    | { act: 'amend'; address: Address; changes: Change[] }
    | { act: 'cancel' | 'receipt' | 'query' | 'request' | 'bind'; address: Address }
    | { act: 'problem'; address: Address; what: ProblemKind }
    | { act: 'delivered'; targets: Address[]; entries: number[]; except: Address[]; exceptEntries: number[] }
    | { act: 'undelivered'; targets: Address[]; entries: number[]; reason?: string }
    | { act: 'stock'; item: string; state: 'out' | 'arrived' }
    | { act: 'risk'; address: Address; level: 'confirmed' | 'contact' | 'clear' }
    | {
        act: 'round'
        /** `own`: a household says of itself that it is done. */
        op: 'start' | 'done' | 'own' | 'excused' | 'remaining' | 'remind' | 'close'
        no?: number
        place?: 'downstairs' | 'home'
        grid?: string
        targets: Address[]
        except: Address[]
        /** Who was not tested, and why. */
        excuses?: { address: Address; reason: string }[]
      }
    | { act: 'list'; grid: string | null }
    | { act: 'called'; results: { address: Address; result: CallResult }[] }
  )

export type ActName = Act['act']

/** What came of a call: somebody answered, nothing is needed, or nobody answered. */
export type CallResult = 'reached' | 'no-need' | 'unreached'
/** What is noted of a household: lives alone, no smartphone, over 80, chronic illness, needs a carer. */
export type TagName = 'alone' | 'no-phone' | 'over-80' | 'chronic' | 'carer'

/** A day as it is said: so many days ago, or by its date; which year is meant the calendar tells. */
export type SaidDay = { daysAgo: number } | { month: number; date: number }

/** How often something comes again: on days of the week (1 is Monday; none: that of its first day), or every so many days. */
export type Recurrence = { every: 'week'; on: number[] } | { every: 'days'; days: number }
export type LastDay = { month: number; date: number } | 'end of the month'

/** Three shifts of eight hours. */
export type Shift = 'night' | 'day' | 'evening'
/** A day of the rota as it is said. */
export type DutyDay = 'daily' | { inDays: number } | { month: number; date: number }

/**
 * A staff member's word to the bot itself, beside the acts of the corpus:
 * `take` an alert (收到, 我去), `undo` the own last act (撤销), bind this group (绑定 3栋2单元, 绑定 一网格), a one-time code (绑定 K7QX2M),
 * the day told (日报, 昨天日报, 1月26日日报), or going in and out of a marked unit (进7栋1单元 已消毒).
 */
export type Command =
  | { kind: 'take' }
  | { kind: 'undo' }
  | { kind: 'bind-room'; building: string | null; unit: string | null; grid: string | null }
  | { kind: 'code'; code: string }
  | { kind: 'report'; day: SaidDay }
  | { kind: 'charge'; entries: number[]; targets: Address[]; prices: { item: string; cents: number }[] }
  | { kind: 'paid'; entries: number[]; targets: Address[] }
  | { kind: 'accounts'; daysAgo: number }
  | { kind: 'owed' }
  | { kind: 'passage'; way: 'in' | 'out' | 'clean'; building: string; unit: string | null; disinfected: boolean }
  /** 问需求: of this group, a place, or the whole grid. */
  | { kind: 'ask'; building: string | null; unit: string | null }
  | CarryingCommand

/** Of the day's carrying. `goods` is the piece of the text that says what. */
export type CarryingCommand =
  | { kind: 'standing'; op: 'begin'; recurrence: Recurrence; address: Address; goods: Span; until: LastDay | null }
  | { kind: 'standing'; op: 'pause' | 'resume' | 'end'; no: number | null; address: Address | null; until: LastDay | null }
  | { kind: 'standing'; op: 'list' }
  /** Fetched: all, of a pickup place, or these goods. */
  | { kind: 'picked'; place: 'supermarket' | 'pharmacy' | null; items: string[] }
  | { kind: 'substitute'; item: string; goods: Span }
  /** Without numbers: what each bag must hold. */
  | { kind: 'check'; entries: number[] }
  | { kind: 'double'; no: number; add: boolean }
  | { kind: 'trace'; no: number | null; address: Address | null }
  | { kind: 'carry'; op: 'take' | 'leave' | 'mine' | 'untaken'; targets: Address[] }
  /** 值班 小王 今天 夜班; `who` null: the writer. */
  | ({ kind: 'duty'; who: string | null; day: DutyDay; off: boolean } & ({ shift: Shift } | { from: string; until: string }))
  | { kind: 'rota' }
  /** 没报门牌: who has not said where they live. */
  | { kind: 'newcomers' }
  /** 解决了：…: how an alert ended; `no` null: the one that is quoted, or that the writer took. */
  | { kind: 'close'; no: number | null; words: string }
  | { kind: 'alerts'; no: number | null }
  /** 请求清单: what residents wait for. */
  | { kind: 'requests' }
  /** Work on a request; `no` null: the one that is quoted. `words`: the answer, or the name of who gets it. */
  | { kind: 'handle'; op: 'take' | 'give' | 'answer' | 'done'; no: number | null; words: string }
  /** 电话名单: who is to be called. */
  | { kind: 'calls' }
  /** 标记 5-1-302 独居 无手机; `off`: 取消标记. */
  | { kind: 'tag'; address: Address; tags: TagName[]; phone: string | null; off: boolean }

/** Why the parser read what it read: one entry for each piece of text that counted. */
export interface Reason {
  /** `address`, `goods`, `not wanted`, an urgency, a cue (`lexicon.ts`) or what a pattern is called (`rules.ts`). */
  rule: string
  span: Span
  says: string
}

export interface Understanding {
  acts: Act[]
  urgent: Urgency | null
  /** 0 to 1: how sure the reading is as a whole. */
  confidence: number
  /** A person should look. */
  review: boolean
  command: Command | null
  /** Filled only when asked for (`explain`). */
  reasons: Reason[]
}
