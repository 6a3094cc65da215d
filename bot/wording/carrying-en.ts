/** The day's carrying, in English. */

import type { PartOfRoute } from '../../store/route-parts.js'
import type { OrderSource } from '../../store/schema.js'
import type { StoredRecurrence } from '../../store/standing.js'
import type { BuildingLoad, Load } from '../load.js'
import type { CarryingWording, StandingFacts, Untaken } from './carrying.js'
import { entry } from './entry-en.js'
import { masked, medicinesOf, said } from './said-en.js'
import type { SaidLine } from './wording.js'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const ruleOf = (rule: StoredRecurrence): string =>
  rule.every === 'days'
    ? rule.days === 1
      ? 'every day'
      : `every ${rule.days} days`
    : rule.on.length === 7
      ? 'every day'
      : `every ${rule.on.map((day) => WEEKDAYS[day - 1]).join(', ')}`

const goods = (lines: readonly SaidLine[], hide: boolean): string => (hide ? masked(lines) : lines.map(said).join(', '))
const standing = (one: StandingFacts, hide: boolean): string =>
  `S${one.id} ${ruleOf(one.rule)} ${one.door} ${goods(one.lines, hide)}${one.until === null ? '' : `, until ${one.until}`}`
const rests = (one: StandingFacts): string => (one.pausedUntil === null ? 'paused' : `paused until ${one.pausedUntil}`)
const next = (one: StandingFacts): string => (one.next === null ? '' : `, next on ${one.next}`)

const WAYS: Record<OrderSource, string> = { chat: 'chat', phone: 'phone', app: 'app', standing: 'standing' }
const PLACES: Record<string, string> = { supermarket: '🛒Supermarket', pharmacy: '💊Pharmacy' }
const placeOf = ({ building, unit }: PartOfRoute): string => (unit === null ? `building ${building}` : `building ${building} unit ${unit}`)
const untaken = (rest: readonly Untaken[]): string =>
  rest.length === 0
    ? 'All is taken'
    : `Nobody has taken: ${rest.map(({ building, households }) => `building ${building} (${households})`).join(', ')}`

const whole = (kilograms: number): string => `${Math.max(1, Math.round(kilograms))} kg`
const load = (one: Load, most: number): string =>
  `${one.no} ${one.door} (floor ${one.floor}${one.lift ? '' : ', no lift'}, ${whole(one.kilograms)}${one.kilograms > most ? ', two people' : ''})`
/** How a building's load is split, a text each. */
export const loadsEn = (loads: readonly BuildingLoad[], most: number): string[] =>
  loads.map(({ building, kilograms, trips }) =>
    [
      `🏋Building ${building}: about ${whole(kilograms)}, ${most} kg a trip, ${trips.length} trips:`,
      ...trips.map((trip, index) => `Trip ${index + 1}: ${trip.map((one) => load(one, most)).join(', ')}`),
    ].join('\n'),
  )

export const carryingEn: CarryingWording = {
  standingNoted: ({ what, masked: hide, ...one }) =>
    ({
      begun: `🔁Noted ${standing(one, hide)}${next(one)}. To pause: pause S${one.id}; to end: end S${one.id}`,
      pause: `⏸S${one.id} ${one.door} ${rests(one)}. To go on: resume S${one.id}`,
      resume: `▶S${one.id} ${one.door} goes on${next(one)}`,
      end: `⏹S${one.id} ${one.door}: the standing order is ended`,
    })[what],
  standingList: ({ facts, masked: hide }) =>
    facts.length === 0
      ? 'No standing orders. To set one up: 每周一三五给2-3-101送牛奶1箱'
      : ['Standing orders:', ...facts.map((one) => `${standing(one, hide)}${one.paused ? ` (${rests(one)})` : next(one)}`)].join('\n'),
  carryNoted: ({ by, parts, households, others, rest, unknown }) =>
    [
      ...(parts.length > 0
        ? [`✓${by} carries ${parts.map(placeOf).join(', ')} (${households} households); the list comes in private`]
        : []),
      ...others.map(({ part, by: other }) => `${placeOf(part)} is ${other}'s`),
      ...(unknown > 0 ? ['Some buildings are not of this grid and were left out'] : []),
      untaken(rest),
    ].join('\n'),
  carryLeft: ({ by, parts, rest }) =>
    [parts.length > 0 ? `✓${by} gives up ${parts.map(placeOf).join(', ')}` : 'These are not yours', untaken(rest)].join('\n'),
  untaken: ({ gridName, rest }) => `[${gridName}] ${untaken(rest)}. To take some: 我送5栋6栋`,
  noGridNamed: () => 'Say which buildings: 我送5栋6栋',
  route: ({ parts, entries, masked: hide }) =>
    parts.length === 0
      ? ['You have taken nothing today. To take some: 我送5栋6栋']
      : [`[Your route] ${parts.map(placeOf).join(', ')}: ${entries.length} households to go`, ...entries.map((one) => entry(one, hide))],
  pickedNoted: ({ noted, rest }) => {
    const left = rest.map(
      ({ place, items, medicines }) =>
        `${PLACES[place] ?? place}: ${[...items, ...(medicines > 0 ? [medicinesOf(medicines)] : [])].join(', ')}`,
    )
    return [
      `✓${noted} fetched`,
      ...(left.length === 0 ? ['All is there; look through the bags: 核对'] : ['Still to fetch:', ...left]),
    ].join('\n')
  },
  offer: ({ door, item, instead, until }) =>
    `${door}: there is no ${item}. May it be ${said(instead)}? Reply "ok" (可以) or "no" (不要); without an answer by ${until} it is left out`,
  offered: ({ item, instead, asked, notAsked, until }) =>
    [
      asked.length > 0
        ? `✓${instead} for ${item}: asked ${asked.join(', ')}; left out without an answer by ${until}`
        : `Nobody new to ask (${item})`,
      ...(notAsked.length > 0 ? [`No group to ask in, please ring: ${notAsked.join(', ')}`] : []),
    ].join('\n'),
  notExchanged: ({ item, medicine }) =>
    medicine ? `Medicines are not exchanged so; ask the household or a doctor` : `Not understood. Write: ${item}没有，换五花肉`,
  offerAnswered: ({ door, yes }) => (yes ? `✅${door} exchanged` : `✅${door} left out`),
  offerSettled: ({ door, item, instead, status }) =>
    ({
      taken: `🔁${door} agrees: ${said(instead)} for ${item}`,
      refused: `🔁${door} declines: no ${item}`,
      lapsed: `🔁${door} did not answer: no ${item}`,
    })[status],
  checkList: ({ entries, masked: hide }) =>
    entries.length === 0
      ? ['All bags are checked']
      : [
          `[Check] ${entries.length} bags to go; when right: check ${entries
            .map(({ no }) => no)
            .slice(0, 3)
            .join(' ')}`,
          ...entries.map((one) => entry(one, hide)),
        ],
  checked: ({ ticked, unknown, rest }) =>
    [
      ...(ticked.length > 0 ? [`✓Checked ${ticked.join(', ')}`] : []),
      ...(unknown.length > 0 ? [`Nothing to carry: ${unknown.join(', ')}`] : []),
      rest.length === 0 ? 'All bags are checked' : `Not checked yet: ${rest.join(', ')}`,
    ].join('\n'),
  traced: ({ door, steps, near, masked: hide }) =>
    [
      `🔍The bag of ${door}:`,
      ...steps.map(
        ({ time, what, by, lines }) =>
          `${time} ${what}${lines.length > 0 ? ` ${goods(lines, hide)}` : ''}${by === null ? '' : ` by ${by}`}`,
      ),
      ...(steps.some(({ what }) => what === 'checked') ? [] : ['not checked before it left']),
      ...(near.length > 0 ? [`the same person also went to ${near.join(', ')}: it may be there`] : []),
    ].join('\n'),
  doubled: ({ id, door, before, now, source }) =>
    `👥X${id} ${door} has ${before.map((line) => `${said(line)} (${WAYS[line.source]})`).join(', ')}; now ${now.map(said).join(', ')} (${WAYS[source]}). Both: add X${id}; the same: drop X${id}`,
  doubleHeld: ({ door, lines }) => `${door}: ${masked(lines)} had been ordered before; staff will look`,
  doubleSettled: ({ id, door, added }) => (added ? `✓X${id} ${door} added` : `✓X${id} ${door} is the same, not added`),
  noSuchDouble: ({ id }) => `There is no X${id} to settle`,
  noBag: () => 'No such bag; write its number or door: 追查 3, 追查 3-2-501',
  carryNow: ({ id, door, lines, by, repeat }) =>
    `🚚D${id} ${goods(lines, false)} for ${door} is here: please bring it now${by === null ? '; whoever goes replies: 我去' : ` (on duty: ${by})`}${repeat > 0 ? ` (told ${repeat + 1} times)` : ''}. When it is there: ${door}已送`,
  carryTaken: ({ id, by }) => `👌D${id} is brought by ${by}`,
  askReceipt: ({ door }) => `📦${door}: your goods are at the door; please reply "received" (收到) when you have them`,
  notSigned: ({ door }) => `⚠️${door} has not signed what was brought; please ring them up`,
  standingNotUnderstood: () => 'Not understood. Write: 每周一三五给2-3-101送牛奶1箱 (the door and the goods)',
  noSuchStanding: () => 'No such standing order; write 定期单 (standing) to see their numbers',
}
