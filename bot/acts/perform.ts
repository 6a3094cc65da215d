/** Who may do what, and which file does it. */
import type { Act, ActName, Role } from '../../parsers/types.js'
import { amend } from './amend.js'
import { bind } from './bind.js'
import { cancel } from './cancel.js'
import { delivered } from './delivered.js'
import { list } from './list.js'
import { order } from './order.js'
import { problem } from './problem.js'
import { query } from './query.js'
import { receipt } from './receipt.js'
import { request } from './request.js'
import { risk } from './risk.js'
import { round } from './round.js'
import type { Scene } from './scene.js'
import { stock } from './stock.js'
import { undelivered } from './undelivered.js'

const EVERYONE: readonly Role[] = ['resident', 'volunteer', 'staff', 'head']
const CARRIERS: readonly Role[] = ['volunteer', 'staff', 'head']
const STAFF: readonly Role[] = ['staff', 'head']

/** Residents order and ask; volunteers carry; only staff mark a unit. */
export const MAY: Record<ActName, readonly Role[]> = {
  order: EVERYONE,
  amend: EVERYONE,
  cancel: EVERYONE,
  receipt: EVERYONE,
  problem: EVERYONE,
  query: EVERYONE,
  request: EVERYONE,
  bind: EVERYONE,
  delivered: CARRIERS,
  undelivered: CARRIERS,
  stock: CARRIERS,
  round: CARRIERS,
  list: CARRIERS,
  risk: STAFF,
}

export const perform = async (act: Act, scene: Scene): Promise<string> => {
  if (!MAY[act.act].some((role) => role === scene.person.role)) return `${act.act} not allowed`
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
  }
}
