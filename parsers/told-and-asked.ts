/** Staff tell of a door, and go on with what its household asked for: 28-1-502送到了，老爷子家灯不亮，哪位电工去看一眼. */
import { itemsIn } from './line.js'
import type { Place } from './matchers/addresses.js'
import type { Message } from './message.js'
import { MOST_CLAUSES, movedOn } from './parts.js'
import { pattern } from './pattern.js'
import type { Act } from './types.js'
import type { Reading } from './understand.js'
import { NOT_SENT, SENT } from './words/delivery.js'

/** With these the household's wish begins. */
const ASKS_MORE = pattern(
  () =>
    /又|还(?!没|在|是|给|回)|再(?!送|去|来敲)|另外|顺[便嘴口带]|让(?!.{0,4}(?:晚|明|下午|回头|改天))|叫我|托|喊|嘱咐|说|[想要]|取消|退|撤|换|改|加(?!急)|登|记|报|师傅|电工|[修通]一下|堵|漏|坏|不亮|没电|停水|呲水|跳闸|剩|哪|谁|搭把手|帮/u,
)

/** 501说米还没开: told by the household. */
const HOUSEHOLD_SAYS = pattern(() => /(?<=[\d室户家人妈爷奶姨叔伯])(?:说|讲|来电|打电话)/u)
/** 17-2-402让儿子接走了: a person, and no bag. */
const FETCHED = pattern(() => /接[走去回]/u)
/** Somebody is to come or to help. */
const CALLS_FOR = pattern(
  () => /师傅|电工|来(?:个|俩|两)人?|[找派叫请喊]个|[修通看弄]一?[下眼]|搭把手|帮(?:忙|个|[他她]|叫|找|联系|喊|请)|救/u,
)

/** What may stand in front, and what may follow it. */
const WISHES = ['order', 'amend', 'cancel', 'request']
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  delivered: WISHES,
  undelivered: WISHES,
  round: ['order', 'remaining'],
  cancel: ['order'],
}
const kindOf = (act: Act): string => (act.act === 'round' && act.op === 'remaining' ? 'remaining' : act.act)

/** Where the wish begins: with another door that is named for it, or with the words that ask. */
const wishAt = (message: Message): number => {
  const { clauses } = message
  const cut = clauses.findIndex((clause, index) => index > 0 && message.says(ASKS_MORE, clause))
  const before = clauses[cut - 1]
  const isNamedFor =
    cut > 1 && before !== undefined && message.placesIn(before).length > 0 && !message.says(SENT, before) && !message.says(NOT_SENT, before)
  return isNamedFor ? cut - 1 : cut
}

/** What its first clauses tell and what the others ask, where the whole was read as one of the two alone; else null. `read` reads a part. */
export const toldAndAsked = (message: Message, whole: Reading, read: (part: string) => Reading): Reading | null => {
  const { clauses, raw } = message
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES || message.places.length === 0 || whole.urgent === 'emergency') return null
  if (new Set(whole.acts.map(kindOf)).size > 1 || whole.acts.some(({ act }) => act === 'stock' || act === 'risk')) return null
  const from = clauses[wishAt(message)]?.start
  const door = from === undefined ? undefined : message.places.findLast(({ start }) => start < from)
  if (from === undefined || door === undefined) return null
  if (message.between(0, from, HOUSEHOLD_SAYS)) return null
  const told = read(raw.slice(0, message.at(from)))
  const [first, more] = told.acts
  if (first === undefined || more !== undefined || told.urgent !== null || told.review || (first.act === 'round' && first.op !== 'done'))
    return null
  if (first.act === 'delivered' && message.between(0, from, FETCHED)) return null
  const following = FOLLOWS[first.act]
  if (following === undefined || (first.act !== 'round' && door.room === null)) return null
  const lead =
    door.room === null || message.placesIn({ start: from, end: raw.length }).length > 0
      ? ''
      : `${raw.slice(message.at(door.start), message.at(door.end))}，`
  const asked = read(lead + raw.slice(message.at(from)))
  if (asked.acts.some(({ act }) => act === 'request') && !message.between(from, message.text.length, CALLS_FOR)) return null
  if (asked.acts.length === 0 || !asked.acts.every((act) => following.includes(kindOf(act)))) return null
  const acts = [first, ...asked.acts.map((act) => besideDoor(movedOn(act, message.at(from) - lead.length), door))]
  return itemsIn(whole.acts).every((item) => itemsIn(acts).includes(item)) ? { ...whole, acts, urgent: asked.urgent } : null
}

/** 23-1-302没人应，对门301要瓶84: of the same unit. */
const besideDoor = (act: Act, { building, unit }: Place): Act =>
  'address' in act && act.address.building === null && act.address.room !== null
    ? { ...act, address: { ...act.address, building, unit: act.address.unit ?? unit } }
    : act
