/** The evening's question and its answers, as people write them: whether staff have asked by hand, and whether a resident needs nothing. */

const ASKS =
  /(?:需要|要买|想买|要订|还?缺|要带|要)(?:点|些|买|带|订|补)?(?:什么|啥|哪些|点?嘛)|(?:登记|统计|收集|汇总|上报|报)(?:一下|下)?[^。!？?]{0,8}(?:需求|需要|采购|要买|物资|买菜)|(?:需求|采购|买菜|物资)[^。!？?]{0,8}(?:登记|统计|接龙|报名|报给|报一)|what do you need|orders? for tomorrow/iu

const NOTHING =
  /^(?:我家|我们家?|俺家?|咱家?|(?:\d{1,3}[-#]){0,2}\d{3,4}(?:室|号)?)?[\s,，:：]*(?:今[天晚日]|明[天日]|暂时|目前|这次|现在|先|都|也|就|家里|啥|什么){0,3}(?:不需要|不用(?!谢|客气|急|担心|管)|不缺|不要|不买|不订|没(?:有)?(?:需要|需求|要买|啥|什么)|够(?:吃|用|的)?|都有|不差)(?:了|的|买|订|吃|用|什么|啥|东西|菜|登记|补|啦|哈|呢|啊|哦|呀){0,4}[\s,，。!！~]*(?:谢谢|多谢|感谢|辛苦|麻烦)?[^,，。]{0,8}$|^nothing(?: today)?[,. ]*(?:thanks|thank you)?[.!]*$/iu

const LONGEST_NOTHING = 30

/** 各位邻居明天需要什么请报一下, of staff in a residents' group. */
export const asksForNeeds = (text: string): boolean => ASKS.test(text.normalize('NFKC'))

/** 302 不需要，谢谢: an answer, too. */
export const answersNothing = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim()
  return plain.length <= LONGEST_NOTHING && NOTHING.test(plain)
}
