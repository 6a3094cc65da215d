/** An act is done where the table allows it; this says which file does it. */
import type { Act } from '../../parsers/types.js'
import { isOn, sayOff } from '../modules.js'
import { deedOf, verdictOn } from '../permissions.js'
import { amend } from './amend.js'
import { bind } from './bind.js'
import { called } from './called.js'
import { cancel } from './cancel.js'
import { delivered } from './delivered.js'
import { list } from './list.js'
import { order } from './order.js'
import { problem } from './problem.js'
import { query } from './query.js'
import { receipt } from './receipt.js'
import { refuse } from './refuse.js'
import { request } from './request.js'
import { risk } from './risk.js'
import { round } from './round.js'
import type { Scene } from './scene.js'
import { stock } from './stock.js'
import { undelivered } from './undelivered.js'

/** What was marked can be lifted even where nothing is marked any more. */
const lifts = (act: Act): boolean => act.act === 'risk' && act.level === 'clear'

export const perform = async (act: Act, scene: Scene): Promise<string> => {
  const deed = deedOf(act)
  const verdict = verdictOn(deed, scene.person, scene.room)
  if (verdict === 'refused') return refuse(deed, scene)
  if (verdict !== 'may') return `${deed} not allowed`
  if (!isOn(deed, scene) && !lifts(act)) return sayOff(deed, scene)
  switch (act.act) {
    case 'order':
      return order(act, scene)
    case 'amend':
      return amend(act, scene)
    case 'cancel':
      return cancel({ ...act, act: 'cancel' }, scene)
    case 'receipt':
      return receipt({ ...act, act: 'receipt' }, scene)
    case 'problem':
      return problem(act, scene)
    case 'query':
      return query({ ...act, act: 'query' }, scene)
    case 'request':
      return request({ ...act, act: 'request' }, scene)
    case 'bind':
      return bind({ ...act, act: 'bind' }, scene)
    case 'delivered':
      return delivered(act, scene)
    case 'undelivered':
      return undelivered(act, scene)
    case 'stock':
      return stock(act, scene)
    case 'risk':
      return risk(act, scene)
    case 'round':
      return round(act, scene)
    case 'list':
      return list(act, scene)
    case 'called':
      return called(act, scene)
  }
}
