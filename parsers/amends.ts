/** Whether a message speaks of what was ordered before, and what it changes of it. */

import { lineOf } from './line.js'
import { IN_ITS_PLACE, MISTAKEN } from './matchers/alternatives.js'
import type { Need } from './matchers/need.js'
import { usable } from './matchers/quantities.js'
import { has, type Message } from './message.js'
import { pattern } from './pattern.js'
import { previous } from './rows.js'
import type { Change, OpenLine } from './types.js'
import { SLIP } from './words/slips.js'
import { RAN_OUT } from './words/wanting.js'

export const STRONG_SET = pattern(
  () =>
    /\b(?:reduce|lower|cut|drop|increase|raise|bump|bring|take) (?:the |my |our )?[a-z ]{2,20} (?:down |up )?to (?=\d|one|two|three|four|five|half)|(?<=(?:^|[,。])[油面米盐糖醋葱姜蒜肉鱼蛋奶])改(?=[\u4e00-\u9fa5]{2,4}(?:$|[,。!吧]))|还是按(?=[\d一二两三四五六七八九十半])|改(?:送|拿|来|带)(?=[\d一二两三四五六七八九十半])|改成|改做(?=\s?[\d一二两三四五六七八九十半])|改为|换成|(?<![能求给要会])(?<!(?:每|一|两|几)(?:天|晚上?|夜|小时|周|个月)(?:得|要|就)?)(?<!没气了?,[帮请麻烦给我]{0,3})换(?=[\d一二两三四五六七八九十半])(?!(?:\d|[一二两三四五])(?:瓶|罐|桶)(?:氧气|煤气|液化气|燃气|水|纯净水|桶装水))|换(?=[smlx]{1,3}码|[大中小]号|\d段|[一二三]段)|(?<![能会该]|后要|需要)换(?![一两二三四五几药季洗气个不]|电池|灯泡|灯管|水?龙头|滤芯|阀|锁芯|刀片|笔芯|尿布|尿不湿)(?=[\u4e00-\u9fa5]{2,4}(?:$|[,。!吧]|(?:可以|行|成)[吗么不]|[一二两三四五半\d]))|改(?=[\u4e00-\u9fa5]{1,3}的\s?(?:$|[,。!]|[\d一二两三四五六七八九十半]))|换个?(?=(?![个新好])[\u4e00-\u9fa5]{1,3}的(?:$|[,。!吧]))|(?<=[\u4e00-\u9fa5]{2})换(?=[梨桃枣葱姜蒜盐糖醋油鱼虾鸡鸭肉米面奶蛋](?:$|[,。!吧]))|(?<=[\u4e00-\u9fa5][\u4e00-\u9fa5a-z])改(?![成为到一个要天日善主变进造条件]|卷子|作业|稿|试卷|题)(?=[\u4e00-\u9fa5a-z]{2,4}(?:$|[,。!吧]))|改(?=[大小中]?[袋包桶瓶箱盒号罐板提])|(?<!我[^,。]{0,6}|快)变成(?!居家|[^,。]{0,6}没)|调成|改到|[减加增]到(?=\s?(?:\d|[一二两三四五六七八九十半]))|减成|[减增改]为|[减增]至|变更|更正|变(?=[\d一二两三四五六七八九十半])|改一下|改个|改要|→|->|=>|change|make it|make that|instead|swap|replace|调整|只要|(?<!有|的话|[到行货鲜宜便])就要|改(?=\s?[*x]?\s?[\d一二两三四五六七八九十半])|(?<=\d|\s)改(?=\s)/u,
)
export const ENOUGH = pattern(() => /(?:足够(?:了|$|(?=[,。!吧]))|就够(?:了|$|(?=[,。!吧]))|就行了|就可以了|就好了|够了(?!吧))/u)
/** 说错了，是五斤: mends what was said in another message. */
export const MENDS = pattern(
  () =>
    /^(?:不好意思|抱歉|对不起|哎呀?|啊|哦|呃|刚才|刚刚|上一?条|那条|上面|前面|我|,|\s)*(?:有误|说错|打错|写错|发错|报错|搞错|弄错|订错|记错|更正|订正|纠正|修改|sorry|(?:报|订|写|要|点|填|登|买|说)[多少]了)(?:字|单|数量|数)?(?:了|啦|一下|,?(?:报|订|写|要|点|填|登|买|说)[多少]了|哈|啊)*\s?[,:。!]/u,
)
/** 鸡蛋要两板不是一板，写错了: the same, said at the end. */
const MENDS_BEHIND = pattern(
  () =>
    /(?:,|\s|吧|哈|啊)(?:刚才|刚刚|刚|上面|前面|我)?(?:说错|打错|写错|发错|报错|订错|记错|少写|写少|多写|写多|少报|报少|多报|报多|说少|说多|打少|打多|数量错)(?:了|啦)[。!]?$|,刚(?:才|刚)?(?:说|打|写|报)(?:错|多|少)[。!]?$/u,
)
/** 不是芹菜是香芹: one thing in place of another. */
const NOT_BUT = pattern(() => /不是(?!给|替|帮|[我俺咱](?:家|们)?[要订点])[^,。]{1,8},?(?:而)?是/u)
/** 还有刚才忘了的，大葱两根; 蛋糕别忘了加上叉子. */
const FORGOTTEN = pattern(
  () =>
    /^(?:我?(?:再|还得|还要|临时))*(?:补报?|追报?|加|添|报|追加)(?:上)?一?[个样项单笔](?=$|[,。:])|^追(?:单|报|加单)|(?:落下|漏)没?报(?:了)?$|(?:刚才|刚刚|早上|上午|昨天|昨晚|之前|前面)(?:少|漏|忘)(?:报|写|订|说|了|登)?的[^,。]{0,4}补(?:上|一下|了)?|(?:单子?|订单|清单|登记|报)(?:上|里|时|的时候)?(?:漏|忘|少)(?:写|报|说|登|订|记|填)?了|(?:刚才|刚刚|刚|上面|前面|早上)[^,。]{0,3}(?:忘|漏)(?:了|写|说|报|订|记)[^,。]{0,3}(?:的|$)|(?:落|差)(?:下)?了?(?:一样|一项|一种|个)(?=[,。])|漏(?:报|写|说|订|登|记)?了?(?:一样|一项|一种|一个(?!人)|几样|两样|两项|俩|点东西|东西)|(?<!菜|买)(?:单子?|订单)(?:上|里)?(?:头|面|末尾|后头|后面|最后)(?:再|也|还|给|帮|我|都)*(?:加|添|补|塞|搁)(?!错|了)|忘了?(?:说|写|报|订|记)?了?(?:一样|一个东西|几样|两样)|别忘了?(?:再|给)?(?:加|添)|(?:上午|下午|昨天|昨晚|早上|刚才|之前|前面|上面)[的那]?(?:菜单|单子|单)(?:上|里)?[^,。]{0,2}(?:再|加|添|补)|(?<!菜|买)(?:单子?|订单)(?:上|里)(?:再|另外|也|还)(?:给我|帮我)?(?:加|添|补)|(?:我|家)(?:的|那|这)个?(?:单子?|订单)(?:上|里)?[^,。]{1,8}(?:也|再|还)(?:加|添|来)|(?:我|家)(?:的|那|这)?个?(?:单子?|订单)(?:上|里)?(?:再|给我|帮我)*(?:加|添|补)上?/u,
)
/** Could you add two eggs to my order; put another one on our list. */
const TO_THE_ORDER = pattern(
  () =>
    /^(?:还是|接着|就)?(?:我)?(?:之前|刚才|上面|早上|上午|昨天|昨晚|今天)(?:报|订|下|登)?的?那个?[单份](?:子)?(?:里|上|照旧|不变|不动)?,(?:再|顺便|顺带|另外|也|还)|^(?:接|续|跟)(?:着|上)?(?:我)?(?:刚才|上面|上一?条|前面|那条)[^,。:]{0,6}[:,]|那[份单](?:再|给|也|给我|帮我)*(?:加|添|补)(?!错|了|一起)|那[份单](?:里头?|里面|上面?)(?:[^,。]{0,2}(?:再|给)+(?:我)?(?:加|添|搁|放|塞|来|带)|也?(?:加|添|补|塞)(?!错|了)|[^,。]{1,6}也(?:给|再)(?:我)?(?:加|添|塞|来|带))|(?:刚|刚才|刚刚|早上|上午|昨天|昨晚)?(?:报|订|下|登)的(?:那个?|单子?|菜|东西)?(?:里头?|里面|上面?),?(?:再|给)?(?:加|添|补|多)|(?:add|put) (?!(?:me|us) )[^,。]{1,60} (?:to|on|onto) (?:my|our|the|today's)(?: \w+)? ?(?:order|list|basket|cart)/u,
)
/** 也加上: to what was ordered. */
const ALSO_ADDED = pattern(
  () =>
    /(?:也|一起|一块|一并|给我|帮我)?(?:加上|加进去|添上|补上|加单|加进来)(?:(?:\d|[一二两三四五六七八九十半])+[\u4e00-\u9fa5])?(?:吧|哈|呗|啊|谢谢)?$/u,
)
/** 一袋不够，来两袋. */
const TOO_LITTLE = pattern(() => /(?:\d|[一二两三四五六七八九十半])[^,。\d十百]{1,2}(?:不够|太少|少了|太多|(?<!岁)多了)/u)
/** 减两斤, 少要一板: less of it. */
export const LESS = pattern(
  () => /^(?:我|就|也|请|麻烦|想|要|给我|帮我)*(?:减|去|退|少(?:要|来|送|拿))(?:掉|去|了|个)?\s?(?:\d|[一二两三四五六七八九十半])/u,
)
export const LESS_OF = pattern(() => /减|退|少(?:要|来|送|拿)/u)
/** 取消之前的，重新订. */
export const AFRESH = pattern(
  () =>
    /(?:取消|作废|不算|撤|不要|删)[^,。]{0,6}(?:之前|上一?条|刚发|刚写|刚报|上面|前面|刚才|原来|以前|昨天|先前|旧)|(?:之前|上一?条|刚发|刚写|刚报|上面|前面|刚才|原来|先前)[^,。]{0,8}(?:取消|作废|不算|撤|不要|删)/u,
)
export const ANEW = pattern(() => /重新|重订|重报|重发|重写|重来|以(?:这|下|此)|按这|改订|改要/u)
const SWAP = pattern(
  () =>
    /swap|replace|→|->|=>|^\s(?:for|with|by)\s(?:some |the )?$|换成|转做|转成|换为|换个|改成|改为|改要|换|改\s?(?=$|[\u4e00-\u9fa5a-z]{2,4}(?:$|[,。!吧*x\s]))|instead|change .{1,20} to/u,
)
export const ADDS = pattern(
  () =>
    /^(?:我|俺|咱|侬|你|您|能不能|可不可以|能否|可否|可以|能|姑娘|师傅|同志|麻烦|请|那个|对了|哦|哎|另外|还有|顺便|临时|and |also |then |(?:please |pls |kindly |(?:could|can|would) (?:you|u) )(?!(?:please )?add (?:me|us))|给(?=加|再|添)|[想要](?=(?:再|加|添|补)上?(?:\d|[一二两三四五六七八九十半几点个]))|给我|帮我|帮忙|再麻烦|刚才|刚刚|昨天|昨晚|之前|上午|先头|先前|前头|头先|原先|原来的?|(?:今天|我|昨天)的?菜(?=再|加|还|里)|刚?(?:报|订|下|登)?的?那?个?单(?!元)|订单|单子|订的|报的|里|上|,|\s){0,12}(?:(?:\+|➕)\s?(?=(?:\d|[一二两三四五六七八九十半])+[袋盒瓶箱桶包斤提板罐份个把根条支])|(?:i )?forgot to (?:add|order|mention|put)|再(?!没)|另外|另(?=加|添|要|来|订|买|带)|还(?!(?:差|缺)[^,。]{0,2}[\d一二两三四五六七八九十半]|有[^,。]{1,8}(?:没有?|吗|么|呢|呐)(?:$|[,。?!哇啊呀])|有(?:最后|[一两三几半\d][支瓶盒片粒针颗天](?![\u4e00-\u9fa5]))|剩|够|来得及|是(?:上次|上回|那|老|一样|要原来))|追加|增加|增订|新增|增补|加|添|补|多(?=来|加|要|给|拿|订|带|送|买|整|\d|[一二两三四五六七八九十半])|外加|又|(?:漏|忘)(?:了)?(?:写|报|说|登|记)|忘了?(?=\d|[一二两三半几])|漏了?(?=[^,。]{1,8}没(?:报|写|说|登|订))|add|also|plus|and(?= (?:a |an |\d|one |two |some ))|another|(?:one|two|three|four|five|six|\d{1,2}) more|仲)/u,
)
export const DROPS = pattern(
  () =>
    /(?<=\d{3})[退扣减划撤删](?![货单回烧热])(?=[\u4e00-\u9fa5])|(?:^|[,。:])(?:[只就单]?退|扣|减|刨|划|去|撤|删)(?:掉|去|下)?(?:一[项样个])?(?=[:\u4e00-\u9fa5])|[踢清](?:掉|出去)|take (?:the |my |our )?[a-z ]{2,20} off|(?:^|,|and |but )no (?=[a-z])| off (?:my|our|the|today's) (?:\w+ )?(?:order|list)|不想要|不(?:想)?要了|去掉|去了吧|划掉|砍掉|抹掉|踢掉|扣掉|勾掉|省了|删|不买(?:了|啦|咯|喽)|先不(?:买|要|订)|不用(?:买|给|带|送|拿|捎)|(?<![晒洗取打做买遛接送抱搬晾换卖看找盖铺][\u4e00-\u9fa5]{1,4})去了|别(?:要|给|送|来|拿|加|弄|放|装|订|记|登)|不送|唔好(?:送|要|买|落)|先白|减单|退订|退单|减去|剔除|叉掉|唔要|勿要|弗要|唔要|莫要|不消|划[了去]|抹[了去](?=$|[,。!吧])|勾[了去]|唔使|除了[^,。]{1,10},?(?:别的|其他|其余|剩下)|算了|别买|不订|退掉|退了|取消|减掉|撤|不用了|莫(?:送|买|拿|带|整|弄)|先不要|不带了|别带|不需要了|不要|甭|免了|拿掉|不是|cancel|remove|drop|skip|scrap|scratch|ditch|leave (?:out|off)|(?:don't|do not|dont|no need to|needn't) (?:bring|send|buy|get|deliver|add|include|pack)|forget the|don't need|don't want|anymore|no more|without/u,
)
const SURELY_DROPS = pattern(
  () =>
    /(?:^|[,。:])(?:[只就单]?退|扣|减|刨|划|去|撤|删)(?:掉|去|下)?(?:一[项样个])?(?=[:\u4e00-\u9fa5])|[踢清](?:掉|出去)|不用(?:再)?(?:给|帮)(?:我|俺)?(?:家)?(?:拿|带|买|送|捎)| off (?:my|our|the|today's) (?:\w+ )?(?:order|list)|甭要|不(?:想)?要(?:[\u4e00-\u9fa5]{1,5})?了|[别莫](?:要|给|送)|去掉|(?<![晒洗取打做买遛接送抱搬晾换卖看找盖铺][\u4e00-\u9fa5]{1,4})去了|减掉|减去|剔除|抹[了去](?=$|[,。!吧])|除了[^,。]{1,10},?(?:别的|其他|其余|剩下)|划掉|砍掉|抹掉|踢掉|扣掉|勾掉|删|不买了|不订|唔要|先白|退订|退单|减单|退掉|退了|取消|撤|拿掉|免了|[唔勿弗莫]要|不消|划[了去]|不是[^,。]{1,8},?(?:是|而是)|(?<![就也那])算了|cancel|remove|drop|scrap|scratch|ditch|leave (?:out|off)|(?:don't|do not|dont) (?:bring|send|buy|get|deliver|include|pack)|no more|don't want/u,
)
/** 味精不要，鸡精要两包, 饼干也带一盒: nobody begins an order with what is left out, or with 也 behind a name. */
const LEFT_OUT = pattern(() => /^(?:就|先|都|也)?(?:不要|不买|不订|别买)$/u)
const ALSO = pattern(() => /^也(?:给我)?(?:来|要|带|捎|买|拿|整|订)(?:\d|[一二两三四五六七八九十半个点些])/u)
const NOTHING_BUT = pattern(() => /只要|就要/u)
const FRESH_WANT = pattern(() => /要|来|买|订|带|捎/u)

/** 大米写错了是两袋. */
const MISWRITTEN = pattern(() => /(?:写|说|报|打|订|填)错了?,?(?:应该)?(?:是|要)\s?(?:\d|[一二两三四五六七八九十半])/u)
/** 打错了，是两棵，不是二十棵: the second amount is the one that was written. */
const NOT_AS_WRITTEN = pattern(() => /(?:\d|[一二两三四五六七八九十半])[^,。]{1,2},?(?:而)?不是(?:\d|[一二两三四五六七八九十半])/u)

/** 改主意了，可乐要三瓶，薯片不要; 3-2-501改一下，米一袋就够. */
const CHANGED_MIND = pattern(
  () =>
    /^[^,。]{0,18}那[单份](?:单子)?,(?=[^。]{1,20}(?:不变|不动|照旧))|^[^,。]{0,6}(?:改主意|变卦)了?,|^[^,。]{0,18}(?:改|调整|变动|修改)一下(?:单子?|订单)?[,:]/u,
)

const AMENDING = [
  STRONG_SET,
  NOT_BUT,
  ADDS,
  ENOUGH,
  MENDS,
  MENDS_BEHIND,
  SLIP,
  TO_THE_ORDER,
  ALSO_ADDED,
  ALSO,
  TOO_LITTLE,
  LESS,
  FORGOTTEN,
  MISWRITTEN,
  CHANGED_MIND,
]

const isMending = (message: Message): boolean =>
  (message.says(MISWRITTEN) && (message.amounts.length < 2 || (message.amounts.length < 3 && message.says(NOT_AS_WRITTEN)))) ||
  message.says(MENDS, message.text.slice(0, 40)) ||
  message.says(MENDS_BEHIND, message.text.slice(-20)) ||
  message.says(SLIP, message.text.slice(0, 40)) ||
  message.says(CHANGED_MIND) ||
  message.says(NOT_BUT)

/** 28-2-301啊不是，31-2-301，刚打错了。牛腩2斤; 打错了，是402不是401。芹菜一把: the door was mistaken, and nothing was ordered before. */
const IS_NOT = pattern(() => /^,?(?:而)?不是$|^(?:写|打)?错了?,?(?:应该)?是$/u)
/** 门牌写错了，是402. */
const DOOR_WRONG = pattern(() => /(?:门牌|房号|房间|地址|楼号|单元|门号|室号|楼栋)(?:号)?(?:写|打|报|说|填|发|登)?(?:记)?错/u)
const mendsDoor = (message: Message, [first]: readonly Need[]): boolean => {
  if (message.says(DOOR_WRONG, message.text.slice(0, 40))) return true
  const [door, other] = message.places
  const slip = message.find(SLIP, message.text.slice(0, 40))
  if (door === undefined || other === undefined || first === undefined || other.end > first.start) return false
  return (slip !== null && door.end <= slip.index && slip.index < first.start) || message.between(door.end, other.start, IS_NOT)
}

/** Whether the message speaks of what was ordered before rather than ordering anew. */
export const amends = (message: Message, needs: readonly Need[], open: readonly OpenLine[] | null): boolean => {
  if (!AMENDING.some((words) => message.may(words)) && !needs.some((need) => need.negated || need.op !== null)) return false
  if (needs.some(({ op }) => op === 'new') && needs.every(({ op, negated }) => op !== 'set' && !negated)) return false
  const first = needs.find((need) => !need.negated)
  if (
    first?.qty != null &&
    [first.clause, previous(message.clauses, first.at) ?? first.clause].some((clause) => message.says(FORGOTTEN, clause))
  )
    return true
  if (
    (isMending(message) && !mendsDoor(message, needs)) ||
    message.says(TO_THE_ORDER) ||
    needs.every((need) => need.op === 'add' || (need.negated && needs.some((other) => other.op === 'add')))
  )
    return true
  if (needs.some((need) => need.op === 'set' || saysLess(need, message))) return true
  if (needs.some((need) => need.negated && message.says(SURELY_DROPS, `${need.clause.text},${message.clauses[need.at + 1]?.text ?? ''}`)))
    return true
  if (
    needs.some(
      (need) =>
        message.says(STRONG_SET, around(need, needs, message)) &&
        !/换(?:成)?(?:[一二两三四五六七八九十\d]{0,2}[\u4e00-\u9fa5])?新的?(?:$|[,。!吧呗的备])|不用[改换]|别(?:给我|乱)?换|不换(?!了)|没有[^,。]{0,10}(?:换|改)/u.test(
          around(need, needs, message),
        ) &&
        changesSomething(around(need, needs, message)),
    )
  )
    return true
  if (
    first !== undefined &&
    addsIn(first, message) &&
    !needs.some((need) => !need.negated && need.clause !== first.clause && need.start < first.start)
  ) {
    const lead = previous(message.clauses, first.at)
    return (
      !(lead !== undefined && /没有?了|吃完|用完|就剩|只剩|快没/u.test(lead.text) && open === null) ||
      /再加|追加|加一|加两/u.test(first.clause.text)
    )
  }
  if (first !== undefined && (message.says(ALSO_ADDED, first.clause) || message.says(ALSO_ADDED, around(first, needs, message))))
    return true
  if (needs.some((need) => need.qty !== null && message.says(TOO_LITTLE, message.clauses[need.at + 1] ?? need.clause))) return true
  const enough = needs.find(
    (need) => need.qty !== null && !message.says(RAN_OUT, need.clause) && !asked(need, message) && message.says(ENOUGH, need.clause),
  )
  if (
    enough !== undefined &&
    needs.every((need) => need === enough || need.qty === null) &&
    /了/u.test(enough.clause.text) &&
    goodFirst(enough, message)
  )
    return true
  if (beginsWithChange(needs[0], message)) return true
  return needs.every((need) => need.negated) && needs.length > 0
}

const beginsWithChange = (need: Need | undefined, message: Message): boolean => {
  if (need === undefined || need.at > 0 || message.says(NOTHING_BUT)) return false
  const behind = message.text.slice(need.named, need.clause.end)
  return need.negated ? message.says(LEFT_OUT, behind) : need.op === null && message.says(ALSO, behind)
}

/** 王奶奶又来电话说: who asks, behind the door. */
const WHO_ASKS =
  /^[\s,:的]*(?:[老小大阿](?!太|爷|两|人)[\u4e00-\u9fa5](?=[还又再说要想来刚])|[^\d,]{0,8}(?:大爷|大娘|大妈|奶奶|爷爷|阿姨|婆婆|老爷子|老太太|老两口|老人|姥姥|姥爷|师傅|老师|先生|女士|婶|叔|姨|姐|哥|家|那户|住户))?(?:又|刚(?![才刚])|刚刚)?(?:通过|用)?(?:来电话?|打电话(?:来|过来)?|电话|留言|发微信|微信)?(?:里)?(?:说|讲|喊|叫|让|想|要求|提出|表示|希望|反映)?[:,\s]*/u

/** 想要点豆角，二斤就行了 asks anew. */
const asked = (need: Need, message: Message): boolean =>
  /(?:要|买|订|来|带)(?:点|些|个)?(?:那个|那种|这个)?$/u.test(message.text.slice(Math.max(need.clause.start, need.start - 6), need.start))

/** 大米减一袋, and 大米订多了，减一袋. */
const saysLess = (need: Need, message: Message): boolean =>
  message.says(LESS, behindName(need, message)) ||
  (need.amountAt === need.start && message.says(LESS, wordsOf(need, message))) ||
  (need.end > need.clause.end && message.says(LESS, message.clauses[need.at + 1] ?? need.clause))

const behindName = (need: Need, message: Message): string => message.text.slice(need.named, need.clause.end)

/** 加湿器来一个: what stands in front adds, never the name itself. */
const addsIn = (need: Need, message: Message): boolean => {
  const words = wordsOf(need, message)
  return message.says(ADDS, words) && !(need.amountAt !== need.start && words.startsWith(message.text.slice(need.start, need.named)))
}

/** A clause without the door that it begins with. */
const wordsOf = (need: Need, message: Message): string => {
  const place = message.places.findLast((one) => one.start >= need.clause.start && one.end <= need.start)
  return message.text.slice(place?.end ?? need.clause.start, need.clause.end).replace(WHO_ASKS, '')
}

/** Which clauses name something: asked once of a message, not once a need. */
const naming = new WeakMap<readonly Need[], ReadonlySet<number>>()
const clausesNaming = (needs: readonly Need[]): ReadonlySet<number> => {
  const known = naming.get(needs)
  if (known !== undefined) return known
  const clauses = new Set(needs.map(({ at }) => at))
  naming.set(needs, clauses)
  return clauses
}

/** A clause with the next one, where that names nothing of its own: 大米少要点，改5斤吧. */
const around = (need: Need, needs: readonly Need[], message: Message): string => {
  const next = message.clauses[need.at + 1]
  const bare = next !== undefined && next.sentence === need.clause.sentence && !clausesNaming(needs).has(need.at + 1)
  return bare ? `${need.clause.text},${next.text}` : need.clause.text
}

const changesSomething = (text: string): boolean => !NOTHING_BUT.regex.test(text) || /改|换|变|→|了$/u.test(text)
const goodFirst = (need: Need, message: Message): boolean =>
  !/^[\d一二三四五六七八九十两半]/u.test(message.text.slice(need.start, need.end))

/** 2 cans of coconut milk, 椰奶 two 罐: the same in two languages. */
const LATIN = /[a-z]{3}/iu
const isTranslated = (change: Change, { qty, unit, start, named }: Need, message: Message): boolean =>
  change.qty === qty &&
  change.unit === unit &&
  LATIN.test(message.raw.slice(change.span.start, change.span.end)) !== LATIN.test(message.text.slice(start, named))

/** 改要香蕉吧，香蕉3斤: said twice. */
const isSame = (change: Change, { qty, unit }: Need): boolean => change.op === 'set' && change.qty === qty && change.unit === unit

/** 白菜别给3棵了，1棵就行: so many, in place of what is not to be sent. */
const SO_MANY_DO = pattern(() => /^(?:就|要|来|给|拿|留)?\s?(?:\d|[一二两三四五六七八九十半])[^,。]{1,5}(?:就|够|得了|可以)/u)
const isFewer = (need: Need, needs: readonly Need[], message: Message): boolean => {
  const next = message.clauses[need.at + 1]
  return need.negated && need.qty !== null && next !== undefined && message.says(SO_MANY_DO, next) && !clausesNaming(needs).has(need.at + 1)
}

/** Among so many of the last changes one that is told again is looked for. */
const AS_FAR_BACK = 60

export const changesOf = (needs: readonly Need[], message: Message): Change[] => {
  const changes: Change[] = []
  const push = (op: Change['op'], need: Need): void => {
    if (
      changes
        .slice(-AS_FAR_BACK)
        .some(
          (other) =>
            other.op === op && other.item === need.item && (op === 'remove' || isSame(other, need) || isTranslated(other, need, message)),
        )
    )
      return
    /** 换成海虹吧，海虹三斤: said again, with how much. */
    const last = changes.at(-1)
    if (op !== 'remove' && last?.op === op && last.item === need.item && last.qty === null) changes.pop()
    const change: Change = Object.assign(lineOf(need, message), { op })
    if (op === 'remove' && !saysLess(need, message)) {
      change.qty = null
      change.unit = null
    }
    changes.push(change)
  }
  const mends = isMending(message)
  let mode: Change['op'] = mends ? 'set' : 'add'
  for (const [index, need] of needs.entries()) {
    const text = around(need, needs, message)
    const next = needs[index + 1]
    const before = previous(needs, index)
    const replaced = mends && need.negated && next?.clause === need.clause && next.item !== need.item
    const replaces = before?.negated === true && before.clause === need.clause && changes.at(-1)?.item === before.item
    const mistaken =
      need.negated &&
      next !== undefined &&
      (message.between(need.named, next.start, MISTAKEN) ||
        ((next.op === 'add' || message.says(NO_MORE_OF_IT, need.clause)) && message.says(IN_ITS_PLACE, next.clause)))
    const dropped =
      replaced ||
      mistaken ||
      (need.negated && (message.says(CHANGED_MIND) || message.says(DROPS, `${text},${message.clauses[need.at + 1]?.text ?? ''}`)))
    const fewer = isFewer(need, needs, message) ? message.clauses[need.at + 1] : undefined
    if (fewer !== undefined) push('set', amountIn(need, fewer.start, fewer.end, message))
    else if (dropped) {
      push('remove', need)
      mode = 'add'
    } else if (!need.negated && need.op === null && saysLess(need, message)) {
      push('remove', need)
    } else if (
      !need.negated &&
      (need.op === 'set' ||
        (mends &&
          !replaces &&
          need.op !== 'add' &&
          !addsHere(need, message) &&
          !(changes.at(-1)?.op === 'remove' && changes.at(-1)?.item !== need.item)))
    ) {
      push('set', withNewAmount(need, message))
    } else if (!need.negated && need.qty !== null && message.says(TOO_LITTLE, message.clauses[need.at + 1] ?? need.clause)) {
      push('set', need)
    } else if (need.negated) {
    } else if (
      message.says(SWAP, text) &&
      next !== undefined &&
      next.clause === need.clause &&
      next.item !== need.item &&
      message.says(SWAP, message.text.slice(need.end, next.start))
    ) {
      push('remove', need)
      mode = 'add'
    } else if (message.says(SWAP, text) && next !== undefined && next.clause === need.clause && next.item === need.item) {
    } else {
      const setHere =
        (message.says(STRONG_SET, text) && !NOTHING_BUT.regex.test(text)) ||
        (message.says(STRONG_SET, text) && need.qty !== null && !message.says(ADDS, text) && !message.says(FRESH_WANT, text.slice(0, 2))) ||
        (message.says(ENOUGH, text) && need.qty !== null)
      const swapped =
        changes.at(-1)?.op === 'remove' &&
        (previous(needs, index)?.clause === need.clause || /^(?:那|就|请|麻烦|给我|帮我)*(?:换|改|要|来|拿|给)/u.test(text))
      const addedBehind = before !== undefined && before.clause === need.clause && message.between(before.end, need.start, ADDED)
      if (setHere && need.op !== 'add' && !swapped && !addedBehind && !/再加|另外加|另加/u.test(text)) mode = 'set'
      else if (need.op === 'add' || addedBehind || addsHere(need, message) || swapped || /另外|再|加/u.test(text)) mode = 'add'
      push(mode, mode === 'set' ? withNewAmount(need, message) : need)
    }
  }
  return changes
}

/** Sorry, can I add 2 lemons: more of it, though sorry is said. */
const ADDED = pattern(() => /\badd(?:ed)?\b/u)
const addsHere = (need: Need, message: Message): boolean => addsIn(need, message) || message.says(ADDED, need.clause)

/** 可别再给我送土豆了，换成茄子吧. */
const NO_MORE_OF_IT = pattern(() => /(?:别|甭|不要|不用|莫|勿)(?:再|总|老|净|光|又)+(?:给|往|帮|替)?(?:我|俺|咱)?/u)

const BECOMES =
  /→|改成|改为|换成|变成|[减加增]到|[减增]为|[减增]至|改(?!一下)(?=[\d一二两三四五六七八九十半])|->| to (?=\d|one|two|three|four|five|half)/u
/** 大米20斤→10斤, 鸡蛋从两板改成一板: what stands last counts. */
const withNewAmount = (need: Need, message: Message): Need => {
  const arrow = BECOMES.exec(need.clause.text)
  if (arrow === null) {
    const asked = message.clauses[need.askedAt]
    const behind = asked === undefined || asked === need.clause ? null : BECOMES.exec(asked.text)
    if (asked !== undefined && behind !== null) return amountIn(need, asked.start + behind.index, asked.end, message)
    const next = message.clauses[need.at + 1]
    const found = need.qty === null && next !== undefined ? amountIn(need, next.start, next.end, message) : need
    return found.unit === null && next !== undefined && !has(next.cues, 'want') ? need : found
  }
  const found = amountIn(need, need.clause.start + arrow.index, need.clause.end, message)
  if (found.qty !== null) return found
  const next = message.clauses[need.at + 1]
  return next === undefined ? need : amountIn(need, next.start, next.end, message)
}

const amountIn = (need: Need, start: number, end: number, message: Message): Need => {
  const amount = message.amounts.find((one) => {
    const at = message.tokens[one.from]?.start ?? -1
    return at >= start && at < end && one.kind !== 'dose' && (one.kind !== 'bare' || usable(one, message))
  })
  return amount === undefined ? need : need.with({ qty: amount.qty, unit: amount.unit ?? need.unit })
}

/** 水果我家不用了，同事捎来一箱. */
const FROM_ELSEWHERE = pattern(
  () => /(?:囤|捎来|寄来|带来|送来|(?<!不用|别|不要|甭)送了)[^。]{0,10}(?:一|两|几|没吃完|够|好多|不少)|没吃完/u,
)
const STILL = pattern(() => /还|剩|够|囤|有的是|多的是|家里?有(?!了)/u)
const isOpen = (need: Need, open: readonly OpenLine[] | null): boolean => (open ?? []).some((line) => line.item === need.item)
/** 我不订鸡蛋，家里的还有两板. */
const I_ORDER_NONE = pattern(() => /^(?:我|俺|咱)(?:们)?家?(?:里)?(?:今天|这次|这回|先|就|也)*不(?:订|买|要|用买)$/u)
/** 大米家里还有两袋，不用买: nothing of an order is taken back, unless it stands there. */
export const isJustThere = (need: Need, message: Message, open: readonly OpenLine[] | null): boolean => {
  const ofMine = message.between(need.clause.start, need.start, I_ORDER_NONE)
  if (!(need.inStock || ofMine || message.says(FROM_ELSEWHERE)) || isOpen(need, open)) return false
  const told = `${need.clause.text},${message.clauses[need.at + 1]?.text ?? ''}`
  return (message.says(STILL, told) || message.says(FROM_ELSEWHERE)) && (ofMine || !message.says(SURELY_DROPS, told))
}

/** 鸡胸肉5斤，燕麦3袋，米面别给我: behind a list that is counted out, what it does not hold is a note. */
const LISTED = 2
const DONE_WITH = pattern(() => /了/u)
const BECAUSE = pattern(
  () =>
    /(?:家|屋|厨房|冰箱|冰柜|柜子|橱柜|罐子)(?:里|头|里头)?(?:还|都|也)?[有多](?!人)|嫌(?:太)?[\u4e00-\u9fa5]|(?:^|,|了)(?:都|也)?有[了呢]?$|还有|还剩|戒|够(?:吃|用|喝)|吃不完|[吃喝](?:怕|腻|够|伤)|太(?:呛|贵|重|甜|辣|硬|咸|难吃)|没人[吃用喝]|占地方|用不[上着]|不好吃|(?:家里?|冰箱里?)(?:还|都|也)?(?:冻|囤|堆|存|剩|一堆|好多|不少)/u,
)
const LEFT_OUT_SINCE = pattern(
  () => /(?:不要|不用|别|甭|莫)[^,。]{0,8}(?:家里?|屋里?|屋头|厨房里?|冰箱里?|我这)(?:还|都|也)?(?:有|冻|囤|堆|存|剩|够|一堆|好多|不少)/u,
)
/** 别给拿鱿鱼，孩子过敏: whoever must not have it. */
const MUST_NOT = pattern(() => /[吃喝](?:怕|腻|够|伤)|没人[吃用喝]|过敏|忌口|不能吃|吃不了|不吃(?:这|那)?|不爱吃|随便|啥都行|什么都行/u)
const ONLY_WITHOUT = pattern(
  () =>
    /^(?:今[天日儿]|这[次回]|本次|暂时|目前|就|先|我家|(?:[他她]|老人|孩子)说?)*(?:不要|不用|不需要|不买|别[买放拿加给带](?:我)?(?:放|加|拿|带)?)[!哈啊哦]*$/u,
)
/** 上午报的姜不要了家里有, 大米改成两袋: of what was ordered before. */
const OF_BEFORE = pattern(() => /(?:报|订|登|下单?|点|写)了?的(?!话)|改[成为]|换成|[加减]到/u)
const isNote = (need: Need, needs: readonly Need[], message: Message): boolean => {
  if (!message.says(DONE_WITH, need.clause) || message.says(BECAUSE, message.text.slice(need.named, need.clause.end))) return true
  const next = message.clauses[need.at + 1]
  return next !== undefined && !clausesNaming(needs).has(need.at + 1) && (message.says(BECAUSE, next) || message.says(MUST_NOT, next))
}
export const onlyNotes = (needs: readonly Need[], message: Message, open: readonly OpenLine[] | null): boolean => {
  const first = needs.findIndex((need) => need.negated)
  /** 白菜别给我拿了家里一堆，要豆角二斤: what is at home was never ordered. */
  const isExplained = (need: Need): boolean => !isOpen(need, open) && message.says(LEFT_OUT_SINCE, need.clause)
  if (message.says(OF_BEFORE)) return false
  if (
    first >= 0 &&
    needs.some((need) => !need.negated && need.qty !== null) &&
    needs.every((need) => (need.negated ? isExplained(need) : need.op === null && !addsIn(need, message)))
  )
    return true
  /** 猪肝今天不要，鸡心一斤，鸡胗一斤半: what a list begins without. */
  if (
    first === 0 &&
    needs.length > LISTED &&
    needs.every((need, at) =>
      at > 0
        ? !need.negated && need.qty !== null && need.op === null && !addsIn(need, message)
        : !isOpen(need, open) && message.says(ONLY_WITHOUT, message.text.slice(need.named, need.clause.end)),
    ) &&
    !isMending(message)
  )
    return true
  return (
    (first >= LISTED || (first > 0 && message.says(MUST_NOT))) &&
    needs.every((need, at) =>
      at < first ? !need.negated && need.qty !== null && need.op === null && !addsIn(need, message) : need.negated,
    ) &&
    needs.slice(first).every((need) => isNote(need, needs, message) && !isOpen(need, open))
  )
}
