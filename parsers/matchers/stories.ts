/** What is told beside what is asked for: 昨天下了两碗面条，盐放多了。就给我捎十个馒头. */
import type { Message } from '../message.js'
import { pattern } from '../pattern.js'
import type { Span } from '../types.js'
import { type Need, TAKE } from './need.js'
import { LIKE_BEFORE } from './weigh-words.js'

/** Of another time or another world, in whatever clause of the sentence it is told. */
const TOLD = pattern(
  () =>
    /昨[天晚儿日]|前[天儿]|前两天|上(?:个|周|礼拜|星期|月|回|次)(?!那|的|一样)|去年|前年|当年|那年|那阵子?|那会儿|那时|年轻(?:时|那|的)|小时候|从前|过年|记得|梦见|视频|网上|群里晒|同事|作业(?!本|纸|簿)|医生|大夫|新闻|电视|一(?:天|顿|个月|年)(?:才|也|就|能|不|要|吃|喝)/u,
)
/** Done, given, kept or come upon: said in its own clause. */
const DONE_WITH_IT = pattern(
  () =>
    /(?:吃|喝|卧|贴|敷|糊|煮|包|炖|做|蒸|下|烙|炒|烧|烤|腌|冻|买|囤|分|领|抢|寄|熬|撑|干|洒|摔|糟蹋|浪费|打翻|弄翻|翻|炫|送|塞|端|拿)(?:过|了(?!没|吗))|寄来|端来|送来|捎来|发的|腌的|种的|养的|剩|找出来?|翻出来?|(?:家里?|冰箱里?|阳台上?|柜子里?)[^,。]{0,4}(?:还)?有|[一两三]坛子|靠(?:着)?[\d一二两三四五六七八九十半几]|扒拉|糊了|谁要/u,
)
/** 我一个人，中午一碗挂面，晚上一碗粥: what is eaten every day. */
const DAILY = pattern(
  () =>
    /(?:早上|早晨|早起|中午|晌午|晚上|早饭|午饭|晚饭|一天|顿顿)(?:也?就|只|都|再|才)?(?:吃|喝|来|是)?(?:\d|[一半两三])(?:碗|根|个|顿|口|杯|片|勺|盘)/u,
)
/** In a sentence that asks for something what it tells is why. */
const WISHES = pattern(() => /想[吃喝用]|嘴馋|补|缺|忘|漏|没(?:买|订|报|带|抢)|没了|没有了|用完|吃完|见底|断|快没/u)

/** 上个礼拜买的大米还剩一半: it did not run out. */
const HALF_LEFT = pattern(() => /剩(?:下)?(?:一半|大?半|不少|好多|好些)/u)

/** 一天也就吃两顿，一碗粥一个馒头: a meal. */
const OF_A_MEAL = pattern(() => /[\d一二两三四五六七八九十半](?:碗|杯|碟|盘|锅|顿|口)/u)

/** 孩子网上上课，本子两本: what a clause counts out and says no more of is wanted, whatever is told beside it. */
const isTold = (need: Need, sentence: Span, message: Message): boolean =>
  (message.says(TOLD, need.clause) ||
    message.says(DONE_WITH_IT, need.clause) ||
    message.says(DAILY, need.clause) ||
    (message.says(TOLD, sentence) && (need.loose > 0 || message.says(OF_A_MEAL, need.clause)))) &&
  !message.says(LIKE_BEFORE, sentence) &&
  !message.says(WISHES, sentence)

const TALK = -2

/** It is asked for in so many words. */
export const ASKS = pattern(
  () =>
    /(?:给|帮|替)(?:我|咱)(?![^,。]{0,3}[换修拎提抬搬扔倒弄送买带领取][了的好](?!点|吗))(?!(?:们|家|们家)?(?:送|端|寄|塞|拿|带)(?:来|过来|上来)?了)|麻烦|请(?!问|客|假)|劳驾|拜托|想要|需要|登记|代[买购]|求(?:购|带)|(?:我|家里?|还|就|再|只|先|今[天晚])(?:想|家|们|还|也|就)*(?:要|订|缺)(?!了|命|死|是|的是)|(?:^|[,你您])[给帮](?:[^,。我他她]{1,3})?(?:割|买|带|捎|称|拿|整|弄|切|打|订|配|来)(?=[\d一二两三四五六七八九十半点个])|也[来要带买捎](?=[\d一二两三四五六七八九十半])|^(?:再|还)?[来要订买带](?=[\d一二两三四五六七八九十半点个])/u,
)

/** Where one sentence asks for something that is counted, what another only tells of is not wanted. */
export const quietStories = (needs: readonly Need[], message: Message): void => {
  if (
    message.sentences.length < 2 ||
    needs.length < 2 ||
    !message.may(ASKS) ||
    ![TOLD, DONE_WITH_IT, DAILY].some((words) => message.may(words))
  )
    return
  const asks = ({ clause }: Need): boolean => {
    const sentence = message.sentences[clause.sentence]
    return sentence !== undefined && message.says(ASKS, sentence)
  }
  const asked = needs.find((need) => need.qty !== null && need.good !== null && need.weight > TAKE && !need.negated && asks(need))
  if (asked === undefined) return
  for (const need of needs) {
    const sentence = message.sentences[need.clause.sentence]
    if (need.clause.sentence === asked.clause.sentence || sentence === undefined || need.op !== null) continue
    if (need.ranOut && !message.says(HALF_LEFT, sentence)) continue
    if (!isTold(need, sentence, message) || asks(need)) continue
    need.isTold = true
    need.weight = Math.min(need.weight, TALK)
  }
}
