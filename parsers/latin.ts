/**
 * Words in Latin letters as single signs, so that a turn of three signs is three words of English and not three letters: each is one of the
 * 6,400 signs that Unicode leaves for private use. Two words may share a sign; among the some thousand words of English that people write few do.
 */
import { kindOf, LATIN } from './signs.js'

const FIRST = 0xe000
const COUNT = 6400
const APOSTROPHES = new Set(["'", '’', '`'].map((sign) => sign.charCodeAt(0)))

export const isLatinSign = (code = 0): boolean => code >= FIRST && code < FIRST + COUNT

/** Where the word that begins at `from` ends: can't is one. */
export const latinEnd = (text: string, from: number, to = text.length): number => {
  let end = from + 1
  while (
    end < to &&
    (kindOf(text.charCodeAt(end)) === LATIN || (APOSTROPHES.has(text.charCodeAt(end)) && kindOf(text.charCodeAt(end + 1)) === LATIN))
  )
    end++
  return end
}

/** By its letters alone: cant and can't are one (FNV-1a). */
export const signOfLatin = (text: string, from = 0, to = text.length): number => {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (kindOf(code) === LATIN) hash = Math.imul(hash ^ code, 0x01000193)
  }
  return FIRST + ((hash >>> 0) % COUNT)
}

/** The words of a text by their signs. */
export const latinIn = (text: string): Map<string, string> => {
  const words = new Map<string, string>()
  for (let at = 0; at < text.length; at++) {
    if (kindOf(text.charCodeAt(at)) !== LATIN) continue
    const end = latinEnd(text, at)
    words.set(String.fromCharCode(signOfLatin(text, at, end)), text.slice(at, end))
    at = end
  }
  return words
}

/** A turn as it is written in the tables: `{need}{help}`. */
export const withWords = (turn: string, words: ReadonlyMap<string, string>): string =>
  turn.replace(/[\ue000-\uf8ff]/gu, (sign) => `{${words.get(sign) ?? ''}}`)

/** And back again. */
export const withSigns = (written: string): string =>
  written.replace(/\{([^{}]+)\}/gu, (_, word: string) => String.fromCharCode(signOfLatin(word)))
