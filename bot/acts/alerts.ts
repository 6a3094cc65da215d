/** 我去, 解决了：…, 警报 3: an alert is taken, closed with how it ended, and shown with the times of each step. */
import type { Command } from '../../parsers/types.js'
import { noteStep, stepsOf } from '../../store/alert-steps.js'
import { type Alert, alertById, closeAlert, openAlerts, takeAlert, unclosedAlerts } from '../../store/alerts.js'
import { staff } from '../../store/community.js'
import { changeRequest, unsettledOf } from '../../store/requests.js'
import { alertsTold } from '../alerts-told.js'
import { timeOf } from '../days.js'
import { answer, gridTargets, tell } from '../say.js'
import { tellList } from './list.js'
import { gridOfScene, type Scene } from './scene.js'

const quotedNo = ({ message }: Scene): number | null => {
  const no = /#(\d+)/u.exec(message.quoted ?? '')?.[1]
  return no === undefined ? null : Number(no)
}

/** The alert whose text is quoted, else the grid's newest. Then whoever took it is asked until it is closed. */
export const take = async (scene: Scene): Promise<string | null> => {
  const { db, office, person } = scene
  const no = quotedNo(scene)
  const open = await openAlerts(db, gridOfScene(scene))
  const alert = open.find(({ id }) => id === no) ?? open[0]
  if (alert === undefined) return null
  const next = office.clock.now() + office.settings.alerts.closeMinutes * 60_000
  await takeAlert(db, alert.id, person.id, next, scene.cause)
  await noteStep(db, alert.id, 'taken', scene.now, person.id)
  const time = timeOf(scene.now, office.settings.timeZone)
  await answer(scene, office.words.alertTaken({ id: alert.id, place: alert.place, by: person.name, time }))
  return 'alert taken'
}

/** The one that is named or quoted, else the one that the writer took, else the grid's newest where it is said how it ended. */
const meant = async ({ no, words }: Extract<Command, { kind: 'close' }>, scene: Scene): Promise<Alert | undefined> => {
  const named = no ?? quotedNo(scene)
  if (named !== null) {
    const alert = await alertById(scene.db, named)
    if (alert !== undefined && alert.closed_at === null) return alert
  }
  const unclosed = await unclosedAlerts(scene.db, gridOfScene(scene))
  return unclosed.find(({ acked_by }) => acked_by === scene.person.id) ?? (words === '' ? undefined : unclosed[0])
}

export const close = async (command: Extract<Command, { kind: 'close' }>, scene: Scene): Promise<string | null> => {
  const { db, office, person, now, message } = scene
  const alert = await meant(command, scene)
  if (alert === undefined) return null
  await closeAlert(db, alert, person.id, command.words, scene.cause)
  await noteStep(db, alert.id, 'closed', now, person.id)
  const request = alert.inbox_id === null ? undefined : await unsettledOf(db, alert.inbox_id)
  if (request !== undefined) await changeRequest(db, request.id, { status: 'done', closed_at: now }, scene.cause)
  const text = office.words.alertClosed({
    id: alert.id,
    place: alert.place,
    by: person.name,
    time: timeOf(now, office.settings.timeZone),
    words: command.words,
  })
  await answer(scene, text)
  const told = (await stepsOf(db, alert.id)).some(({ step }) => step === 'heads' || step === 'all')
  const heads = told ? (await staff(db, { role: 'head' })).map(({ id }) => ({ room_id: null, person_id: id })) : []
  for (const target of [...(await gridTargets(db, alert.grid)), ...heads]) {
    const here = scene.room === null ? target.person_id === person.id : target.room_id === scene.room.id
    if (!here) await tell(db, target, { kind: 'staff', detail: { text }, inbox: message.id }, office, { quiet: false })
  }
  return 'alert closed'
}

const SHOWN = 5

/** The steps of one alert, or of the last few. */
export const alerts = async (command: Extract<Command, { kind: 'alerts' }>, scene: Scene): Promise<string> => {
  const { db, office, message } = scene
  const own = gridOfScene(scene)
  const time = (at: number): string => timeOf(at, office.settings.timeZone)
  const told = await alertsTold(db, { grid: own, no: command.no, most: SHOWN }, { alert: time, step: time })
  await tellList(own ?? '', `alerts:${message.id}`, async () => office.words.alertSteps(told.map(({ facts }) => facts)), scene)
  return 'alerts'
}
