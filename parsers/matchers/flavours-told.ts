/** 方便面给俩口味，红烧牛肉5包，老坛酸菜5包: what is told in kinds is named before them, and each kind is counted. */
import { has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Need } from './need.js'

const IN_KINDS = pattern(
  () =>
    /^(?:的)?(?:我|就|也|都|要|来|买|带|给|想|搭|拿|分|选|,)*(?:[两俩二三仨四几多]|[234])(?:种|个|样)?(?:不同的?)?(?:口味|味道|味儿?|馅儿?|馅料)(?:的|吧|哈|混着|搭着?|各一半)?(?::|$)/u,
)

/** Gives each kind that is counted in the same sentence the name of what they are kinds of. */
export const byFlavour = (needs: Need[], message: Message): void => {
  if (!message.may(IN_KINDS)) return
  for (let index = 0; index < needs.length - 1; index++) {
    const thing = needs[index]
    if (thing === undefined || !isToldInKinds(thing, message)) continue
    let next = index + 1
    for (let kind = needs[next]; kind !== undefined && isKindOf(thing, kind); kind = needs[++next]) {
      kind.spec = kind.item
      kind.item = thing.item
      kind.good = thing.good
    }
    if (next > index + 1) needs.splice(index, 1)
  }
}

/** 酸奶两个口味: the numeral may have been read as how many. */
const isToldInKinds = ({ good, named, unit, clause }: Need, message: Message): boolean =>
  good !== null && (unit === null || unit === '个' || unit === '样' || unit === '种') && message.between(named, clause.end, IN_KINDS)

const isKindOf = (thing: Need, { qty, negated, clause, item }: Need): boolean =>
  !has(clause.cues, 'add') && qty !== null && !negated && clause.sentence === thing.clause.sentence && item !== thing.item
