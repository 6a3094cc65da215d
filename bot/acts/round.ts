/** A test round: begins, is checked off by door, unit or building, shows who is missing, reminds, and closes when everyone is accounted for. */
import type { Household } from '../../store/community.js'
import { checkOff, closeRound, currentRound, endVisits, excuse, missingIn, type Round, startRound } from '../../store/rounds.js'
import { namesMedicines } from '../medicines.js'
import { missingByUnit, remindOf } from '../rounds.js'
import { alone, answer, answerAlone, here, tell } from '../say.js'
import { type ActOf, gridOfScene, ownHousehold, type Scene } from './scene.js'
import { householdsMeant } from './targets.js'

type RoundAct = ActOf<'round'>

export const round = async (act: RoundAct, scene: Scene): Promise<string> => {
  const { db, office } = scene
  if (act.op === 'start') return start(act, scene)
  const running = await currentRound(db, act.no ?? null)
  if (running === undefined) {
    if (act.op !== 'own') await answer(scene, office.words.noRound())
    return 'no round'
  }
  switch (act.op) {
    case 'remaining':
      return remaining(running, scene)
    case 'own':
      return own(act, running, scene)
    case 'remind':
      return remind(running, scene)
    case 'close':
      return close(running, scene)
    default:
      return noted(act, running, scene)
  }
}

const start = async (act: RoundAct, scene: Scene): Promise<string> => {
  const { db, office, cause } = scene
  const grid = act.grid !== undefined && office.settings.grids.some(({ id }) => id === act.grid) ? act.grid : null
  const place = act.place ?? null
  const { no } = await startRound(db, { no: act.no ?? null, place, grid }, cause)
  await answer(scene, office.words.roundStarted({ no, place, grid }))
  return 'round start'
}

/** Phones are for staff: a group that volunteers read gets the doors, whoever asked gets the phones in private. */
const remaining = async (running: Round, scene: Scene): Promise<string> => {
  const { db, office, room, person } = scene
  const missing = await missingIn(db, running, gridOfScene(scene))
  const mayPhone = person.role === 'staff' || person.role === 'head'
  const here = room === null ? mayPhone : room.kind === 'grid' && (await namesMedicines(db, room))
  const text = (phones: boolean): string => office.words.roundMissing({ no: running.no, ...missingByUnit(missing, phones, office) })
  await answer(scene, text(here))
  if (!here && mayPhone && room?.kind === 'grid' && missing.some(({ phone }) => phone !== null)) await answerAlone(scene, text(true))
  return 'round remaining'
}

/** Done, except those of whom a reason was said. */
const noted = async (act: RoundAct, running: Round, scene: Scene): Promise<string> => {
  const { db, office, cause } = scene
  const { single, whole, unknown } = await householdsMeant({ ...act, entries: [] }, scene)
  let doors = 0
  for (const household of [...single, ...whole]) if (await checkOneOff(household, running, scene)) doors++
  let reasons = 0
  for (const { address, reason } of act.excuses ?? []) {
    const meant = await householdsMeant({ targets: [address], entries: [] }, scene)
    unknown.push(...meant.unknown)
    for (const household of meant.single) if (await excuse(db, running.id, household.id, reason, cause)) reasons++
  }
  const left = (await missingIn(db, running, gridOfScene(scene))).length
  if (doors + reasons > 0) await answer(scene, office.words.roundNoted({ no: running.no, doors, reasons, left }))
  if (unknown.length > 0) await answer(scene, office.words.noSuchDoor({ doors: unknown }))
  return `round ${act.op}`
}

const checkOneOff = async (household: Household, running: Round, { db, cause }: Scene): Promise<boolean> => {
  if (running.grid !== null && running.grid !== household.grid) return false
  if (!(await checkOff(db, running.id, household.id, cause))) return false
  await endVisits(db, household.id, cause)
  return true
}

/** A household speaks for itself, or in its unit's group for a neighbour. */
const own = async (act: RoundAct, running: Round, scene: Scene): Promise<string> => {
  const { db, office, room, message } = scene
  const self = await ownHousehold(scene)
  const named = act.targets.some((address) => address.room !== null) ? (await householdsMeant({ ...act, entries: [] }, scene)).single : []
  const spokenFor = (named.length > 0 ? named : self === undefined ? [] : [self]).filter(
    ({ id, building, unit }) => id === self?.id || (room?.building === building && (room.unit === null || room.unit === unit)),
  )
  const doors: string[] = []
  for (const household of spokenFor) if (await checkOneOff(household, running, scene)) doors.push(household.room)
  if (doors.length === 0) return 'nothing new'
  const text = office.words.testedNoted({ no: running.no, doors })
  await tell(db, room === null ? alone(scene) : here(scene), { kind: 'answer', detail: { text }, inbox: message.id }, office)
  return 'round own'
}

const remind = async (running: Round, scene: Scene): Promise<string> => {
  const { db, office, message } = scene
  const { groups, visits } = await remindOf(db, running, gridOfScene(scene), `${message.id}`, office, scene.cause)
  await answer(scene, office.words.roundReminded({ no: running.no, groups, visits }))
  return 'round remind'
}

const close = async (running: Round, scene: Scene): Promise<string> => {
  const { db, office, cause } = scene
  const missing = await missingIn(db, running, null)
  const open = missing.filter(({ reason }) => reason === null)
  if (open.length > 0) {
    await answer(scene, office.words.roundOpen({ no: running.no, ...missingByUnit(open, false, office) }))
    return 'round stays open'
  }
  await closeRound(db, running.id, cause)
  await answer(scene, office.words.roundClosed({ no: running.no, reasons: missing.length }))
  return 'round close'
}
