/** 每周一三五给2-3-101送牛奶1箱: an order that comes again; paused, taken up again and ended in one line. */
import type { CarryingCommand, LastDay } from '../../parsers/types.js'
import { type Household, householdById } from '../../store/community.js'
import { doorOf } from '../../store/picklist.js'
import {
  addStanding,
  changeStanding,
  comesOn,
  ruleOf,
  type Standing,
  standingById,
  standingLines,
  standingOrders,
  weekdayOf,
} from '../../store/standing.js'
import { addDays } from '../days.js'
import { answer } from '../say.js'
import { readGoods } from './goods-said.js'
import { toLine } from './order.js'
import { gridOfScene, mayNameMedicines, type Scene } from './scene.js'
import { householdNamed } from './targets.js'

type StandingCommand = Extract<CarryingCommand, { kind: 'standing' }>

export const standing = async (command: StandingCommand, scene: Scene): Promise<string> => {
  if (command.op === 'begin') return begin(command, scene)
  return command.op === 'list' ? list(scene) : change(command, scene)
}

const begin = async (command: Extract<StandingCommand, { op: 'begin' }>, scene: Scene): Promise<string> => {
  const { db, office, cause, orderDay } = scene
  const household = await householdNamed(command.address, scene)
  const lines = household === undefined ? [] : readGoods(command.goods, household, scene)
  if (household === undefined || lines.length === 0) {
    await answer(scene, office.words.standingNotUnderstood())
    return 'standing not understood'
  }
  const { recurrence } = command
  const rule = recurrence.every === 'week' && recurrence.on.length === 0 ? { ...recurrence, on: [weekdayOf(orderDay)] } : recurrence
  const untilDay = lastDay(command.until, orderDay)
  const id = await addStanding(db, { household, rule, lines: lines.map((line) => toLine(line, scene)), fromDay: orderDay, untilDay }, cause)
  await tell('begun', await standingById(db, id), scene)
  return 'standing begun'
}

const change = async (command: Extract<StandingCommand, { op: 'pause' | 'resume' | 'end' }>, scene: Scene): Promise<string> => {
  const { db, cause, today } = scene
  const found = await meant(command, scene)
  for (const one of found) {
    const until = command.op === 'pause' ? lastDay(command.until, today) : null
    const status = { pause: 'paused', resume: 'on', end: 'ended' }[command.op]
    await changeStanding(db, one.id, { status, paused_until: until }, cause)
    await tell(command.op, await standingById(db, one.id), scene)
  }
  if (found.length === 0) await answer(scene, scene.office.words.noSuchStanding())
  return `standing ${command.op} ${found.length}`
}

/** By number or by household; a grid's staff change those of their grid only. */
const meant = async (command: Extract<StandingCommand, { op: 'pause' | 'resume' | 'end' }>, scene: Scene): Promise<Standing[]> => {
  const { db, person } = scene
  const household = command.address === null ? undefined : await householdNamed(command.address, scene)
  const named = command.no === null ? [] : [await standingById(db, command.no)].filter((one) => one !== undefined)
  const found = household === undefined ? named : await standingOrders(db, household.id)
  const own = await Promise.all(
    found.map(async (one) => person.role === 'head' || (await householdById(db, one.household_id))?.grid === person.grid),
  )
  return found.filter((one, index) => one.status !== 'ended' && own[index])
}

const list = async (scene: Scene): Promise<string> => {
  const { db, office } = scene
  const grid = gridOfScene(scene)
  const facts = []
  for (const one of await standingOrders(db)) {
    const household = await householdById(db, one.household_id)
    if (household !== undefined && (grid === null || household.grid === grid)) facts.push(factsOf(one, household, scene.today))
  }
  await answer(scene, office.words.standingList({ facts, masked: !(await mayNameMedicines(scene)) }))
  return 'standing list'
}

const tell = async (what: 'begun' | 'pause' | 'resume' | 'end', one: Standing | undefined, scene: Scene): Promise<void> => {
  const household = one === undefined ? undefined : await householdById(scene.db, one.household_id)
  if (one === undefined || household === undefined) return
  const facts = { what, ...factsOf(one, household, scene.today), masked: !(await mayNameMedicines(scene)) }
  await answer(scene, scene.office.words.standingNoted(facts))
}

const LOOKS_AHEAD = 62

const factsOf = (one: Standing, household: Household, today: string) => ({
  id: one.id,
  door: doorOf(household),
  rule: ruleOf(one),
  lines: standingLines(one),
  until: one.until_day,
  paused: one.status === 'paused',
  pausedUntil: one.paused_until,
  next: nextDay(one, today),
})

const nextDay = (one: Standing, today: string): string | null => {
  for (let day = today, looked = 0; looked <= LOOKS_AHEAD; day = addDays(day, 1), looked++)
    if (comesOn(one, day) && (one.last_day === null || day > one.last_day)) return day
  return null
}

/** The date that is meant is the first one from a day on. */
const lastDay = (said: LastDay | null, from: string): string | null => {
  if (said === null) return null
  const year = Number(from.slice(0, 4))
  const part = (number: number): string => String(number).padStart(2, '0')
  if (said === 'end of the month') return addDays(new Date(Date.UTC(year, Number(from.slice(5, 7)), 1)).toISOString().slice(0, 10), -1)
  const named = `${year}-${part(said.month)}-${part(said.date)}`
  return named >= from ? named : `${year + 1}${named.slice(4)}`
}
