/** 我送5栋6栋: somebody takes a part of the day's route, and sees only that; the rest is listed as untaken. */
import { gridOf } from '../../config/layout.js'
import type { CarryingCommand } from '../../parsers/types.js'
import { personById } from '../../store/community.js'
import { leavePart, type PartOfRoute, partsOf, takePart } from '../../store/route-parts.js'
import { gridName, listed } from '../digest.js'
import { routeOf, untakenOf } from '../route.js'
import { alone, answer, sayOnce } from '../say.js'
import { refuse } from './refuse.js'
import { gridOfScene, type Scene } from './scene.js'

type CarryCommand = Extract<CarryingCommand, { kind: 'carry' }>

export const carry = async (command: CarryCommand, scene: Scene): Promise<string> => {
  const { db, office, person } = scene
  const [first] = command.targets
  const grid = (first?.building ? gridOf(office.settings, first.building) : null) ?? gridOfScene(scene)
  if (grid === null) {
    await answer(scene, office.words.noGridNamed())
    return 'no grid named'
  }
  if (person.role !== 'head' && person.grid !== grid) return refuse('carry', scene)
  switch (command.op) {
    case 'take':
      return take(command, grid, scene)
    case 'leave':
      return leave(command, grid, scene)
    case 'mine':
      await tellRoute(grid, scene)
      return 'route'
    case 'untaken':
      await answer(scene, office.words.untaken({ gridName: gridName(grid, office), rest: await untakenOf(db, grid, scene.today, office) }))
      return 'untaken'
  }
}

const named = ({ targets }: CarryCommand, grid: string, { office }: Scene): PartOfRoute[] =>
  targets.flatMap(({ building, unit }) => (building !== null && gridOf(office.settings, building) === grid ? [{ building, unit }] : []))

const take = async (command: CarryCommand, grid: string, scene: Scene): Promise<string> => {
  const { db, office, person, today, cause } = scene
  const parts = named(command, grid, scene)
  const mine: PartOfRoute[] = []
  const others: { part: PartOfRoute; by: string }[] = []
  for (const part of parts) {
    const theirs = await takePart(db, { ...part, grid, day: today, personId: person.id }, cause)
    if (theirs === null) mine.push(part)
    else others.push({ part: theirs, by: (await personById(db, theirs.person_id))?.name ?? '' })
  }
  const households = (await own(grid, mine, scene)).length
  const rest = await untakenOf(db, grid, today, office)
  const unknown = command.targets.length - parts.length
  await answer(scene, office.words.carryNoted({ by: person.name, parts: mine, households, others, rest, unknown }))
  if (mine.length > 0) await tellRoute(grid, scene)
  return mine.length > 0 ? 'route taken' : 'route not taken'
}

const leave = async (command: CarryCommand, grid: string, scene: Scene): Promise<string> => {
  const { db, office, person, today, cause } = scene
  const left: PartOfRoute[] = []
  for (const part of named(command, grid, scene))
    if (await leavePart(db, { ...part, grid, day: today, personId: person.id }, cause)) left.push(part)
  await answer(scene, office.words.carryLeft({ by: person.name, parts: left, rest: await untakenOf(db, grid, today, office) }))
  return `route left ${left.length}`
}

/** What is carried in these parts by this person: volunteers do not carry to marked units. */
const own = async (grid: string, parts: readonly PartOfRoute[], { db, today, office, person }: Scene) =>
  (await routeOf(db, grid, today, parts, office)).filter((entry) => person.role !== 'volunteer' || !entry.staffOnly)

/** To the carrier alone: all of their part and nothing else. */
export const tellRoute = async (grid: string, scene: Scene): Promise<void> => {
  const { db, office, person, message, today } = scene
  const parts = (await partsOf(db, grid, today)).filter((part) => part.person_id === person.id)
  const entries = (await own(grid, parts, scene)).map(listed)
  const text = office.words.route({ parts, entries, masked: person.role === 'volunteer' })
  await sayOnce(db, alone(scene), `route:${message.id}`, text, office)
}
