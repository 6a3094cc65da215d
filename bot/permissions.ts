/** Who may do what, and where: the one table that every act and every command is looked up in before anything is done. */
import type { Act, ActName, Command } from '../parsers/types.js'
import type { Person, Room } from '../store/community.js'

export type Deed = Exclude<ActName, 'round'> | `round ${Extract<Act, { act: 'round' }>['op']}` | Command['kind'] | 'review'
/** A grid's group is one's own where one is staff or volunteer of that grid; the head owns all. */
export const PLACES = ['unit', 'building', 'own grid', 'other grid', 'direct', 'unknown'] as const
export type Where = (typeof PLACES)[number]
export const ROLES = ['resident', 'volunteer', 'staff', 'head'] as const

/**
 * `may`: it is done. `talk`: the words are read as a resident's. `refused`: not done, and the writer is told so in private.
 * `nothing`: not done, nothing said. `burned`: the code that was shown to a group is worth nothing any more.
 */
export type Verdict = 'may' | 'talk' | 'refused' | 'nothing' | 'burned'
const SIGNS: Record<string, Verdict> = { y: 'may', t: 'talk', r: 'refused', '-': 'nothing', x: 'burned' }

/** Six signs a role, one for each of PLACES: unit, building, own grid, other grid, direct, unknown. */
const TABLE: Record<Deed, string> = {
  //                 resident volunteer staff head
  order: '           yyyyyy yyyyyy yyyyyy yyyyyy',
  amend: '           yyyyyy yyyryy yyyyyy yyyyyy',
  cancel: '          yyyyyy yyyryy yyyyyy yyyyyy',
  receipt: '         yyyyyy yyyryy yyyyyy yyyyyy',
  problem: '         yyyyyy yyyyyy yyyyyy yyyyyy',
  query: '           yyyyyy yyyyyy yyyyyy yyyyyy',
  request: '         yyyyyy yyyyyy yyyyyy yyyyyy',
  bind: '            yyyyyy yyyyyy yyyyyy yyyyyy',
  delivered: '       ------ yyyryy yyyyyy yyyyyy',
  undelivered: '     ------ yyyryy yyyyyy yyyyyy',
  stock: '           ------ yyyryy yyyyyy yyyyyy',
  called: '          ------ yyyryy yyyyyy yyyyyy',
  list: '            ------ yyyryy yyyyyy yyyyyy',
  'round done': '    ------ yyyryy yyyyyy yyyyyy',
  'round remaining': '------ yyyryy yyyyyy yyyyyy',
  'round own': '     yyyyyy yyyyyy yyyyyy yyyyyy',
  'round excused': ' ------ yyyryy yyyyyy yyyyyy',
  'round remind': '  ------ rrrrrr yyyyyy yyyyyy',
  'round close': '   ------ rrrrrr yyyyyy yyyyyy',
  'round start': '   ------ rrrrrr yyyyyy yyyyyy',
  risk: '            ------ rrrrrr yyyyyy yyyyyy',
  take: '            tttttt yyyyyy yyyyyy yyyyyy',
  undo: '            tttttt yyyyyy yyyyyy yyyyyy',
  'bind-room': '     tttttt rrrrrr yyyryy yyyyyy',
  charge: '          tttttt rrrrrr yyyyyy yyyyyy',
  paid: '            tttttt rrrrrr yyyyyy yyyyyy',
  accounts: '        tttttt rrrrrr yyyryy yyyyyy',
  // A household asks what it owes.
  owed: '            yyyyyy tttttt tttttt tttttt',
  passage: '         tttttt yyyryy yyyyyy yyyyyy',
  report: '          tttttt rrrrrr yyyryy yyyyyy',
  newcomers: '       tttttt rrrrrr yyyyyy yyyyyy',
  duty: '            tttttt rrrrrr yyyyyy yyyyyy',
  rota: '            tttttt yyyryy yyyyyy yyyyyy',
  close: '           tttttt yyyyyy yyyyyy yyyyyy',
  alerts: '          tttttt yyyryy yyyyyy yyyyyy',
  requests: '        tttttt yyyryy yyyyyy yyyyyy',
  handle: '          tttttt yyyryy yyyyyy yyyyyy',
  calls: '           tttttt yyyryy yyyyyy yyyyyy',
  tag: '             tttttt rrrrrr yyyyyy yyyyyy',
  ask: '             tttttt rrrrrr yyyyyy yyyyyy',
  picked: '          tttttt yyyryy yyyryy yyyyyy',
  substitute: '      tttttt rrrrrr yyyryy yyyyyy',
  double: '          tttttt rrrrrr yyyryy yyyyyy',
  check: '           tttttt yyyryy yyyryy yyyyyy',
  trace: '           tttttt rrrrrr yyyryy yyyyyy',
  carry: '           tttttt yyyryy yyyryy yyyyyy',
  standing: '        tttttt rrrrrr yyyryy yyyyyy',
  // Works the list of what the bot was unsure of.
  review: '          tttttt rrrrrr yyyyyy yyyyyy',
  code: '            xxxxyx xxxxyx xxxxyx xxxxyx',
}

export const DEEDS = Object.keys(TABLE).filter((name): name is Deed => name in TABLE)

export const deedOf = (act: Act): Deed => (act.act === 'round' ? `round ${act.op}` : act.act)

export const whereOf = (room: Pick<Room, 'kind' | 'grid'> | null, person: Pick<Person, 'role' | 'grid'>): Where => {
  if (room === null) return 'direct'
  if (room.kind === 'grid') return person.role === 'head' || person.grid === room.grid ? 'own grid' : 'other grid'
  return room.kind === 'unit' || room.kind === 'building' ? room.kind : 'unknown'
}

/** Each row of the table, a cell a role. */
const CELLS = new Map(DEEDS.map((deed) => [deed, TABLE[deed].trim().split(/\s+/u)]))

/** A role that this version does not know may what a resident may. */
export const verdictOn = (deed: Deed, person: Pick<Person, 'role' | 'grid'>, room: Pick<Room, 'kind' | 'grid'> | null): Verdict => {
  const role = ROLES.find((known) => known === person.role) ?? 'resident'
  const cell = CELLS.get(deed)?.[ROLES.indexOf(role)] ?? ''
  return SIGNS[cell.charAt(PLACES.indexOf(whereOf(room, person)))] ?? 'nothing'
}
