/** 电话名单: who is still to be called today, on demand. */
import { callList } from '../calls.js'
import { tellList } from './list.js'
import { gridOfScene, type Scene } from './scene.js'

export const calls = async (scene: Scene): Promise<string> => {
  const { db, office } = scene
  const own = gridOfScene(scene)
  for (const grid of own === null ? office.settings.grids.map(({ id }) => id) : [own])
    await tellList(grid, `calls:${scene.message.id}:${grid}`, (masked) => callList(db, grid, scene.today, office, masked), scene)
  return 'call list'
}
