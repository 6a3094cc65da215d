/** One-time codes: they work in private only, each person has few tries, and staff are told of whoever guesses. */
import { changePerson, staff } from '../../store/community.js'
import { countOutcomes } from '../../store/inbox.js'
import { burnInvite, useInvite } from '../../store/invites.js'
import { answer, answerAlone, gridTargets, tell, tellGrid } from '../say.js'
import { tellUnmatched } from '../unmatched.js'
import type { Scene } from './scene.js'

/** Wrong codes of one person within a day. A code has 31^8 forms: five tries a day find one with a chance of 6 in a million million. */
const MOST_TRIES = 5
const DAY = 24 * 3600_000

export const REFUSED = 'code refused'

export const tryCode = async (code: string, scene: Scene): Promise<string> => {
  const { db, office, person } = scene
  const tries = await countOutcomes(db, person.id, REFUSED, office.clock.now() - DAY)
  if (tries >= MOST_TRIES) {
    await answer(scene, office.words.codesLocked())
    return 'code not looked at'
  }
  const invite = await useInvite(db, code, scene.now)
  if (invite === null) {
    await answer(scene, office.words.codeRefused())
    if (tries + 1 === MOST_TRIES) await tellHeads(office.words.codesTried({ name: nameOf(scene), times: MOST_TRIES }), scene)
    return REFUSED
  }
  await changePerson(db, person.id, { role: invite.role, grid: invite.grid, name: invite.name }, scene.cause)
  await answer(scene, office.words.staffBound({ name: invite.name, role: invite.role, grid: invite.grid }))
  if (invite.role === 'head') await tellUnmatched(db, scene.message.account, office)
  return 'staff bound'
}

/** Whoever reads the group could have used it first: it is worth nothing any more. A guess is met with silence, and counts as a try. */
export const burnCode = async (code: string, scene: Scene): Promise<string> => {
  const { db, office } = scene
  const burned = await burnInvite(db, code, scene.now)
  if (burned === null) return REFUSED
  await answerAlone(scene, office.words.codeShown())
  await tellGrid(db, burned.grid, office.words.codeBurned({ name: burned.name }), office, scene.message.id)
  return 'code burned'
}

const nameOf = ({ message, person }: Scene): string => message.alias || message.name || person.name

/** The heads of the office; where none is known, every staff group. */
const tellHeads = async (text: string, scene: Scene): Promise<void> => {
  const heads = (await staff(scene.db, { role: 'head' })).map((head) => ({ room_id: null, person_id: head.id }))
  for (const target of heads.length > 0 ? heads : await gridTargets(scene.db, null))
    await tell(scene.db, target, { kind: 'staff', detail: { text }, inbox: scene.message.id }, scene.office, { quiet: false })
}
