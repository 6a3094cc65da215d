/** 接龙: a list that neighbours continue. Each entry names a door or a person, with goods of its own or those of the headline. */
import { completePlace, findPlaces } from './matchers/addresses.js'
import { readNeeds } from './matchers/needs.js'
import type { BySound } from './matchers/unknown.js'
import type { Message } from './message.js'
import { lineOf } from './orders.js'
import { pattern } from './pattern.js'
import type { Act, Address, Context, Line } from './types.js'

const ENTRY = /^\s*(?:•|\(?(\d{1,3})\s*(?:[.、):]|\s))\s*(.*)$/u
const CHAIN = pattern(/接龙/u)
const EXAMPLE = /^(?:例|示例|样例|格式|如[:：])/u

interface Entry {
  start: number
  end: number
  text: string
}

const entriesOf = (text: string): { head: { end: number }; entries: Entry[] } => {
  const entries: Entry[] = []
  let head = 0
  let offset = 0
  for (const line of text.split('\n')) {
    const found = ENTRY.exec(line)
    if (found !== null) {
      const words = found[2] ?? ''
      const start = offset + line.length - words.length
      if (!EXAMPLE.test(words)) entries.push({ start, end: offset + line.length, text: words })
    } else if (entries.length === 0) head = offset + line.length
    offset += line.length + 1
  }
  return { head: { end: head }, entries }
}

/** The acts of a 接龙, or null where the message is none. Entries that stood in the list before are no news. */
export const readChain = (message: Message, context: Context, own: Address, bySound: BySound): Act[] | null => {
  if (!message.says(CHAIN, message.text.slice(0, 60))) return null
  const { head, entries } = entriesOf(message.text)
  if (entries.length === 0) return null
  const before = new Set((context.chain ?? '').split('\n').map(plainLine))
  const needs = readNeeds(message, bySound)
  const headline = needs.find((need) => need.start < head.end && need.good !== null) ?? needs.find((need) => need.start < head.end)
  const acts: Act[] = []
  for (const entry of entries) {
    if (before.has(plainLine(entry.text)) || entry.text.trim() === '') continue
    const address = addressIn(message, entry, context, own)
    const inside = needs.filter((need) => need.start >= entry.start && need.start < entry.end && !need.negated)
    const lines: Line[] = inside.map((need) => lineOf(need, message))
    if ((lines.length === 0 || lines.every((line) => !line.known)) && headline !== undefined) {
      const amount = message.amounts.find((one) => {
        const first = message.tokens[one.from]
        return first !== undefined && first.start >= entry.start && first.start < entry.end && one.kind !== 'money' && first.place === null
      })
      const span = { start: message.at(entry.start), end: message.at(entry.end) }
      lines.splice(0, lines.length, {
        item: headline.item,
        qty: amount?.qty ?? null,
        unit: amount?.unit ?? null,
        known: headline.good !== null,
        span,
      })
    }
    if (lines.length > 0) acts.push({ act: 'order', address, lines, span: { start: message.at(entry.start), end: message.at(entry.end) } })
  }
  return acts
}

const plainLine = (line: string): string => line.replace(/^\s*(?:•|\(?\d{1,3}\s*[.、):]|[①-⑳])\s*/u, '').replace(/\s+/gu, '')

const addressIn = (message: Message, entry: Entry, context: Context, own: Address): Address => {
  const named = message.places.filter((one) => one.start >= entry.start - 4 && one.start < entry.end)
  const place = named.find((one) => one.room !== null) ?? named[0] ?? findPlaces(entry.text, undefined, (_, index) => index)[0]
  if (place !== undefined) return completePlace(place, { before: null, room: context.room, home: null })
  const alias = context.sender.alias ?? ''
  const name = /^[^\d\s,、:]{1,8}/u.exec(entry.text)?.[0] ?? ''
  if (name !== '' && alias.includes(name)) return own
  return { building: context.room.building ?? null, unit: context.room.unit ?? null, room: null }
}
