/** 没报门牌: who is in the groups and has not said where they live. */
import { shownNewcomers } from '../newcomers.js'
import { tellList } from './list.js'
import { gridOfScene, type Scene } from './scene.js'

export const listNewcomers = async (scene: Scene): Promise<string> => {
  const { db, office, message } = scene
  const grid = gridOfScene(scene)
  const people = await shownNewcomers(db, grid, office)
  await tellList(grid ?? '', `newcomers:${message.id}`, async () => office.words.newcomers(people), scene)
  return 'newcomers'
}
