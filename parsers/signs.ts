/** What kind a sign is (`DIGIT`, `LATIN`, a numeral, else 0), for each of the 65,536: asked once a sign of every text, so a table. */

export const DIGIT = 1
export const LATIN = 2
/** 一 to 十, 两, and 壹 to 玖 as forms have them: from here on all are numerals. */
export const NUMERAL = 3
/** 零, 百, 千, 半, 俩, 拾. */
const MORE_NUMERAL = 4

const KINDS = new Uint8Array(65_536)
for (let code = 48; code <= 57; code++) KINDS[code] = DIGIT
for (let code = 97; code <= 122; code++) KINDS[code] = LATIN

/** Value of a numeral: digits as themselves, from ten on the unit that they stand for, 0.5 for 半. */
const NUMERALS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
  仨: 3,
  十: 10,
  百: 100,
  千: 1000,
  半: 0.5,
  拾: 10,
  廿: 20,
  卅: 30,
}
for (const sign of Object.keys(NUMERALS)) KINDS[sign.charCodeAt(0)] = MORE_NUMERAL
for (const sign of '一二三四五六七八九十两壹贰叁肆伍陆柒捌玖') KINDS[sign.charCodeAt(0)] = NUMERAL

/** `code` of a sign, 0 or undefined for none: never NaN, by which a table is searched as by a name. */
export const kindOf = (code = 0): number => KINDS[code] ?? 0

const VALUES = new Float64Array(65_536)
for (const [sign, value] of Object.entries(NUMERALS)) VALUES[sign.charCodeAt(0)] = value
export const numeralOf = (code = 0): number => VALUES[code] ?? 0

/** Code of a sign, 0 before the first and behind the last one: no sign, as tables know it. */
export const codeAt = (text: string, index: number): number => (index >= 0 && index < text.length ? text.charCodeAt(index) : 0)

/** Of which sets each sign is a member: a bit a set, 32 a table. */
interface Memberships {
  table: Int32Array
  sets: number
}
const newMemberships = (): Memberships => ({ table: new Int32Array(65_536), sets: 0 })
const inTexts = newMemberships()
let ofSigns = newMemberships()
const MOST_SETS = 32
const LAST = 65_535

/** The sets of a text are those of its signs put together. A sign that folding left out is in none. */
export const membershipsOf = (code = 0): number => inTexts.table[code] ?? 0

/** A set of signs, asked by their codes. */
export class SignSet {
  readonly #table: Int32Array
  protected readonly bit: number

  constructor(signs: string, memberships?: Memberships) {
    if (ofSigns.sets === MOST_SETS) ofSigns = newMemberships()
    const among = memberships ?? ofSigns
    const { table } = among
    this.#table = table
    this.bit = 1 << among.sets++
    for (let index = 0; index < signs.length; index++) {
      const code = signs.charCodeAt(index)
      table[code] = (table[code] ?? 0) | this.bit
    }
  }

  /** Masked, since NaN, the code of no sign, would have the table searched as by a name, here and ever after. */
  has(code: number): boolean {
    return ((this.#table[code & LAST] ?? 0) & this.bit) !== 0
  }
}

/** A set of which it is known of every text whether one of its signs stands there. */
export class TextSigns extends SignSet {
  /** Throws where there are more of these sets than bits. */
  constructor(signs: string) {
    if (inTexts.sets === MOST_SETS) throw new Error(`${MOST_SETS} sets of a text's signs, and no more`)
    super(signs, inTexts)
  }

  /** `memberships` of a text, put together. */
  standIn(memberships: number): boolean {
    return (memberships & this.bit) !== 0
  }
}
