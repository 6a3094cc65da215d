/** Parts of the day's route: 我送5栋6栋 · 我送5、6栋 · 不送6栋了 · 我的路线 · 没人领的. */
import type { Message } from '../message.js'
import { pattern, patternOf } from '../pattern.js'
import { readChinese } from '../tokens.js'
import type { Address, Command } from '../types.js'

const N = '(?:\\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3})'
const JOIN = '(?:[、,和跟与\\s]|以及)+'
const NUMBERS = `${N}(?:\\s?[-~到至]\\s?${N})?`
const PART = `${NUMBERS}(?:${JOIN}${NUMBERS}){0,12}\\s?(?:号楼|栋楼?|幢|座)(?:第?(?:${N}(?:${JOIN}${N}){0,12})单元)?`
const PARTS = `${PART}(?:(?:${JOIN})?${PART}){0,12}`
const TAKE = patternOf(`^(?:我|我们|俺)(?:来|去)?(?:送|跑|负责|领|包)(?:的?是)?\\s?(${PARTS})(?:的|这边|吧|了|啊|哈)*[。!]*$`)
const LEAVE = patternOf(`^(?:我)?(?:不送|不跑|放下|让出|送不了)\\s?(${PARTS})(?:了|吧)*[。!]*$|^(${PARTS})(?:我)(?:不送|送不了)了?[。!]*$`)
const MINE = pattern(() => /^我的(?:路线|清单|单子?|部分|那份)$|^我送哪些[?]?$|^my (?:route|part)$/u)
const UNTAKEN = pattern(
  () => /^(?:还有)?(?:哪些|哪几?栋|什么)?(?:没人领|没人认领|没人送|没领)的?(?:有哪些|呢|吗|么)?[?]?$|^路线$|^(?:route|untaken)$/u,
)
const EACH = new RegExp(`(${NUMBERS}(?:${JOIN}${NUMBERS}){0,12})\\s?(?:号楼|栋楼?|幢|座)(?:第?(${N}(?:${JOIN}${N}){0,12})单元)?`, 'gu')

export const readCarry = (message: Message, text: string): Command | null => {
  if (message.says(MINE, text)) return { kind: 'carry', op: 'mine', targets: [] }
  if (message.says(UNTAKEN, text)) return { kind: 'carry', op: 'untaken', targets: [] }
  const taken = message.find(TAKE, text)?.[1]
  if (taken !== undefined) return { kind: 'carry', op: 'take', targets: partsIn(taken) }
  const left = message.find(LEAVE, text)
  return left === null ? null : { kind: 'carry', op: 'leave', targets: partsIn(left[1] ?? left[2] ?? '') }
}

const plain = (sign: string): string => (/^[\da-z]/u.test(sign) ? sign.replace(/^0+(?=\d)/u, '').toUpperCase() : String(readChinese(sign)))

const partsIn = (text: string): Address[] =>
  [...text.matchAll(EACH)].flatMap(([, buildings = '', units]) =>
    numbersIn(buildings).flatMap((building) =>
      (units === undefined ? [null] : numbersIn(units)).map((unit) => ({ building, unit, room: null })),
    ),
  )

const LONGEST_RANGE = 40

/** 5、6 · 5-8 */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`(${N})(?:\\s?[-~到至]\\s?(${N}))?`, 'gu'))].flatMap(([, from = '', to]) => {
    const [first, last] = [plain(from), to === undefined ? plain(from) : plain(to)]
    const count = Number(last) - Number(first)
    if (Number.isNaN(count) || count < 0 || count > LONGEST_RANGE) return [first]
    return Array.from({ length: count + 1 }, (_, step) => String(Number(first) + step))
  })
