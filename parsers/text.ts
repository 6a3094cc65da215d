/**
 * Folds a text sign by sign, so that 大米１０斤, 麵粉 and RICE are one with 大米10斤, 面粉 and rice. Each sign stays in its place:
 * offsets into the folded text are offsets into the text, but where invisible signs were left out (`at` then leads back).
 */
import { SIMPLIFIED, TRADITIONAL } from './words/traditional.js'

export interface Folded {
  text: string
  /** Offset in the text as handed in for each offset of the folded one (its length included); null where they are the same. */
  at: Int32Array | null
}

/** A list's number in a circle: ① and its kin. */
export const BULLET = '•'

const FOLD = new Uint16Array(65536)
for (let code = 0; code < 65536; code++) FOLD[code] = code
for (let code = 0xff01; code <= 0xff5e; code++) FOLD[code] = code - 0xfee0
for (let index = 0; index < TRADITIONAL.length; index++) FOLD[TRADITIONAL.charCodeAt(index)] = SIMPLIFIED.charCodeAt(index)
for (let code = 65; code <= 90; code++) {
  FOLD[code] = code + 32
  FOLD[code + 0xfee0] = code + 32
}
const fold = (from: string, to: string): void => {
  for (let index = 0; index < from.length; index++) FOLD[from.charCodeAt(index)] = to.charCodeAt(Math.min(index, to.length - 1))
}
fold('\u3000\u00a0\t\v\f\u2002\u2003\u2005\u2009', ' ')
fold('\r\u2028\u2029\u0085', '\n')
fold('×✖✕✗╳＊∗﹡', '*')
fold('—–－‐‑‒―−﹣ー', '-')
fold('～〜∼', '~')
fold('，﹐､', ',')
fold('；﹔', ';')
fold('：﹕︰', ':')
fold('？﹖', '?')
fold('！﹗', '!')
fold('（【〔［｛', '(')
fold('）】〕］｝', ')')
fold('➜➡⇒➔', '→')
fold('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑●○■□◆◇★☆▪◦✔✓☑❶❷❸❹❺❻❼❽❾❿', BULLET)
for (const sign of '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufe0f\u20e3\u00ad')
  FOLD[sign.charCodeAt(0)] = 0

export const foldText = (text: string): Folded => {
  const length = text.length
  let folded = ''
  /** What stands before is folded; `left` signs of it were left out. */
  let done = 0
  let left = 0
  let offsets: Int32Array | null = null
  for (let index = 0; index < length; index++) {
    const was = text.charCodeAt(index)
    const code = FOLD[was] ?? 0
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
