/** Changes what a household has ordered: adds, sets, leaves out. What finds nothing to change is taken as an order. */
import type { Change } from '../../parsers/types.js'
import type { Household } from '../../store/community.js'
import { linesOf, type Order, type OrderLine, openOrders, setLine, setStatus } from '../../store/orders.js'
import { here, lineFacts, placeOf, tell } from '../say.js'
import type { SaidLine } from '../wording/wording.js'
import { tellLate } from './late.js'
import { order, takeFor } from './order.js'
import { type ActOf, householdMeant, type Scene } from './scene.js'

export const amend = async (act: ActOf<'amend'>, scene: Scene): Promise<string> => {
  const household = await householdMeant(act.address, scene)
  const wanted = act.changes.filter((change) => change.op !== 'remove')
  if (household === undefined)
    return wanted.length === 0 ? 'nothing to change' : order({ act: 'order', address: act.address, lines: wanted, span: act.span }, scene)
  const orders = await openOrders(scene.db, household.id, scene.today)
  const added: Change[] = []
  const told: { set: SaidLine[]; removed: SaidLine[] } = { set: [], removed: [] }
  for (const change of act.changes) {
    const found = await lineOf(orders, change.item, scene)
    if (change.op === 'add' || (change.op === 'set' && found === undefined)) added.push(change)
    else if (found !== undefined) await apply(change, found, household, told, scene)
  }
  if (added.length > 0) await takeFor(household, added, scene)
  await tellChanged(household, told, scene)
  return told.set.length + told.removed.length + added.length > 0 ? 'amend' : 'nothing to change'
}

interface Found {
  order: Order
  line: OrderLine
}

/** The newest order that holds the item; else the only kind of it that is ordered: 面包 of who ordered 全麦面包. */
const lineOf = async (orders: readonly Order[], item: string, scene: Scene): Promise<Found | undefined> => {
  const kinds: Found[] = []
  for (const one of orders) {
    const wanted = (await linesOf(scene.db, one.id)).filter((line) => line.status === 'wanted')
    const line = wanted.findLast((candidate) => candidate.item === item)
    if (line !== undefined) return { order: one, line }
    for (const kind of wanted) if (kind.item.endsWith(item)) kinds.push({ order: one, line: kind })
  }
  return kinds.length === 1 ? kinds[0] : undefined
}

const apply = async (
  change: Change,
  { order: one, line }: Found,
  household: Household,
  told: { set: SaidLine[]; removed: SaidLine[] },
  scene: Scene,
): Promise<void> => {
  const { db, cause } = scene
  /** 鸡蛋减一板: less of it, unless nothing would be left. */
  const left = change.qty !== null && line.qty !== null && (change.unit ?? line.unit) === line.unit ? line.qty - change.qty : 0
  if (change.op === 'remove' && !(left > 0)) {
    await setLine(db, line.id, { status: 'cancelled' }, cause)
    told.removed.push(lineFacts(line))
    await tellLate({ household, day: one.day, lines: [lineFacts(line)], kind: 'removed' }, scene)
    if ((await linesOf(db, one.id)).every((other) => other.status === 'cancelled')) await setStatus(db, one, 'cancelled', cause)
    return
  }
  const qty = change.op === 'remove' ? left : change.qty
  const unit = change.op === 'remove' ? line.unit : change.unit
  await setLine(
    db,
    line.id,
    { qty, unit: unit ?? (qty === null ? null : line.unit), ...(change.spec === undefined ? {} : { spec: change.spec }) },
    cause,
  )
  const now = { ...lineFacts(line), qty, unit: unit ?? line.unit }
  told.set.push(now)
  await tellLate({ household, day: one.day, lines: [now], kind: 'set' }, scene)
}

const tellChanged = async (household: Household, told: { set: SaidLine[]; removed: SaidLine[] }, scene: Scene): Promise<void> => {
  if (told.set.length + told.removed.length === 0) return
  const target = scene.room?.kind === 'grid' ? await placeOf(scene.db, household) : here(scene)
  if (target === null) return
  await tell(scene.db, target, { kind: 'changed', household: household.id, detail: told, inbox: scene.message.id }, scene.office)
}
