/** A message as Wechaty's puppets hand it in, read into what the bot keeps: entities decoded, cut texts made whole, quotes and recalls found. */
import { type payloads, types } from 'wechaty-puppet'
import { quoteIn } from '../../parsers/quote-in-text.js'
import type { ArrivedMessage } from './port.js'

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}

export const decodeEntities = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#39|apos|nbsp|amp);/gu, (entity) => ENTITIES[entity] ?? entity)

/** Splits 「name：text」, dashes, reply. */
export const splitQuote = (text: string): { quoted: { name: string; text: string } | null; text: string } => {
  const quote = quoteIn(text)
  return quote === null ? { quoted: null, text } : { quoted: { name: quote.name, text: quote.text }, text: text.slice(quote.until) }
}

/** Ids that a recall may mean: a plain id, or those in WeChat's revokemsg XML, the newest form first. */
export const recalledIds = (text: string): string[] => {
  if (!text.includes('<')) return text.trim() === '' ? [] : [text.trim()]
  const ids = ['newmsgid', 'msgid', 'oldmsgid'].map((tag) => new RegExp(`<${tag}>([^<]{1,64})</${tag}>`, 'u').exec(text)?.[1]?.trim())
  return ids.filter((id) => id !== undefined && id !== '').map((id) => id ?? '')
}

/** The web protocol cuts a text behind its second `:\n`; the raw content is whole: sender id, `:<br/>`, words. */
export const wholeText = (cut: string, rawContent: string | null): string => {
  if (rawContent === null) return cut
  const whole = rawContent.replace(/<br\s*\/?>/gu, '\n').replace(/^@?[\w@-]{1,80}:\n/u, '')
  return whole.startsWith(decodeEntities(cut)) || decodeEntities(whole).startsWith(decodeEntities(cut)) ? whole : cut
}

const XML_TITLE = /<title>(?:<!\[CDATA\[)?([\s\S]{1,20000}?)(?:\]\]>)?<\/title>/u

const kindOf = (payload: payloads.Message): ArrivedMessage['kind'] => {
  if (payload.type === types.Message.Recalled) return 'recall'
  if (payload.type === types.Message.GroupNote) return 'note'
  if (payload.type === types.Message.Text) return 'text'
  return (payload.text ?? '').startsWith('<?xml') && XML_TITLE.test(payload.text ?? '') ? 'note' : 'other'
}

/** Seconds and milliseconds both occur. */
const inMilliseconds = (timestamp: number): number => (timestamp < 1e11 ? timestamp * 1000 : timestamp)

export const readPayload = (payload: payloads.Message, seq: number, self: string, rawContent: string | null): ArrivedMessage => {
  const kind = kindOf(payload)
  const given = payload.text ?? ''
  const title = kind === 'note' && given.startsWith('<?xml') ? XML_TITLE.exec(given)?.[1] : undefined
  const words = kind === 'text' ? decodeEntities(wholeText(given, rawContent)) : kind === 'note' ? decodeEntities(title ?? given) : ''
  const { quoted, text } = splitQuote(words)
  return {
    id: payload.id,
    seq,
    sentAt: inMilliseconds(payload.timestamp),
    roomHandle: payload.roomId ? payload.roomId : null,
    senderHandle: payload.talkerId ?? '',
    self: payload.talkerId === self && self !== '',
    kind,
    text,
    quoted,
    recalls: kind === 'recall' ? recalledIds(given) : [],
  }
}
