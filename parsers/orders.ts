/** From needs to acts: an order or a change for each household. */

import { AFRESH, ANEW, amends, changesOf, DROPS, isJustThere, LESS_OF, onlyNotes } from './amends.js'
import { DEALT_OUT, type Scope, scopeAt } from './households.js'
import { lineOf } from './line.js'
import { type Need, TAKE } from './matchers/need.js'
import type { Message } from './message.js'
import { pattern } from './pattern.js'
import { BY_HALF } from './quoted.js'
import type { Act, Address, Line, OpenLine, Span } from './types.js'

interface Group {
  address: Address
  needs: Need[]
}

/** 牛奶两箱，一箱放我家，一箱放对门602: each door with its own share. */
const dealtOut = (needs: readonly Need[], scopes: readonly Scope[], message: Message): Group[] | null => {
  const [need] = needs
  const [mine, other] = scopes
  const [place] = message.places
  if (need === undefined || needs.length > 1 || mine === undefined || other === undefined || place === undefined) return null
  const found = message.find(DEALT_OUT, message.text.slice(0, place.start))
  if (found === null) return null
  const shares = message.amounts.filter((one) => {
    const start = message.tokens[one.from]?.start ?? -1
    return start >= found.index && start < place.start
  })
  const [first, second] = shares
  if (first === undefined || second === undefined || shares.length > 2) return null
  const share = ({ qty, unit }: { qty: number | null; unit: string | null }): Need => need.with({ qty, unit: unit ?? need.unit })
  return [
    { address: mine.address, needs: [share(first)] },
    { address: other.address, needs: [share(second)] },
  ]
}

const grouped = (needs: readonly Need[], scopes: readonly Scope[], message: Message): Group[] => {
  const [only] = scopes
  if (only !== undefined && only.also === undefined && scopes.length === 1)
    return needs.length === 0 ? [] : [{ address: only.address, needs: [...needs] }]
  const dealt = dealtOut(needs, scopes, message)
  if (dealt !== null) return dealt
  const groups = new Map<string, Group>()
  for (const need of needs) {
    const scope = scopeAt(scopes, need.start)
    if (scope === undefined) continue
    for (const address of [...(scope.also ?? []), scope.address]) {
      const door = `${address.building}-${address.unit}-${address.room}`
      const known = groups.get(door)
      if (known === undefined) groups.set(door, { address, needs: [need] })
      else known.needs.push(need)
    }
  }
  return scopes.length > 1 && message.may(AS_BEFORE) ? withRepeated([...groups.values()], scopes, message) : [...groups.values()]
}

/** 101大米一袋，102同样: wants what the household named before does. */
const AS_BEFORE = pattern(
  () =>
    /^[^,。;\d]{0,8}?(?:也(?:是|要|来|订)(?:一样的?|一份|这些|这么多|同样的?)?|(?:也)?(?:同样|一样|同上|照样|跟[^,。;]{0,4}一样)(?:的|来一份|一份)?)\s?(?:$|[,。;!\n])|^[^,。;\d]{0,6}同\s?(\d{3,4})\s?(?:$|[,。;!\n])/u,
)
const withRepeated = (groups: readonly Group[], scopes: readonly Scope[], message: Message): Group[] => {
  const filled: Group[] = []
  for (const [index, scope] of scopes.entries()) {
    const until = scopes[index + 1]?.start ?? message.text.length
    const own = groups.find(({ needs: [first] }) => first !== undefined && first.start >= scope.start && first.start < until)
    const place = message.places.find((one) => one.start === scope.start)
    const last = filled.at(-1)
    if (own !== undefined) filled.push(own)
    else if (last !== undefined && place !== undefined) {
      const like = message.find(AS_BEFORE, message.text.slice(place.end, until))
      const meant = like?.[1] === undefined ? last : filled.find(({ address }) => address.room === like[1])
      if (like !== null && meant !== undefined) filled.push({ address: scope.address, needs: meant.needs })
    }
  }
  return filled.length > groups.length ? filled : [...groups]
}

export const orderActs = (message: Message, needs: readonly Need[], scopes: readonly Scope[], open: readonly OpenLine[] | null): Act[] => {
  const meant = needs.filter(
    (need) =>
      (need.negated ? !isJustThere(need, message, open) : need.weight >= TAKE) &&
      !(need.qty === null && message.between(need.named, need.named + HALF_BEHIND, BY_HALF)),
  )
  const wanted = onlyNotes(meant, message, open) ? meant.filter((need) => !need.negated) : meant
  const acts: Act[] = []
  for (const { address, needs: group } of grouped(wanted, scopes, message)) {
    const { start, end } = spanOf(group, message)
    if (!(message.says(AFRESH) && message.says(ANEW)) && amends(message, group, open)) {
      const changes = changesOf(group, message)
      if (changes.length > 0 && (changes.some((change) => change.op !== 'remove') || message.says(DROPS) || message.says(LESS_OF)))
        acts.push({ act: 'amend', address, changes, span: { start, end } })
      continue
    }
    const lines: Line[] = []
    for (const need of group) if (!need.negated) lines.push(lineOf(need, message))
    if (lines.length > 0 && message.says(AFRESH) && message.says(ANEW)) acts.push({ act: 'cancel', address, span: { start, end } })
    if (lines.length > 0) acts.push({ act: 'order', address, lines: distinct(lines, message.raw), span: { start, end } })
  }
  return acts
}

const HALF_BEHIND = 8

const spanOf = (needs: readonly Need[], message: Message): Span => {
  let start = message.text.length
  let end = 0
  for (const need of needs) {
    start = Math.min(start, need.start)
    end = Math.max(end, need.end)
  }
  return { start: message.at(start), end: message.at(end) }
}

/** The same thing named twice in one breath (飞鹤奶粉, 倍他乐克那个药) is one line; two makes of it (一提维达一提清风) are two. */
const distinct = (lines: Line[], text: string): Line[] => {
  if (lines.length < 2) return lines
  const kept: Line[] = []
  const last = new Map<string, number>()
  for (const line of lines) {
    const at = last.get(line.item)
    const known = at === undefined ? undefined : kept[at]
    if (at !== undefined && known !== undefined && known.qty === null)
      kept[at] = { ...line, span: { start: known.span.start, end: Math.max(known.span.end, line.span.end) } }
    else if (
      known === undefined ||
      (line.qty !== null && (line.qty !== known.qty || line.unit !== known.unit || !repeats(line, known, text)))
    )
      last.set(line.item, kept.push(line) - 1)
  }
  return kept
}

/** In the same words, or with one of them inside of the other. */
const repeats = ({ span }: Line, { span: first }: Line, text: string): boolean => {
  const [now, before] = [text.slice(span.start, span.end), text.slice(first.start, first.end)]
  return (before.includes(now) || now.includes(before)) && kindBefore(span, text) === kindBefore(first, text)
}

/** 大号垃圾袋三卷和小号垃圾袋三卷: which kind is said in front of the name. */
const KIND = /(?:[大中小]号|日用|夜用|[\u4e00-\u9fa5]味|[一二三1-4]段|[红白黑蓝绿黄]色|儿童|成人|[男女]士)$/u
const kindBefore = ({ start }: Span, text: string): string => KIND.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? ''
