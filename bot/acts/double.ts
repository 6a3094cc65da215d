/** 加 X5 · 不加 X5: staff say whether goods that came by two ways both count. */
import type { CarryingCommand } from '../../parsers/types.js'
import { householdById } from '../../store/community.js'
import { doubleById, doubledLines, settleDouble } from '../../store/doubles.js'
import { doorOf } from '../../store/picklist.js'
import { answer, lineFacts } from '../say.js'
import { tellLate } from './late.js'
import type { Scene } from './scene.js'

export const double = async (command: Extract<CarryingCommand, { kind: 'double' }>, scene: Scene): Promise<string> => {
  const { db, office, person, today, cause } = scene
  const found = await doubleById(db, command.no)
  const household = found === undefined ? undefined : await householdById(db, found.household_id)
  const may = household !== undefined && (person.role === 'head' || household.grid === person.grid)
  if (found === undefined || found.status !== 'open' || !may) {
    await answer(scene, office.words.noSuchDouble({ id: command.no }))
    return 'no such double'
  }
  await settleDouble(db, found, command.add, today, cause)
  await answer(scene, office.words.doubleSettled({ id: found.id, door: doorOf(household), added: command.add }))
  if (command.add) await tellLate({ household, day: found.day, lines: doubledLines(found).map(lineFacts), kind: 'added' }, scene)
  return command.add ? 'double added' : 'double dropped'
}
