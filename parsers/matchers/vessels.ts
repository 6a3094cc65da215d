/** 米缸空了, 氧气瓶快空了: what a vessel held has run out, and the vessel is no line of an order. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Need } from './need.js'
import type { BySound } from './unknown.js'

const CONTENTS: ReadonlyMap<string, string> = new Map([
  ['米桶', '大米'],
  ['米缸', '大米'],
  ['面桶', '面粉'],
  ['氧气瓶', '氧气'],
  ['氧气袋', '氧气'],
  ['油壶', '食用油'],
  ['盐罐', '食盐'],
])
const EMPTY = pattern(
  () =>
    /^子?(?:里|里头|里面)?(?:一?[看瞧瞅],?)?(?:的)?(?:[只就光]剩(?:下|了)?(?:个|一?点儿?|一层|一把|薄薄一?层)?底儿?|(?:都|也|又|快|已经?|全|就|要)*(?:空(?!间|的)|见底|[刮挖舀掏]?得?(?:到|见)底|光了|倒不出))/u,
)

/** Names what is wanted by what was in it. */
export const contentsOf = (need: Need, message: Message, bySound: BySound): void => {
  const content = CONTENTS.get(message.text.slice(need.start, need.named)) ?? CONTENTS.get(need.item)
  if (content === undefined || !message.between(need.named, need.named + 10, EMPTY)) return
  const good = bySound(content)
  if (good === null) return
  need.item = good.name
  need.good = good
}

/** 布洛芬药盒空了，来一盒: the box of what was named, which is what is wanted. */
export const isItsBox = (need: Need, before: Need | undefined, message: Message): boolean =>
  before?.good != null &&
  before.good.medicine !== '' &&
  before.named === need.start &&
  need.item === '药盒' &&
  message.between(need.named, need.named + 10, EMPTY)
