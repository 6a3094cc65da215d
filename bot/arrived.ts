/** An arrived message as the row in which it is kept. */
import type { NewMessage } from '../store/inbox.js'
import type { ArrivedMessage } from './chat/port.js'

export const inboxRow = (message: ArrivedMessage, account: string, receivedAt: number): NewMessage => ({
  account,
  message_id: message.id,
  seq: message.seq,
  sent_at: message.sentAt,
  received_at: receivedAt,
  room_handle: message.roomHandle,
  sender_handle: message.senderHandle,
  kind: message.kind,
  text: message.text,
  quoted: message.quoted?.text ?? null,
  recalls: JSON.stringify(message.recalls),
})
