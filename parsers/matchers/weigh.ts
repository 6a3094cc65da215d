/** Weighs whether a thing that was named is wanted, left out, there already, or only spoken of. */
import { type Clause, has, type Message } from '../message.js'
import { type Pattern, pattern } from '../pattern.js'
import { previous } from '../rows.js'
import type { Span } from '../types.js'
import { SLIP } from '../words/slips.js'
import {
  AD,
  ADVICE,
  COMPANION,
  DONE,
  GIVEN,
  GROUP_BUY,
  HANDED_OUT,
  HEARD,
  NEWS,
  PERSONAL,
  PRICED,
  PUZZLE,
  RETORT,
  TAKEN_AT_PRICE,
  TO_A_MACHINE,
} from '../words/talk.js'
import {
  COUNTS,
  DENIES_NEXT,
  DIRECT,
  DO_YOU_HAVE,
  HAVE_BEFORE,
  HAVE_BEHIND,
  NEGATED_BEFORE,
  NEGATED_BEHIND,
  OWNS,
  RAN_OUT,
  WANTED_BEHIND,
} from '../words/wanting.js'
import type { Need } from './need.js'
import { isSumBefore } from './quantities.js'

const isAd = (message: Message, taken: boolean): boolean =>
  (message.says(AD) && !taken) ||
  (message.amounts.filter((amount) => amount.kind === 'money' && !amount.descriptive && !isSumBefore(amount, message)).length >= 2 &&
    !has(message.cues, 'want'))

/** 苹果5元/斤，要3斤: a price that somebody agrees to. */
const takenAtPrice = (message: Message): boolean => message.says(TAKEN_AT_PRICE) && !message.says(OFFERED)
const OFFERED = pattern(() => /私|包邮|(?<!一)起送|加微信|扫码|http|www|特价|促销|到货|出售|转让|二手|甩卖|闲置/u)

/** What a clause says of all that stands in it; asked once a clause. */
interface Mood {
  wants: boolean
  ranOut: boolean
  changes: boolean
  /** Talk, whether or not the thing is directly asked for, and only where it is not. */
  talk: number
  idleTalk: number
}

/** 听说今天有草莓，给我来两盒: told before what is asked for. */
const isAhead = (message: Message, sentence: Span, clause: Clause): boolean =>
  sentence.start + (message.find(HEARD, message.text.slice(sentence.start, sentence.end))?.index ?? 0) < clause.start

/** 红糖一斤 棉签两包 拜托了 昨天刚出院: what was is told behind all that is counted out. */
const isPastBehind = (message: Message, clause: Clause): boolean => {
  let last = -1
  let past = -1
  let count = 0
  for (let index = clause.from; index < clause.to; index++) {
    const token = message.tokens[index]
    if (token?.amount) {
      last = token.start
      count++
    }
    if (past < 0 && has(token?.cues ?? 0, 'past')) past = token?.start ?? -1
  }
  return count >= 2 && past > last
}

const moodOf = (clause: Clause, message: Message, taken: boolean): Mood => {
  const sentence = message.sentences[clause.sentence] ?? clause
  const wants = has(clause.cues, 'want') || has(clause.cues, 'add')
  let talk = 0
  if (has(clause.cues, 'others')) talk -= 3
  if (has(sentence.cues, 'wishTalk') && !message.says(PUT_OFF, sentence))
    talk -= (has(clause.cues, 'want') || clause.numbers > 0) && !has(clause.cues, 'wishTalk') && !message.says(DREAMS, sentence) ? 1 : 4
  if (has(clause.cues, 'price') && !wants && !taken) talk -= 2
  if (message.says(FEAST, sentence)) talk -= 4
  if (message.says(HEARD, sentence) && !(wants && isAhead(message, sentence, clause))) talk -= 4
  if (message.says(NEWS, sentence) || message.says(HANDED_OUT, sentence)) talk -= 4
  if (message.says(PUZZLE, sentence) || message.says(RETORT, sentence) || message.says(ADVICE, sentence)) talk -= 4
  if (message.says(PERSONAL, clause)) talk -= 4
  else if (message.says(PERSONAL, sentence)) talk -= 3
  let idleTalk = 0
  const changes = (message.says(CHANGES, clause) && !/换季|换药|交换/u.test(clause.text)) || message.says(SLIP, clause)
  if (
    has(clause.cues, 'past') &&
    !isPastBehind(message, clause) &&
    !changes &&
    !message.says(LIKE_BEFORE, clause) &&
    !message.says(DEADLINE, clause)
  )
    idleTalk -= 4
  if (has(sentence.cues, 'others') && !has(clause.cues, 'others')) idleTalk -= 2
  if (message.says(GIVEN, clause)) idleTalk -= 4
  if (!taken && (clause.numbers > 1 || message.may(MONEY)) && message.says(PRICED, withoutBrackets(clause.text))) idleTalk -= 4
  if (clause.numbers > 0 && message.says(DONE, clause)) idleTalk -= 4
  return {
    wants,
    ranOut: message.says(RAN_OUT, clause) && !/没了(?:就|的话)/u.test(clause.text),
    changes,
    talk,
    idleTalk,
  }
}

/** 苹果（39.9元）1箱: the price stands aside. */
const withoutBrackets = (text: string): string => (text.includes('(') ? text.replace(/\([^()]{0,20}\)/gu, ' ') : text)

/** Named in place of a thing that was asked for: wanted as that was. */
const SWAPPED = 2
/** How far into what follows a clause it is still spoken of. */
const REACH_NEXT = 16
/** How far around a name a word still speaks of it, in signs. */
const REACH = 12
/** 要不是 is no denial; 还有 at the head of a clause adds. */
const OR_RATHER = pattern(() => /(?:要)?不是?$/u)
/** 整点锅包肉用的淀粉. */
const USED_FOR = pattern(() => /[用使吃喝穿]的$/u)
/** Beside a list: 今天想吃回锅肉. */
/** 杀猪菜走起. */
const LETS_GO = pattern(() => /^(?:走起|安排|搞起|整起|伺候|开整|做起)/u)
const DISH = pattern(
  () =>
    /(?:(?:想|爱|要|准备|今晚|今天)(?:吃|做|炖|炒|包|烙)|(?<![\d一二两三四五六七八九十半几大小])[包炖炒煮蒸熬煲烙涮卤拌做][\u4e00-\u9fa5]{0,2})(?:个|顿|点|锅)?$/u,
)
/** 是鸭蛋不是鸡蛋. */
const NOT_THAT = pattern(() => /(?:^|[,。的])是[^,。]{1,6},?不是$/u)
/** 不是芹菜是香芹. */
const BUT_IS = pattern(() => /^,?(?:而)?是(?!不是)/u)
/** 还有两袋米呢. */
const STILL_THERE = pattern(() => /^[呢呐]/u)
const AND_ALSO = pattern(
  () => /^(?:对了|对|另外|哦|啊|嗯|(?:差点|刚才|刚刚|又)?(?:忘|漏)(?:了|记)?(?:说|写|报|讲|订)?了?|,|\s)*(?:还有|仲有|再就是还有)$/u,
)
/** 别忘了上次漏的味精. */
const REMINDED = pattern(() => /别忘(?:了|记)?(?:[^,。]{0,5}的)?$/u)
/** 送点吃的，面包牛奶都行. */
const ANY_WILL_DO = pattern(() => /^(?:啥的|什么的|之类的?|等等)?都(?:行|成|可以|中)(?:$|[,。!吧])/u)
/** 对了还有蒜: thought of late, beside an order. */
const THOUGHT_OF = pattern(
  () => /^(?:哦|啊|嗯|,|\s)*(?:对了|哦对|(?:差点|刚才|刚刚|刚|又)?(?:忘|漏)(?:了|记)?(?:说|写|报|讲|订)?了?),?(?:我家)?还有$/u,
)
/** 上次买的米不错，这次还要. */
const WANTED_AGAIN = pattern(
  () => /^(?:我)?(?:这次|今天|这回|明天|下次)?(?:还要|还来|再来|接着要|继续要|还想要)(?:它|这个|这种|那种|一样的)?(?:吧|哈|谢谢)?$/u,
)
const WISHED = 3
/** 漏写了一个：蒜. */
const LEFT_OUT_ONE = pattern(() => /(?:漏|忘|少)(?:了)?(?:写|报|说|登|记|打)(?:了)?(?:[一两几1-3])(?:个|样|种)?(?:东西)?[,:\s]{0,2}$/u)
const IT_IS = pattern(() => /[要订报]的是$/u)
const IS_NOT = pattern(() => /^,?不是/u)
/** 刚说那芝麻酱, 昨天说的羊肉: how much of it is told anew. */
const SAID_BEFORE = pattern(() => /(?:刚才?|刚刚|之前|昨天|昨晚|上午|早上|上面|前面)(?:我)?\s?(?:说|报|写)(?:的)?(?:那|那个)?$/u)
/** 充电宝有没有，有就来个. */
const IF_THERE = pattern(() => /^有(?:的话)?,?(?:就)?(?:来|要|买|带|捎)(?:我)?(?:一?个|点|些)?(?:吧|呗|哈)?$/u)
const ONE_OF_IT = pattern(() => /一?个(?:吧|呗|哈)?$/u)
/** 蔬菜包里头都有啥菜. */
const CONTENTS_ASKED = pattern(
  () => /凑(?:满|够)几|几[份斤个单]起?(?:才)?送|里(?:头|面|边)?(?:都)?(?:有|是|装)(?:些)?(?:啥|什么|哪些|几样)/u,
)
/** ✂️ 还有红豆一斤: beside other counted things it adds, unless it is said to be at home. */
const ALSO_COUNTED = pattern(() => /(?<!家里?|冰箱里?|我这儿?|手里|手头|柜里)还有\s?$/u)
const SEASONS = pattern(() => /(?:加|放|搁|撒|倒)(?:点|些|入|上|进|少许|一点)?$/u)
const AND = pattern(() => /^ (?:and|&) (?:a |an )?$/u)
const AND_MORE = pattern(() => /(?:^|[\s的])还有\s?$/u)
const CHANGES = pattern(
  () =>
    /(?<=(?:^|[,。])[油面米盐糖醋葱姜蒜肉鱼蛋奶])改(?=[\u4e00-\u9fa5]{2,4}(?:$|[,。!吧]))|(?:刚才|刚刚|昨天|昨晚|之前|上午|早上)[^,。]{0,3}(?:那?单(?!元)|订单|单子|订的|报的|登记的)[^,。]{0,3}(?:再|加|还|换|减|去|删|多)|改成|改为|换成|变成|转做|转成|换|→|改到|加到|减到|改要|改(?=[\d一二两三四五六七八九十半])|(?<=[\u4e00-\u9fa5][\u4e00-\u9fa5a-z])改(?![成为到一个要天日善主变进造])(?=[\u4e00-\u9fa5a-z]{2,4}(?:$|[,。!吧]))|change|swap|replace/u,
)
/** 等解封, 梦见: a wish that no shop fulfils. */
const DREAMS = pattern(() => /可惜|适合吃|疫情|解封|放开|做东|请客|[撮搓]一顿|出去|出门|开门|梦|要是能|哪天|等能|有朝一日/u)
/** 等解封第一件事就是吃火锅，毛肚来三份. */
const FEAST = pattern(
  () => /(?:解封|放开|出去|自由)[^。]{0,6}(?:第一(?:件事|顿)|就是|一定要?|高低|必须|先)[^,。]{0,5}(?:吃|撸|喝|整|干|搓|涮|下馆子)/u,
)
/** 剩下等解封了再说: that much is left for later, what was named before is not. */
const PUT_OFF = pattern(() => /(?:剩下|其他|其它|其余|别的|余下)[^,。]{0,3}(?:的)?等[^,。]{0,8}再|等[^,。]{0,6}再说/u)
const MONEY = pattern(() => /块|元|毛/u)
/** 面粉我报了两袋，麻烦去掉. */
const STRIKES_NEXT = pattern(() => /^(?:就|请|麻烦|帮忙|[帮给替]我|你|您)*(?:去掉|删掉|删除|划掉|撤掉|拿掉|退掉)(?:了|吧|哈|啊|呗|谢谢)*$/u)
const DROPS_NEXT = pattern(
  () =>
    /^(?:就|先|都|请|麻烦|帮忙|[帮给替]我|你|您)*(?:去掉|删掉|删除|划掉|撤掉|拿掉|不用|不要|别买|别带|别送|不订|不买|取消|退|撤|删|划|去)(?:了|掉|吧|哈|啊|呗|谢谢|买了?|带了?|送了?)*$/u,
)
/** 有鲫鱼吗: that asks, and does not tell. */
const ASKED_BEHIND = pattern(() => /^(?:吗|么|没(?:有)?(?:$|[,。?])|嘛|不|\?|的话|就)/u)
const HAS_NEXT = pattern(() => /^(?:家里)?(?:还有|有的是|够吃|不缺)/u)
/** 面粉不变. */
const UNCHANGED = pattern(() => /^(?:都|还是|就|的|那个)*(?:不变|不动|不改|不用改|照旧|照常|保持|按原来)/u)
/** 把旧纸箱带下去: carried down for somebody, not bought. */
const TAKEN_AWAY = pattern(
  () =>
    /^(?:给|帮|替)?(?:我|她|他|人家)?(?:们)?(?:一起|都|也|顺便)?(?:带|拿|拎|扔|倒|搬|收)(?:下去|下楼|走(?![^,。]{0,2}[\d一二两三四五])|掉|出去)/u,
)
/** 鸡和鸭不要了，就留鱼. */
const KEPT = pattern(() => /(?:就|只|光)留(?:着|个|下)?$/u)
/** 两条鲫鱼，鱼帮我杀好: what is to be done with it. */
const PREPARED = pattern(
  () =>
    /^(?:要|得|都|请|麻烦|帮我|帮忙|给我|帮|给)*(?:杀好|杀一下|杀了|切好|切成|切一下|剁好|剁成|剁一下|去皮|去骨|去头|绞成|绞一下|刮鳞|刮一下|片成|洗干净|处理)/u,
)
const ASKS_FOR = pattern(() => /^(?:要|来|买)(?:\d|[一二两三四五六七八九十半])/u)
/** 面和好了: what is made ready already. */
/** 炒菜都是拿水焯的. */
const BOILED = pattern(() => /^(?:焯|涮|烫)(?!粉|菜|饭)/u)
/** 谢谢302送来的两根葱. */
const THANKS_FOR = pattern(() => /^(?:谢谢|感谢|多谢)[^,。]{1,12}(?:送|给|借|匀|拿|带)(?:来|我)?(?:我)?的/u)
/** 牛奶蛋白过敏: what somebody must not have. */
const ALLERGIC = pattern(() => /^(?:蛋白?)?(?:严重)?过敏(?!药|膏|片|颗)/u)
/** 我让他整点鸡蛋: told of somebody else. */
const THEIR_TASK = pattern(() => /(?:让|叫|劝)(?:他|她|孩子|儿子|闺女|女儿|老公)(?:自己|也|多|少)?(?:整|买|吃|做|弄|煮|来)(?:点|些|个)?$/u)
/** 冰箱还塞着两条黄鱼. */
const STORED = pattern(
  () =>
    /(?:冰箱|冰柜|冷冻|冷藏|柜子|橱|阳台|屋头|家)(?:里|里头|里面|上)?(?:头)?(?:还|都|也|倒|正)*(?:塞|躺|堆|冻|搁|放|码|藏|摞|挂|囤|屯)(?:着|了|有)(?:好)?(?:\d|[一二两三四五六七八九十几半])*[\u4e00-\u9fa5]?$/u,
)
/** 天天吃洋芋吃得我都快变成洋芋了. */
const TURNED_INTO = pattern(() => /(?:我|人|都|快|要)[^,。]{0,5}(?:变|吃|胖|瘦|长|饿|熬|腌|捂)(?:成|得像)了?(?:一?[个颗只根头条])?$/u)
const EATEN_UNTIL = pattern(() => /^[吃喝](?:得|到)(?:我|人|全家|一家|孩子|脸|肚子|都)/u)
/** 硝酸甘油要放上衣口袋. */
const TO_BE_KEPT = pattern(() => /^(?:一定|千万|最好|记得)?(?:要|得|应该|该|须)(?:放|搁|收|存|锁|藏|装)(?:在|到|进|好|上|床头|身边)/u)
/** 一网上来几百斤带鱼: no household asks for so much. */
const BY_HUNDREDS = pattern(() => /(?:几|上|成|好几)[百千万]/u)
const PREPARED_ALREADY = pattern(() => /^(?:都|也|已经|刚)?(?:和|发|醒|揉|擀|切|洗|煮|炖|蒸|腌|泡|剁)(?:好|上|成)了/u)
/** 鸡胗没有就别拿了. */
const IF_NONE = pattern(() => /^(?:要是|如果|若是)?(?:没有?|缺货|买不[到着])(?:的话|了)?,?(?:就|那就?)(?:别|不用|不要|算了|拉倒)/u)
/** 鸡蛋不要两斤了: not that much. */
/** 鸡蛋不要一板了要两板: that much in its place. */
const INSTEAD = pattern(() => /(?<!不|别|甭)(?:要|来|改|换)(?:成)?\s?$/u)
const DENIED_AMOUNT = pattern(() => /^(?:就|也|先|呢|,|的|那个)*(?:不要|别要|不用|甭)\s?(?:\d|[一二两三四五六七八九十半])/u)
/** 大蒜不要那么多, 一斤就行: less of it. */
const NOT_SO_MUCH = pattern(
  () => /^(?:就|也|先|呢|,|的)*(?:[不别莫唔勿弗]要|甭要?|不用|别[送买拿带给])(?:再)?(?:送|买|拿|带|给)?(?:我)?(?:[那这恁]么?|介|许)多/u,
)
/** 周五之前送到就行: when it is wanted. */
const DEADLINE = pattern(
  () =>
    /(?:[点号日天午上晚饭周月前]|礼拜|星期|[一二三四五六日末底黑])(?:之前|以前)(?=就?(?:行|好|成|可以|中)|[^,。]{0,3}(?:能|送|到|给|要|拿)|$|[,。])/u,
)
/** 还是上次那种, 上回没买着的: what was before only says which. */
const LIKE_BEFORE = pattern(
  () =>
    /(?:上次|上回|之前|以前|昨天|平时|平常|那次|前几天)(?:买|订|要|吃|用|送|喝)?(?:过)?(?:的)?(?:那种|那个|那款|一样|那样|同款|牌子|那牌)|(?:跟|和|同|照|按|像)(?:上次|上回|昨天|之前)|(?:上回|上次|昨天|前天|之前)[^,。]{0,3}没(?:买|订|送|有|抢)[着到上]?的|(?:缺货|没到|没送|没买到?|漏|少)[^,。]{0,2}的?那|补(?:录|登|记|报)|(?:刚才|刚刚|刚|之前|上午)[^,。]{0,3}(?:忘|漏)/u,
)
/** 牛肉两斤，炖着吃: what it is for, not how it is made. */
const FOR_MEAL = pattern(
  () =>
    /(?:[炖炒煮蒸烤炸煎熬煲涮拌卤]着吃|[炖煮熬煲]个?[汤粥](?:用|喝|的|$|[,。])|[炖炒煮蒸烤炸煎熬煲涮包卤][\u4e00-\u9fa5]{1,2}[用使]|(?:想|要|用来|留着|准备)(?:炖|炒|煮|蒸|烤|熬|煲|包)[\u4e00-\u9fa5]{0,2}(?:吃|喝|$|[,。])|,(?:今天|今晚|晚上|中午|明天|回头|好)?(?:给[\u4e00-\u9fa5]{1,3})?(?:包|炖|炒|煮|蒸|熬|煲|烙|卤|拌|做|焖|涮|滚|红烧)[\u4e00-\u9fa5]{1,4}(?:吃|喝|用|使)?(?:$|[,。!]))/u,
)
/** 一箱啤酒不要青岛: which make is not wanted. */
/** 排骨太贵就不要了，换成鸡腿: taken out of what was ordered, with the reason before. */
const TOO_DEAR = pattern(
  () =>
    /^(?:太|有点|这么|那么|又)+(?:贵|肥|油|咸|辣|甜|沉|重|大|小|硬|老)了?(?:那|就|还是|先|我)*(?:不要|不买|不订|别要|别买|别送)(?:了|啦|吧|$)/u,
)
const SWAPS = pattern(() => /^(?:就|那|请|麻烦|[帮给替]我|都)*[换改](?:成|为)/u)
const NOT_WHICH = pattern(() => /^(?:的|,|就|先)*不要(?:的|喝|吃|用)?$/u)
/** 红豆一斤我要包豆包: what is made of it. */
const MADE_OF_DOUGH = new Set(['豆包', '饺子', '包子', '馄饨', '粽子', '汤圆', '黏豆包'])
/** 包 is what is done with it, unless it counts: 三包饺子. */
const isFolded = ({ unit, amountAt, qty, start }: Need, stated: number, { text }: Message): boolean =>
  qty === null ? text[start - 1] === '包' : unit === '包' && text[amountAt] === '包' && stated >= 2
/** How it is done; 腌, 泡 alone tell no more than what it is for. */
const STEPS = pattern(
  () =>
    /克|毫升|(?:\d|[一二两三半几小大])勺(?!子)|匙|分钟|小时|钟头|适量|少许|下锅|出锅|焯|翻炒|切[成丝片块丁末]|放[入点进]|倒入|加[水入盐糖]|[得该]放|真香|好吃/u,
)
const PREPARES = pattern(() => /腌|泡|[炒炖煮蒸]了/u)
/** 阿胶要两盒不是一盒. */
const NOT_THAT_MANY = pattern(
  () =>
    /, not (?:one|two|three|four|five|six|\d+)|[,\s]?(?:而)?不是(?:\d|[一二两三四五六七八九十半])[^,。]{1,3}$|不是(?:\d|[一二两三四五六七八九十半])[^,。]{1,3}[,]?(?:而)?是(?:\d|[一二两三四五六七八九十半])|\d[a-z ]{0,12} not \d/u,
)
/** 螺蛳粉不要桶的要袋的: of the same, another make. */
const OTHER_MAKE = pattern(() => /^(?:就|先|都|的|那个)*不要[^,。]{1,4}的,?(?:要|换|来|买)(?:成|点)?[^,。]{1,6}的/u)
/** 酸奶多来两盒, 盐再加一袋. */
const MORE = pattern(
  () =>
    /^(?:请|麻烦|给我|帮我|,|\s)*(?:多(?:来|加|要|给|拿|订|带|送|买|整|捎)|再(?:给我|帮我)?多?(?:来|加|要|给|拿|订|带|送|买|整|添|补|捎|搭|饶|多)|追加|加上?|添|补|另加)(?:我|上)?\s?(?:\d|[一二两三四五六七八九十半个])/u,
)
/** 泡面要红烧的，别拿酸菜的; 电池要7号的，5号写错了: which of a kind, and which not. */
const WHICH = pattern(() => /^(?:我|就|都|还是)*要(?:的是)?(?!了)[^,。]{1,8}(?:的|号|码|款|味|段)?$/u)
const NOT_THE_OTHER = pattern(
  () =>
    /^(?:别|不要|不是|甭)(?:拿|给|要|买|送|来|弄|拿成)?(?:我)?[^,。]{1,8}的?$|^(?:刚才|刚刚|上面|前面|之前|原来)?(?:我)?(?:说|写|报|要|订|填)?(?:的)?[^,。]{1,8}(?:不对|写错|说错|报错|错了|不是)/u,
)
/** 可乐还要，但改成无糖的: which of a kind, said in the next clause. */
const CHANGED_KIND = pattern(() => /^(?:但是?|不过|就|那|给我|帮我|都)*(?:改|换)(?:成|为|个)?(?![新好])[^,。]{1,5}的(?:吧|哈|啊)?$/u)
/** Units of a meal, not of a purchase. */
const SIPS = new Set(['杯', '朵', '滴', '口', '堆'])
const BOWLS = new Set(['碗', '碟'])
/** Nobody cooks by the case. */
const BOUGHT_BY = new Set([...'箱袋盒瓶桶包提件板罐'])
/** 那半颗白菜开花了: what is there is pointed at. */
const POINTED_AT = new Set([...'那这'])
const SPOONS = new Set(['勺', '匙', '汤匙', '茶匙', '汤勺'])

/** 黄桃罐头两瓶，酸梅粉一袋: beside a known thing that is counted, what is counted so is goods. */
const PACKED = new Set(['斤', '袋', '盒', '瓶', '箱', '桶', '罐', '公斤', '提'])

/** `stated`: how many things of the message have a quantity with a measure; `knownStated`: how many of them a catalogue knows; `spare`: how many signs belong to none. */
export const scale = (message: Message, stated: number, knownStated: number, spare: () => number) => {
  /** Asked only where something hangs on it. */
  const taken = (message.may(AD) || message.may(PRICED) || has(message.cues, 'price')) && takenAtPrice(message)
  const ad = isAd(message, taken)
  const toMachine = message.says(TO_A_MACHINE)
  const companion = message.says(COMPANION)
  const forMeal = has(message.cues, 'recipe') && message.says(FOR_MEAL)
  /** 要做红烧肉，五花肉两斤，冰糖一袋: several amounts, and nothing of how it is done. */
  const toBuy = stated >= 2 && has(message.cues, 'recipe') && !message.says(STEPS) && !message.says(PREPARES)
  const groupBuy = message.says(GROUP_BUY)
  const moods: (Mood | undefined)[] = []

  /** How little a name says that nobody knows. */
  const doubt = (line: Need, asked: boolean): number => {
    if (spare() <= 2 || (knownStated > 0 && PACKED.has(line.unit ?? '') && !line.implied)) return 1
    const counted = COUNTS.has(line.unit ?? '') && stated < 2
    return (counted ? 3 : 1) + (asked ? 0 : 2) + (line.implied ? 2 : 0)
  }

  /** 盐两袋还有苹果三斤: what stands between two counted things adds the second. */
  const joinsOn = (one: Need | undefined, other: Need | undefined): boolean =>
    one?.qty != null && other?.qty != null && one.clause === other.clause && message.between(one.end, other.start, AND_MORE)

  return (line: Need, before: Need | undefined, after: Need | undefined): void => {
    const { clause } = line
    const asking = line.askedAt < 0 ? line.at : line.askedAt
    const mood = moods[asking] ?? moodOf(message.clauses[asking] ?? clause, message, taken)
    moods[asking] = mood
    const { start, end, named } = line
    const from = Math.max(clause.start, start - REACH)
    const limit = after !== undefined && after.clause === clause ? after.start : clause.end
    const untilBehind = Math.max(Math.min(limit, named + REACH), named)
    const untilRest = Math.max(Math.min(limit, end + REACH), end)
    const inFront = (words: Pattern): boolean => message.between(from, start, words)
    /** Right behind the name, or behind the quantity. */
    const behind = (words: Pattern): boolean =>
      message.between(named, untilBehind, words) || (end !== named && message.between(end, untilRest, words))
    const following = message.clauses[line.at + 1]
    const next = line.qty === null && following !== undefined && following.sentence === clause.sentence ? following : null
    /** 加水煮面: what a dish is made with, while it is told how. */
    const seasons = line.qty === null && has(message.sentences[clause.sentence]?.cues ?? 0, 'recipe') && inFront(SEASONS)
    const owned =
      message.between(Math.max(clause.start, start - 24), start, OWNS) || message.between(Math.max(clause.start, start - 14), start, STORED)
    const inquired = message.between(Math.max(clause.start, start - 24), start, DO_YOU_HAVE)
    const direct =
      (DIRECT.standBefore(message.text, from, start) && !seasons && !owned && !inquired) ||
      inFront(REMINDED) ||
      (stated === 0 &&
        (message.between(named, named + 8, ANY_WILL_DO) ||
          (after?.clause === clause && after.start - named <= 1 && message.between(after.named, after.named + 8, ANY_WILL_DO)))) ||
      (line.amountAt > named && DIRECT.standBefore(message.text, Math.max(named, line.amountAt - REACH), line.amountAt)) ||
      message.between(named, Math.min(clause.end, named + 8), WANTED_BEHIND)
    const ranOut = mood.ranOut
    const deniesAmount =
      (line.qty !== null && message.between(named, untilBehind, DENIED_AMOUNT)) || message.between(named, untilBehind, NOT_SO_MUCH)
    /** 要花生油不要豆油: the denial is of what follows it. */
    const deniesNext =
      direct &&
      after?.clause === clause &&
      message.between(named, after.start, DENIES_NEXT) &&
      !message.between(after.named, after.named + 3, ASKS_FOR)
    const negated =
      !deniesAmount &&
      !deniesNext &&
      (inFront(NOT_THAT) ||
        (inFront(NEGATED_BEFORE) &&
          !(before?.clause === clause && before.negated && message.between(named, named + 3, ASKS_FOR)) &&
          (!inFront(OR_RATHER) || message.between(named, named + 4, BUT_IS))) ||
        (behind(NEGATED_BEHIND) && !(after?.item === line.item && message.between(line.end, after.start, NOT_WHICH))) ||
        (following !== undefined && behind(TOO_DEAR) && message.says(SWAPS, following)) ||
        (next !== null && message.says(DROPS_NEXT, next)) ||
        (next === null && following?.sentence === clause.sentence && message.says(STRIKES_NEXT, following)))
    const there =
      !ranOut &&
      line.op !== 'set' &&
      line.askedAt < 0 &&
      !direct &&
      (owned ||
        (inFront(HAVE_BEFORE) &&
          (!inFront(AND_ALSO) || message.between(named, named + 2, STILL_THERE)) &&
          !(line.unit !== null && stated >= 2 && inFront(ALSO_COUNTED)) &&
          !joinsOn(before, line)) ||
        (behind(HAVE_BEHIND) && !joinsOn(line, after)) ||
        (next !== null && message.says(HAS_NEXT, next)) ||
        (before?.inStock === true && before.clause === clause && (start - before.end <= 1 || message.between(before.end, start, AND)))) &&
      !message.between(named, untilBehind, ASKED_BEHIND)
    let weight = mood.talk + (direct ? 0 : mood.idleTalk)
    if (line.qty !== null || line.unit !== null || line.sized) weight += line.unit === null && !line.sized ? 2 : 3
    if (direct) weight += 2
    else if (mood.wants) weight += inFront(USED_FOR) ? 2 : 1
    if (ranOut && !negated) weight += 2
    if (line.good !== null && next !== null && message.says(WANTED_AGAIN, next)) weight = Math.max(weight, WISHED)
    if (line.good !== null && next !== null && message.says(IF_THERE, next)) {
      weight = Math.max(weight, WISHED)
      if (message.says(ONE_OF_IT, next)) {
        line.qty = 1
        line.unit = '个'
      }
    }
    if (message.says(CONTENTS_ASKED, clause)) weight -= 5
    if (line.good !== null && message.between(clause.start, start, THOUGHT_OF)) weight += 2
    if (line.qty !== null && line.op === null && !negated && inFront(SAID_BEFORE)) line.op = 'set'
    const ahead = previous(message.clauses, line.at)
    if (
      line.good !== null &&
      (message.between(clause.start, start, LEFT_OUT_ONE) || (ahead !== undefined && message.says(LEFT_OUT_ONE, ahead)))
    ) {
      weight = Math.max(weight, WISHED)
      line.op = 'add'
    }
    /** 我要的是生抽不是老抽. */
    if (message.between(from, start, IT_IS) && message.between(named, named + 3, IS_NOT)) {
      weight += 1
      line.op = 'add'
    }
    if (
      line.op === null &&
      line.qty === null &&
      following !== undefined &&
      message.between(named, clause.end, WHICH) &&
      message.between(following.start, following.start + REACH_NEXT, NOT_THE_OTHER)
    ) {
      line.op = 'set'
      weight += 2
    }
    if (
      line.op === null &&
      line.qty === null &&
      line.good !== null &&
      after?.at !== line.at + 1 &&
      following !== undefined &&
      message.says(CHANGED_KIND, following)
    ) {
      line.op = 'set'
      weight += 2
    }
    if (mood.changes || line.op === 'set') weight += 2
    if (line.askedByName) weight += 3
    if (line.good === null && line.within === null) weight -= doubt(line, direct || mood.wants)
    if (line.good === null && /^[a-z]+$/iu.test(line.item) && /[\u4e00-\u9fa5]/u.test(message.text)) weight -= 2
    if (MADE_OF_DOUGH.has(line.item) && isFolded(line, stated, message)) weight -= 9
    if (SIPS.has(line.unit ?? '') && !direct && line.unit !== line.good?.unit) weight -= 2
    if (BOWLS.has(line.unit ?? '') && line.unit !== line.good?.unit) weight -= 2
    if (stated >= 2) weight += 1
    if (before !== undefined && before.at === line.at - 1 && before.qty !== null && line.qty !== null) weight += 1
    if (message.places.length > 0) weight += 1
    if (ad) weight -= 6
    if (groupBuy) weight -= 3
    if (companion) weight -= 3
    if (toMachine) weight -= 9
    if (line.qty === null && stated >= 2 && (inFront(DISH) || message.between(named, named + 4, LETS_GO))) weight -= 6
    if (there) weight -= 5
    if (line.qty === null && inFront(THEIR_TASK)) weight -= 4
    /** 墙上贴了一张纸: paper is bought by the pack. */
    if (line.unit === '张' && line.good?.category === '纸品') weight -= 6
    if (line.qty === null && behind(TO_BE_KEPT)) weight -= 9
    if (line.qty !== null && message.between(Math.max(clause.start, line.amountAt - 1), end, BY_HUNDREDS)) weight -= 9
    if (line.qty === null && (inFront(TURNED_INTO) || behind(EATEN_UNTIL))) weight -= 9
    /** 土豆、青椒、茄子各两个，地三鲜安排: what is cooked of it. */
    if (line.qty === null && after === undefined && stated >= 2 && line.good?.category === '熟食' && !has(clause.cues, 'add')) weight -= 6
    if (!mood.changes && !direct && line.amountAt === start && POINTED_AT.has(message.text[start - 1] ?? '·')) weight -= 3
    if (SPOONS.has(line.unit ?? '')) weight -= 4
    if (
      has(message.sentences[clause.sentence]?.cues ?? 0, 'recipe') &&
      !direct &&
      !ranOut &&
      !line.heard &&
      !(line.unit !== null && forMeal)
    )
      weight -=
        (mood.wants && line.qty !== null) ||
        BOUGHT_BY.has(line.unit ?? '') ||
        (line.unit !== null && (toBuy || (stated >= 2 && !has(clause.cues, 'recipe') && !message.says(STEPS))))
          ? 1
          : 3
    if (line.loose > 8 && !direct && !mood.changes) weight -= line.loose > 16 ? 3 : 1
    if (has(message.cues, 'announce') && stated === 0) weight -= 3
    if (
      message.between(named, untilBehind, PREPARED_ALREADY) ||
      (line.qty === null && line.good !== null && message.between(named, named + 3, BOILED)) ||
      message.between(clause.start, start, THANKS_FOR) ||
      (line.qty === null && message.between(named, named + 6, ALLERGIC)) ||
      message.between(named, untilBehind, UNCHANGED) ||
      (line.qty === null && inFront(KEPT)) ||
      message.between(named, untilBehind, TAKEN_AWAY) ||
      (line.qty === null && before?.qty != null && message.between(named, untilBehind, PREPARED))
    )
      weight = -9
    if (line.qty === null && message.between(named, Math.min(clause.end, named + 14), IF_NONE)) weight = -9
    if (line.op === null && line.qty !== null && message.between(named, untilBehind, MORE)) line.op = 'add'
    if (line.op === null && line.qty !== null && message.between(Math.min(end, named), untilRest, NOT_THAT_MANY)) line.op = 'set'
    if (line.op === null && message.between(named, named + 16, OTHER_MAKE)) line.op = 'set'
    if (deniesAmount) {
      line.op = 'set'
      const counted = message.amounts.filter(({ from: first }) => {
        const at = message.tokens[first]?.start ?? 0
        return at >= named && at < clause.end
      })
      if (counted.length < 2 && !message.between(Math.max(named, line.amountAt - 3), line.amountAt, INSTEAD)) {
        line.qty = null
        line.unit = null
      }
    }
    if (line.standsIn && before !== undefined && before.at >= line.at - 1 && before.good !== null && mood.talk > -4)
      weight = Math.max(weight, before.negated || before.clause === clause ? SWAPPED : weight)
    line.weight = weight
    line.negated = negated && mood.talk > -4
    line.ranOut = ranOut
    line.inStock = there
  }
}
