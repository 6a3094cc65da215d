/**
 * What is done with a reading that is not sure. Staff look at it, or its writer is asked in one short question: that only where a yes
 * leads to an order at once, since the bot is quiet.
 */
import type { Act, Context, Understanding } from '../parsers/types.js'
import { waitingOrder } from '../store/orders.js'
import { noteQuestion, openQuestion } from '../store/questions.js'
import { toLine } from './acts/order.js'
import { type ActOf, isResidents, isStaff, ownHousehold, type Scene } from './acts/scene.js'
import { PASTED } from './chat/pasted/read.js'
import { afterQuietHours } from './days.js'
import { tellReviewLater } from './review.js'
import { here, lineFacts, tell } from './say.js'

/** Life comes first: what is urgent is never put off by a doubt. */
export const verdictOf = (read: Understanding, { takeAbove, reviewAbove }: { takeAbove: number; reviewAbove: number }) => {
  if (read.urgent !== null) return 'take'
  if (read.acts.length > 0 && read.confidence >= takeAbove) return 'take'
  return read.review || (read.acts.length > 0 && read.confidence >= reviewAbove) ? 'doubt' : 'talk'
}

const MOST_LINES = 5
const LONGEST = 60
/** Nobody answers a question about what was written long ago. */
const FRESH = 15 * 60_000

/** Asks the writer whether it is an order; false where that would be wrong or loud, and staff must look. */
export const askWriter = async (scene: Scene, context: Context): Promise<boolean> => {
  const { db, office, message, person, room } = scene
  const { understanding, pace, timeZone } = office.settings
  const now = office.clock.now()
  const waits = understanding.askMinutes * 60_000
  const quiet = { from: pace.quietFrom, until: pace.quietUntil }
  if (waits === 0 || isStaff(person) || (room !== null && !isResidents(room)) || message.account === PASTED) return false
  if (now - message.sent_at > FRESH || afterQuietHours(now, quiet, timeZone) !== now) return false
  const household = await ownHousehold(scene)
  const act = doubted(scene, context)
  if (household === undefined || act === null) return false
  if (act.address.room !== null && act.address.room !== household.room) return false
  if ((await openQuestion(db, person.id, now)) !== undefined || (await waitingOrder(db, person.id)) !== undefined) return false
  const { building, unit, room: door } = household
  const acts: Act[] = [{ ...act, address: { building, unit, room: door } }]
  const until = now + pace.gatherSeconds * 1000 + waits
  await noteQuestion(db, {
    inbox_id: message.id,
    person_id: person.id,
    room_id: room?.id ?? null,
    acts: JSON.stringify(acts),
    until_at: until,
  })
  const lines = act.lines.map((line) => lineFacts(toLine(line, scene)))
  await tell(db, here(scene), { kind: 'ask-need', household: household.id, detail: { lines }, inbox: message.id }, office)
  await tellReviewLater(scene, until)
  return true
}

/** The one order that is in doubt: as it was read, or what was named with an amount each and read as a wish. */
const doubted = ({ understanding, message, office }: Scene, context: Context): ActOf<'order'> | null => {
  const [act, more] = understanding.acts
  if (act?.act === 'order' && more === undefined && act.lines.length <= MOST_LINES) return act
  if (act !== undefined || message.text.length > LONGEST) return null
  const { reasons } = office.reader.understand(message.text, context, { explain: true })
  const named = reasons.filter(({ rule }) => rule === 'goods')
  if (named.length === 0 || named.length > MOST_LINES || reasons.some(({ rule }) => rule === 'not wanted')) return null
  const lines = named.map(({ span }) => wished(message.text.slice(span.start, span.end), span.start, context, office.reader.understand))
  const sure = lines.filter((line) => line !== null)
  return sure.length < named.length
    ? null
    : { act: 'order', address: { building: null, unit: null, room: null }, lines: sure, span: spanOf(sure) }
}

const WISH = '要'

/** Words read as if they were plainly wished for; null where they are no known thing with an amount. */
const wished = (words: string, start: number, { room, sender }: Context, read: Scene['office']['reader']['understand']) => {
  const [act] = read(`${WISH}${words}`, { room, sender }).acts
  const line = act?.act === 'order' && act.lines.length === 1 ? act.lines[0] : undefined
  if (line === undefined || !line.known || line.qty === null || line.unit === null) return null
  const by = start - WISH.length
  return { ...line, span: { start: Math.max(start, line.span.start + by), end: line.span.end + by } }
}

const spanOf = (lines: readonly { span: { start: number; end: number } }[]) => ({
  start: Math.min(...lines.map(({ span }) => span.start)),
  end: Math.max(...lines.map(({ span }) => span.end)),
})
