/** What each sign becomes when a text is folded: full-width, traditional, capital and look-alike signs, and invisible ones that are left out. */
import { BULLET } from './text.js'
import { SIMPLIFIED, TRADITIONAL } from './words/traditional.js'

/** Signs, and the sign (or the signs, one each) that they become. */
const ALIKE: readonly (readonly [from: string, to: string])[] = [
  ['\u20e3\u3000\u00a0\t\v\f\u2002\u2003\u2005\u2009', ' '],
  ['咧啦咯哒', '了'],
  ['您', '你'],
  ['俺', '我'],
  ['著', '着'],
  ['\r\u2028\u2029\u0085', '\n'],
  ['×✖✕✗╳＊∗﹡', '*'],
  ['—–－‐‑‒―−﹣ー', '-'],
  ['～〜∼', '~'],
  ['，﹐､', ','],
  ['；﹔', ';'],
  ['：﹕︰', ':'],
  ['？﹖', '?'],
  ['！﹗', '!'],
  ['（【〔［｛[', '('],
  ['）】〕］｝]', ')'],
  ['➜➡⇒➔', '→'],
  ['①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑●○■□◆◇★☆▪◦✔✓☑❶❷❸❹❺❻❼❽❾❿', BULLET],
]
const INVISIBLE = '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufe0f\u00ad'
const FULL_WIDTH = 0xfee0

/** For each of the 65,536 signs, 0 for one that is left out. */
export const foldTable = (): Uint16Array => {
  const table = Uint16Array.from({ length: 65_536 }, (_, code) => code)
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - FULL_WIDTH
  for (let index = 0; index < TRADITIONAL.length; index++) table[TRADITIONAL.charCodeAt(index)] = SIMPLIFIED.charCodeAt(index)
  for (let code = 65; code <= 90; code++) {
    table[code] = code + 32
    table[code + FULL_WIDTH] = code + 32
  }
  for (const [from, to] of ALIKE) for (const sign of from) table[sign.charCodeAt(0)] = to.charCodeAt(0)
  for (const sign of INVISIBLE) table[sign.charCodeAt(0)] = 0
  return table
}
