/** What a resident's message does besides ordering: binding, signing, complaining, asking, calling for help in daily things. */

import type { Need } from './matchers/need.js'
import { has, type Message } from './message.js'
import { pattern } from './pattern.js'
import type { ProblemKind } from './types.js'

const BIND = pattern(
  /(?:我是|俺是|我系|i am in|i'm in|i live (?:in|at)|我住|我家住|俺住|我家(?:是|在)|报到|报道|我们住|我们家是|我们是|家住|住在|住|本人|门牌(?:号)?(?:是|:)?|地址(?:是|:)?|搬到|换到|现在(?:是|住)?|新来的|改成|应该是|报个到|登记一下)/u,
)
const BIND_NOT = pattern(/(?:他|她|我妈|我爸|老人|大爷|大娘)住|楼上|对门|邻居|谁住/u)

export const readsAsBind = (message: Message, needs: readonly Need[]): boolean =>
  message.places.some((place) => place.room !== null) &&
  needs.every((need) => need.weight <= 1) &&
  message.says(BIND) &&
  !message.says(BIND_NOT) &&
  message.text.length <= 60

const RECEIPT = pattern(
  /签收|收到(?:了|啦|咯|喽|货|菜|东西|物资|药|米|,|。|!|$|谢|哈|\s|🙏|👌|❤)|已收|取(?:回来|走|了|上来|到)|拿(?:到了?|回来|进屋|进来|上来|走了|屋)|拎(?:进|回|上)|搬进|提(?:回|进)|抱回|到手|收(?:好|妥|齐)了?|都齐|齐了|收下了|^.{0,12}已送达|送到了?(?:,|。|!|$|谢)|到家了|received|got (?:it|the|my|everything|them)|picked (?:it )?up|领到|取货完/u,
)
const RECEIPT_NOT = pattern(
  /通知|短信|红包|消息|没收到|未收到|还没|什么时候|吗|\?|怎么|收到请|回复收到|收到货款|请收|群公告|谁收|收到没|是不是|要是|快递/u,
)

export const readsAsReceipt = (message: Message): boolean => message.says(RECEIPT) && !message.says(RECEIPT_NOT)

const DELIVERY = pattern(/送|订|单|收|袋|箱|门口|菜|东西|货|发|给的|拿|袋子|盒|瓶|包/u)
const MISSING = pattern(
  /少(?:了|送|给|一|两|俩|发|装|拿)|漏(?:送|发|给|装|了(?!一))|没(?:给|放|装|送全|送齐|见着?|看[到见]|找[到着])|缺(?:了|一|两)|差(?:一|了|两)|不全|数(?:量)?不对|落(?:了|下)|没有我(?:家)?的|不够数|(?:就|只|才)(?:有|给|送|收到|拿到)了?[^,。]{0,8}|missing|forgot|short/u,
)
const WRONG = pattern(
  /送错|拿错|搞错|弄错|发错|装错|给错|不是我(?:家|们)?(?:要|订|的)|明明|串了|送成|拿成|给成|变成|别人家?的|怎么(?:是|成)(?!回事|办)|我(?:要|订)的[^,。]{1,8}呢|(?:要|订)的(?:是|明明).{1,12}(?:给|送|来|到|拿)|but got|wrong|不是这个|对不上/u,
)
const DAMAGED = pattern(
  /碎|破(?:了|的|皮|损)|烂|坏(?:了|的)|馊|臭|过期|压(?:扁|坏|烂|碎)|发芽|洒|撒(?:了|一)|发霉|长毛|蔫|漏(?:了一|油|出|得|光|一地|完)|淌水|裂|变质|瘪|生虫|有虫|化(?:了|冻)|broken|rotten|expired|leak|spoiled|crack|不新鲜|摔/u,
)
const LATE = pattern(
  /(?:还|咋|怎么|仍|都)[^,。]{0,6}没(?:到|送|来|收|给|见|等|拿|影|动静)|没(?:收到|等到|送到|送来)|到现在|等了?(?:一天|半天|好久|一上午|一下午)|迟迟|忘了(?:送|给)|not arrived|hasn't arrived|still waiting|still not|没人送|没影/u,
)
const NOT_PROBLEM = pattern(
  /买的.{0,8}(?:不新鲜|坏|烂|臭)|那家|谁家|听说|昨天发的.{0,8}发芽|哈哈|🤣|😂|人生|心态|脑子|手机|电脑|电视|心碎|破防|心烂|天气|堵|新闻/u,
)
const HOUSE = pattern(
  /马桶|下水|水管|暖气|电梯|门锁|灯|网|电|锁|窗|玻璃|龙头|插座|墙|煤气|燃气|楼道|垃圾|钥匙|冰箱|洗衣机|热水器|电卡|水卡|楼上|快递|天花板|屋顶|阀门|房顶/u,
)

/** So plainly a complaint that goods named in it are not ordered by it. */
const PLAINLY = pattern(
  /(?:碎|漏|烂|破|坏|馊|臭|发霉|洒|撒|压扁|化|蔫)(?:了|的|一)|送错|拿错|发错|给错|装错|明明|怎么是|我(?:要|订)的[^,。]{1,8}呢|没收到|还没(?:到|送|来)|少(?:了|送|给|发|装)|漏(?:送|发|给|装)|(?:就|只|才)(?:给|送|收到)了|不是我(?:要|订)的|but got|missing|broken|rotten|leak/u,
)
const ASKS_ANEW = pattern(
  /旧的坏|(?:锅|灯|壶|车|拖把|扫把|水管|马桶|灯泡|插排|遥控器|手机|充电器|体温计|血压计|伞|盆|刀|鞋)[^,。]{0,4}坏了?|坏了?[^,。]{0,8}(?:要|买|想|换|来)|(?:要|买|来|带|订)[^,。]{0,6}(?:不要|别要?)[^,。]{0,4}(?:烂|坏|破|碎)/u,
)

export const isPlainProblem = (message: Message): boolean => message.says(PLAINLY) && !message.says(ASKS_ANEW)

/** Asked of a neighbour, not of the shop. */
const NEIGHBOURLY = pattern(/谁家(?:还)?有|匀(?:我|给|点|两|一|几|出)|借(?:我|用|一下|点|个|两|一)|谁有[^,。]{0,10}(?:匀|借|给)/u)

export const asksNeighbours = (message: Message): boolean =>
  message.says(NEIGHBOURLY) && !/不借|没借|听说|不是问|问的是/u.test(message.text)

export const readsAsProblem = (message: Message, needs: readonly Need[], ordered: boolean): ProblemKind | null => {
  const { text } = message
  if (message.says(NOT_PROBLEM, text) || (message.says(HOUSE, text) && needs.length === 0)) return null
  const concerns = needs.length > 0 || message.says(DELIVERY, text) || ordered
  if (!concerns || needs.some((need) => need.weight >= 4 && !/少|错|坏|烂|碎|破|漏|没/u.test(text))) return null
  if (message.says(WRONG, text)) return 'wrong'
  if (message.says(DAMAGED, text) && !/旧的坏了|以前的|坏了.{0,6}(?:要|买|想)|(?:锅|灯|壶|车|拖把|扫把).{0,3}坏了/u.test(text))
    return 'damaged'
  if (/到现在|等了|迟迟/u.test(text) && message.says(LATE, text)) return 'late'
  if (message.says(MISSING, text) && !/没看见群|没看到消息/u.test(text)) return 'missing'
  return message.says(LATE, text) ? 'late' : null
}

const QUERY = pattern(
  /(?:什么|啥)时候|啥时|几点|多久|(?:还|现在|今天|明天|晚上)?(?:能|可以|让)(?:不能|不可以)?(?:订|买|下单|报|登记|接龙|加)[^,。]{0,8}(?:吗|不|么|没|\?|嘛|$)|(?:怎么|咋|如何)(?:订|买|下单|付|给钱|登记|报|交钱|转)|(?:单|菜|货|东西|药|米|面|奶|订的)[^,。]{0,8}(?:到了|收到|登|记|送|发|到哪)[^,。]{0,4}(?:吗|没|么|\?)|有没有[^,。]{1,10}|有[^,。]{1,6}(?:吗|么|卖吗|没(?:有)?(?:$|[,。?!]))|到哪(?:了|儿)|进度|查一?下[^,。]{0,6}(?:单|订)|多少钱|订上了?(?:吗|没)|截止|送(?:了|不送|吗|到哪)|还送|今天送|开始(?:了)?(?:吗|没)|(?:在|去)哪(?:里|儿)?(?:取|领|拿|做)|可以订|轮到|登记(?:上)?了(?:吗|没|么)|做(?:不做)?核酸(?:吗|么|嘛|\?)|核酸[^,。]{0,6}(?:吗|么|几点|开始没)|when |what time|can i still|where is|how do i|did you (?:get|receive)|is there/u,
)
const QUERY_ABOUT = pattern(
  /订|单|菜|送|货|药|核酸|买|卖|米|面|奶|东西|志愿者|社区|采|付|钱|截止|order|deliver|蛋|肉|水果|抗原|登记|草莓|团|接龙|物资|领|取|蔬菜|包|志愿|test/u,
)
const QUERY_NOT = pattern(
  /能放|保质|冰箱|怎么(?:做|炒|炖|煮|吃|存)|谁|一起|拼|昨天半夜|人生|你们家|大家|各位|哪个网课|作业|老师|天气|解封|上班|开学|电影|游戏|比赛|我还|听说|新闻/u,
)

export const readsAsQuery = (message: Message): boolean => message.says(QUERY) && message.says(QUERY_ABOUT) && !message.says(QUERY_NOT)

const REQUEST = pattern(
  /(?:停|断|没)(?:水|电|网|气|暖)(?!果)|漏(?:水|电|雨|风)|堵(?:了|住|死)|反水|跳闸|(?:马桶|下水道|水管|水龙头|龙头|暖气|门锁|灯|电梯|网络?|宽带|电路|插座|阀门|窗户|玻璃|门禁|可视门铃|路灯|声控灯|煤气灶|燃气灶|热水器|地漏|锁)[^,。]{0,8}(?:坏|堵|漏|不亮|不热|不好使|不能用|停|掉|打不开|没反应|爆|裂|断|失灵|关不上|不通|不出水|不工作|冻)|暖气不热|屋里才?\d+度|爆了|锁(?:坏|在(?:外|屋|门))|钥匙|反锁|证明|通行证|出入证|出门条|开(?:个|张)?条|请假条|复诊|产检|(?:打|接种)疫苗|透析|化疗|拆线|换药|(?:电|水|燃气|煤气)卡|代(?:充|缴|交|办|领|取)|(?:充|缴|交)(?:电|水|燃气|话|网)费|借|匀(?:点|两|我|一|几|给)|垃圾[^,。]{0,10}(?:没人|收|清|倒|扔|拎|满|臭|味)|异味|有味|(?:吵|闹|噪音|扰民|蹦迪|拍皮球|装修)[^,。]{0,10}(?:管|反映|说说|睡|受不了|能不能|疯|烦|炸|崩溃|头疼)|管管|管一下|说说他|反映|投诉|调解|(?:联系|找|接)[^,。]{0,8}(?:隔离|老伴|家人|亲人|父母|爸|妈|医生|大夫|救护|车|民警|物业)|隔离[^,。]{0,10}(?:联系|怎么样|电话|消息)|(?:能|能不能|可以|可否|麻烦)[^,。]{0,8}(?:来人|来个人|上门|派人|派车|出个?车|接送|过来看|帮忙|帮个忙|帮着|看看|修|开锁|消毒|消杀|打印|照看|接一下|接一?下孩子|遛|喂)|帮(?:忙|我|着)?[^,。]{0,6}(?:拎|扔|倒垃圾|搬|抬|修|开锁|打印|取快递|拿快递|遛狗|喂|照看|接孩子|联系|问问|贴|挪车|充|交费|缴费|量血压|打针|理发|代办|换灯泡|通下水)|(?:师傅|维修|物业)[^,。]{0,8}(?:来|修|看|电话|联系)|需要(?:人|帮助|心理|维修|修|救助)|(?:help|fix|repair|borrow|certificate|locked out|no water|no power|leaking)|谁来|谁管|谁(?:能)?帮|帮(?:我|忙)?拿一下|来人|求助|给问问|问问物业|(?:遥控器|充电器|体温计|梯子|工具|打气筒|螺丝刀|针线|充电宝)[^,。]{0,6}(?:借|用一下|用用)/u,
)
const REQUEST_NOT = pattern(
  /手机没电|电脑没电|充电宝没电|哈哈|听说|谁懂|昨天(?:停|来)|已经(?:修好|来水|来电|解决)|修好了|来水了|来电了|好了谢|通知|公告|别|不用|不借|没借/u,
)

export const readsAsRequest = (message: Message): boolean => message.says(REQUEST) && !message.says(REQUEST_NOT)

const CANCEL_ALL = pattern(
  /(?:取消|撤|退|作废|删)(?:掉|了)?(?:我|我家|今天|这个|这次|昨天)?(?:的)?(?:全部|所有|整个)?(?:订单|单子|单(?!元))|(?:订单|单子|订的|单)[^,。]{0,6}(?:取消|撤|退|作废|不要|删)|(?:都|全|全部|全都|统统)(?:给我)?(?:取消|退(?!烧|货|休|伍)|不要了|不订了|撤|删|不用送|别送|不买了)|(?:取消|退|撤)(?:全部|所有|吧|了吧|一下)$|^(?:取消|不要了|不订了|退单|撤单)[!。吧了]*$|(?:今天|明天|我家|我|我们)(?:的)?(?:不|别|先不|先别|就不|不用)(?:用)?(?:订|送|买)了|不订了|不用送了|别送了|cancel (?:my|the|our)? ?(?:whole |entire )?order|cancel (?:everything|all)|退单/u,
)

export const readsAsCancel = (message: Message, needs: readonly Need[]): boolean =>
  !needs.some((need) => !need.negated && need.weight >= 3) &&
  message.says(CANCEL_ALL) &&
  !has(message.cues, 'announce') &&
  !/核酸|网课|接龙我就不|疫苗/u.test(message.text)
