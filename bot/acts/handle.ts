/** 认领 12 · 派 12 给 小李 · 回复 12：… · 办结 12：…: a request gets an owner, an answer, an end; what staff answer is passed back. */
import type { Command } from '../../parsers/types.js'
import { householdById, personById, staff } from '../../store/community.js'
import { changeRequest, type Request, requestById } from '../../store/requests.js'
import { VISIT } from '../../store/rounds.js'
import { gridName } from '../digest.js'
import { withoutMedicines } from '../medicines.js'
import { placeNamed, shownRequests, wayBack } from '../requests.js'
import { answer, tell } from '../say.js'
import { tellList } from './list.js'
import { refuse } from './refuse.js'
import { gridOfScene, type Scene } from './scene.js'

type Handle = Extract<Command, { kind: 'handle' }>

/** Null where no request is meant (回复 and 交给 are everyday words). */
export const handle = async (command: Handle, scene: Scene): Promise<string | null> => {
  const { db, office, person, message } = scene
  const quoted = /📝[^#\n]*#(\d+)/u.exec(message.quoted ?? '')?.[1]
  const id = command.no ?? (quoted === undefined ? null : Number(quoted))
  if (id === null) return null
  const request = await requestById(db, id)
  if (request === undefined || request.status === 'withdrawn' || request.status === 'expired') {
    await answer(scene, office.words.noSuchRequest({ id }))
    return 'no such request'
  }
  if (person.role === 'volunteer' && request.grid !== person.grid) return refuse('handle', scene)
  return OPS[command.op](request, command.words, scene)
}

const noted = async (request: Request, scene: Scene, back: 'passed' | 'nobody' | null = null): Promise<void> => {
  const { db, office } = scene
  const now = (await requestById(db, request.id)) ?? request
  const owner = now.owner_id === null ? undefined : await personById(db, now.owner_id)
  const facts = { id: now.id, door: await placeNamed(db, now), status: now.status, owner: owner?.name ?? null, back }
  await answer(scene, office.words.requestNoted(facts))
}

const giveTo = async (request: Request, ownerId: number, scene: Scene): Promise<string> => {
  const { db, cause } = scene
  const status = request.status === 'done' ? {} : { status: 'taken' }
  await changeRequest(db, request.id, { ...status, owner_id: ownerId, taken_at: scene.now }, cause)
  await noted(request, scene)
  return 'request taken'
}

const take = (request: Request, _: string, scene: Scene): Promise<string> => giveTo(request, scene.person.id, scene)

const give = async (request: Request, name: string, scene: Scene): Promise<string> => {
  const named = (await staff(scene.db)).filter((one) => one.name === name)
  const [owner] = named
  if (owner === undefined || named.length > 1) {
    await answer(scene, scene.office.words.noSuchStaff({ name }))
    return 'nobody of this name'
  }
  return giveTo(request, owner.id, scene)
}

const reply = async (request: Request, words: string, scene: Scene): Promise<string> => {
  const owner = request.owner_id === null ? { owner_id: scene.person.id, taken_at: scene.now } : {}
  const status = request.status === 'open' ? { status: 'taken' } : {}
  await changeRequest(scene.db, request.id, { ...owner, ...status, answer: words }, scene.cause)
  await noted(request, scene, await passBack(request, words, false, scene))
  return 'request answered'
}

const done = async (request: Request, words: string, scene: Scene): Promise<string> => {
  const owner = request.owner_id === null ? { owner_id: scene.person.id, taken_at: scene.now } : {}
  const said = words === '' ? {} : { answer: words }
  const changed = await changeRequest(scene.db, request.id, { ...owner, ...said, status: 'done', closed_at: scene.now }, scene.cause)
  await noted(request, scene, changed ? await passBack(request, words, true, scene) : null)
  return 'request done'
}

const OPS = { take, give, answer: reply, done }

const NUMBERS = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[2-8]\d{6,7})(?!\d)/gu

/** In a group without medicines and phone numbers that stand in the staff's words; whole to the resident alone where that takes something away. */
const passBack = async (request: Request, words: string, isDone: boolean, scene: Scene): Promise<'passed' | 'nobody' | null> => {
  const { db, office, message } = scene
  // The office asked for the visit itself: nobody waits for an answer.
  if (request.kind === VISIT) return null
  const way = await wayBack(db, request)
  if (way === null) return 'nobody'
  const household = request.household_id === null ? undefined : await householdById(db, request.household_id)
  const person = request.person_id === null ? undefined : await personById(db, request.person_id)
  const facts = { id: request.id, door: household?.room ?? person?.name ?? '', asked: way.asked ? request.words : null, done: isDone }
  const inGroup = way.target.room_id !== null
  const masked = inGroup
    ? withoutMedicines(words, office.goods, office.words.someMedicine()).replace(NUMBERS, office.words.someNumber())
    : words
  const notice = { kind: 'answer' as const, household: household?.id ?? null, inbox: message.id }
  await tell(db, way.target, { ...notice, detail: { text: office.words.requestAnswered({ ...facts, words: masked }) } }, office)
  if (masked !== words && person?.role === 'resident')
    await tell(
      db,
      { room_id: null, person_id: person.id },
      { ...notice, detail: { text: office.words.requestAnswered({ ...facts, words }) } },
      office,
    )
  return 'passed'
}

/** 请求清单: what is open, the overdue first. */
export const requests = async (scene: Scene): Promise<string> => {
  const { db, office, message } = scene
  const own = gridOfScene(scene)
  for (const grid of own === null ? office.settings.grids.map(({ id }) => id) : [own])
    await tellList(
      grid,
      `requests:${message.id}:${grid}`,
      async (masked) => office.words.requestList({ gridName: gridName(grid, office), open: await shownRequests(db, grid, office, masked) }),
      scene,
    )
  return 'requests'
}
