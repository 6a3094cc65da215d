/**
 * Folds a text sign by sign, so that 大米１０斤, 麵粉 and RICE are one with 大米10斤, 面粉 and rice. Each sign stays in its place:
 * offsets into the folded text are offsets into the text, but where invisible signs were left out (`at` then leads back).
 */

export interface Folded {
  text: string
  /** Offset in the text as handed in for each offset of the folded one (its length included); null where they are the same. */
  at: Int32Array | null
}

/** A list's number in a circle: ① and its kin. */
export const BULLET = '•'

/** `fold` tells for each of the 65,536 signs what it becomes, 0 where it is left out. */
export const foldText = (text: string, fold: Uint16Array): Folded => {
  const length = text.length
  let folded = ''
  /** What stands before is folded; `left` signs of it were left out. */
  let done = 0
  let left = 0
  let offsets: Int32Array | null = null
  for (let index = 0; index < length; index++) {
    const was = text.charCodeAt(index)
    const code = fold[was] ?? 0
    if (code === 0) {
      offsets ??= new Int32Array(length + 1).map((_, offset) => offset)
      left++
    } else if (offsets !== null) offsets[index - left] = index
    if (code === was) continue
    folded += code === 0 ? text.slice(done, index) : text.slice(done, index) + String.fromCharCode(code)
    done = index + 1
  }
  if (done === 0) return { text, at: null }
  if (offsets !== null) offsets[length - left] = length
  return { text: folded + text.slice(done), at: offsets }
}
