/** Words to the bot itself. */
import { readWork } from './commands-of-work.js'
import { readAccounts } from './matchers/accounts.js'
import { PASSAGES, readPassage } from './matchers/passages.js'
import type { Message } from './message.js'
import { ASKING, readAsk } from './office/asking.js'
import { CALLS, readCalls } from './office/calls.js'
import { DUTIES, readDuty } from './office/duty.js'
import { NEWCOMERS, readNewcomers } from './office/newcomers.js'
import { REQUESTS, readRequests } from './office/requests.js'
import { pattern } from './pattern.js'
import type { Command, Context, SaidDay } from './types.js'

const TAKE = pattern(() => /^(?:收到|我去|我来|我接|我处理|我这就去|马上去|我过去|我上|i'll go|on it|taking it)[!。,了啦吧]*$/u)
const UNDO = pattern(() => /^(?:撤销|撤消|取消上一条|刚才的不算|undo)[!。]*$/u)
const BIND = pattern(() => /^#?(?:绑定|bind)\s*:?\s*(.{1,30})$/u)
const REPORT = pattern(() => /^(?:(今天|今日|昨天|昨日|前天|前日)|(\d{1,2})月(\d{1,2})[日号])?的?日报$|^(?:daily )?report$/u)
const COMMANDS = [TAKE, UNDO, BIND, REPORT, ...PASSAGES, ...ASKING, ...CALLS, ...REQUESTS, ...DUTIES, ...NEWCOMERS]
const CODE = /^[a-z0-9]{6,10}$/u
const DOOR = /(\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:号楼|栋|幢|座|#|-)\s?(?:(\d{1,2}|[一二三四五六七八九十])\s?(?:单元|门|#)?)?/u
const GRID = /(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:号)?网格/u

const DIGITS = '零一二三四五六七八九'
const plain = (text: string): string => {
  if (/^\d+$/u.test(text)) return String(Number(text))
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  return String(
    (text.includes('十') ? (tens === '' ? 10 : DIGITS.indexOf(tens) * 10) : 0) + Math.max(0, DIGITS.indexOf(ones === '' ? '零' : ones)),
  )
}

const saidDay = ([, word = '', month, date]: RegExpExecArray): SaidDay =>
  month === undefined ? { daysAgo: Math.max(0, '今昨前'.indexOf(word.charAt(0))) } : { month: Number(month), date: Number(date) }

export const readCommand = (message: Message, context: Context): Command | null => {
  const text = message.text.trim()
  const account = readAccounts(message, text, context)
  if (account !== null) return account
  const work = readWork(message, text)
  if (work !== null || !COMMANDS.some((command) => message.may(command))) return work
  if (message.says(TAKE, text)) return { kind: 'take' }
  if (message.says(UNDO, text)) return { kind: 'undo' }
  const report = message.find(REPORT, text)
  if (report !== null) return { kind: 'report', day: saidDay(report) }
  const passage = readPassage(message, context)
  if (passage !== null) return passage
  const office =
    readAsk(message, text) ??
    readCalls(message, text) ??
    readRequests(message, text) ??
    readDuty(message, text) ??
    readNewcomers(message, text)
  if (office !== null) return office
  const words = message.find(BIND, text)?.[1]?.trim()
  if (words === undefined) return null
  const grid = GRID.exec(words)?.[1]
  if (grid !== undefined) return { kind: 'bind-room', building: null, unit: null, grid: plain(grid) }
  if (CODE.test(words) && !/^\d+-?\d*$/u.test(words)) return { kind: 'code', code: words.toUpperCase() }
  const door = DOOR.exec(words)
  if (door === null) return { kind: 'bind-room', building: null, unit: null, grid: null }
  return { kind: 'bind-room', building: plain(door[1] ?? ''), unit: door[2] === undefined ? null : plain(door[2]), grid: null }
}
