/**
 * Folds a text sign by sign, so that 大米１０斤, 麵粉 and RICE are one with 大米10斤, 面粉 and rice. Each sign stays in its place:
 * offsets into the folded text are offsets into the text, but where invisible signs were left out (`at` then leads back).
 */
import { membershipsOf } from './signs.js'

export interface Folded {
  text: string
  /** The codes of its signs, and 0 behind the last one. They lie where the next text's will: they hold until it is folded. */
  codes: Uint16Array
  /** The memberships of all its signs in sets (`signs.ts`): whether one of a set stands in it is a look at a bit. */
  memberships: number
  /** Offset in the text as handed in for each offset of the folded one (its length included); null where they are the same. */
  at: Int32Array | null
}

/** A list's number in a circle: ① and its kin. */
export const BULLET = '•'

/** Longer texts are put together from codes: short ones from their pieces, which is faster. */
const SHORT = 256
const CHUNK = 4096

/** How far behind the end of a text its codes may be asked for. */
const BEHIND = 4
let codes = new Uint16Array(1024)

/** `fold` tells for each of the 65,536 signs what it becomes, 0 where it is left out. */
export const foldText = (text: string, fold: Uint16Array): Folded => {
  const { length } = text
  if (length + BEHIND > codes.length) codes = new Uint16Array(length * 2)
  if (length > SHORT) return foldLong(text, fold)
  const signs = codes
  let memberships = 0
  let folded = ''
  let done = 0
  for (let index = 0; index < length; index++) {
    const was = text.charCodeAt(index)
    const code = fold[was] ?? 0
    signs[index] = code
    memberships |= membershipsOf(code)
    if (code === was) continue
    if (code === 0) return foldLong(text, fold)
    folded += text.slice(done, index) + String.fromCharCode(code)
    done = index + 1
  }
  for (let index = length; index < length + BEHIND; index++) signs[index] = 0
  return { text: done === 0 ? text : folded + text.slice(done), codes: signs, memberships, at: null }
}

/** The memberships of all signs of a text once it is folded. */
export const membershipsIn = (text: string, fold: Uint16Array): number => {
  let memberships = 0
  for (let index = 0; index < text.length; index++) memberships |= membershipsOf(fold[text.charCodeAt(index)])
  return memberships
}

const foldLong = (text: string, fold: Uint16Array): Folded => {
  const { length } = text
  const offsets = new Int32Array(length + 1)
  let size = 0
  let memberships = 0
  for (let index = 0; index < length; index++) {
    const code = fold[text.charCodeAt(index)] ?? 0
    if (code === 0) continue
    offsets[size] = index
    codes[size++] = code
    memberships |= membershipsOf(code)
  }
  offsets[size] = size === 0 ? length : (offsets[size - 1] ?? 0) + 1
  codes.fill(0, size, size + BEHIND)
  let folded = ''
  for (let from = 0; from < size; from += CHUNK)
    folded += Reflect.apply(String.fromCharCode, null, codes.subarray(from, Math.min(from + CHUNK, size)))
  return { text: folded, codes, memberships, at: size === length ? null : offsets }
}
