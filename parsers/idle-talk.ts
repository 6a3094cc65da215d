/** Residents' talk that is plain by its whole form, though it holds words of danger, of complaint or of need: what is over, lent out, healed or joked. */
import { has, type Message } from './message.js'
import { type Pattern, pattern } from './pattern.js'

/** 昨天走丢的老头找到了; 喊救命是小孩闹着玩; 隔壁吵架的已经劝开了; 三楼漏水已经堵上了. */
const IS_OVER = pattern(
  () =>
    /(?:走丢|走失|丢)的?(?:那个?)?[^,。]{1,8}(?:已经)?(?:找到|找着|找回来|回来)了|(?:喊|叫)救命的?(?:就|原来)?是[^,。]{0,6}(?:孩|娃|电视|游戏|玩|闹|小品|剧)|(?:漏水|漏的水|跑水|吵架的?|打架的?|吵吵的?)[^,。]{0,3}(?:已经|早就?|都|现在)?(?:给)?(?:堵[上住]|修好|修上|关[上了]|劝[开住走好]|拉开|和好|散)了/u,
)

/** 家里有打气筒，谁想用可以借; 血压计我家有，谁家想量可以借; 吃不完，谁缺我匀点; 工具箱随便借. */
const LENDS = pattern(
  () =>
    /(?:我家|家里|我|俺家)(?:(?<!没|没有)有(?!急|病|事|老|孩|人|娃)|闲着|放着)[^,。]{0,10},(?:谁|哪家|哪个)(?!家?有)[^,。]{0,6}(?:想|要|用(?!完)|缺|咳|量|测)[^,。]{0,5}(?:可以|能|随时|尽管|就)(?:来|过来)?(?:借|拿|用|取)|(?:吃|用|喝)不(?:完|了)[^,。]{0,6},(?:谁|哪家)(?:家)?(?:缺|要|想要|需要)(?:的)?(?:我|找我)?(?:给)?(?:匀|分|送)|够(?:吃|用|喝)[^,。]{1,6},(?:谁|哪家)(?:家)?(?:缺|要|需要)(?:的)?(?:我|找我)?(?:给)?(?:匀|分|送)|(?<!能|可以|不)随便(?:借|用|拿)(?:$|[,。!啊哈])/u,
)

/** 药吃完了，病也好了; 烧退了，药也停了. */
const HEALED = pattern(
  () =>
    /(?:药|片|胶囊|糖浆|颗粒|疗程)[^,。]{0,4}(?:吃|喝|用)完(?:了)?,?(?:就|人|病|嗓子|咳嗽|烧|鼻子|肚子|身体|全|也|都|已经)*(?:好|退|精神|没事|利索)(?:利索|透|全|多)?了|(?:烧|咳嗽?|病|感冒|嗓子|鼻子|肚子|拉肚子)[^,。]{0,3}(?:退|好|止|停)(?:住|利索)?了,药(?:也|都|早|就|已经)*(?:停|不吃|不用)了|不(?:烧|咳|疼|拉)了,药(?:也|都|早|就|已经)*(?:停|不吃|不用)了/u,
)

/** 热电厂的烟囱没冒烟; 撑得走不动道. */
const SEEN_OR_FULL = pattern(
  () => /烟囱[^,。]{0,4}(?:冒|没|不)[^,。]{0,3}烟|撑(?:得|到)(?:我|人)?(?:都|快|要)?(?:走|动|爬|站|坐|起)不(?:动|了|起|下)[来道了]?/u,
)

/** 馒头没货了别订了; 豆油怎么保存，有懂的吗; 手抄报谁家孩子画完了借鉴下. */
const AMUSES = pattern(
  () =>
    /(?:没货|断货|断|卖[完光]|没)了,?(?:大家|大伙|都|就|先)*别(?:再)?(?:订|报|买|登|等)了|(?:怎么|咋|如何)(?:保存|存放?|储存|放|腌|收拾|处理)[^。?]{0,12}[,?](?:有懂的|有明白人|有会的|谁(?:知道|懂|会)|求教)|(?:手抄报|小报|手工|作文)[^。]{0,24}谁家(?:孩子|娃)?[^,。]{0,4}[画写做]完[^,。]{0,3}(?:借鉴|参考|看看|晒|学习)|(?:说|嘴)(?:习惯|瓢|顺)了|不对[^,。]{1,10},习惯了/u,
)

/** 讲个笑话，布丁半夜少了一个; 挂面下锅，卧个鸡蛋，齐活. */
const JOKES = pattern(
  () =>
    /(?:说|讲)个?(?:鬼故事|笑话|段子|怪事|稀奇事?)|(?:凶手|小偷|贼)是|(?:猫|狗|我爹|我爸|孩子|娃)干的(?:$|[,。!])|(?:下锅|打(?:个|俩|两个?|仨)鸡?蛋|[一半两]勺|一滴)[^。]{1,24}齐活(?:$|[,。!了])|吃鸡(?:谁|哪个|有没有)/u,
)

/** 大礼包里有豆油1桶和白菜三棵，挺丰盛: looked over, and nothing found fault with. */
const LOOKED_OVER = pattern(() => /(?:礼包|爱心包|物资包|菜包)里(?:面)?(?:有|是|装)/u)
const FAULTS = pattern(() => /少|缺|没|坏|烂|碎|错|漏|臭|馊|只|才|就|不|差|短|亏|退|换|赔|过期|怎么|咋/u)

/** A need, a doubt or danger beside it: then it is looked at as anything else. */
const MORE = pattern(
  () =>
    /麻烦|帮|求(?!教)|请(?!教)|救(?!命的?(?:就|原来)?是)|能不能|可不可以|来人|赶紧|快(?:来|去|叫)|还(?!是)|又|(?<!不用|别|不必|不要|不需)再|但|可是|不过|却|(?<!不|需)要(?!是)|(?<!谁|哪家|谁家)想(?!要)|给(?:我|俺)|借(?:我|俺)|疼|痛|晕|昏|血(?!压计|糖仪)|喘|难受|着火|起火|明火|浓烟|黑烟|呛|报警|1[12]0|119|死|药店|下单|登记|买(?!了)(?:点|两|一|些)/u,
)

/** 烧退了，药也停了，牛奶两箱: something is counted out beside it. */
const isAlone = (message: Message, words: Pattern, isToldAhead: boolean): boolean => {
  const found = message.find(words)
  if (found === null) return false
  const end = found.index + found[0].length
  return message.amounts.every(({ from, unit }) => {
    if (unit === null || unit === '楼') return true
    const start = message.tokens[from]?.start ?? 0
    return start < end && (isToldAhead || start >= found.index)
  })
}

export const isIdleTalk = (message: Message): boolean =>
  ([IS_OVER, HEALED, AMUSES].some((words) => isAlone(message, words, false)) ||
    [LENDS, SEEN_OR_FULL].some((words) => isAlone(message, words, true)) ||
    (message.says(JOKES) && !has(message.cues, 'want') && !has(message.cues, 'add')) ||
    (message.says(LOOKED_OVER) && !message.says(FAULTS))) &&
  !message.says(MORE)
