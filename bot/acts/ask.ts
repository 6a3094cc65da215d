/** 问需求: the bot asks now, in this group, in the unit or building that is named, else in all groups of the grid. */
import { gridOf } from '../../config/layout.js'
import type { Command } from '../../parsers/types.js'
import { roomsOfKind } from '../../store/community.js'
import { askRooms } from '../asking.js'
import { answerAlone } from '../say.js'
import { gridOfScene, type Scene } from './scene.js'

export const ask = async (command: Extract<Command, { kind: 'ask' }>, scene: Scene): Promise<string> => {
  const { db, office, message, room } = scene
  const building = command.building ?? room?.building ?? null
  const unit = command.building === null ? (room?.unit ?? null) : command.unit
  const grid = gridOfScene(scene)
  const groups = (await roomsOfKind(db, 'unit')).filter((group) =>
    building === null
      ? grid === null || (group.building !== null && gridOf(office.settings, group.building) === grid)
      : group.building === building && (unit === null || group.unit === unit),
  )
  await askRooms(db, groups, `hand:${message.id}`, scene.now, office)
  await answerAlone(scene, office.words.asked({ groups: groups.length }))
  return 'needs asked'
}
