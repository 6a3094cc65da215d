/** Chat that was copied or exported, cut into messages. A doubtful line stays with the message before it: no word is lost. */
import { createHash } from 'node:crypto'
import { CsvError, parse } from 'csv-parse/sync'
import { readDay, readHead } from './heads.js'
import { readDayMoment, readMoment } from './times.js'

/** The account of what was pasted: nobody answers there. */
export const PASTED = 'pasted'

export interface PastedMessage {
  /** Milliseconds since epoch, null where the text tells none. */
  at: number | null
  name: string | null
  text: string
}
export interface PastedOptions {
  now: number
  timeZone: string
}

export const readPasted = (text: string, options: PastedOptions): { messages: PastedMessage[] } => {
  const whole = text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/\u2005|\u00a0/gu, ' ')
  if (/^\s*#?接龙/u.test(whole)) return { messages: kept([{ at: null, name: null, text: whole }]) }
  return { messages: kept(readTable(whole, options) ?? readLines(whole, options)) }
}

const kept = (messages: PastedMessage[]): PastedMessage[] =>
  messages.map((message) => ({ ...message, text: message.text.trim() })).filter((message) => message.text !== '')

/** Null where it only looks like a table: then its lines are read one by one. */
const rowsOf = (text: string, delimiter: string): string[][] | null => {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, delimiter })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** A table whose first row names its columns. */
const readTable = (text: string, { now, timeZone }: PastedOptions): PastedMessage[] | null => {
  const first = text.slice(0, text.indexOf('\n')).toLowerCase()
  if (!/(?:时间|time|date)/u.test(first) || !/(?:内容|消息|text|content|message)/u.test(first) || !/[,\t]/u.test(first)) return null
  const rows = rowsOf(text, first.includes('\t') ? '\t' : ',')
  if (rows === null) return null
  const head = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase())
  const column = (words: RegExp): number => head.findIndex((cell) => words.test(cell))
  const [time, name, words] = [
    column(/时间|time|date/u),
    column(/昵称|姓名|名字|发送|name|sender|from|人/u),
    column(/内容|消息|text|content|message/u),
  ]
  return rows
    .slice(1)
    .map((row) => ({ at: readMoment(row[time] ?? '', null, now, timeZone), name: row[name]?.trim() || null, text: row[words] ?? '' }))
}

const readLines = (text: string, { now, timeZone }: PastedOptions): PastedMessage[] => {
  const messages: PastedMessage[] = []
  let day: number | null = null
  let chain = false
  const loose = (line: string): void => {
    const last = messages.at(-1)
    if (last === undefined) messages.push({ at: null, name: null, text: line })
    else last.text += `\n${line}`
  }
  for (const line of text.split('\n')) {
    const dayLine = readDay(line.trim())
    if (dayLine !== null) {
      day = readDayMoment(dayLine, now, timeZone)
      chain = false
      continue
    }
    const head = readHead(line.trim())
    const timed = head !== null && head.time !== ''
    if (head === null || (chain && !timed)) {
      loose(line)
    } else {
      messages.push({ at: timed ? readMoment(head.time, day, now, timeZone) : null, name: head.name, text: head.rest })
      chain = false
    }
    if (/#?接龙/u.test(line)) chain = true
  }
  return messages
}

/** The same text pasted again has the same ids; `nth` tells equal messages of one paste apart. */
export const pastedId = (room: string, message: PastedMessage, nth: number): string => {
  const minute = message.at === null ? '' : String(Math.floor(message.at / 60_000))
  return `pasted-${createHash('sha256')
    .update([room, message.name ?? '', minute, message.text, String(nth)].join('\u0000'))
    .digest('hex')
    .slice(0, 24)}`
}
