/** Words to the bot itself: taking an alert, undoing the last act, binding a group, a one-time code. */
import { gridOf } from '../../config/layout.js'
import type { Command } from '../../parsers/types.js'
import { roomById } from '../../store/community.js'
import { changeDelivery, untakenDeliveries } from '../../store/deliveries.js'
import { lastEffective } from '../../store/inbox.js'
import { bindTo } from '../bind-room.js'
import { afterQuietHours } from '../days.js'
import { isOn, sayOff } from '../modules.js'
import { verdictOn } from '../permissions.js'
import { answer, here, tell } from '../say.js'
import { accounts, charge, owed, paid } from './accounts.js'
import { alerts, close, take } from './alerts.js'
import { ask } from './ask.js'
import { calls } from './calls.js'
import { carry } from './carry.js'
import { check } from './check.js'
import { burnCode, tryCode } from './codes.js'
import { double } from './double.js'
import { duty, rota } from './duty.js'
import { handle, requests } from './handle.js'
import { listNewcomers } from './newcomers.js'
import { passage } from './passage.js'
import { picked } from './picked.js'
import { refuse } from './refuse.js'
import { report } from './report.js'
import { gridOfScene, type Scene } from './scene.js'
import { standing } from './standing.js'
import { substitute } from './substitute.js'
import { tag } from './tag.js'
import { takeBack } from './takeback.js'
import { trace } from './trace.js'

/** What a command did, or null where the words were none for the bot (收到 where no alert is open, 撤销 of a resident). */
export const obey = async (command: Command, scene: Scene): Promise<string | null> => {
  const verdict = verdictOn(command.kind, scene.person, scene.room)
  if (verdict === 'talk') return null
  if (verdict === 'burned') return command.kind === 'code' ? burnCode(command.code, scene) : null
  if (verdict === 'refused') return refuse(command.kind, scene)
  if (verdict === 'nothing') return `${command.kind} not allowed`
  if (!isOn(command.kind, scene)) return sayOff(command.kind, scene)
  switch (command.kind) {
    case 'code':
      return tryCode(command.code, scene)
    case 'take':
      return (await take(scene)) ?? takeDelivery(scene)
    case 'undo':
      return undo(scene)
    case 'bind-room':
      return bindRoom(command, scene)
    case 'charge':
      return charge(command, scene)
    case 'paid':
      return paid(command, scene)
    case 'accounts':
      return accounts(command, scene)
    case 'owed':
      return owed(scene)
    case 'passage':
      return passage(command, scene)
    case 'report':
      return report(command, scene)
    case 'ask':
      return ask(command, scene)
    case 'picked':
      return picked(command, scene)
    case 'substitute':
      return substitute(command, scene)
    case 'double':
      return double(command, scene)
    case 'check':
      return check(command, scene)
    case 'trace':
      return trace(command, scene)
    case 'carry':
      return carry(command, scene)
    case 'standing':
      return standing(command, scene)
    case 'newcomers':
      return listNewcomers(scene)
    case 'duty':
      return duty(command, scene)
    case 'rota':
      return rota(scene)
    case 'close':
      return close(command, scene)
    case 'alerts':
      return alerts(command, scene)
    case 'requests':
      return requests(scene)
    case 'handle':
      return handle(command, scene)
    case 'calls':
      return calls(scene)
    case 'tag':
      return tag(command, scene)
  }
}

/** What has come in at night and nobody carries yet. */
const takeDelivery = async (scene: Scene): Promise<string | null> => {
  const { db, office, person, cause } = scene
  const [delivery] = await untakenDeliveries(db, gridOfScene(scene))
  if (delivery === undefined) return null
  await changeDelivery(db, delivery.id, { person_id: person.id }, cause)
  await answer(scene, office.words.carryTaken({ id: delivery.id, by: person.name }))
  return 'delivery taken'
}

const undo = async (scene: Scene): Promise<string> => {
  const { db, office, person, message } = scene
  const last = await lastEffective(db, person.id, message.id)
  const changes = last === null ? 0 : await takeBack(last, scene)
  await answer(scene, changes === 0 ? office.words.nothingToUndo() : office.words.undone({ changes }))
  return 'undo'
}

const bindRoom = async (command: Extract<Command, { kind: 'bind-room' }>, scene: Scene): Promise<string> => {
  const { db, office, room, person, cause } = scene
  const { building, unit, grid } = command
  if (room === null || (building === null && grid === null)) {
    await answer(scene, office.words.roomNotBound())
    return 'not bound'
  }
  // A group that is bound to a grid is told of its households: only that grid's staff, or the head, may open it to them.
  const target = grid ?? (building === null ? null : gridOf(office.settings, building))
  if (person.role !== 'head' && target !== person.grid) return refuse('bind-room', scene)
  const kind = grid !== null ? 'grid' : unit === null ? 'building' : 'unit'
  const bound = await bindTo(db, room.id, { kind, building, unit, grid }, scene.message.account, cause)
  const place = grid !== null ? `${grid}网格` : unit === null ? `${building}栋` : `${building}栋${unit}单元`
  await tellBound({ ...scene, room: (await roomById(db, bound)) ?? room }, office.words.roomBound({ place }))
  return 'room bound'
}

/** In the group itself, for whoever is no friend of the account cannot be told in private; in private while the group sleeps. */
const tellBound = async (scene: Scene, text: string): Promise<void> => {
  const { db, office, message, now } = scene
  const { quietFrom: from, quietUntil: until } = office.settings.pace
  if (afterQuietHours(now, { from, until }, office.settings.timeZone) > now) await answer(scene, text)
  else await tell(db, here(scene), { kind: 'answer', detail: { text }, inbox: message.id }, office)
}
