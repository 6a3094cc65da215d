/** A grid's pick list as it is read in chat: totals first, then one line an entry. */
import { openAlerts } from '../store/alerts.js'
import { openDoubles } from '../store/doubles.js'
import { reviewList } from '../store/inbox.js'
import type { Db } from '../store/open.js'
import { compilePickList, doorOf, type Entry } from '../store/picklist.js'
import { openRequests } from '../store/rounds.js'
import { statusOf } from './entry-status.js'
import { loadsOf } from './load.js'
import { type MarkedUnit, markedName, markOn, marksIn } from './marks.js'
import { shownNewcomers } from './newcomers.js'
import type { Office } from './office.js'
import { shownRequests } from './requests.js'
import { lineFacts } from './say.js'
import type { ListedEntry, ListedMark } from './wording/wording.js'

export const listed = (entry: Entry): ListedEntry => ({
  no: entry.no,
  door: doorOf(entry.household),
  lines: entry.lines.map((line) => ({
    ...lineFacts(line),
    spec: line.spec,
    status: line.status,
    known: line.known === 1,
    standing: entry.orders.some((order) => order.id === line.order_id && order.source === 'standing'),
  })),
  staffOnly: entry.staffOnly,
  heavy: entry.heavy,
  urgent: entry.urgent,
  status: statusOf(entry),
})

const unknownIn = (entries: readonly Entry[], hidden: ReadonlySet<string>): { item: string; times: number }[] => {
  const times = new Map<string, number>()
  for (const { lines } of entries)
    for (const { item, known } of lines) if (known === 0 && !hidden.has(item)) times.set(item, (times.get(item) ?? 0) + 1)
  return [...times].map(([item, count]) => ({ item, times: count }))
}

/** Marked places to which something goes, and who carries it. */
const markedIn = (entries: readonly Entry[], marks: readonly MarkedUnit[]): ListedMark[] =>
  marks.flatMap((mark) => {
    const own = entries.filter((entry) => entry.staffOnly && markOn(marks, entry.household) === mark)
    return own.length === 0 ? [] : [{ place: markedName(mark), level: mark.level, carrier: mark.carrier, households: own.length }]
  })

export const gridName = (grid: string, office: Office): string => office.settings.grids.find((known) => known.id === grid)?.name ?? grid

/**
 * The parts of the digest, to be joined between parts only. `masked` shows medicines as a count; `forVolunteers` leaves marked units out
 * and names who carries there.
 */
export const digest = async (
  db: Db,
  grid: string,
  day: string,
  office: Office,
  masked = false,
  forVolunteers = masked,
): Promise<string[]> => {
  const list = await compilePickList(db, grid, day, office.clock.now())
  const requests = (await openRequests(db)).filter((request) => request.grid === grid)
  const alerts = await openAlerts(db, grid)
  const medicines = list.entries.flatMap((entry) => entry.lines.filter((line) => line.medicine !== '').map((line) => line.item))
  const hidden = new Set(masked ? medicines : [])
  const shown = list.entries.filter((entry) => !(forVolunteers && entry.staffOnly))
  return office.words.list({
    gridName: gridName(grid, office),
    day,
    places: list.pickups.map(({ place, items }) => {
      const shown = items.filter(({ item }) => !hidden.has(item))
      return { place, items: shown, medicines: new Set(items.map(({ item }) => item)).size - new Set(shown.map(({ item }) => item)).size }
    }),
    entries: shown.map(listed),
    marked: markedIn(list.entries, await marksIn(db, grid, office)),
    disinfect: office.settings.modules.disinfection,
    unknown: unknownIn(list.entries, hidden),
    openDoubles: (await openDoubles(db, grid, day)).length,
    openRequests: requests.length,
    unnamed: (await shownNewcomers(db, grid, office)).filter(({ joined }) => joined !== null),
    overdue: (await shownRequests(db, grid, office, masked)).filter((request) => request.overdue),
    waitingReview: (await reviewList(db)).length,
    openAlerts: alerts.length,
    masked,
    loads: loadsOf(shown, (entry) => doorOf(entry.household), office),
    kilogramsPerTrip: office.settings.carrying.kilogramsPerTrip,
  })
}

export const notYetDelivered = async (db: Db, grid: string, day: string, office: Office): Promise<ListedEntry[]> =>
  (await compilePickList(db, grid, day, office.clock.now())).entries
    .map(listed)
    .filter((entry) => entry.status !== 'delivered' && entry.status !== 'received' && entry.lines.some((line) => line.status === 'wanted'))
