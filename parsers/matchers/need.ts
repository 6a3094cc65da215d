/** Something that stands where a wanted thing stands, with its quantity and how surely it is wanted. */
import type { GoodFacts } from '../../config/catalogue-types.js'
import type { Clause } from '../message.js'
import type { Amount } from './amounts.js'

/** From this weight on a need is wanted. */
export const TAKE = 2

export class Need {
  qty: number | null = null
  unit: string | null = null
  spec: string | undefined = undefined
  /** From `TAKE` on it is wanted; the higher the surer. */
  weight = 0
  negated = false
  /** It ran out: that says that it is needed, not how much. */
  ranOut = false
  /** It is said to be at home. */
  inStock = false
  /** Signs of the clause that belong to no line, cue or place: the more, the more it is talk. */
  loose = 0
  /** The known good whose name is a part of it. */
  within: GoodFacts | null = null
  /** Where its quantity begins, -1 where none is said. */
  amountAt = -1
  /** How large its pack is to be was said, not how many: 猫粮，10斤装的. */
  sized = false
  /** Index of the clause that asks for it: 馒头好吃，再来十个. */
  askedAt = -1
  /** What the words around it do to the order that is there; `new` where they only look like a change. */
  op: 'add' | 'set' | 'new' | null = null
  /** It is named in place of what stands before: 面包不要了，换成餐包. */
  standsIn = false
  /** Its amount stands in a later clause, which asks for nothing. */
  toldBehind = false
  /** Nobody knows it, and it is asked for by its name alone. */
  askedByName = false
  /** It belongs to what is told of another time, beside what is asked for. */
  isTold = false
  /** What is left of it once others have their share. */
  isRest = false
  /** The name was found by its sound. */
  heard = false
  /** Its quantity is a measure without a number. */
  implied = false
  /** What may be its quantity, while a clause is read. */
  amounts: Amount[] = []

  constructor(
    public item: string,
    public good: GoodFacts | null,
    public start: number,
    public end: number,
    /** End of the thing's name. */
    public named: number,
    public clause: Clause,
    /** Index of the clause in the message. */
    public at: number,
  ) {}

  /** Takes the name of another: 醋要两瓶, said of 陈醋. */
  name({ item, good, spec }: Need): void {
    this.item = item
    this.good = good
    this.spec = spec
  }

  /** The same with some facts changed. */
  with(
    facts: Partial<Pick<Need, 'qty' | 'unit' | 'weight' | 'negated' | 'ranOut' | 'start' | 'end' | 'named' | 'clause' | 'at' | 'amountAt'>>,
  ): Need {
    const copy = new Need(this.item, this.good, this.start, this.end, this.named, this.clause, this.at)
    copy.qty = this.qty
    copy.unit = this.unit
    copy.spec = this.spec
    copy.weight = this.weight
    copy.negated = this.negated
    copy.ranOut = this.ranOut
    copy.inStock = this.inStock
    copy.loose = this.loose
    copy.within = this.within
    copy.amountAt = this.amountAt
    copy.sized = this.sized
    copy.askedAt = this.askedAt
    copy.op = this.op
    copy.standsIn = this.standsIn
    copy.toldBehind = this.toldBehind
    copy.isRest = this.isRest
    copy.isTold = this.isTold
    copy.askedByName = this.askedByName
    copy.heard = this.heard
    copy.implied = this.implied
    return Object.assign(copy, facts)
  }
}
