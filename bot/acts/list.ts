/** Today's list, on demand. Medicines are seen by the staff of that grid and by the head only. */
import { digest } from '../digest.js'
import { here, sayOnce } from '../say.js'
import { type ActOf, gridOfScene, type Scene } from './scene.js'

export const list = async (act: ActOf<'list'>, scene: Scene): Promise<string> => {
  const { db, office, person, room, message } = scene
  const own = gridOfScene(scene)
  const grids = act.grid !== null ? [act.grid] : own !== null ? [own] : office.settings.grids.map((grid) => grid.id)
  for (const grid of grids.filter((id) => office.settings.grids.some((known) => known.id === id))) {
    const sees = person.role === 'head' || (room?.kind === 'grid' ? room.grid === grid : person.role === 'staff' && person.grid === grid)
    const parts = await digest(db, grid, scene.today, office, !sees || (room !== null && room.kind !== 'grid'))
    await sayOnce(db, here(scene), `list:${message.id}:${grid}`, parts, office)
  }
  return 'list'
}
