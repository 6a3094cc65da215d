/** What a household says to what it is offered instead, and what becomes of an offer that nobody answers. */
import { type Household, householdById } from '../store/community.js'
import type { Db } from '../store/open.js'
import { doorOf } from '../store/picklist.js'
import { lapsedOffers, nextLapse, type Offer, openOffers, settleOffer } from '../store/shopping.js'
import { ownHousehold, type Scene } from './acts/scene.js'
import type { Office } from './office.js'
import { answer, placeOf, tell, tellGrid } from './say.js'

const YES = /^(?:可以|行|好|换|同意|要|是|嗯|ok|yes|y)+(?:的|啊|呀|吧|了|谢谢)*$/u
const NO = /^(?:不要|不换|不用|不行|不可以|不同意|算了|不|no|n)+(?:了|的|啊|吧|谢谢)*$/u

const DOOR = /^\d{3,4}/u

/** What became of a plain yes or no (`bare`, with or without a door), or null where nothing is offered to this household here. */
export const answerOffer = async (scene: Scene, bare: string): Promise<string | null> => {
  const { db, office, message, room, cause } = scene
  const said = bare.replace(DOOR, '')
  const yes = YES.test(said)
  if (!yes && !NO.test(said)) return null
  const household = await ownHousehold(scene)
  if (household === undefined) return null
  const offers = (await openOffers(db, household.id, message.sent_at)).filter((offer) => offer.room_id === (room?.id ?? null))
  if (offers.length === 0) return null
  for (const offer of offers) await settle(db, offer, household, yes ? 'taken' : 'refused', cause, office, message.id)
  await answer(scene, office.words.offerAnswered({ door: household.room, yes }))
  return yes ? 'offer taken' : 'offer refused'
}

const settle = async (
  db: Db,
  offer: Offer,
  household: Household,
  status: 'taken' | 'refused' | 'lapsed',
  cause: Scene['cause'],
  office: Office,
  inbox: number | null,
): Promise<void> => {
  const settled = await settleOffer(db, offer, status, cause)
  if (settled === null) return
  const facts = { door: doorOf(household), item: settled.line.item, instead: settled.instead, status }
  await tellGrid(db, household.grid, office.words.offerSettled(facts), office, inbox)
}

/** Without an answer it is left out, and both sides are told; returns when the next one lapses. */
export const lapseOffers = async (db: Db, office: Office): Promise<number | null> => {
  const now = office.clock.now()
  for (const offer of await lapsedOffers(db, now)) {
    const household = await householdById(db, offer.household_id)
    if (household === undefined) continue
    await settle(db, offer, household, 'lapsed', { at: now, why: 'not answered', personId: null, inboxId: null }, office, null)
    const line = await db.selectFrom('order_lines').select(['item', 'order_id']).where('id', '=', offer.line_id).executeTakeFirst()
    const target = await placeOf(db, household)
    if (target !== null && line !== undefined)
      await tell(
        db,
        target,
        { kind: 'out', household: household.id, order: line.order_id, detail: { item: line.item, medicine: false } },
        office,
      )
  }
  return nextLapse(db)
}
