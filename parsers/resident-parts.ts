/** Residents sign, complain or ask in one sentence and order in the next: 菜都收到了，谢谢！葱两根，盐一袋. */
import { spareSigns } from './matchers/spare.js'
import type { Message } from './message.js'
import { kindsOf, MOST_PARTS, movedOn, partsOf, SURE_OF_PART } from './parts.js'
import { pattern } from './pattern.js'
import { asNew } from './resident.js'
import type { Act, Line, Span } from './types.js'
import type { Reading } from './understand.js'

type Order = Extract<Act, { act: 'order' }>
const isOrder = (act: Act): act is Order => act.act === 'order'

/** What may stand beside an order, a sentence each. */
const APART: ReadonlySet<string> = new Set(['order', 'receipt', 'problem', 'request', 'query'])
/** What is named in these is spoken of, and not wanted; they stand before an order. What is asked besides stands behind it: 有鱼吗？来一条 asks nothing. */
const SPOKEN_OF: ReadonlySet<string> = new Set(['receipt', 'problem'])

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
const isSame = (one: Line, other: Line): boolean => one.item === other.item && one.qty === other.qty && one.unit === other.unit

/** 电水壶坏了。想买个电水壶: why it is wanted, and nothing that was delivered. */
const OWN_BROKE = pattern(() => /坏|破|断|裂|摔|掉|漏|不(?:亮|转|响|热|通|灵|出)|没电|报废|罢工|老化|磨|锈/u)
const WAS_DELIVERED = pattern(() => /送|收|订|发|给我|你们|买来|买的|拿到|菜|东西|货|袋|箱|盒|包裹|新/u)
/** Goods that break in a home. */
const THINGS: ReadonlySet<string> = new Set(['日用百货', '厨房用品', '电器电料', '服装鞋帽', '文具', '个人护理', '医疗器械', '母婴'])
const isReason = (message: Message, part: Span, { needs }: Reading): boolean =>
  message.says(OWN_BROKE, part) &&
  !message.says(WAS_DELIVERED, part) &&
  needs.every(({ start, good }) => start < part.start || start >= part.end || good === null || THINGS.has(good.category))

/**
 * The message read part by part with `read`, where that finds an order and something else beside it, of which the whole was read as one
 * alone; else null. No line of the whole is lost, but what only a receipt or a complaint names.
 */
export const residentInParts = (message: Message, whole: Reading, read: (part: string) => Reading): Reading | null => {
  const [first] = whole.acts
  if (first === undefined || !('address' in first) || whole.urgent !== null || kindsOf(whole.acts).size !== 1 || !APART.has(first.act))
    return null
  if (message.places.filter(({ room }) => room !== null).length > 1) return null
  const parts = partsOf(message)
  if (parts.length < 2 || parts.length > MOST_PARTS) return null
  /** Nothing stands beside what is ordered. */
  if (isOrder(first) && spareSigns(message, whole.needs) === 0) return null
  const acts: Act[] = []
  const spoken: Span[] = []
  for (const { start, end } of parts) {
    const from = message.at(start)
    const found = read(message.raw.slice(from, message.at(end)))
    /** 另外再带一袋盐, where nothing else was ordered. */
    const part = isOrder(first) ? { ...found, acts: found.acts.map(asNew) } : found
    const kinds = kindsOf(part.acts)
    if (part.urgent !== null || kinds.size > 1 || [...kinds].some((kind) => !APART.has(kind))) return null
    const isBehind = acts.some(isOrder)
    const reason = isOrder(first) && isReason(message, { start, end }, whole)
    const fits = (act: Act): boolean =>
      isOrder(act) || (!(reason && act.act === 'problem') && (act.act === first.act || SPOKEN_OF.has(act.act) !== isBehind))
    const fitting = part.likeness !== undefined && part.confidence < SURE_OF_PART ? part.acts.filter(isOrder) : part.acts.filter(fits)
    if (fitting.some(({ act }) => SPOKEN_OF.has(act))) {
      if (isBehind) return null
      spoken.push({ start: from, end: message.at(end) })
    }
    for (const act of fitting) acts.push(movedOn(act, from))
  }
  const lines = acts.filter(isOrder).flatMap((act) => act.lines)
  const isKept = (line: Line): boolean => lines.some((other) => isSame(line, other)) || spoken.some((span) => holds(span, line.span))
  if (lines.length === 0 || kindsOf(acts).size < 2 || !whole.acts.filter(isOrder).every((act) => act.lines.every(isKept))) return null
  if (!isOrder(first) && !acts.some((act) => act.act === first.act)) return null
  return { ...whole, acts: merged(acts).map((act) => ('address' in act ? { ...act, address: first.address } : act)) }
}

/** One order of all lines, where the first of them stands; of each other kind the first. */
const merged = (acts: readonly Act[]): Act[] => {
  const found: Act[] = []
  for (const act of acts) {
    const known = found.findIndex((one) => one.act === act.act && !('what' in one && 'what' in act && one.what !== act.what))
    const before = found[known]
    if (before === undefined) found.push(act)
    else if (isOrder(before) && isOrder(act))
      found[known] = { ...before, lines: [...before.lines, ...act.lines], span: { start: before.span.start, end: act.span.end } }
  }
  return found
}
