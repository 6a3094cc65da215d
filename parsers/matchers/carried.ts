/** A message of staff cut into pieces with at most one state each: carried, not carried, or nothing said of it. */
import { allOf } from '../matches.js'
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import type { Span } from '../types.js'
import { AFTER_ALL, NOT_SENT, REFUSED, SENT } from '../words/delivery.js'
import { FORGOT_TO_NOTE, NONE_LEFT_OUT, TOOK_CARD } from '../words/on-the-way.js'
import { isErrand, isForgottenToNote } from './errands.js'

/** A piece of a message with at most one state. */
export interface Part extends Span {
  text: string
  /** Index of its sentence. */
  sentence: number
}

export type State = 'sent' | 'not' | null

export const stateOf = (message: Message, part: Part): State => {
  if (message.says(TOOK_CARD, part) || (message.says(FORGOT_TO_NOTE, part) && isForgottenToNote(message))) return null
  if (isErrand(message, part) || standsAt(message, part)) return null
  if (message.says(NONE_LEFT_OUT, part))
    return message.says(
      NOT_SENT,
      message.rewritten(NONE_LEFT_OUT, part.text, (words) => '◇'.repeat(words.length)),
    )
      ? 'not'
      : 'sent'
  if (message.says(NOT_SENT, part)) return message.says(BUT_ONE, part) ? null : message.says(AFTER_ALL, part) ? 'sent' : 'not'
  if (message.says(REFUSED, part) && message.placesIn(part).length === 0) return 'not'
  return message.says(SENT, part) || isTicked(message, part) || isGivenTo(message, part) ? 'sent' : null
}

/** 我刚在19-1-402门口，她要我带一板鸡蛋: where the bearer stands. */
const I_AM_AT = pattern(() => /^(?:我|刚|刚才|这会儿|现在|正|人|还|\s)+在\s?$/u)
const ITS_DOOR = pattern(() => /^(?:家|室|号)?门口(?:呢|碰[到见]|遇[到见])?[\s,。]*$/u)
const standsAt = (message: Message, part: Span): boolean =>
  message.may(I_AM_AT) &&
  message.placesIn(part).some(({ start, end }) => message.between(part.start, start, I_AM_AT) && message.between(end, part.end, ITS_DOOR))

/** 菜给9-2-101了, 最后三袋面卸给3-4-301了: the door stands between. */
const GIVEN_TO = pattern(() => /(?<![退还])给了?$/u)
const HAS_DONE = pattern(() => /^(?:家|他家|她家|老人|大爷|大妈|阿姨)?(?:手里|手上|那边|那儿)?了(?!吗|没|么|\?)/u)
export const isGivenTo = (message: Message, part: Span): boolean =>
  message.may(GIVEN_TO) &&
  message
    .placesIn(part)
    .some(
      ({ start, end, room }) =>
        room !== null &&
        message.between(Math.max(part.start, start - 2), start, GIVEN_TO) &&
        message.between(end, Math.min(part.end, end + 6), HAS_DONE),
    )

/** 23栋除了4单元没送, and then of the others. */
const BUT_ONE = pattern(() => /除了?[^,。]{1,10}(?:没|未|不)[^,。]{0,4}$/u)

export const TICKS = '✔✓☑'
const BARE_NAMES = /^[\s\d#号单,、.-]*$/u

/** 4✔ — the tick is folded to a bullet, which ends the clause. */
const isTicked = (message: Message, { text, start, end }: Part): boolean =>
  TICKS.includes(message.raw[message.at(end)] ?? '·') && (BARE_NAMES.test(text) || message.placesIn({ start, end }).length > 0)

const NAMES = pattern(() => /\d|[一二三四五六七八九十]/u)
/** Where a second statement begins within a clause. */
const TURNS =
  /(?:只有|(?<=,)[缺差](?=\d)|就差|就剩|还差|还剩|只差|只剩|除了|就(?=[\d一二三四五六七八九十]))|(?:其他|其它|其余|别的|剩下的)(?=[^,。]{0,6}(?:都|全))/gu

/** 3-2-501送了 不对 是3-2-502. */
const SPACED_SLIP = /(?<=^|[了到达完好\s])(?:哦|啊)?(?:不对|哦不|啊不|[打写说发]错了)(?=\s?是?\s?\d)/gu

const STATE_MARKS = /(?:[✅√❌✘]|(?<=\d\s?)[x*](?=\s))(?=[\s\d])/gu

export const partsOf = (message: Message): Part[] => {
  const parts: Part[] = []
  for (const { text, start, sentence } of message.clauses) {
    let from = 0
    const cutAt = (to: number): void => {
      if (to <= from) return
      parts.push({ start: start + from, end: start + to, text: text.slice(from, to), sentence })
      from = to
    }
    for (const cut of cutsOf(message, text)) cutAt(cut)
    cutAt(text.length)
  }
  return parts
}

const cutsOf = (message: Message, text: string): number[] => {
  const speaks = (piece: string): boolean => message.says(SENT, piece) || message.says(NOT_SENT, piece)
  const cuts: number[] = []
  for (const turn of allOf(TURNS, text)) if (turn.index > 0 && speaks(text.slice(cuts.at(-1) ?? 0, turn.index))) cuts.push(turn.index)
  for (const mark of allOf(STATE_MARKS, text)) cuts.push(mark.index + mark[0].length)
  for (const slip of allOf(SPACED_SLIP, text)) cuts.push(slip.index, slip.index + slip[0].length)
  if (cuts.length > 0 || !text.includes(' ')) return cuts.sort((a, b) => a - b)
  const ends = [...text.matchAll(/ +/gu)].map((gap) => gap.index + gap[0].length)
  const pieces = [...ends, text.length].map((end, index) => text.slice(previous(ends, index) ?? 0, end))
  const [first = ''] = pieces
  if (pieces.filter(speaks).length < 2) return []
  const stateFirst = speaks(first) && !message.says(NAMES, first)
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    if (stateFirst && index > 0 && speaks(piece)) cuts.push(at)
    at += piece.length
    if (!stateFirst && speaks(piece) && message.says(NAMES, pieces[index + 1] ?? '')) cuts.push(at)
  }
  return cuts
}
