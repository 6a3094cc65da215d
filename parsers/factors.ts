/**
 * What a text must hold for a regular expression to find anything in it: a few short strings, one of which stands in every text that
 * matches. Looking for those in one pass is far cheaper than asking a hundred expressions (as Russ Cox, "Regular Expression Matching with
 * a Trigram Index", 2012, does with three signs). Errs on the side of asking: null where nothing must stand there.
 */
import { PER_THOUSAND } from './words/everyday.js'

export interface Factors {
  /** One of these stands in whatever the expression matches; null where nothing must. */
  needs: ReadonlySet<string> | null
  /** And one of these at another place of it, where the first set says little. */
  also: ReadonlySet<string> | null
  /** Wherever one of them stands, the expression matches: it need not be asked. */
  sure: boolean
}

type Strings = ReadonlySet<string>

interface Fact {
  /** All strings that it can match, null where they are too many. */
  exact: readonly string[] | null
  /** Sets of strings: one of each stands in whatever it matches. */
  needs: readonly Strings[]
  sure: boolean
}

const MOST_STRINGS = 128
const LONGEST_STRING = 10
const LARGEST_CLASS = 16
/** In how many messages of a thousand a string stands that is none of the everyday ones, by its length. */
const RARELY = [0, 2, 1]
const SELDOM = 0.3

/** What stands in fewer messages of a thousand says enough alone; a second set that stands in more would be marked in every text. */
const ENOUGH = 2
const DEAREST_SECOND = 300

const NOTHING: Fact = { exact: [''], needs: [], sure: false }
const ANYTHING: Fact = { exact: null, needs: [], sure: false }
const DIGITS: Fact = { exact: null, needs: [new Set('0123456789')], sure: false }

/** In how many messages of a thousand one of them stands, at the most. */
const costOf = (needs: Strings): number => {
  let cost = 0
  for (const need of needs) cost += PER_THOUSAND.get(need) ?? RARELY[need.length] ?? SELDOM
  return cost
}

const needsOf = ({ exact, needs }: Pick<Fact, 'exact' | 'needs'>): readonly Strings[] =>
  exact === null || exact.includes('') ? needs : [...needs, new Set(exact.map((text) => text.slice(0, LONGEST_STRING)))]

const cheapest = (sets: readonly Strings[]): Strings | null => {
  const [first, ...others] = sets
  return first === undefined ? null : others.reduce((best, other) => (costOf(other) < costOf(best) ? other : best), first)
}

/** What else must stand there: a set that shares nothing with the first. */
const secondOf = (sets: readonly Strings[], first: Strings): Strings | null =>
  cheapest(sets.filter((other) => costOf(other) <= DEAREST_SECOND && ![...other].some((text) => first.has(text))))

/** The strings of which an expression needs one. */
export const factorsOf = ({ source, ignoreCase }: RegExp): Factors => {
  if (ignoreCase) return { needs: null, also: null, sure: false }
  const reading = new Reading(source)
  const fact = reading.all()
  const sure = fact.sure && !reading.asserts
  const sets = needsOf(fact)
  const needs = cheapest(sets)
  return { needs, also: sure || needs === null || costOf(needs) <= ENOUGH ? null : secondOf(sets, needs), sure }
}

class Reading {
  #at = 0
  /** Says something of what stands around: ^, $, \\b, look-arounds. */
  asserts = false
  constructor(readonly source: string) {}

  all(): Fact {
    const fact = this.#choice()
    if (this.#at < this.source.length) throw new Error(`not understood at ${this.#at}: ${this.source}`)
    return fact
  }

  #choice(): Fact {
    const branches = [this.#sequence()]
    while (this.source[this.#at] === '|') {
      this.#at++
      branches.push(this.#sequence())
    }
    const [only] = branches
    if (only !== undefined && branches.length === 1) return only
    const exact = branches.every((branch) => branch.exact !== null) ? branches.flatMap((branch) => branch.exact ?? []) : null
    const needs = branches.map((branch) => cheapest(needsOf(branch)))
    return {
      exact: exact !== null && exact.length <= MOST_STRINGS ? exact : null,
      needs: needs.every((one) => one !== null) ? [new Set(needs.flatMap((one) => [...(one ?? [])]))] : [],
      sure: branches.every((branch) => branch.sure),
    }
  }

  #sequence(): Fact {
    const needs: Strings[] = []
    let running: readonly string[] = ['']
    let whole = true
    const close = (): void => {
      needs.push(...needsOf({ exact: running, needs: [] }))
      running = ['']
      whole = false
    }
    while (this.#at < this.source.length && this.source[this.#at] !== '|' && this.source[this.#at] !== ')') {
      const fact = this.#repeated(this.#term())
      if (fact.exact === null) {
        close()
        needs.push(...fact.needs)
        continue
      }
      const joined = running.length * fact.exact.length
      if (joined > MOST_STRINGS || running.some((text) => text.length >= LONGEST_STRING)) {
        close()
        running = fact.exact
      } else running = running.flatMap((text) => (fact.exact ?? []).map((more) => text + more))
    }
    if (whole) return { exact: running, needs: [], sure: running.every((text) => text !== '' && text.length <= LONGEST_STRING) }
    close()
    return { exact: null, needs, sure: false }
  }

  #repeated(fact: Fact): Fact {
    const found = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(this.source.slice(this.#at, this.#at + 12))
    if (found === null) return fact
    this.#at += found[0].length
    const [, sign, from, comma, to] = found
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0
    const once = sign === '?' || (from !== undefined && (comma === undefined ? from : to) === '1')
    if (least > 0) return once ? fact : { exact: null, needs: needsOf(fact), sure: false }
    return once && fact.exact !== null ? { exact: [...fact.exact, ''], needs: [], sure: false } : ANYTHING
  }

  #term(): Fact {
    const { source } = this
    const sign = String.fromCodePoint(source.codePointAt(this.#at) ?? 0)
    this.#at += sign.length
    if (sign === '^' || sign === '$') return this.#assertion()
    if (sign === '.') return ANYTHING
    if (sign === '[') return this.#class()
    if (sign === '\\') return this.#escape()
    if (sign !== '(') return { exact: [sign], needs: [], sure: true }
    const kind = /^\?(?:<?[=!]|:|<\w+>)/u.exec(source.slice(this.#at, this.#at + 24))?.[0] ?? ''
    this.#at += kind.length
    const inner = this.#choice()
    this.#at++
    return /[=!]$/u.test(kind) ? this.#assertion() : inner
  }

  #assertion(): Fact {
    this.asserts = true
    return NOTHING
  }

  #escape(): Fact {
    const sign = this.source[this.#at++] ?? ''
    if (sign === 'b' || sign === 'B') return this.#assertion()
    if (sign === 'd') return DIGITS
    if (/[DsSwWp]/u.test(sign)) return ANYTHING
    return { exact: [this.#plain(sign)], needs: [], sure: true }
  }

  #plain(sign: string): string {
    if (sign !== 'u') return sign === 'n' ? '\n' : sign === 't' ? '\t' : sign
    const code = this.source.slice(this.#at, this.#at + 4)
    this.#at += 4
    return String.fromCharCode(Number.parseInt(code, 16))
  }

  #class(): Fact {
    const { source } = this
    const not = source[this.#at] === '^'
    if (not) this.#at++
    const signs: string[] = []
    let large = not
    while (source[this.#at] !== ']') {
      const first = this.#member()
      if (first === null) large = true
      else if (source[this.#at] === '-' && source[this.#at + 1] !== ']') {
        this.#at++
        const last = this.#member() ?? first
        const [from, to] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0]
        if (to - from > LARGEST_CLASS) large = true
        else for (let code = from; code <= to; code++) signs.push(String.fromCodePoint(code))
      } else signs.push(first)
    }
    this.#at++
    if (large) return ANYTHING
    return signs.length > LARGEST_CLASS ? { exact: null, needs: [new Set(signs)], sure: false } : { exact: signs, needs: [], sure: true }
  }

  /** One sign of a class, null for a whole kind of signs. */
  #member(): string | null {
    const sign = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0)
    this.#at += sign.length
    if (sign !== '\\') return sign
    const escaped = this.source[this.#at++] ?? ''
    return /[dDsSwWp]/u.test(escaped) ? null : this.#plain(escaped)
  }
}
