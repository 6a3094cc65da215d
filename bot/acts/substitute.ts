/** 排骨没有,换五花肉: each household that wants the one is asked about the other, and answers in a set time. */
import type { CarryingCommand } from '../../parsers/types.js'
import { type Household, householdById } from '../../store/community.js'
import { linesByItem, type Order, orderById } from '../../store/orders.js'
import { doorOf } from '../../store/picklist.js'
import { offerInstead } from '../../store/shopping.js'
import { AT_ONCE } from '../at-once.js'
import { timeOf } from '../days.js'
import { answer, placeOf, sayOnce, type Target } from '../say.js'
import { readGoods } from './goods-said.js'
import { toLine } from './order.js'
import { gridOfScene, type Scene } from './scene.js'
import { chosen } from './stock.js'

/** Goods are named where they were ordered: in the group, or to whoever wrote in private; what was ordered by phone is asked by phone. */
const whereToAsk = async (db: Scene['db'], household: Household, order: Order | undefined): Promise<Target | null> => {
  const target = await placeOf(db, household, order)
  if (order === undefined || (target?.room_id ?? null) === order.room_id) return order?.source === 'chat' ? target : null
  return order.source === 'chat' && order.room_id === null ? { room_id: null, person_id: order.person_id } : null
}

export const substitute = async (command: Extract<CarryingCommand, { kind: 'substitute' }>, scene: Scene): Promise<string> => {
  const { db, office, message, today, cause } = scene
  const grid = gridOfScene(scene)
  const waiting = chosen(
    (await linesByItem(db, command.item, today)).filter((line) => grid === null || line.grid === grid),
    'out',
    today,
  )
  const until = office.clock.now() + office.settings.carrying.answerMinutes * 60_000
  const time = timeOf(until, office.settings.timeZone)
  const asked: string[] = []
  const notAsked: string[] = []
  let instead = message.text.slice(command.goods.start, command.goods.end).trim()
  for (const line of waiting) {
    const household = line.household_id === null ? undefined : await householdById(db, line.household_id)
    if (household === undefined) continue
    const [said] = readGoods(command.goods, household, scene)
    const offered = said === undefined ? undefined : toLine(said, scene)
    // What heals is not for the office to exchange.
    if (offered === undefined || line.medicine !== '' || offered.medicine !== '') {
      await answer(scene, office.words.notExchanged({ item: command.item, medicine: offered !== undefined }))
      return 'not exchanged'
    }
    instead = offered.item
    const order = await orderById(db, line.order_id)
    const target = await whereToAsk(db, household, order)
    if (target === null) {
      notAsked.push(doorOf(household))
      continue
    }
    const amount = offered.qty === null ? { qty: line.qty, unit: line.unit } : {}
    const facts = {
      line,
      householdId: household.id,
      roomId: target.room_id,
      personId: target.person_id,
      instead: { ...offered, ...amount },
      until,
    }
    const id = await offerInstead(db, facts, cause)
    if (id === null) continue
    asked.push(doorOf(household))
    const door = target.room_id === null ? doorOf(household) : household.room
    const text = office.words.offer({ door, item: line.item, instead: { ...facts.instead }, until: time })
    await sayOnce(db, target, `offer:${id}`, [text], office)
  }
  await answer(scene, office.words.offered({ item: command.item, instead, asked, notAsked, until: time }))
  return asked.length > 0 ? `substitute asked, ${AT_ONCE}` : 'nobody to ask'
}
