/** Chat that a person pasted goes the way of every message: into the inbox, understood, acted on. */
import { addRoom, handleTarget, noteHandle, roomsAt, roomsOfKind } from '../store/community.js'
import { messageByNetworkId } from '../store/inbox.js'
import { PASTED, pastedId, readPasted } from './chat/pasted/read.js'
import type { RoomPlace } from './doors.js'
import { openIntake } from './intake.js'
import { legibleName } from './legible.js'
import type { Office } from './office.js'

export interface PastedResult {
  name: string | null
  text: string
  /** It was there already: nothing was added. */
  known: boolean
  outcome: string
}

const handleOfPlace = (place: RoomPlace): string => (place.kind === 'grid' ? `grid:${place.grid}` : `${place.building}-${place.unit}`)

/** The group that the network shows for this place, or one that stands for it until there is one. */
const knowPlace = async (place: RoomPlace, office: Office): Promise<void> => {
  const { db } = office.store
  const handle = handleOfPlace(place)
  if ((await handleTarget(db, PASTED, 'room', handle)) !== null) return
  const now = office.clock.now()
  const [known] =
    place.kind === 'grid'
      ? (await roomsOfKind(db, 'grid')).filter((room) => room.grid === place.grid)
      : await roomsAt(db, { building: place.building ?? '', unit: place.unit ?? '' })
  const topic = place.kind === 'grid' ? `${place.grid}网格` : `${place.building}栋${place.unit}单元`
  const id =
    known?.id ?? (await addRoom(db, { topic, ...place, bound_by: 'topic' }, { at: now, why: 'pasted', personId: null, inboxId: null }))
  await noteHandle(db, PASTED, 'room', handle, id, now)
}

export const takePasted = async (text: string, place: RoomPlace, office: Office): Promise<PastedResult[]> => {
  await knowPlace(place, office)
  const now = office.clock.now()
  const room = handleOfPlace(place)
  const intake = openIntake(
    office,
    PASTED,
    async (row) => {
      const name = legibleName(row.sender_handle.slice(room.length + 1))
      return { topic: null, alias: name, name }
    },
    () => {},
  )
  const { messages } = readPasted(text, { now, timeZone: office.settings.timeZone })
  const taken: { id: string; name: string | null; text: string; known: boolean }[] = []
  const seen = new Map<string, number>()
  for (const [seq, message] of messages.entries()) {
    const same = `${message.name}\n${message.at}\n${message.text}`
    const nth = seen.get(same) ?? 0
    seen.set(same, nth + 1)
    const id = pastedId(room, message, nth)
    const fresh = await intake.take({
      id,
      seq,
      sentAt: message.at ?? now,
      roomHandle: room,
      senderHandle: `${room}:${message.name ?? ''}`,
      self: false,
      kind: 'text',
      text: message.text,
      quoted: null,
      recalls: [],
    })
    taken.push({ id, name: message.name, text: message.text, known: !fresh })
  }
  await intake.settle()
  return Promise.all(
    taken.map(async ({ id, ...result }) => ({
      ...result,
      outcome: result.known ? '已有' : ((await messageByNetworkId(office.store.db, PASTED, [id]))?.outcome ?? ''),
    })),
  )
}
