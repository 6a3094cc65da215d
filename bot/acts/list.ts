/** Today's list, on demand. Medicines are seen by the staff of that grid and by the head only, marked units not by volunteers. */
import { digest } from '../digest.js'
import { namesMedicines } from '../medicines.js'
import { alone, here, sayOnce } from '../say.js'
import { refuse } from './refuse.js'
import { type ActOf, gridOfScene, type Scene } from './scene.js'

/** In a residents' group nothing is shown: the list goes to whoever asked, and so does what volunteers may not read in the grid's group. */
export const list = async (act: ActOf<'list'>, scene: Scene): Promise<string> => {
  const { db, office, person, room, message } = scene
  const own = gridOfScene(scene)
  const grids = act.grid !== null ? [act.grid] : own !== null ? [own] : office.settings.grids.map((grid) => grid.id)
  const known = grids.filter((id) => office.settings.grids.some((one) => one.id === id))
  if (person.role === 'volunteer' && known.some((id) => id !== person.grid)) return refuse('list', scene)
  const forVolunteers = room?.kind === 'grid' ? !(await namesMedicines(db, room)) : person.role === 'volunteer'
  const today = (grid: string, masked: boolean, forAll: boolean) => digest(db, grid, scene.today, office, masked, forAll)
  for (const grid of known)
    await tellList(grid, `list:${message.id}:${grid}`, (masked, alone) => today(grid, masked, !alone && forVolunteers), scene)
  return 'list'
}

/** A grid's list where it was asked for, masked where others read it; then whole to the writer alone who may see all of it. */
export const tellList = async (
  grid: string,
  key: string,
  listOf: (masked: boolean, alone: boolean) => Promise<string[]>,
  scene: Scene,
): Promise<void> => {
  const { db, office, person, room } = scene
  const target = room?.kind === 'grid' ? here(scene) : alone(scene)
  const named = room?.kind === 'grid' ? room.grid === grid && (await namesMedicines(db, room)) : seesMedicines(person, grid)
  await sayOnce(db, target, key, await listOf(!named, false), office)
  if (!named && target.room_id !== null && seesMedicines(person, grid))
    await sayOnce(db, alone(scene), key, await listOf(false, true), office)
}

const seesMedicines = (person: Scene['person'], grid: string): boolean =>
  person.role === 'head' || (person.role === 'staff' && person.grid === grid)
