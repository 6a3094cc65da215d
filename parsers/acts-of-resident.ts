/** What a resident's message does besides ordering: binding, signing, complaining, asking, calling for help in daily things. */

import { STRONG_SET } from './amends.js'
import { plainlyIn, plainlyTold } from './forms-of-problems.js'
import { type Need, TAKE } from './matchers/need.js'
import { type Clause, has, type Message } from './message.js'
import { pattern } from './pattern.js'
import type { ProblemKind, Span } from './types.js'
import { CANCEL_ALL, CANCEL_IN_FORM, IS_TO_STAND } from './words/cancels.js'
import { NOT_TO_BUY } from './words/pressing.js'
import {
  ASKS_ANEW,
  BESIDE_DELIVERY,
  BESIDES,
  CAME_BROKEN,
  DAMAGED,
  DAMAGED_PLAINLY,
  HOUSE,
  LATE,
  MISSING_BESIDE,
  MISSING_PLAINLY,
  NOT_AGAIN,
  NOT_PROBLEM,
  SPOILING,
  WAITED,
  WRONG,
} from './words/problems.js'
import { OF_THE_OFFICE, QUERY, QUERY_ABOUT, QUERY_NOT, WHEN_OR_HOW } from './words/queries.js'
import { RECEIPT, RECEIPT_NOT } from './words/receipts.js'
import { REQUEST, REQUEST_NOT } from './words/requests.js'
import { SLIP } from './words/slips.js'
import { RETORT } from './words/talk.js'

export const BIND = pattern(
  () =>
    /^(?:hi|hello|hey|good \w+)?[,. ]*(?:this is )?[\d栋单元号楼#-]{3,14}\s?here(?=$|[,.!] ?(?:$|please|pls|thanks|nice))|(?:我是|我就是(?=\d)|换(?:了|个)?新?(?:微信|号|手机)[^,。]{0,4},|俺是|在下(?!面)|我系|我係|i am in|i'm in|i live (?:in|at)|(?:my|our) (?:apartment|flat|home|place|house|address|unit|room|door) is|this is building|just (?:moved in|joined)|new (?:here|in the group|to the group|neighbou?r)|i live here|我叫(?!的|了|人|外|车|救|他|她|你|啥|什)[\u4e00-\u9fa5]{2,3}[,\s]|我住|我家住|俺住|我家(?:是|在|门牌)|我屋头|我屋企|报到|报道|我们住|我们家是|我们是|家住|住在|住户|新邻居|住(?!院|了院|手|嘴|宿|校)|是我(?:奶|妈|爸|爷|姥|婆婆|公公)[^,。]{0,2}家|我(?:们)?家?(?:门牌|房号|地址)?不是[^,。]{1,8},?(?:而)?是|本人|门牌(?:号)?(?:是|:)?|地址(?:是|:)?|房号|搬到|搬进(?!屋|家门|门|楼)|搬去|搬来|换到|现在(?:是|住)?|新来的|(?:新|刚)(?:进|入|加)群|我这(?:边|里|儿)?是|改成|应该是|报个到|登记一下|登记|绑定|群名片|群(?:名|昵称)[^,。]{0,3}改|改(?:个|一下)?备注|(?:业主|户主|租户|租客)(?:$|[,。!]))/u,
)
const BIND_NOT = pattern(
  () =>
    /签收|是我(?:家)?(?:取|领|拿|提|收)(?:走)?(?:的|了)|(?:袋子?|包|箱子?|标签|单子|名条|条子?|字条|纸条|贴纸|名字)(?:上)?(?:面)?(?:写|贴|标|印|打)(?:着|的)|需求:?\s?(?:无|没有|暂无)|(?:送|拿|拎|放|贴|搬|提)错|(?:的时候|那会儿?|那时候|那年|小时候|以前|从前|当年|原先)[^。]{0,10}住(?![^。]*(?:现在|搬[到来进去]|如今|改|换))|已送达|各位(?:住户|居民|业主)(?!们?好)|住户注意|其余|(?:他|她|我妈|我爸|老人|大爷|大娘)住|楼上|对门|(?<!新)邻居(?!们?(?:大家)?(?:好|早|您好|你好))|谁住/u,
)
/** 我家501，以后多关照: a door and a greeting, no more. */
const MY_HOME = pattern(() => /^(?:大家好|你好|您好|各位好|,|\s)*(?:我|俺|咱|阿拉)(?:家|屋)?(?:是|在|这边)?$/u)
const GREETING = pattern(() => /^[的户室号,。!\s]*(?:以后|请?多|大家|邻居|谢谢|麻烦|请|姓|备注|叫我|你好|关照|新|刚)/u)

/** 高建国，23栋2单元101. */
const FULL_NAME =
  /^(?:([\u4e00-\u9fa5])\1|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲家封储靳段焦牧山谷车侯全班秋仲宫宁仇栾甘厉戎祖武符刘景詹龙叶司黎乔苍闻党翟谭贡姬申冉桑桂牛寿通边燕冀尚农温庄晏柴瞿阎连习容向古易廖终居衡步都耿满匡国文寇广东欧利蔚越师巩聂晁勾敖融冷辛简饶沙丰关相查后荆红游竺权盖益桓公][\u4e00-\u9fa5]{1,2})[,\s]$/u
/** 502 姓刘. */
const SIGNS = pattern(() => /^[\s,:]*(?:(?:免贵)?姓[\u4e00-\u9fa5]|业主|户主)/u)

const LATIN = /[a-z]{3} [a-z]/u
export const readsAsBind = (message: Message, needs: readonly Need[]): boolean => {
  const place = message.places.find((one) => one.room !== null)
  if (
    place === undefined ||
    message.text.length > (LATIN.test(message.text) ? 100 : 60) ||
    needs.some((need) => need.weight > 1) ||
    message.says(BIND_NOT)
  )
    return false
  const before = message.text.slice(0, place.start)
  const behind = message.text.slice(place.end)
  return (
    message.says(BIND) ||
    (message.says(MY_HOME, before) && message.says(GREETING, behind)) ||
    (before.trim() === '' && message.says(SIGNS, behind)) ||
    (behind.trim() === '' && FULL_NAME.test(before))
  )
}

/** Who comes new or moves tells it beside an order; a bare door only says where to. */
export const INTRODUCES = pattern(
  () =>
    /just (?:moved in|joined)|new here|刚[进加入]群|新来的|新住户|新邻居|新业主|[刚新]搬[来到进]|报到|报个到|搬家了|搬到|搬去|绑定|(?:改|换)(?:了|个|一下)?(?:备注|名片|群名片|门牌|地址)/u,
)
/** 想买一床被子，刚搬来屋里啥也没有，301的; 刚搬来看不懂怎么接龙，想买: why it is wanted, or asked for in this way. */
const AS_A_REASON = pattern(
  () =>
    /(?:[刚新]搬[来到进]|[刚新][进加入]群)[^。]{0,16}(?:[看弄搞]不(?:懂|明白|来|清)|不(?:太)?(?:懂|会|知道|清楚|晓得|明白|熟)|第一次|头一[回次]|没(?:订|买|弄|用)过|都没(?:有|得)?(?:$|[,。]))|(?:不(?:太)?(?:懂|会|知道|清楚|晓得)|第一次)[^,。]{0,6},?[^,。]{0,4}[刚新]搬[来到进]|[刚新]搬[来到进][^。]{0,6}(?:什么|啥|甚)(?:都|也)(?:没|冇|缺)|[刚新]搬[来到进]?[^。]{0,6}(?:缺|空空)/u,
)
export const bindsBeside = (message: Message, needs: readonly Need[]): boolean =>
  message.says(INTRODUCES) &&
  !message.says(AS_A_REASON) &&
  message.places.some((place) => place.room !== null) &&
  message.clauses.some((clause) => message.says(INTRODUCES, clause) && !needs.some((need) => need.clause === clause))

/** 尿裤到了, 收到水果: what came is named. */
const CAME = pattern(() => /^(?:都|也|已经|全|终于)?到(?:了|手|啦)(?!吗|没|么|哪|期|\?)/u)
/** 收到油了, not 收到面试通知. */
const ENDS = pattern(() => /^(?:$|[了啦,。!谢])/u)
const GOT = pattern(() => /(?<![没未不])收到了?$/u)
const hasCome = (message: Message): boolean =>
  (message.may(CAME) || message.may(GOT)) &&
  message.tokens.some(
    (token) =>
      token.good !== null &&
      ((message.between(token.end, token.end + 6, CAME) && (token.end - token.start > 1 || token.start === 0)) ||
        (message.between(Math.max(0, token.start - 4), token.start, GOT) &&
          (token.end - token.start > 1 || message.between(token.end, token.end + 1, ENDS)))),
  )

/** 收到，另外麻烦带一包盐: what is asked for besides says nothing of the receipt. */
export const readsAsReceipt = (message: Message): boolean => {
  if (!message.may(RECEIPT) && !message.may(CAME) && !message.may(GOT)) return false
  const from = message.find(BESIDES)?.index ?? 0
  const part = from === 0 ? message.text : message.text.slice(0, from)
  return (message.says(RECEIPT, part) || hasCome(message)) && !message.says(RECEIPT_NOT, part)
}

/** 大米3袋 油1桶 都齐了: a list that is signed for at its end, and nothing asked for. */
export const listsReceived = (message: Message, needs: readonly Need[]): boolean => {
  if (needs.length < 2 || !readsAsReceipt(message) || has(message.cues, 'want') || has(message.cues, 'add')) return false
  const found = message.find(RECEIPT)?.index ?? 0
  const signed = message.clauses.findIndex((clause) => clause.end > found)
  return needs.every((need) => need.at < signed && !need.negated)
}

/** What is named in a clause of receipt or complaint is spoken of, not wanted, up to the words that ask for more: 收到 顺便再来两袋面. */
export const isOnlyTold = (message: Message, clause: Clause): boolean => {
  const from = message.find(BESIDES, clause.text)?.index ?? 0
  const part = from === 0 ? clause : { start: clause.start + from, end: clause.end }
  return (
    (message.says(RECEIPT, part) && !message.says(RECEIPT_NOT, part)) ||
    (kindIn(message, part) !== null && !asksAnew(message, part)) ||
    (message.says(SPOILING, part) && hasFault(message)) ||
    message.says(NONE_BROKEN, part)
  )
}

/** 鸡蛋一个没碎，收好了: counted to say that all are whole. */
const NONE_BROKEN = pattern(
  () => /(?<!\d)[一1](?:个|只|枚|块|瓶|袋|盒|点|棵|根)(?:都|也)?(?:没|不)(?:碎|破|坏|烂|洒|漏|裂|缺)(?![^。]*(?:再|另外|还要))/u,
)

/** 锅坏了要买一个: another is wanted; 送来的锅坏了要换一个 is a complaint. */
const asksAnew = (message: Message, part?: Span): boolean => message.says(ASKS_ANEW, part) && !message.says(CAME_BROKEN, part)

/** A fault of the house that somebody is asked to mend: what it spoils was not delivered so. */
const hasFault = (message: Message): boolean => message.says(HOUSE) && readsAsRequest(message)

/** Needs that stand beside a receipt or a complaint with words of their own: 东西都到了，再要一袋盐. */
export const wantedBesides = (message: Message, needs: readonly Need[]): Need[] => {
  /** 今天要：豆腐2块，香菇半斤: with the words that ask a list begins. */
  let asked = false
  return needs.filter((need) => {
    const asking = message.clauses[need.askedAt] ?? need.clause
    const counted = need.qty !== null && !isOnlyTold(message, asking)
    asked ||= counted && message.says(BESIDES, asking)
    return counted && asked
  })
}

/** 别人家都收到了, 其它的都拿到了: that signs for nobody, or for a part. */
const NOT_ALL_MINE = pattern(() => /人家|别人|别家|邻居|楼上|楼下|对门|隔壁|大家|他们|其他|其它|别的|其余|剩下/u)
/** 菜 is all that was brought. */
const WHOLE = '菜'
const namesGoods = (message: Message, { from, to }: Clause): boolean =>
  message.tokens.slice(from, to).some((token) => token.good !== null && message.text.slice(token.start, token.end) !== WHOLE)

/** 收到了，就是鸡蛋碎了两个: signed for in a clause before the complaint. 米收到了，盐没有 signs for a part only. */
export const signsBefore = (message: Message, kinds: readonly ProblemKind[]): boolean => {
  if (!message.may(RECEIPT) || kinds.includes('late')) return false
  const complaint = message.clauses.findIndex((clause) => kindIn(message, clause) !== null || message.says(MISSING_BESIDE, clause))
  return message.clauses
    .slice(0, complaint)
    .some(
      (clause) =>
        message.says(RECEIPT, clause) &&
        !message.says(RECEIPT_NOT, clause) &&
        !message.says(NOT_ALL_MINE, clause) &&
        !namesGoods(message, clause),
    )
}

/** 牙刷没送到，再补一支: what did not come, beside what is wanted instead. */
export const isLateBeside = (message: Message, wanted: readonly Need[]): boolean =>
  message.says(LATE) &&
  wantedBesides(message, wanted).length > 0 &&
  message.clauses.some(
    (clause) => message.says(LATE, clause) && !wanted.some((need) => need.clause === clause && need.qty !== null && need.askedAt < 0),
  )

const DELIVERY = pattern(
  () =>
    /称[了一]|说好|下单|[放搁]我家|(?:今天|昨天|这次|这批)(?:送)?的|送|订|单|就我们?家|我(?:要|订|点)的|(?:药|菜|米|货|东西|奶)(?:到底)?还|收|袋|箱|门口|菜|东西|货|[药菜奶米货]呢|(?:闻|吃|尝)着|(?:昨天|前天|订)的?[药菜奶米货],|没法吃|没法用|不能吃|化冻|粘(?:在)?一|发|[就才只]给|那份|催|点(?:到|送)|说(?:今天|上午|下午|好)[^,。]{0,4}(?:到|送|来)|给的|拿|我家的|我那|[面米]袋|袋子|盒|瓶|包|order|deliver|groceries|bag|box|package/u,
)

/** 没给盐, 盐没送: what is named did not come. */
const NOT_GIVEN = pattern(() => /(?<![有还])没(?:给|送|放|装)$/u)
const NOT_CAME = pattern(() => /^(?:没|未)(?:送|给|放|装)(?:来|上来|过来)?(?:$|[,。!啊呀])/u)
export const missesGood = (message: Message): boolean =>
  (message.may(NOT_GIVEN) || message.may(NOT_CAME)) &&
  message.tokens.some(
    ({ good, start, end }) =>
      good !== null &&
      (message.between(end, end + 6, NOT_CAME) ||
        (message.between(Math.max(0, start - 3), start, NOT_GIVEN) && message.between(end, end + 1, ENDS_CLAUSE))),
  )
const ENDS_CLAUSE = pattern(() => /^(?:$|[,。!啊呀])/u)

/** 纯净水两桶，电梯坏了辛苦了: what is out of order at home or in the house was not delivered so. */
const OUT_OF_ORDER = pattern(
  () =>
    /(?:电梯|单元门|楼门|门禁|路灯|楼道灯|暖气|水管|下水道?|热水器|油烟机|洗衣机|电视机?|空调|网线?|冰箱|冰柜|燃气灶|煤气灶|灶台?|马桶|淋浴|手写板|键盘|手机屏?|眼镜|电脑|平板|打印机|推车|小车)(?:又|也|都|还|今天|老|给)*(?:坏|停|堵|漏|不转|不亮|不好使|不好用)(?:着|了)?/gu,
)
const withoutHouse = (message: Message, text: string): string => message.rewritten(OUT_OF_ORDER, text, (words) => '◇'.repeat(words.length))

/** The plain kinds, as one clause says them. */
const kindIn = (message: Message, part: Span): ProblemKind | null => {
  const text = message.text.slice(part.start, part.end)
  if (message.says(NOT_PROBLEM, text) || message.says(SLIP, text)) return null
  if (message.says(WRONG, text)) return 'wrong'
  if (message.says(DAMAGED_PLAINLY, withoutHouse(message, text))) return 'damaged'
  return message.says(MISSING_PLAINLY, text) ? 'missing' : plainlyIn(message, part)
}

const isNoProblem = (message: Message): boolean =>
  message.says(NOT_PROBLEM) || (message.amounts.length > 0 && message.says(NOT_AGAIN)) || message.says(SLIP)

export const complains = (message: Message, clause: Clause): boolean => kindIn(message, clause) !== null

export const isPlainProblem = (message: Message): boolean => {
  if (asksAnew(message) || isNoProblem(message)) return false
  return (
    plainlyTold(message) !== null ||
    message.says(WRONG) ||
    message.says(DAMAGED_PLAINLY, withoutHouse(message, message.text)) ||
    message.says(MISSING_PLAINLY) ||
    (message.says(MISSING_BESIDE) && message.says(BESIDE_DELIVERY)) ||
    (message.says(LATE) && message.says(WAITED))
  )
}

export const NEIGHBOURLY = pattern(
  () =>
    /(?:anyone|anybody|any neighbou?rs?)[^.?]{0,16} (?:have|got|has|with)[^.?]{0,16}(?:spare|extra|to lend|to share)|(?:can|could|may) (?:i|we) borrow|(?:like|want|need|hoping) to borrow|(?:有没有|有|哪位|哪个)[^,。]{0,3}(?:邻居|街坊)[^,。]{0,3}(?:能|可以|肯)?(?:借|匀|让)|(?:有没有人|谁|有人|谁家)[^,。]{0,4}换[^,。]{1,8},?我[^,。]{0,2}[用拿][^,。]{1,8}换|谁家(?:有)?(?:不要|多余|用不着)的[^,。]{1,6}(?:给|留|借|送)|谁家(?:还)?有(?!多的可以匀)|匀(?:我|给|点|两|一|几|出)|(?<!(?:谢|感)[^,。]{0,12})借(?:我|用|一下|点|个|两|一)|谁有[^,。]{0,10}(?:匀|借|给)|用完[^,。]{0,8}(?:归还|奉还|送还|还回|还给|还您|还你)|(?:有人|哪家|邻居|各位)(?:家)?(?:里)?(?:还|能)?有[^,。]{1,10}(?:吗|么|没)(?!货)/u,
)

export const OFFERS = pattern(
  () =>
    /(?:谁|有人|哪位)要(?:带|捎)(?:东西|点|啥|什么)?的?(?:吗|么|不)|谁(?:家)?(?:还)?要(?:买|带|捎|订)?[^,。?]{1,6}[?,。吗么][^。]{0,16}(?:捎|带|买)[^,。]{0,6}(?:不费事|不麻烦|方便|顺手|顺便)|(?:多[订买报要拿]了|有多的?)[^。]{0,12}(?:哪位|哪家|谁)(?:家)?要[^。]{0,6}(?:原价|平价|白|免费)?(?:让|匀|给|送|拿)|(?:送给|白给|免费给|转给)(?:有)?(?:需要|用得[上着])的|(?:没拆封?|没开封?|全新|未拆)[^。]{0,14}(?:自取|来拿|来取|白给|送)|(?:买|囤|订|做)多了[^。]{0,14}(?:白给|自取|来敲|来拿|敲我?门?)|谁(?:家)?(?:还)?(?:要(?![去是不])|缺|需要|用得[上着])[^,。?]{1,8}[?,。吗么]{1,3}(?:我|俺|咱)(?:们)?(?:家|这|这儿|这边)?(?:里)?(?:还)?(?:有(?!没|急)|(?:\d|[一两二三四五])[\u4e00-\u9fa5][^,。]{0,4}(?:没|多|用不))|谁(?:家)?(?:想|要)(?:尝尝?|吃|试试|喝)[^,。]{0,4}(?:来|说|敲|找|自取|@)|谁(?:家)?(?:要是|还)?(?:要用|想用|用得[上着]|缺|需要|想?要(?![去是不])|不嫌弃|稀罕)[^,。?]{0,6},?(?:就|可以|请)?(?:说(?:一声|话|下)|吱(?:一?声|声)|言语|喊(?:我|一声|一嗓子)|敲(?:门|一下)|来(?:我家|\d|拿|取|敲|找|揪|拔|摘|端|我这)|找我|联系我|滴我|私我|招呼)|(?:我家|我这|家里)(?:多出|多了|多)[^。]{1,24}(?:自取|来拿|来领|匀给)|(?:anyone|anybody|who) (?:else )?(?:wants?|needs?) |(?:哪个|哪家|谁|谁家|有人)(?:家)?(?:还)?(?:缺|要|需要|用得[上着])[^,。?]{1,10}[?,。]{0,2}[^。]{0,24}(?:白送|送人|自取|来拿|匀给|不要钱|免费)|(?:有没有|有|谁)[^,。]{0,3}(?:缺|要|需要)[^,。]{1,8}的,?(?:我|俺)(?:家|这)?(?:还)?(?:多|有|剩|[囤买订拿](?:得)?多)|(?:我家|我这|家里)[^,。]{1,8}有(?:富余|多余|多的|剩的|不少|好几)的?(?=[^。]{0,14}(?:要|需要|用|缺|拿|取|给))|(?:我家|我这|我)(?:还)?有(?:多|剩|一[箱袋兜筐]|好多)[^。]{0,14}(?:匀|送|拿|分|给大家|自取)|随便拿(?![几两一二三四五\d点些])|(?:有没有人|有人|谁)(?:家)?(?:还)?(?:急)?(?:缺|要|需要|用得[上着])[^,。?]{1,10}[?,。吗么]{1,3}(?:我|俺)(?:们)?(?:家|这|这儿)?(?:里)?(?:还)?(?:多|有多|囤多|剩|买多|富余)|(?:哪家|谁家|谁|哪位)[^。]{0,14}(?:要用|需要|要的|急用)[^,。]{0,4}(?:来|到|上|找)[^,。]{0,8}(?:拿|取|领)|(?:可以|能)?匀给(?:大家|需要|邻居|发烧|有)|免费(?:送|拿|领|借)|来我家(?:门口)?(?:拿|取|领|借)|自己来(?:掐|拿|取|摘|薅|拔)|谁(?:家)?(?:想|要|需要)(?:用|量|测|借|玩|看)[^,。]{0,4}(?:来|到|找|敲)|谁要(?:就|的)?(?:来|自)?(?:拿|取)|谁要[^,。]{0,4}送|(?:我家|我这|家里)(?:还)?(?:有|多)[^。]{1,16},(?:有)?谁要(?:$|[,。!?~吗])|(?:蒸|煮|炖|包|烙|烤|炸|做|腌|熬)(?:了|好了|多了)[^。]{1,14},?[^,。]{0,6}(?:出来|过来|来|上来|下来|到我家)(?:拿|取|端|尝|盛)/u,
)

/** 谁家有孩子拿去吧: whoever takes it may keep it. */
const TAKE_IT = pattern(
  () =>
    /(?:谁|哪家|哪位|哪个|有人|想要的|需要的|不嫌弃的)(?!把)[^,。我?]{0,8}(?:(?:来|就|可以|自己)?(?:拿|领|抱|拎|端|取)(?:去|走)(?!了|一下|的)|(?:来|就|可以|自己|自行)(?:拿|领|抱|拎|端|取)(?=$|[,。!吧哈]))/u,
)

/** 我家有多的可以匀: a neighbour gives away. */
export const offersToNeighbours = (message: Message): boolean => message.says(OFFERS) || message.says(TAKE_IT)

/** Asked of a neighbour, not of the shop. */
export const asksNeighbours = (message: Message): boolean =>
  message.says(NEIGHBOURLY) &&
  !message.says(TAKE_IT) &&
  !/不借|没借|借给[^,。]{1,8}了|不(?:用|着急|急)还|听说|不是问|问的是|我家有多|多的可以匀|匀给|谁要|改成|改为|加到/u.test(message.text)

/** What went wrong with an order, each kind once; two where two clauses name two things. */
export const problemsIn = (message: Message, needs: readonly Need[], ordered: boolean): ProblemKind[] => {
  const { text } = message
  if (
    isNoProblem(message) ||
    (message.says(HOUSE) && needs.length === 0 && plainlyTold(message) === null) ||
    (message.says(SPOILING) && hasFault(message))
  )
    return []
  const concerns =
    needs.length > 0 ||
    (message.says(DAMAGED_PLAINLY) && message.tokens.some((token) => token.good !== null)) ||
    message.says(DELIVERY) ||
    missesGood(message) ||
    plainlyTold(message) !== null ||
    ordered
  if (
    !concerns ||
    needs.some(
      (need) =>
        need.weight >= 4 &&
        !message.says(WRONG) &&
        !message.says(MISSING_PLAINLY) &&
        !/少|错|坏|烂|碎|破|漏|没|未|差|缺|落|只|才|是|胀|化|蔫|洒|撒|臭|馊|裂|霉|过期|虫|瘪|淌|酸/u.test(text),
    )
  )
    return []
  const told = clausesOf(needs)
    .map((clause) => kindIn(message, clause))
    .filter((kind) => kind !== null)
  if (told.length === 2 && told[0] !== told[1] && !told.includes('wrong')) return told
  const kind = problemIn(message)
  return kind === null ? [] : [kind]
}

const clausesOf = (needs: readonly Need[]): readonly Clause[] => {
  const clauses = needs.map((need) => need.clause)
  return clauses.length < 2 ? clauses : [...new Set(clauses)]
}

const problemIn = (message: Message): ProblemKind | null => {
  const told = plainlyTold(message)
  if (told !== null) return told
  if (message.says(WRONG)) return 'wrong'
  if (message.says(DAMAGED, withoutHouse(message, message.text)) && (!message.says(OWN_THING) || message.says(CAME_BROKEN)))
    return 'damaged'
  const late = message.says(LATE)
  if (late && message.says(WAITED)) return 'late'
  if (
    (message.says(MISSING_PLAINLY) || missesGood(message) || (message.says(MISSING_BESIDE) && message.says(BESIDE_DELIVERY))) &&
    !/没看见群|没看到消息/u.test(message.text)
  )
    return 'missing'
  return late ? 'late' : null
}
const OWN_THING = pattern(
  () =>
    /(?<!(?:送|发|买|订|给|收)[^,。]{0,4})(?:锁芯?|门把手?|合页|花洒|角阀|水阀|插座|开关|灯管|门铃|龙头|马桶盖?)[^,。]{0,3}坏|旧的坏了|(?:我家|家里|原来|以前|旧)(?:的|那个|那台|那口|那把)[^,。]{0,4}(?:漏|坏|破|裂|断|不转|不热|不制冷|烧|掉)(?:了|$)|以前的|坏了.{0,6}(?:要|买|想(?!吃|喝|要吃))|(?<!(?:送|发|收|给)[^,。]{0,6})(?:锅|灯|壶|车|拖把|扫把|血压计|体温计|充电器).{0,3}坏了/u,
)

/** 今天有虾吗. */
const IS_THERE = pattern(() => /[有卖].{1,2}[吗么没不]|有没有.|.怎么卖?$|.什么?$|.多少?/u)

const OF_A_WEB_SHOP = pattern(() => /淘宝|京东|拼多多|网购|闲鱼|美团/u)

/** 你们几点下班, 谁负责我们这栋: asked of nobody but the office, and no help beside it: 下水道堵了，物业有人没得. */
export const asksOffice = (message: Message): boolean =>
  message.says(OF_THE_OFFICE) &&
  !message.says(RETORT) &&
  !message.says(OF_A_WEB_SHOP) &&
  message.clauses.every((clause) => message.says(OF_THE_OFFICE, clause) || !message.says(REQUEST, clause))

export const readsAsQuery = (message: Message): boolean =>
  asksOffice(message) ||
  (message.says(QUERY) &&
    !message.says(RETORT) &&
    (message.says(QUERY_ABOUT) ||
      message.tokens.some(
        ({ good, start, end }) => good !== null && (end - start > 1 || message.between(Math.max(0, start - 3), end + 2, IS_THERE)),
      )) &&
    !message.says(QUERY_NOT))

/** 啥时候有车啥时候捎: whenever it may be. */
export const WHENEVER = pattern(() => /(?:啥时候?|什么时候|几时|哪天|多会儿)[^,。]{1,6}(?:啥时候?|什么时候|几时|哪天|多会儿)/u)

/** A question of its own beside an order: 来一斤肉，几点能送到. Whether it can be had at all is no more than asking politely. */
export const clauseAsking = (message: Message, needs: readonly Need[]): Clause | undefined =>
  message.may(WHEN_OR_HOW) && !message.says(QUERY_NOT)
    ? message.clauses.find(
        (clause) =>
          message.says(WHEN_OR_HOW, clause) &&
          !message.says(WHENEVER, clause) &&
          !needs.some((need) => need.clause === clause && (need.qty !== null || need.weight >= TAKE)),
      )
    : undefined

export const readsAsRequest = (message: Message): boolean => message.says(REQUEST) && !message.says(REQUEST_NOT)

/** 一袋米，另外水龙头滴答一宿了，能来个师傅不: a fault of the house told in clauses of its own, from the first to the last. */
export const clausesCalling = (message: Message, needs: readonly Need[]): readonly Clause[] => {
  if (!message.may(HOUSE) || !message.says(CALLS_FOR) || !message.says(REQUEST) || message.says(REQUEST_NOT)) return NONE
  const wanted = new Set(
    needs.filter((need) => need.qty !== null && need.weight >= SURELY && !message.says(HOUSE, need.clause)).map((need) => need.clause),
  )
  if (wanted.size === 0) return NONE
  return message.clauses.filter((clause) => !wanted.has(clause) && message.says(HOUSE, clause) && message.says(REQUEST, clause))
}
const CALLS_FOR = pattern(
  () =>
    /谁(?:能|会)[^,。]{0,2}(?:修|弄|通|装|看)|(?:能|帮|麻烦|请|找|叫|派|来)[^,。]{0,6}(?:人|师傅|物业|电工|修|看|弄|通|处理|解决)|[咋怎么]+[办弄整修]|报修/u,
)
const NONE: readonly Clause[] = []

/** 402那个不用了: all that a door wanted. */
const DOOR_DROPS = pattern(
  () =>
    /^(?:室|号)?(?:家)?的?(?:那个|那份|那边|那单|单子)?[\s:]?(?:就|都|先)?(?:(?:不用|不要|不订|不买|取消|退|撤)(?:了|掉)|取消|退单|撤单)(?:吧|谢谢)?(?:$|[,。!])/u,
)
const isDropped = (message: Message, place: Span & { room: string | null }): boolean =>
  place.room !== null && message.between(place.end, place.end + 12, DOOR_DROPS)
const dropsDoor = (message: Message, needs: readonly Need[]): boolean => {
  const [place, more] = message.places
  return needs.length === 0 && place !== undefined && more === undefined && isDropped(message, place)
}
/** 301的不要了，402要一桶油: the first of the doors, in a clause of its own. */
const dropsFirst = (message: Message): boolean => {
  const [place, other] = message.places
  return place !== undefined && other !== undefined && place.start === 0 && isDropped(message, place)
}

/** 我家的菜不用配了，米照送. */
const KEEPS_SOME = pattern(() => /照送|照旧|照配|留着|还要|别动|保留|不变/u)

export const readsAsCancel = (message: Message, needs: readonly Need[]): boolean =>
  dropsDoor(message, needs) ||
  (!message.says(IS_TO_STAND) &&
    !needs.some((need) => (need.negated ? need.good !== null : need.weight >= 3)) &&
    message.says(CANCEL_ALL) &&
    !isNoneNeeded(message, needs) &&
    !(message.says(CANCEL_IN_FORM) && (needs.some(({ inStock }) => inStock) || message.says(KEEPS_SOME))) &&
    !has(message.cues, 'announce') &&
    !/你们(?:先|都|赶紧|快)?(?:买|订|接|报|抢|团)(?:吧|就[行好]|好了)|核酸|网课|接龙我就不|疫苗|所有人|大家的|别人的?|全小区|全部人/u.test(
      message.text,
    ))

/** 我家冰箱满的，这次就不订了. */
const FULL = pattern(
  () => /冰箱(?:里)?(?:都|还|也)?(?:是)?(?:满|塞)|(?:家|屋)(?:里|头)?[^,。]{0,4}(?:都|还|也)?(?:有|够|不缺|囤|存)|药(?:都|还|也)?够/u,
)

/** 感冒药家里备着呢，这回就不订了: nothing was ordered. */
const NONE_THIS_TIME = pattern(() => /(?:这[回次趟]|今[天儿日]|暂时|目前)[^,。]{0,3}不(?:订|买|要|用|报|登记?)了?|先不(?:订|买|要)了/u)

/** What is at home is not ordered, and nothing is taken back. */
export const isNoneNeeded = (message: Message, needs: readonly Need[]): boolean =>
  (needs.some(({ inStock }) => inStock) || message.says(FULL)) && (message.says(NONE_THIS_TIME) || message.says(NOT_TO_BUY))

/** 昨天的都不要了，今天给我一袋米: what is wanted anew behind the words that take back the rest. */
export const wantedAfterCancel = (message: Message, needs: readonly Need[]): Need[] => {
  const first = dropsFirst(message)
  if (!(first || message.says(CANCEL_ALL)) || has(message.cues, 'announce') || needs.some((need) => need.negated && need.good !== null))
    return []
  const cancels = first ? 0 : message.clauses.findIndex((clause) => message.says(CANCEL_ALL, clause))
  if (cancels < 0) return []
  const wanted = needs.filter((need) => need.weight >= SURELY && need.qty !== null)
  if (wanted.some((need) => need.at <= cancels)) return []
  for (const need of wanted) if (!message.says(STRONG_SET, need.clause)) need.op = 'new'
  return wanted
}
const SURELY = 3
