/** Prices, payments and sums: staff write them, a household hears only its own, in private. */
import type { Command } from '../../parsers/types.js'
import { accountsOf, chargeFor, dueFrom, payAll, sumOf } from '../../store/accounts.js'
import { type Household, residentOf } from '../../store/community.js'
import { CARRIED_DAYS, recentOrders } from '../../store/orders.js'
import { doorOf } from '../../store/picklist.js'
import { addDays } from '../days.js'
import { gridName } from '../digest.js'
import { alone, answer, here, sayOnce, tell } from '../say.js'
import type { Owed } from '../wording/accounts.js'
import { ownHousehold, type Scene } from './scene.js'
import { householdsMeant } from './targets.js'

type Said<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

const STATES = ['open', 'picked', 'delivered', 'received', 'undelivered'] as const

/** The households meant, and what names none. */
const meantBy = async (command: Said<'charge' | 'paid'>, scene: Scene): Promise<{ homes: Household[]; unknown: string[] }> => {
  const { single, whole, unknown } = await householdsMeant({ targets: command.targets, entries: command.entries }, scene)
  return { homes: [...single, ...whole], unknown }
}

/** The day of the bag that is priced: of the newest order by today. */
const dayOfBag = async (household: Household, { db, today }: Scene): Promise<string | null> => {
  const [order] = await recentOrders(db, household.id, today, addDays(today, -CARRIED_DAYS), [...STATES])
  return order?.day ?? null
}

export const charge = async (command: Said<'charge'>, scene: Scene): Promise<string> => {
  const { db, office, cause } = scene
  const { homes, unknown } = await meantBy(command, scene)
  const noted: { door: string; cents: number }[] = []
  for (const household of homes) {
    const day = await dayOfBag(household, scene)
    if (day === null) {
      unknown.push(doorOf(household))
      continue
    }
    const changed = await chargeFor(db, household.id, day, command.prices, cause)
    noted.push({ door: doorOf(household), cents: sumOf((await dueFrom(db, household.id)).filter((one) => one.day === day)) })
    if (changed && office.settings.accounts.tell === 'private') await tellHousehold(household, scene)
  }
  await answer(scene, office.words.chargeNoted({ noted, none: unknown }))
  return 'charge'
}

export const paid = async (command: Said<'paid'>, scene: Scene): Promise<string> => {
  const { db, office, cause } = scene
  const { homes, unknown } = await meantBy(command, scene)
  const noted: { door: string; cents: number }[] = []
  for (const household of homes) {
    const cents = await payAll(db, household.id, cause)
    if (cents > 0) noted.push({ door: doorOf(household), cents })
    else unknown.push(doorOf(household))
  }
  await answer(scene, office.words.paidNoted({ noted, none: unknown }))
  return 'paid'
}

const owedBy = async (household: Household, { db }: Scene): Promise<Owed> => {
  const due = await dueFrom(db, household.id)
  return { door: doorOf(household), cents: sumOf(due), charges: due.map(({ day, item, cents }) => ({ day, item, cents })) }
}

/** In private to its first known resident: the group hears nothing. */
const tellHousehold = async (household: Household, scene: Scene): Promise<void> => {
  const { db, office, message } = scene
  const person = await residentOf(db, household.id)
  if (person === undefined) return
  const text = office.words.owed(await owedBy(household, scene))
  await tell(
    db,
    { room_id: null, person_id: person.id },
    { kind: 'answer', household: household.id, detail: { text }, inbox: message.id },
    office,
  )
}

/** Where nothing is noted for the household the question goes to staff, as any other. */
export const owed = async (scene: Scene): Promise<string | null> => {
  const { db, office, message, person } = scene
  const household = person.household_id === null ? undefined : await ownHousehold(scene)
  if (household === undefined) return null
  const facts = await owedBy(household, scene)
  if (facts.charges.length === 0) return null
  const notice = { kind: 'answer' as const, household: household.id, detail: { text: office.words.owed(facts) }, inbox: message.id }
  await tell(db, alone(scene), notice, office, { quiet: false })
  return 'owed'
}

/** Sums of the grid, to the head of all; in private where residents read. */
export const accounts = async (command: Said<'accounts'>, scene: Scene): Promise<string> => {
  const { db, office, person, room, message } = scene
  const grid = room?.grid ?? (person.role === 'head' ? null : person.grid)
  const facts = await accountsOf(db, addDays(scene.today, -command.daysAgo), grid)
  const text = office.words.accounts({
    ...facts,
    grids: facts.grids.map((one) => ({ ...one, name: gridName(one.grid, office) })),
    unpaid: [...new Set(facts.charges.filter(({ status }) => status === 'due').map(({ household }) => household))],
  })
  await sayOnce(db, room?.kind === 'grid' ? here(scene) : alone(scene), `accounts:${message.id}`, text, office)
  return 'accounts'
}
