/** Reads quantities from tokens: 两三斤, 一斤半, 20块钱的, x2, 半袋, a 瓶 alone behind 来; and tells prices, doses and sizes from them. */

import type { Measure } from '../../config/catalogue-types.js'
import { bitOf } from '../lexicon.js'
import { previous } from '../rows.js'
import { kindOf, LATIN, SignSet } from '../signs.js'
import type { Folded } from '../text.js'
import type { Token } from '../tokens.js'

export interface Amount {
  /** Index of the first token and of the one behind the last. */
  from: number
  to: number
  qty: number | null
  unit: string | null
  kind: 'weight' | 'volume' | 'length' | 'count' | 'pack' | 'money' | 'bare' | 'dose'
  /** 的 or 装 stands behind it: 5升的, 100片装. */
  descriptive: boolean
  /** Written with * or x. */
  times: boolean
}

/** What tells a strength, a stage or a size, never how many. */
const DOSES = new Set(['毫克', 'mg', '毫升', '段', '码', '寸', '度'])
const BEGINS_DOSE = new SignSet([...DOSES].map((name) => name.charAt(0)).join(''))
/** What a medicine is taken by. */
const PILLS = new Set(['片', '粒', '颗', '丸', '支', '袋', '包', '滴', '针', '喷', '克', '勺', '次'])
const BETWEEN = new SignSet('来多几大小整个余')

/** 个 counts hours and people too. */
const NOT_COUNTED =
  /^(?:多|半)?(?:小时|钟头|月(?!饼|经|季|球|嫂|亮)|劲|星期|礼拜|牌子|品牌|口味|人|娃(?!哈哈|娃菜)|宝(?:宝|贝)|大人|小孩|老人|儿子|女儿|闺女|孙子|孙女|问题|机会|学期|字|题|同学|朋友|老师|孩子|办法|地方|电话|话|信(?!封|纸)|口信|单元|网格|例)/u

/** Reads all amounts outside of places, and notes each at the token that it begins with. */
export const readAmounts = (tokens: readonly Token[], folded: Folded): Amount[] => {
  const amounts: Amount[] = []
  let index = 0
  for (let token = tokens[0]; token !== undefined; token = tokens[index]) {
    const found = token.place === null ? amountAt(tokens, index, token, folded) : null
    if (found === null) index++
    else {
      /** 十斤十斤大米: said again in one breath. */
      const again = amountAgain(tokens, found, folded)
      token.amount = again
      amounts.push(again)
      index = again.to
    }
  }
  return amounts
}

const amountAgain = (tokens: readonly Token[], found: Amount, folded: Folded): Amount => {
  const next = tokens[found.to]
  const first = tokens[found.from]
  if (found.unit === null || next?.kind !== 'number' || !next.chinese || first?.chinese !== true || next.value !== first.value) return found
  const again = next.place === null && next.start === tokens[found.to - 1]?.end ? amountAt(tokens, found.to, next, folded) : null
  return again !== null && again.qty === found.qty && again.unit === found.unit ? { ...again, from: found.from } : found
}

const wordAt = (tokens: readonly Token[], index: number, folded: Folded): string => {
  const token = tokens[index]
  return token === undefined ? '' : folded.text.slice(token.start, token.end)
}

const skipSpace = (tokens: readonly Token[], index: number): number => (tokens[index]?.mark === 'space' ? index + 1 : index)

const X = 'x'.charCodeAt(0)
const isX = (token: Token, { codes }: Folded): boolean => token.end - token.start === 1 && codes[token.start] === X

/** 2x bacon, 3 x eggs, pasta 2x; 2x3 is a size. */
const timesOf = (tokens: readonly Token[], index: number, { value, end }: Token, folded: Folded): Amount | null => {
  const at = skipSpace(tokens, index + 1)
  const x = tokens[at]
  if (x === undefined || !isX(x, folded) || x.start - end > 1) return null
  const next = tokens[skipSpace(tokens, at + 1)]
  const isBehind = next === undefined || (next.mark !== null && next.mark !== 'times' && next.mark !== 'dash')
  return isBehind || (kindOf(folded.codes[next.start]) === LATIN && next.start > x.end)
    ? { from: index, to: at + 1, qty: value, unit: null, kind: 'bare', descriptive: false, times: true }
    : null
}

const amountAt = (tokens: readonly Token[], index: number, token: Token, folded: Folded): Amount | null => {
  if (token.kind === 'number') return timesOf(tokens, index, token, folded) ?? numbered(tokens, index, token, folded)
  if (token.mark === 'times' || isX(token, folded)) {
    const at = skipSpace(tokens, index + 1)
    const first = tokens[at]
    const inner = first?.kind === 'number' ? numbered(tokens, at, first, folded) : null
    if (inner !== null) return { ...inner, from: index, times: true }
  }
  if (token.kind === 'text' || token.kind === 'word') {
    const qty = kindOf(folded.codes[token.start]) === LATIN ? SPELLED.get(folded.text.slice(token.start, token.end)) : undefined
    if (qty !== undefined) return spelled(tokens, index, qty, folded)
    if (token.kind === 'text') return null
  }
  const next = tokens[index + 1]
  /** 捎桶油: a pail holds what is named behind it. */
  const holds =
    token.measure?.kind === 'pack' &&
    (next?.good != null || (next?.kind === 'number' && isContent(tokens, index + 2))) &&
    next.start === token.end
  return token.measure !== null && (token.good === null || holds) && token.end - token.start <= 6
    ? alone(tokens, index, token.measure, folded)
    : null
}

const SPELLED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    half: 0.5,
    another: 1,
    'one more': 1,
    dozen: 12,
    couple: 2,
  }),
)

const FURTHER = new Set(['more', 'extra', 'big', 'small', 'large'])

/** Half a pumpkin, a couple of onions: small words between the number and what it counts. */
const LINKING = new Set(['a', 'an', 'of', 'the'])

const OF_A_DOZEN = 12

/** Get me one, can you buy 2 for me: of what was named before. */
const ASKED_OF = new Set(['me', 'us', 'get', 'buy', 'bring', 'send', 'order', 'need', 'want'])
const ENDS_ASKING = new Set(['please', 'pls', 'as', 'asap', 'today', 'soon', 'now', 'for', 'if', 'when'])
const isOfItself = (tokens: readonly Token[], index: number, folded: Folded): boolean => {
  const before = tokens[index - 1]?.mark === 'space' ? index - 2 : index - 1
  const next = tokens[index + 1]
  return (
    ASKED_OF.has(wordAt(tokens, before, folded).split(' ').at(-1) ?? '') &&
    (next === undefined ||
      (next.mark !== null && next.mark !== 'space') ||
      ENDS_ASKING.has(wordAt(tokens, index + 2, folded).split(' ', 1)[0] ?? ''))
  )
}

/** A rice cooker, please, and a light bulb: nothing else is said between two stops, or behind a word that asks or joins. */
const isAskedAlone = (tokens: readonly Token[], index: number, at: number, folded: Folded): boolean => {
  const next = tokens[at + 1]
  return (
    beginsAnew(tokens, index, folded) &&
    (next === undefined ||
      (next.mark !== null && (next.mark !== 'space' || GOES_ON.has(wordAt(tokens, at + 2, folded).split(' ', 1)[0] ?? ''))))
  )
}

/** Two bags, a loaf (of), six eggs; a alone says nothing, but at the head of what is asked for. */
const spelled = (tokens: readonly Token[], index: number, qty: number, folded: Folded): Amount | null => {
  const next = skipSpace(tokens, index + 1)
  let at = FURTHER.has(wordAt(tokens, next, folded)) ? skipSpace(tokens, next + 1) : next
  const word = wordAt(tokens, index, folded)
  if (word === 'half' || word === 'couple')
    for (let skipped = 0; skipped < 2 && LINKING.has(wordAt(tokens, at, folded)); skipped++) at = skipSpace(tokens, at + 1)
  const measure = tokens[at]?.measure
  /** A dozen eggs are twelve of them. */
  if (wordAt(tokens, at, folded).startsWith('dozen'))
    return { from: index, to: at + 1, qty: qty * OF_A_DOZEN, unit: '个', kind: 'count', descriptive: false, times: false }
  if (!measure && word.length > 2 && isOfItself(tokens, index, folded))
    return { from: index, to: index + 1, qty, unit: null, kind: 'count', descriptive: false, times: false }
  if (measure) return { from: index, to: at + 1, qty, unit: measure.name, kind: measure.kind, descriptive: false, times: false }
  if (tokens[at]?.good === null || (word.length < 3 && (tokens[at] === undefined || !isAskedAlone(tokens, index, at, folded)))) return null
  return { from: index, to: index + 1, qty, unit: null, kind: 'bare', descriptive: false, times: false }
}

const ONE_AND_A_HALF = 1.5
const WANTED = bitOf('want') | bitOf('add')

/** A measure without a number: one, where somebody asks for it. 几个 leaves the number open. */
const alone = (tokens: readonly Token[], index: number, measure: Measure, folded: Folded): Amount | null => {
  const { codes } = folded
  const token = tokens[index]
  const before = previous(tokens, index)
  const half = tokens[index + 1]
  /** 斤半五花肉: one and a half. */
  if (measure.kind === 'weight' && half?.value === 0.5 && half.chinese && half.start === token?.end && before?.kind !== 'number')
    return { ...ofMeasure(measure, index, ONE_AND_A_HALF), to: index + 2 }
  if (token !== undefined && measure.kind !== 'money' && hasLatin(codes, token) && isOneOf(tokens, index, folded))
    return ofMeasure(measure, index, 1)
  if (token === undefined || before === undefined || measure.kind === 'money') return null
  /** 酱油醋各打一瓶: what is done with it. */
  if (codes[token.start] === DOZEN && half?.kind === 'number' && half.start === token.end) return null
  if (measure.name === '个' && NOT_COUNTED.test(folded.text.slice(token.end, token.end + 4))) return null
  const last = codes[before.end - 1] ?? 0
  if (before.end === token.start && last === SOME) return ofMeasure(measure, index, null)
  const next = tokens[index + 1]
  const touches = next !== undefined && next.start === token.end
  if (touches && SAYS_WHICH.has(codes[next.start] ?? 0)) return null
  const asked = before.kind === 'word' && (before.cues & WANTED) !== 0 && before.end === token.start
  const follows =
    touches &&
    (next.good !== null ||
      next.kind === 'text' ||
      (next.kind === 'number' &&
        (NUMBERED.has(codes[next.end] ?? 0) ||
          codes[tokens[index + 2]?.end ?? 0] === HELD ||
          (measure.kind === 'pack' && isContent(tokens, index + 2)))))
  /** 牛栏山来箱: at the end of a clause, behind a word of asking. */
  const ends = measure.kind === 'pack' && ASKING.has(last) && (next === undefined || (next.kind === 'mark' && next.mark !== 'dash'))
  if (asked && token.end - token.start === 1 && codes[token.start] === DOZEN) return null
  /** 帮我把鸡蛋改成两板: what is done with it. */
  if (last === ME && codes[token.start] === TAKING) return null
  return (last === EACH || (asked && (follows || ends))) && !hasLatin(codes, token) ? ofMeasure(measure, index, 1) : null
}

/** Loaf of bread, bag of spuds: one, where no number stands before it. */
const isOneOf = (tokens: readonly Token[], index: number, folded: Folded): boolean => {
  const of = skipSpace(tokens, index + 1)
  return beginsAnew(tokens, index, folded) && wordAt(tokens, of, folded) === 'of' && tokens[skipSpace(tokens, of + 1)]?.good != null
}
const beginsAnew = (tokens: readonly Token[], index: number, folded: Folded): boolean => {
  const at = tokens[index - 1]?.mark === 'space' ? index - 2 : index - 1
  const before = tokens[at]
  return (
    before === undefined ||
    (before.mark !== null && before.mark !== 'dash') ||
    BEGINS_ANEW.has(wordAt(tokens, at, folded).split(' ').at(-1) ?? '')
  )
}
const GOES_ON = new Set([...ENDS_ASKING, 'and', 'plus', 'too', 'from', 'in', 'room', 'unit'])
const BEGINS_ANEW = new Set([
  'and',
  'plus',
  'need',
  'want',
  'get',
  'buy',
  'bring',
  'send',
  'please',
  'pls',
  'also',
  'me',
  'us',
  'for',
  'the',
])

const ofMeasure = ({ name, kind }: Measure, index: number, qty: number | null): Amount => ({
  from: index,
  to: index + 1,
  qty,
  unit: name,
  kind,
  descriptive: false,
  times: false,
})

const [SOME = 0, DOZEN = 0, EACH = 0, ME = 0, TAKING = 0] = Array.from('几打各我把', (sign) => sign.charCodeAt(0))
const TIMES_DOWN = '下'.charCodeAt(0)
const UNDER = new SignSet('单水面午')
const HELPS = new SignSet('帮搭拉推扶搀托捏抹赌')
const SAYS_WHICH = new SignSet('装的')
/** 来套12支装的彩笔. */
const HELD = '装'.charCodeAt(0)
const ASKING = new SignSet('来整拿捎带买订')
/** 来桶5升的油: what the pack holds. */
const isContent = (tokens: readonly Token[], index: number): boolean => {
  const kind = tokens[index]?.measure?.kind
  return kind === 'volume' || kind === 'weight'
}

/** 买个3号螺丝刀, 买套24色的彩笔. */
const NUMBERED = new SignSet('号寸码升孔芯色瓦抽页格度')

const hasLatin = (codes: Uint16Array, { start, end }: Token): boolean => {
  for (let index = start; index < end; index++) if (kindOf(codes[index]) === LATIN) return true
  return false
}

const JOINS = new SignSet('到至或')
const PAUSE = '、'.charCodeAt(0)

/** 2-3, 3、5, 两到三: the smaller one; the index of the token behind. */
const rangeEnd = (tokens: readonly Token[], index: number, first: Token, folded: Folded): number => {
  const middle = tokens[index + 1]
  const last = tokens[index + 2]
  if (middle === undefined || last?.kind !== 'number' || last.start !== middle.end || last.value <= first.value) return index + 1
  const joins =
    middle.mark === 'dash' ||
    (middle.mark === 'list' && folded.codes[middle.start] === PAUSE) ||
    (middle.end - middle.start === 1 && JOINS.has(folded.codes[middle.start] ?? 0))
  return joins && measureAt(tokens, index + 3, folded) !== null ? index + 3 : index + 1
}

type Measured = Pick<Measure, 'name' | 'kind'>

/** Measures as voice input and haste write them, where a number stands before. */
export const MISHEARD: ReadonlyMap<number, Measured> = new Map(
  Object.entries({
    代: '袋',
    更: '根',
    合: '盒',
    平: '瓶',
    相: '箱',
    湘: '箱',
    厢: '箱',
    通: '桶',
    题: '提',
    办: '板',
    金: '斤',
    进: '斤',
    今: '斤',
    贷: '袋',
    带: '袋',
    苹: '瓶',
    同: '桶',
    版: '板',
    呆: '袋',
    待: '袋',
    戴: '袋',
    核: '盒',
    河: '盒',
    何: '盒',
    凭: '瓶',
    萍: '瓶',
    屏: '瓶',
    频: '瓶',
    香: '箱',
    乡: '箱',
    响: '箱',
    童: '桶',
    统: '桶',
    痛: '桶',
    近: '斤',
    巾: '斤',
    筋: '斤',
    经: '斤',
    紧: '斤',
    尽: '斤',
    宝: '包',
    保: '包',
    课: '棵',
    科: '棵',
    刻: '棵',
    可: '颗',
    坑: '捆',
    困: '捆',
    灌: '罐',
    贯: '罐',
    快: '块',
    蹄: '提',
    班: '板',
    跟: '根',
    调: '条',
    福: '副',
    付: '副',
    抱: '包',
    巴: '把',
  }).map(([sign, name]) => [sign.charCodeAt(0), { name, kind: 'pack' }]),
)

/** The measure that a token is, or sounds like. */
const measureAt = (tokens: readonly Token[], index: number, folded: Folded): Measured | null => {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.measure !== null) return token.measure
  /** 一整个冬瓜. */
  if (token.end - token.start === 2 && folded.codes[token.start] === WHOLE && folded.codes[token.start + 1] === OF_PIECES) return PIECE
  /** 二宝要加辅食: a child. */
  if (folded.codes[token.start] === CHILD && CHILDREN.has(folded.codes[token.start - 1] ?? 0)) return null
  if (token.end - token.start === 1) return isFiveSpice(token, folded) ? null : (MISHEARD.get(folded.codes[token.start] ?? 0) ?? null)
  return kindOf(folded.codes[token.start] ?? 0) === LATIN ? (IN_LETTERS.get(wordAt(tokens, index, folded)) ?? null) : null
}

/** jidan 2 ban: measures without Chinese input. */
const IN_LETTERS: ReadonlyMap<string, Measured> = new Map(
  Object.entries({
    ban: '板',
    he: '盒',
    dai: '袋',
    ge: '个',
    xiang: '箱',
    bao: '包',
    tong: '桶',
    gen: '根',
    zhi: '支',
    juan: '卷',
    guan: '罐',
    gongjin: '公斤',
  }).map(([letters, name]) => [letters, { name, kind: name === '公斤' ? 'weight' : name === '个' || name === '根' ? 'count' : 'pack' }]),
)

/** 五香豆腐丝: no five boxes. */
const [FIVE, SPICE] = ['五'.charCodeAt(0), '香'.charCodeAt(0)]
const isFiveSpice = ({ start }: Token, { codes }: Folded): boolean => codes[start] === SPICE && codes[start - 1] === FIVE

const CHILD = '宝'.charCodeAt(0)
const CHILDREN = new SignSet('大二三四小')

const WHOLE = '整'.charCodeAt(0)
const OF_PIECES = '个'.charCodeAt(0)

const LONGEST_NUMBER = 5
/** 第一, 另一: which one, not how many. */
const NOT_COUNTING = new SignSet('第另')
/** 俩, 仨: two, three of them. */
const PEOPLE = new SignSet('俩仨')
const POINTS = new SignSet('这那就')
/** 仨家一起送: households, no goods. */
const OF_PEOPLE = new SignSet('家人口户孩娃老小月天年')

/** 138-1234-5678, 138 1234 5678: three or four digits beside four, joined. */
const isPhone = (tokens: readonly Token[], index: number): boolean => {
  const length = digits(tokens[index])
  if (length < 3) return false
  const joined = (middle: number, other: number): boolean =>
    (tokens[middle]?.mark === 'dash' || tokens[middle]?.mark === 'space') &&
    digits(tokens[other]) >= 3 &&
    length + digits(tokens[other]) >= 7
  return joined(index - 1, index - 2) || joined(index + 1, index + 2)
}
const digits = (token: Token | undefined): number => (token?.kind === 'number' && !token.chinese ? token.end - token.start : 0)

/** 每日一片, 一次两粒: how a medicine is taken; 明天两袋 is when. */
const PER_TIME = /(?:每|一|(?<![今明后昨前])[日天晚早]|次|饭)[日天次晚早顿回后前服吃]?(?:服|吃|各)?\s?$/u
const TAKEN = new SignSet('日天次晚早顿服吃各回')

/** 三十二一斤: so much for one. */
const isPriceOfOne = ({ chinese, start, end }: Token, { text }: Folded): boolean =>
  chinese && end - start > 1 && PRICE_OF_ONE.test(text.slice(start, end))
const PRICE_OF_ONE = /[二三四五六七八九]一$/u

/** 半拉冬瓜: half of one. */
const HALF = 0.5
const PULLED = '拉'.charCodeAt(0)
const PIECE: Measured = { name: '个', kind: 'count' }

/** 1/2 kg: a part of it. */
const isHalved = (tokens: readonly Token[], index: number, folded: Folded): boolean => {
  const [first, slash, last] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  return (
    first?.value === 1 &&
    slash?.mark === 'slash' &&
    last?.kind === 'number' &&
    (last.value === 2 || last.value === 4) &&
    tokens[index - 1]?.mark !== 'slash' &&
    ['weight', 'volume'].includes(measureAt(tokens, skipSpace(tokens, index + 3), folded)?.kind ?? '')
  )
}

const numbered = (tokens: readonly Token[], index: number, first: Token, folded: Folded): Amount | null => {
  const { codes } = folded
  const ahead = first.start > 0 ? (codes[first.start - 1] ?? 0) : 0
  if (isPriceOfOne(first, folded)) return null
  if (isPhone(tokens, index) || (!first.chinese && first.end - first.start > LONGEST_NUMBER) || NOT_COUNTING.has(ahead)) return null
  /** 帮一把, 推一把: no handful; 还能喷两三下: no more than how often. */
  if (codes[first.end] === TIMES_DOWN && !UNDER.has(codes[first.end + 1] ?? 0)) return null
  if (HELPS.has(ahead) && codes[first.end] === TAKING) return null
  const part = isHalved(tokens, index, folded)
  let qty = part ? first.value / (tokens[index + 2]?.value ?? 1) : first.value
  let at = part ? index + 3 : rangeEnd(tokens, index, first, folded)
  /** 10个碗: what is counted is the bowl. */
  const between = tokens[at]
  if (
    between !== undefined &&
    between.end - between.start === 1 &&
    between.start - (tokens[at - 1]?.end ?? 0) <= 1 &&
    BETWEEN.has(codes[between.start] ?? 0) &&
    measureAt(tokens, at + 1, folded) !== null &&
    !(between.measure !== null && tokens[at + 1]?.good) &&
    !isThatIs(tokens[at + 1], folded)
  )
    at++
  at = skipSpace(tokens, at)
  /** 2 more bottles. */
  if (kindOf(codes[tokens[at]?.start ?? 0] ?? 0) === LATIN && FURTHER.has(wordAt(tokens, at, folded))) at = skipSpace(tokens, at + 1)
  const measure = first.value === HALF && codes[first.end] === PULLED ? PIECE : measureAt(tokens, at, folded)
  const token = tokens[at]
  const glued = token !== undefined && (token.start === tokens[at - 1]?.end || tokens[at - 1]?.mark === 'space')
  if (measure === null || !glued) {
    /** 就这俩: what was named is pointed at. */
    if (PEOPLE.has(codes[first.end - 1] ?? 0) && POINTS.has(ahead)) return null
    if (PEOPLE.has(codes[first.end - 1] ?? 0) && !OF_PEOPLE.has(codes[first.end] ?? 0))
      return { from: index, to: index + 1, qty, unit: '个', kind: 'count', descriptive: false, times: false }
    /** a2奶粉: a part of a name. */
    const ofName = kindOf(codes[first.start - 1] ?? 0) === LATIN && codes[first.start - 1] !== X
    if (qty <= 0 || ofName) return null
    const kind = isOfItself(tokens, index, folded) ? 'count' : 'bare'
    return { from: index, to: index + 1, qty, unit: null, kind, descriptive: false, times: false }
  }
  let to = at + 1
  const half = tokens[to]
  if (half?.kind === 'number' && half.start === token.end) {
    if (half.value === 0.5 && half.chinese && measureAt(tokens, to + 1, folded) === null) {
      qty += 0.5
      to++
    }
    /** 一斤二两. */
    if (measure.name === '斤' && half.value < 10 && measureAt(tokens, to + 1, folded)?.name === '两') {
      qty = Math.round((qty + half.value / 10) * 100) / 100
      to += 2
    }
    /** 三块五, 1米2: five tenths more, two. */
    if ((measure.kind === 'money' || measure.name === '米') && half.value < 10 && measureAt(tokens, to + 1, folded) === null) {
      qty += half.value / 10
      to++
    }
  }
  const end = tokens[to - 1]?.end ?? token.end
  /** 两块五: money, though 两块 alone may be two pieces. */
  if (measure.name === '块' && half?.kind === 'number' && half.start === token.end && half.value < 10 && half.value >= 1) {
    const behind = measureAt(tokens, to + 1, folded)
    if (behind === null || behind.kind === 'money')
      return { from: index, to: to + 1, qty: qty + half.value / 10, unit: '元', kind: 'money', descriptive: false, times: false }
  }
  /** 15块的鸭脖: for that much; of pieces nobody says 的. */
  if (measure.name === '块' && codes[end] === OF)
    return { from: index, to, qty, unit: '元', kind: 'money', descriptive: true, times: false }
  if (
    measure.name === '块' &&
    qty === 1 &&
    (TOGETHER.has(codes[end] ?? 0) || (REPORTED.has(codes[end] ?? 0) && isOfWho(previous(tokens, index))))
  )
    return null
  if (qty === 1 && LEAST.has(measure.name) && NOTHING_LEFT.test(folded.text.slice(end, end + 4))) return null
  if (measure.name === '两' && MANY.has(codes[end] ?? 0)) return null
  if (measure.name === '个' && !tokens[to]?.good && NOT_COUNTED.test(folded.text.slice(end, end + 4))) return null
  const dose =
    (TAKEN.has(ahead) && PILLS.has(measure.name) && PER_TIME.test(folded.text.slice(Math.max(0, first.start - 5), first.start))) ||
    DOSES.has(measure.name) ||
    (token.measure !== null &&
      token.end - token.start <= 2 &&
      BEGINS_DOSE.has(codes[token.start] ?? 0) &&
      DOSES.has(folded.text.slice(token.start, token.end)))
  /** 一千克: one of 千克, and no thousand. */
  const thousands = first.chinese && measure.name === '克' && qty >= THOUSAND && qty % THOUSAND === 0
  const descriptive = describes(folded, end) || isContentOfCase(folded, first.start, end)
  const kind = dose ? 'dose' : measure.kind
  return thousands
    ? { from: index, to, qty: qty / THOUSAND, unit: '公斤', kind, descriptive, times: false }
    : { from: index, to, qty, unit: measure.name, kind, descriptive, times: false }
}
const THOUSAND = 1000

/** 可乐330ml*24罐一箱: so many in a case. */
const IN_A_CASE = /^\s?(?:\d{1,2}|[一二两三四五六七八九十半])[箱件提]/u
const isContentOfCase = ({ text }: Folded, start: number, end: number): boolean =>
  /[*x]\s?$/u.test(text.slice(Math.max(0, start - 2), start)) && IN_A_CASE.test(text.slice(end, end + 5))

const OF = '的'.charCodeAt(0)
/** 三个对了还有蒜薹: no pairs. */
const [RIGHT = 0, DONE_THAT = 0] = Array.from('对了', (sign) => sign.charCodeAt(0))
const isThatIs = (token: Token | undefined, { codes }: Folded): boolean =>
  token !== undefined && codes[token.start] === RIGHT && codes[token.end] === DONE_THAT
/** 一块送: together. */
const TOGETHER = new SignSet('送带拿捎发装算结儿放走过')
/** 帮502阿婆一块报了, and 豆腐一块报给502. */
const REPORTED = new SignSet('报订买登记团')
const isOfWho = (before: Token | undefined): boolean => before?.kind === 'text' || before?.place != null
/** 香油一滴都倒不出来了. */
const LEAST: ReadonlySet<string> = new Set(['滴', '粒', '丝', '口', '片', '颗', '支'])
const NOTHING_LEFT = /^(?:都|也)(?:没|不|倒|挤|抖|刮|剩不|找不)|^没[有了剩]/u
/** 一两万 is no weight. */
const MANY = new SignSet('百千万亿')
const SIZE = '规'.charCodeAt(0)
const DESCRIBES = new SignSet('的装每/')

/** 的 or 装 behind an amount: 5升的, 100片装. */
const describes = ({ text, codes }: Folded, end: number): boolean =>
  DESCRIBES.has(codes[end] ?? 0) || (codes[end] === SIZE && text.startsWith('规格', end))
