/** 合租四个人，一人一桶泡面; 仨娃 一人两支铅笔: so many each, of so many people. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import { readNumber } from '../tokens.js'
import type { Need } from './need.js'

const PEOPLE = pattern(
  () =>
    /(?:(\d{1,2}|[二两三四五六七八九十]{1,2})\s?(?:个|口|位|名)?(?:人|娃|孩子|小孩|大人|老人|学生|工人|姑娘|闺女|儿子|小子|丫头|孙子|孙女|外孙|孙儿|孙)|([俩仨])(?:娃|孩子|人|小孩|口|姑娘|闺女|儿子|小子|丫头))/u,
)
const EACH_ONE = pattern(() => /(?:一人|每人|人均|一个人|每个人|每个娃|一娃)\s?(?:一|1|来|要|发)?\s?$/u)
const MOST_PEOPLE = 20

/** Counts up what is told for each person, where it is told how many there are. */
export const countPeople = (needs: readonly Need[], message: Message): void => {
  if (!message.may(EACH_ONE)) return
  const found = message.find(PEOPLE)
  if (found === null) return
  const people = found[2] === undefined ? readNumber((found[1] ?? '').replace('两', '二')) : found[2] === '俩' ? 2 : 3
  if (people < 2 || people > MOST_PEOPLE) return
  for (const need of needs)
    if (need.qty !== null && need.unit !== null && message.between(Math.max(0, need.amountAt - 6), need.amountAt, EACH_ONE))
      need.qty *= people
}
