/**
 * The mock puppet of Wechaty, extended in this one place by what it lacks: group aliases, recalls, chosen message ids and times, joins,
 * sends that are recorded and can fail, logins with new ids. Demo, replay and tests share it.
 */
import { randomUUID } from 'node:crypto'
import * as PUPPET from 'wechaty-puppet'
import { PuppetMock } from 'wechaty-puppet-mock'

export interface SimSent {
  id: string
  /** As the caller named the room or person. */
  to: string
  toRoom: boolean
  text: string
  at: number
}

interface SimWords {
  id: string
  room: string | null
  from: string
  text: string
  at: number
  quote?: { name: string; text: string }
  kind?: 'text' | 'note' | 'other'
}

const ME = 'linxu-bot'
/** The mock takes an id for a room's only if it holds an `@`. */
const ROOM_MARK = '@sim'
/** Old payloads are dropped, so that a long run does not grow. */
const KEPT = 2000
const DASHES = '- - - - - - - - - - - - - - -'

/** The id by which a caller named a room or person: without the mock's mark and a login's suffix. */
export const plainId = (handle: string): string => handle.replace(/(?:~[^~@]*)?(?:@sim)?$/u, '')

const memberKey = (room: string, person: string): string => `${room}\u0000${person}`

export class SimPuppet extends PuppetMock {
  /** Sends that were tried, refused or not. */
  tries = 0
  onSent: ((sent: SimSent) => void) | null = null
  readonly #now: () => number
  readonly #aliases = new Map<string, string>()
  readonly #remarks = new Map<string, string>()
  readonly #people = new Map<string, string>()
  readonly #rooms = new Map<string, { topic: string; members: Set<string> }>()
  readonly #messages: string[] = []
  readonly #shut = new Set<string>()
  #suffix = ''
  #failing = 0
  #refusedOf = 0
  #failure: Error | null = null

  constructor(options: { now: () => number }) {
    super()
    this.#now = options.now
  }

  /** Logs in once; a second login of the same session changes nothing. */
  loginAs(name: string): void {
    if (this.isLoggedIn) return
    if (!this.mocker.cacheContactPayload.has(ME)) this.mocker.createContact({ id: ME, name })
    this.login(ME)
  }

  /** What the web protocol does at each login: every room and person has a new id. */
  async relogin({ suffix }: { suffix: string }): Promise<void> {
    await this.logout('relogin')
    const me = this.mocker.contactPayload(ME)
    this.mocker.cacheContactPayload.clear()
    this.mocker.cacheContactPayload.set(ME, me)
    this.mocker.cacheRoomPayload.clear()
    this.cache.room.clear()
    this.cache.contact.clear()
    this.cache.roomMember.clear()
    this.#suffix = `~${suffix}`
    for (const [id, name] of this.#people) this.#makePerson(id, name)
    for (const id of this.#rooms.keys()) this.#makeRoom(id)
    this.loginAs('邻需')
  }

  addPerson({ id, name, remark }: { id: string; name: string; remark?: string }): void {
    this.#people.set(id, name)
    if (remark !== undefined) this.#remarks.set(id, remark)
    this.#makePerson(id, name)
  }

  addRoom({ id, topic, members }: { id: string; topic: string; members: string[] }): void {
    this.#rooms.set(id, { topic, members: new Set(members) })
    this.#makeRoom(id)
  }

  setAlias(room: string, person: string, alias: string): void {
    this.#aliases.set(memberKey(room, person), alias)
  }

  setRemark(person: string, remark: string): void {
    this.#remarks.set(person, remark)
  }

  setTopic(room: string, topic: string): void {
    const known = this.#rooms.get(room)
    if (known === undefined) throw new Error(`no room ${room}`)
    known.topic = topic
    this.mocker.roomPayload(this.#roomHandle(room)).topic = topic
    this.cache.room.delete(this.#roomHandle(room))
  }

  /** The same id again is a redelivery. */
  say({ id, room, from, text, at, quote, kind = 'text' }: SimWords): void {
    const type = { text: PUPPET.types.Message.Text, note: PUPPET.types.Message.GroupNote, other: PUPPET.types.Message.Image }[kind]
    if (room !== null) this.#enter(room, from)
    const words = quote === undefined ? text : `「${quote.name}：${quote.text}」\n${DASHES}\n${text}`
    this.#deliver({ id, room, from, at, text: words, type })
  }

  recall({ id, room, from, at, original }: { id: string; room: string | null; from: string; at: number; original: string }): void {
    this.#deliver({ id, room, from, at, text: original, type: PUPPET.types.Message.Recalled })
  }

  join({ room, person, at }: { room: string; person: string; at: number }): void {
    this.#enter(room, person)
    this.emit('room-join', {
      inviteeIdList: [this.#handle(person)],
      inviterId: ME,
      roomId: this.#roomHandle(room),
      timestamp: Math.floor(at / 1000),
    })
  }

  /** The next so many sends are refused. */
  failNextSends(count: number, error = new Error('操作过于频繁，请稍后再试')): void {
    this.#failing = count
    this.#failure = error
  }

  /** One send of so many is refused from now on: the second, the fourth … of two. */
  refuseOneOf(count: number, error = new Error('refused')): void {
    this.#refusedOf = count
    this.tries = 0
    this.#failure = error
  }

  /** Every send to this room is refused: the account is muted there. */
  refuseRoom(room: string): void {
    this.#shut.add(room)
  }

  async loseConnection(): Promise<void> {
    await this.logout('connection lost')
  }

  reconnect(): void {
    this.loginAs('邻需')
  }

  override async roomMemberRawPayload(roomId: string, contactId: string): Promise<PUPPET.payloads.RoomMember> {
    const base = await super.roomMemberRawPayload(roomId, contactId)
    const roomAlias = this.#aliases.get(memberKey(plainId(roomId), plainId(contactId)))
    return roomAlias === undefined ? base : { ...base, roomAlias }
  }

  /** The mock's cache of members is never renewed; aliases change. */
  override async roomMemberPayload(roomId: string, contactId: string): Promise<PUPPET.payloads.RoomMember> {
    return this.roomMemberRawPayload(roomId, contactId)
  }

  override async roomTopic(roomId: string): Promise<string>
  override async roomTopic(roomId: string, topic: string): Promise<void>
  // biome-ignore lint/suspicious/noConfusingVoidType: both overloads of the mock must fit
  override async roomTopic(roomId: string, topic?: string): Promise<string | void> {
    if (topic === undefined) return this.mocker.roomPayload(roomId).topic
    this.setTopic(plainId(roomId), topic)
  }

  override async contactAlias(id: string): Promise<string>
  override async contactAlias(id: string, alias: string | null): Promise<void>
  // biome-ignore lint/suspicious/noConfusingVoidType: both overloads of the mock must fit
  override async contactAlias(id: string, alias?: string | null): Promise<string | void> {
    if (alias === undefined) return this.#remarks.get(plainId(id)) ?? ''
    if (alias === null) this.#remarks.delete(plainId(id))
    else this.#remarks.set(plainId(id), alias)
  }

  /** The mock looks a room's id up as a contact's here, which only makes noise. */
  override async roomMemberPayloadDirty(roomId: string): Promise<void> {
    this.cache.roomMember.delete(roomId)
  }

  override async messageSendText(conversation: string, text: string): Promise<void> {
    if (!this.isLoggedIn) throw new Error('not logged in')
    this.tries++
    if (this.#refusedOf > 0 && this.tries % this.#refusedOf === 0) throw this.#failure ?? new Error('refused')
    if (this.#failing > 0) {
      this.#failing--
      throw this.#failure ?? new Error('refused')
    }
    const toRoom = this.mocker.cacheRoomPayload.has(conversation)
    if (toRoom && this.#shut.has(plainId(conversation))) throw new Error('muted')
    if (!toRoom && !this.mocker.cacheContactPayload.has(conversation)) throw new Error('no such conversation')
    this.onSent?.({ id: randomUUID(), to: plainId(conversation), toRoom, text, at: this.#now() })
  }

  /** Whoever writes in a room is a member of it. */
  #enter(room: string, person: string): void {
    this.#rooms.get(room)?.members.add(person)
    const members = this.mocker.cacheRoomPayload.get(this.#roomHandle(room))?.memberIdList
    if (members !== undefined && !members.includes(this.#handle(person))) members.push(this.#handle(person))
  }

  #handle(person: string): string {
    return `${person}${this.#suffix}`
  }

  #roomHandle(room: string): string {
    return `${room}${this.#suffix}${ROOM_MARK}`
  }

  #makePerson(id: string, name: string): void {
    this.mocker.createContact({ id: this.#handle(id), name })
  }

  #makeRoom(id: string): void {
    const room = this.#rooms.get(id)
    if (room === undefined) return
    const memberIdList = [ME, ...[...room.members].map((member) => this.#handle(member))]
    this.mocker.createRoom({ id: this.#roomHandle(id), topic: room.topic, memberIdList, adminIdList: [], ownerId: ME })
  }

  #deliver(words: { id: string; room: string | null; from: string; at: number; text: string; type: PUPPET.types.Message }): void {
    const base = { id: words.id, talkerId: this.#handle(words.from), timestamp: words.at, type: words.type, text: words.text }
    const place = words.room === null ? { listenerId: ME } : { roomId: this.#roomHandle(words.room), mentionIdList: [] }
    if (!this.mocker.cacheMessagePayload.has(words.id)) {
      this.#messages.push(words.id)
      const old = this.#messages.length > KEPT ? this.#messages.shift() : undefined
      if (old !== undefined) {
        this.mocker.cacheMessagePayload.delete(old)
        this.cache.message.delete(old)
      }
    }
    this.mocker.cacheMessagePayload.set(words.id, { ...base, ...place })
    this.emit('message', { messageId: words.id })
  }
}
