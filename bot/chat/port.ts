/**
 * The one door to a chat network. Everything behind it (Wechaty, any puppet) is a session's affair: ids may change with every login.
 * A port hands in messages one at a time and in the order of their arrival, and waits for each to be taken.
 */

/** A message as it came: durable facts only; names are looked up afterwards with `describe`. */
export interface ArrivedMessage {
  /** The network's id; the same message redelivered has the same id. */
  id: string
  /** Ascending number of arrival within this process. */
  seq: number
  /** Milliseconds since epoch by the network's clock. */
  sentAt: number
  /** Session id of the room, null for a private chat. */
  roomHandle: string | null
  /** Session id of the sender; '' where the network gave none. */
  senderHandle: string
  self: boolean
  /** `note` is a 接龙 sent as a group note, `other` whatever holds no text for us (picture, voice, file, card). */
  kind: 'text' | 'note' | 'recall' | 'join' | 'other'
  /** Decoded (entities), uncut; '' where there is none. For a join, the display name. */
  text: string
  /** Text of the message that this one quotes, cut from `text` (「name：…」 and the line of dashes). */
  quoted: { name: string; text: string } | null
  /** Ids that may name the recalled message, best first. */
  recalls: string[]
}

export interface RoomFacts {
  handle: string
  topic: string
}

/** Who wrote, as seen now: `alias` in the room (群昵称), `remark` set by the bot's own account (备注), `name` the member's own. */
export interface SenderFacts {
  handle: string
  name: string
  alias: string | null
  remark: string | null
}

export interface ChatEvents {
  /** Resolves once the message is durable. A throw is reported and the message is handed in again. */
  message(message: ArrivedMessage): Promise<void>
  /** Logged in, or connected again; ids may be others than before. */
  login(account: { handle: string; name: string }): Promise<void>
  /** Nothing comes in any more until the next login; `silentFor` milliseconds nothing came already. */
  lost(why: 'logout' | 'connection', silentFor: number): Promise<void>
  /** The network shows more rooms than at the login. */
  ready(): Promise<void>
  /** A QR code to scan: the text behind it. */
  scan(code: string): void
  fault(what: string, error: unknown): void
}

export interface ChatPort {
  /** Starts listening; resolves when the network's client runs (a login may come later). */
  start(events: ChatEvents): Promise<void>
  stop(): Promise<void>
  rooms(): Promise<RoomFacts[]>
  topic(roomHandle: string): Promise<string | null>
  sender(roomHandle: string | null, senderHandle: string): Promise<SenderFacts | null>
  /** Everyone in a room but the bot's own account, as far as the network says it. */
  members(roomHandle: string): Promise<SenderFacts[]>
  /** Sends a text to a room or, privately, a person. Resolves with the network's id of the sent message where it gives one; throws `NoAnswer` where it may have been sent. */
  send(target: { room: string } | { person: string }, text: string): Promise<string | null>
  /** Resolves when nothing that arrived is still on its way to `message`. */
  idle(): Promise<void>
}
