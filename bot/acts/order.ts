/** Takes an order: for the household that is named, or one that waits until its door number is known. */
import type { Good } from '../../config/catalogue-types.js'
import type { Line } from '../../parsers/types.js'
import type { Household } from '../../store/community.js'
import { apartDoubles, linesOfOtherWays } from '../../store/doubles.js'
import { type NewLine, type OrderFacts, takeOrder, waitingOrder } from '../../store/orders.js'
import { holdDouble } from '../doubles.js'
import { answer, here, lineFacts, placeOf, tell } from '../say.js'
import { tellLate } from './late.js'
import { type ActOf, householdMeant, isStaff, type Scene } from './scene.js'

/** 诺和锐30 is no 诺和锐, and a brand may differ from another: whoever fetches a medicine sees the name that was said. */
const medicineAsSaid = (good: Good, words: string): string | null => {
  if (good.medicine === '') return null
  const said = words.normalize('NFKC').toLowerCase()
  const names = [good.name, ...good.aliases].filter((name) => said.includes(name.toLowerCase()))
  const longest = names.reduce((most, name) => (name.length > most.length ? name : most), '')
  return longest === '' || longest === good.name ? null : longest
}

export const toLine = (line: Line, scene: Pick<Scene, 'office'> & { message: { text: string } }): NewLine => {
  const good = scene.office.goods.get(line.item)
  return {
    item: line.item,
    qty: line.qty,
    unit: line.unit,
    spec: line.spec ?? (good === undefined ? null : medicineAsSaid(good, scene.message.text.slice(line.span.start, line.span.end))),
    place: good?.place ?? (line.medicine === undefined ? 'supermarket' : 'pharmacy'),
    medicine: good?.medicine ?? (line.medicine === undefined ? '' : 'acute'),
    heavy: good?.heavy === true ? 1 : 0,
    known: line.known ? 1 : 0,
    span_start: line.span.start,
    span_end: line.span.end,
  }
}

/** Life-sustaining or said to be urgent goes today, whatever the hour; what else stands in the message keeps its day. */
const portions = (lines: readonly Line[], scene: Scene): { day: string; urgent: string | null; lines: Line[] }[] => {
  const { urgent } = scene.understanding
  if (urgent !== 'medicine') return [{ day: scene.orderDay, urgent, lines: [...lines] }]
  if (scene.orderDay === scene.today) return [{ day: scene.today, urgent, lines: [...lines] }]
  const medicines = lines.filter((line) => line.medicine !== undefined || scene.office.goods.get(line.item)?.medicine)
  const pressing = medicines.length > 0 ? medicines : [...lines]
  const rest = lines.filter((line) => !pressing.includes(line))
  return [{ day: scene.today, urgent, lines: pressing }, ...(rest.length > 0 ? [{ day: scene.orderDay, urgent: null, lines: rest }] : [])]
}

/** Takes lines for a household and says so where it will be read. */
export const takeFor = async (household: Household, lines: readonly Line[], scene: Scene): Promise<void> => {
  const { db, office, message } = scene
  for (const portion of portions(lines, scene)) {
    const facts = factsOf(household.id, portion, scene)
    const taken = await withoutDoubles(
      household,
      facts,
      portion.lines.map((line) => toLine(line, scene)),
      scene,
    )
    if (taken.length === 0) continue
    const order = await takeOrder(db, facts, taken, scene.cause)
    const target = message.room_handle === null ? here(scene) : scene.room?.kind === 'grid' ? await placeOf(db, household) : here(scene)
    const told = taken.map(({ item, qty, unit, medicine }) => ({ item, qty, unit, medicine }))
    if (target !== null && scene.understanding.urgent !== 'distress')
      await tell(
        db,
        target,
        { kind: 'taken', household: household.id, order, detail: { lines: told, day: portion.day }, inbox: message.id },
        office,
        { urgent: portion.urgent !== null, quiet: scene.room !== null && scene.room.kind !== 'grid' },
      )
    await tellLate({ household, day: portion.day, lines: told, kind: 'added' }, scene)
  }
}

/** What came by another way already is held for staff, and said to be; what is urgent never waits. */
const withoutDoubles = async (household: Household, facts: OrderFacts, lines: NewLine[], scene: Scene): Promise<NewLine[]> => {
  if (facts.urgent !== null) return lines
  const { db, office, cause } = scene
  const { day, source } = facts
  const standing = await linesOfOtherWays(db, household.id, day, source)
  const { fresh, doubled } = apartDoubles(lines, standing)
  if (doubled.length === 0) return lines
  await holdDouble(db, household, { day, source, lines: doubled, standing }, cause, office)
  if (!isStaff(scene.person)) await answer(scene, office.words.doubleHeld({ door: household.room, lines: doubled.map(lineFacts) }))
  return fresh
}

const factsOf = (householdId: number | null, portion: { day: string; urgent: string | null }, scene: Scene): OrderFacts => ({
  householdId,
  roomId: scene.room?.id ?? null,
  personId: scene.person.id,
  day: portion.day,
  source: isStaff(scene.person) ? 'phone' : 'chat',
  urgent: portion.urgent,
})

export const order = async (act: ActOf<'order'>, scene: Scene): Promise<string> => {
  const household = await householdMeant(act.address, scene)
  if (household !== undefined) {
    await takeFor(household, act.lines, scene)
    return 'order'
  }
  const { db, office, person, message } = scene
  const waits = await waitingOrder(db, person.id)
  for (const portion of portions(act.lines, scene))
    await takeOrder(
      db,
      factsOf(null, portion, scene),
      portion.lines.map((line) => toLine(line, scene)),
      scene.cause,
    )
  // A cry of distress is answered by people, never by the bot.
  if (scene.understanding.urgent !== 'distress' && (waits === undefined || scene.understanding.urgent !== null))
    await tell(
      db,
      here(scene),
      { kind: 'ask-door', detail: { name: message.alias || message.name || person.name }, inbox: message.id },
      office,
      { urgent: scene.understanding.urgent !== null },
    )
  return 'order waits for a door'
}
