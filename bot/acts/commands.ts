/** Words to the bot itself: taking an alert, undoing the last act, binding a group, a one-time code. */

import type { Command } from '../../parsers/types.js'
import { alertById, openAlerts, takeAlert } from '../../store/alerts.js'
import { changePerson, changeRoom } from '../../store/community.js'
import { lastEffective } from '../../store/inbox.js'
import { useInvite } from '../../store/invites.js'
import { timeOf } from '../days.js'
import { answer } from '../say.js'
import { gridOfScene, isStaff, type Scene } from './scene.js'
import { takeBack } from './takeback.js'

/** What a command did, or null where the words were none for the bot (收到 where no alert is open). */
export const obey = async (command: Command, scene: Scene): Promise<string | null> => {
  if (command.kind === 'code') return useCode(command.code, scene)
  if (!isStaff(scene.person)) return null
  if (command.kind === 'take') return take(scene)
  if (command.kind === 'undo') return undo(scene)
  return bindRoom(command, scene)
}

/** The alert whose text is quoted, else the grid's newest. */
const take = async (scene: Scene): Promise<string | null> => {
  const { db, office, person, message } = scene
  const quoted = /#(\d+)/u.exec(message.quoted ?? '')?.[1]
  const named = quoted === undefined ? undefined : await alertById(db, Number(quoted))
  const open = await openAlerts(db, gridOfScene(scene))
  const alert = open.find((one) => one.id === named?.id) ?? open[0]
  if (alert === undefined) return null
  await takeAlert(db, alert.id, person.id, scene.cause)
  const time = timeOf(scene.now, office.settings.timeZone)
  await answer(scene, office.words.alertTaken({ id: alert.id, place: alert.place, by: person.name, time }))
  return 'alert taken'
}

const undo = async (scene: Scene): Promise<string> => {
  const { db, office, person, message } = scene
  const last = await lastEffective(db, person.id, message.id)
  const changes = last === null ? 0 : await takeBack(last, scene)
  await answer(scene, changes === 0 ? office.words.nothingToUndo() : office.words.undone({ changes }))
  return 'undo'
}

const bindRoom = async (command: Extract<Command, { kind: 'bind-room' }>, scene: Scene): Promise<string> => {
  const { db, office, room, cause } = scene
  const { building, unit, grid } = command
  if (room === null || (building === null && grid === null)) {
    await answer(scene, office.words.roomNotBound())
    return 'not bound'
  }
  const kind = grid !== null ? 'grid' : unit === null ? 'building' : 'unit'
  await changeRoom(db, room.id, { kind, building, unit, grid, bound_by: 'staff' }, cause)
  const place = grid !== null ? `${grid}网格` : unit === null ? `${building}栋` : `${building}栋${unit}单元`
  await answer(scene, office.words.roomBound({ place }))
  return 'room bound'
}

const useCode = async (code: string, scene: Scene): Promise<string> => {
  const { db, office, person } = scene
  const invite = await useInvite(db, code, scene.now)
  if (invite === null) {
    await answer(scene, office.words.codeRefused())
    return 'code refused'
  }
  await changePerson(db, person.id, { role: invite.role, grid: invite.grid, name: invite.name }, scene.cause)
  await answer(scene, office.words.staffBound({ name: invite.name, role: invite.role, grid: invite.grid }))
  return 'staff bound'
}
