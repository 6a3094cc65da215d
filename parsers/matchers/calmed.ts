/** What takes the danger out of a message: figures of speech, what was only seen or played, what is over. */
import type { Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import { ALARM_AT_FAULT, IDIOM, LESSON, OVER, PAST, SEEN, SUPPOSED, SURELY_OVER, UNREAL } from '../words/calm.js'
import { CALLS, NOW } from '../words/danger.js'

/** The text without the names of goods (爆炸盐 is no explosion; gas and knives may be one) and figures of speech (钱包大出血). Each sign keeps its place. */
export const plainly = (message: Message): string => {
  const signs: string[] = []
  let from = 0
  for (const token of message.tokens) {
    if (
      token.good === null ||
      token.good.medicine !== '' ||
      token.end - token.start < 2 ||
      '气刀罐线排闸座壶锅灶阀管炉器'.includes(message.text[token.end - 1] ?? '·')
    )
      continue
    signs.push(message.text.slice(from, token.start), '◇'.repeat(token.end - token.start))
    from = token.end
  }
  const text = from === 0 ? message.text : signs.join('') + message.text.slice(from)
  return without(IDIOM, message, text)
}

/** The words of a pattern blotted out. */
export const without = (words: Pattern, message: Message, text: string): string =>
  message.rewritten(words, text, (found) => '◇'.repeat(found.length))

/** 我爸看球，心梗犯了，快叫救护车: what he was watching is not what happened. */
const CALLS_NOW = pattern(
  () => /(?:快|赶紧|赶快|帮忙?|麻烦)[^,。]{0,3}(?:叫|打|喊)[^,。]{0,3}(?:救护车|120|急救)|快来人|来人救命|快来个?(?:大夫|医生)/u,
)
const MY_KIN = pattern(
  () =>
    /(?:我|俺|咱)(?:家)?(?:爸|妈|爹|娘|爷|奶|姥|老伴|老公|老婆|媳妇|爱人|对象|儿子|女儿|闺女|孩子|娃|宝宝|哥|姐|弟|妹|公公|婆婆|岳父|岳母|室友|邻居)|(?:老伴|老头子?|老太太|孩子|娃)(?=[^,。]{0,8}[,。])/u,
)

/** Seen, played, taught: no call for help is meant by it. */
export const isUnreal = (message: Message): boolean =>
  (message.says(UNREAL) && !(message.says(CALLS_NOW) && message.says(MY_KIN))) || message.says(LESSON)

/** It was once, it may be some day, or it ended well. `text`: without figures of speech. */
export const isOver = (message: Message, text: string): boolean => {
  const says = (words: Pattern): boolean => message.may(words) && message.says(words, text)
  return (
    message.says(ALARM_AT_FAULT) ||
    says(SURELY_OVER) ||
    ((says(OVER) || says(SUPPOSED) || says(SEEN) || (says(PAST) && !says(NOW))) && !says(CALLS))
  )
}
