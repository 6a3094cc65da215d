/**
 * What a text must hold for a regular expression to find anything in it: a few pairs of signs (or single signs), one of which stands in
 * every text that matches. Looking for those is far cheaper than asking a hundred expressions (as Russ Cox, "Regular Expression Matching
 * with a Trigram Index", 2012, does with three signs). Errs on the side of asking: null where nothing must stand there.
 */
interface Fact {
  /** All strings that it can match, null where they are too many. */
  exact: readonly string[] | null
  /** One of these stands in whatever it matches. */
  needs: ReadonlySet<string> | null
}

const MOST_STRINGS = 64
const LONGEST_STRING = 6
/** A single sign stands in far more texts than a pair does. */
const SINGLE_COSTS = 40
const LARGEST_CLASS = 16

const NOTHING: Fact = { exact: [''], needs: null }
const ANYTHING: Fact = { exact: null, needs: null }
const DIGITS: Fact = { exact: null, needs: new Set('0123456789') }

const costOf = (needs: ReadonlySet<string>): number => {
  let cost = 0
  for (const need of needs) cost += need.length === 1 ? SINGLE_COSTS : 1
  return cost
}
const cheaper = (a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null =>
  a === null ? b : b === null || costOf(a) <= costOf(b) ? a : b

const needsOf = ({ exact, needs }: Fact): ReadonlySet<string> | null => {
  if (exact === null) return needs
  return exact.includes('') ? needs : cheaper(needs, new Set(exact.map(rarestPair)))
}

/** English letters by how often they are written; other signs are rarer than all of them. */
const OFTEN = 'zjqxkvbpygfwmucldrhsnioate '
const oftenness = (sign: string | undefined): number => OFTEN.indexOf(sign ?? '') + 1

const rarestPair = (text: string): string => {
  let best = text.slice(0, 2)
  for (let index = 1; index < text.length - 1; index++) {
    const pair = text.slice(index, index + 2)
    if (oftenness(pair[0]) + oftenness(pair[1]) < oftenness(best[0]) + oftenness(best[1])) best = pair
  }
  return best
}

/** A needed pair or sign for each text that the expression can match, or null. */
export const factorsOf = ({ source, ignoreCase }: RegExp): ReadonlySet<string> | null =>
  ignoreCase ? null : needsOf(new Reading(source).all())

class Reading {
  #at = 0
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
    const needs = branches.map(needsOf)
    return {
      exact: exact !== null && exact.length <= MOST_STRINGS ? exact : null,
      needs: needs.every((one) => one !== null) ? new Set(needs.flatMap((one) => [...(one ?? [])])) : null,
    }
  }

  #sequence(): Fact {
    let best: ReadonlySet<string> | null = null
    let running: readonly string[] = ['']
    let whole = true
    const close = (): void => {
      best = cheaper(best, needsOf({ exact: running, needs: null }))
      running = ['']
      whole = false
    }
    while (this.#at < this.source.length && this.source[this.#at] !== '|' && this.source[this.#at] !== ')') {
      const fact = this.#repeated(this.#term())
      if (fact.exact === null) {
        close()
        best = cheaper(best, fact.needs)
        continue
      }
      const joined = running.length * fact.exact.length
      if (joined > MOST_STRINGS || running.some((text) => text.length > LONGEST_STRING)) {
        close()
        running = fact.exact
      } else running = running.flatMap((text) => (fact.exact ?? []).map((more) => text + more))
    }
    if (whole) return { exact: running, needs: null }
    close()
    return { exact: null, needs: best }
  }

  #repeated(fact: Fact): Fact {
    const found = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(this.source.slice(this.#at, this.#at + 12))
    if (found === null) return fact
    this.#at += found[0].length
    const [, sign, from, comma, to] = found
    const least = sign === undefined ? Number(from) : sign === '+' ? 1 : 0
    const once = sign === '?' || (from !== undefined && (comma === undefined ? from : to) === '1')
    if (least > 0) return once ? fact : { exact: null, needs: needsOf(fact) }
    return once && fact.exact !== null ? { exact: [...fact.exact, ''], needs: null } : ANYTHING
  }

  #term(): Fact {
    const { source } = this
    const sign = String.fromCodePoint(source.codePointAt(this.#at) ?? 0)
    this.#at += sign.length
    if (sign === '^' || sign === '$') return NOTHING
    if (sign === '.') return ANYTHING
    if (sign === '[') return this.#class()
    if (sign === '\\') return this.#escape()
    if (sign !== '(') return { exact: [sign], needs: null }
    const kind = /^\?(?:<?[=!]|:|<\w+>)/u.exec(source.slice(this.#at, this.#at + 24))?.[0] ?? ''
    this.#at += kind.length
    const inner = this.#choice()
    this.#at++
    return /[=!]$/u.test(kind) ? NOTHING : inner
  }

  #escape(): Fact {
    const sign = this.source[this.#at++] ?? ''
    if (sign === 'b' || sign === 'B') return NOTHING
    if (sign === 'd') return DIGITS
    if (/[DsSwWp]/u.test(sign)) return ANYTHING
    return { exact: [this.#plain(sign)], needs: null }
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
    return signs.length > LARGEST_CLASS
      ? { exact: null, needs: new Set(signs.map((one) => one.slice(0, 2))) }
      : { exact: signs, needs: null }
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
