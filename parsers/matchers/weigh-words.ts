/** Words around a name that say whether the thing is wanted, left out, there already, or only spoken of. */
import type { Message } from '../message.js'
import { pattern, patternOf } from '../pattern.js'
import type { Need } from './need.js'

/** Named in place of a thing that was asked for: wanted as that was. */
export const SWAPPED = 2
/** How far into what follows a clause it is still spoken of. */
export const REACH_NEXT = 16
/** How far around a name a word still speaks of it, in signs. */
export const REACH = 12
/** 要不是 is no denial; 还有 at the head of a clause adds. */
export const OR_RATHER = pattern(() => /(?:要)?不是?$/u)
/** 整点锅包肉用的淀粉. */
export const USED_FOR = pattern(() => /[用使吃喝穿]的$/u)
/** 人家用的老年机: what somebody has. */
export const HAS_IN_USE = pattern(
  () =>
    /(?:我|俺|咱|她|他|人家|老人|大爷|大妈|奶奶?|爷爷?|爸|妈|孩子)(?:们)?(?:家|自己|现在|平时|一直)*(?:用|使|穿|戴|骑|开|看)的(?:是|就是|还是|都是)?$/u,
)
/** 坐轮椅的大哥, 戴口罩的那位, 卖水果的那家: by what somebody is told from others. */
export const WORN = pattern(
  () =>
    /(?:坐|戴|推|拄|穿|骑|抱|背|拎|举|撑|卖|养|开|修|挂|拉|种|扛|弹|吹|插|遛|拖|捡|牵|(?<![能会得药饭菜饮信])用|(?<![帮给烦请我忙捎你您顺能想要])带)(?:着)?$/u,
)
export const WEARER = pattern(
  () =>
    /^(?:着)?(?:(?:的(?:那|这)?|那|这)(?:个|位|家)?(?:大?(?:哥|姐|爷|叔|姨|娘|妈|伯|婶|嫂|爸|奶)|老[人头太爷两板]|小[伙姑孩妹哥]|姑娘|阿姨|宝妈|邻居|先生|女士|同志|师傅|孩子|男|女|[人那](?=$|[,。要说]))|的?[那这](?:[位户]|家(?!的)|个(?=\d))|的[\u4e00-\u9fa5](?:叔|姨|姐|哥|婶|嫂|伯|大爷|大妈|大娘|奶奶|爷爷|师傅|老师)|的[老小](?![米麦葱白])[\u4e00-\u9fa5]家?(?=要|订|想|说|:|,))/u,
)
/** 打印机没墨了: what lacks its supply is not lacking. */
export const OUT_OF_SUPPLY = pattern(() => /^(?:又|也|快|都)?没(?:墨|碳粉|电|信号|流量|话费)(?:了|啦)/u)
/** 鸡蛋一板都35了: what it costs. */
export const COSTS = pattern(() => /^(?:就)?(?:都|要|得|涨到?|卖到?)\s?\d{2,3}(?:块|元)?(?:钱)?了/u)
/** 杀猪菜走起. */
export const LETS_GO = pattern(() => /^(?:走起|安排|搞起|整起|伺候|开整|做起)/u)
/** 苞米面五斤 贴饼子, 八角二两，卤鸡爪用: the name of the dish tells what is done with what was counted. */
export const MADE_OF_IT = pattern(() => /^(?:煨|贴|摊|擀|烙)[\u4e00-\u9fa5]/u)
export const TO_BE_USED = pattern(() => /^子?(?:用|使)(?:的|得着)?(?:$|[,。!\s])/u)
/** 带点软乎面包, 来点甜乎的橘子: what is wished of it stands between. */
export const SOFT = pattern(
  () =>
    /(?:软乎|软和|软糯|软烂|脆乎|甜乎|热乎|嫩乎|粘糊|新鲜|便宜|实惠|好(?:吃|消化|嚼|咬|用)|耐放|不贵|不辣|不酸|软|脆|甜|嫩|厚实?|结实|干净)(?:一?[点些])?的?$/u,
)
/** Six bottles of water and some fruit: wanted as what stands before. */
export const AND_SOME = pattern(() => /^,? (?:and|&|plus) (?:also )?(?:some|a few|a little|any) $/u)
/** 猫奔我枕头去了: whither somebody goes. */
export const MOVES_TO = pattern(
  () => /(?:奔|往|朝|冲|跑|钻|爬|窜|蹦|跳|躲|滚)(?:到|进|上|向|着)?(?:我|咱|他|她|它|你|俺)?(?:们)?(?:家)?的?$/u,
)
export const GOES = pattern(() => /^(?:上|里|底下|下面)?(?:去|来|跑)/u)
/** 鱼缸里: where something is. */
export const INSIDE = pattern(() => /^(?:里(?!脊)|里头|里面|底下|旁边)/u)
/** Beside a list: 今天想吃回锅肉. */
export const DISH = pattern(
  () =>
    /(?:今晚|今天|中午|晚上)(?:就)?(?:搞|整|弄)(?:个|一锅|顿)?$|(?:(?:想|爱|要|准备|今晚|今天)(?:吃|做|炖|炒|包|烙)|(?<![\d一二两三四五六七八九十半几大小])[包炖炒煮蒸熬煲烙涮卤拌做煨贴摊擀][\u4e00-\u9fa5]{0,2}|(?:试着|自己|学着|琢磨着?|寻思)(?:整|弄|烤|捣鼓|烘))(?:个|顿|点|锅)?$/u,
)
/** 是鸭蛋不是鸡蛋. */
export const NOT_THAT = pattern(() => /(?:^|[,。的])是[^,。]{1,6},?不是$/u)
/** 不是芹菜是香芹. */
export const BUT_IS = pattern(() => /^,?(?:而)?是(?!不是)/u)
/** 还有两袋米呢. */
export const STILL_THERE = pattern(() => /^[呢呐]/u)
export const AND_ALSO = pattern(
  () => /^(?:对了|对|另外|哦|啊|嗯|(?:差点|刚才|刚刚|又)?(?:忘|漏)(?:了|记)?(?:说|写|报|讲|订)?了?|,|\s)*(?:还有|仲有|再就是还有)$/u,
)
/** 别忘了上次漏的味精. */
export const REMINDED = pattern(() => /别忘(?:了|记)?(?:[^,。]{0,5}的)?$/u)
/** 送点吃的，面包牛奶都行. */
export const ANY_WILL_DO = pattern(() => /^(?:啥的|什么的|之类的?|等等)?都(?:行|成|可以|中)(?:$|[,。!吧])/u)
/** 对了还有蒜: thought of late, beside an order. */
export const THOUGHT_OF = pattern(
  () => /^(?:哦|啊|嗯|,|\s)*(?:对了|哦对|(?:差点|刚才|刚刚|刚|又)?(?:忘|漏)(?:了|记)?(?:说|写|报|讲|订)?了?),?(?:我家)?还有$/u,
)
/** 上次买的米不错，这次还要. */
export const WANTED_AGAIN = pattern(
  () => /^(?:我)?(?:这次|今天|这回|明天|下次)?(?:还要|还来|再来|接着要|继续要|还想要)(?:它|这个|这种|那种|一样的)?(?:吧|哈|谢谢)?$/u,
)
export const WISHED = 3
/** 尿不湿还能弄到不: asked of whoever can get it; of what can be bought only where it ran out, 奶粉还能买到不，家里就剩一勺了. */
export const CAN_BE_GOT = pattern(
  () =>
    /^(?:现在|今天|明天|你们|咱|,)*(?:还)?(?:能|可以)(?:不能|不可以)?(?:给我?|帮我?)?(?:弄|搞|整|淘|寻摸)(?:得)?[到着来](?:不|吗|么|没|嘛)/u,
)
export const CAN_BE_BOUGHT = pattern(
  () => /^(?:现在|今天|明天|你们|咱|超市|,)*(?:还)?(?:(?:能|可以)(?:不能|不可以)?[买订弄搞整][到着得]|有)(?:不|吗|么|没有?|嘛|的卖)/u,
)
/** 漏写了一个：蒜. */
export const LEFT_OUT_ONE = pattern(
  () =>
    /(?:漏|忘|少)(?:了)?(?:写|报|说|登|记|打)(?:了)?(?:[一两几1-3])(?:个|样|种)?(?:东西)?[,:\s]{0,2}$|(?:^|sorry,? ?|i |we )(?:just |also |totally )?forgot (?:the |some |about |to (?:add|order|mention|write|put) ?(?:the |some )?)?:? ?$/u,
)
export const IT_IS = pattern(() => /[要订报]的是$/u)
export const IS_NOT = pattern(() => /^,?不是/u)
/** 刚说那芝麻酱, 昨天说的羊肉: how much of it is told anew. */
export const SAID_BEFORE = pattern(
  () => /(?:刚才?|刚刚|之前|昨天|昨晚|上午|早上|上面|前面)(?:我)?\s?(?:说|报|写|打|发|登|填)(?:的)?(?:那|那个)?$/u,
)
/** 充电宝有没有，有就来个. */
export const IF_THERE = pattern(
  () =>
    /^有(?:的话)?,?(?:就)?(?:来|要|买|带|捎)(?:我)?(?:一?个|点|些)?(?:吧|呗|哈)?$|^(?:(?:能|可以|有)(?:买到?|弄到?)?的话|有(?:货)?就|[到来]货?了|能[买弄搞]到),?(?:就)?(?:给我|帮我)?(?:来|要|买|带|捎|拿|留)?(?:我)?(?:\d|[一二两三四五六七八九十半])/u,
)
export const ONE_OF_IT = pattern(() => /一?个(?:吧|呗|哈)?$/u)
/** 蔬菜包里头都有啥菜. */
export const CONTENTS_ASKED = pattern(
  () => /凑(?:满|够)几|几[份斤个单]起?(?:才)?送|里(?:头|面|边)?(?:都)?(?:有|是|装|放|配)(?:的|了)?(?:些)?(?:啥|什么|哪些|几样)/u,
)
/** ✂️ 还有红豆一斤: beside other counted things it adds, unless it is said to be at home. */
export const ALSO_COUNTED = pattern(() => /(?<!家里?|冰箱里?|我这儿?|手里|手头|柜子?里|箱子?里|屋里|缸里|厨房|阳台)[还再]有\s?$/u)
/** Band-aids for the first aid kit. */
export const FOR_IT = pattern(() => /(?<!(?:swap|change|replace|exchange)[^,.]{0,24}) for (?:the |my |our |some |making |baking )?$/u)
/** Only 1kg of chicken now, not 2. */
export const NOT_MORE = pattern(() => /^\s?not (?:\d{1,2}|one|two|three|four|five|six|ten)(?: as .*)?$/u)
export const FILLING = pattern(() => /^[\u4e00-\u9fa5]{0,4}馅儿?的/u)
export const IF_NO = pattern(() => /^(?:or )?if (?:there (?:is|are) |they have |you have )?(?:no|not|none)(?![a-z])/u)
/** 辣条被老公翻出来吃了. */
export const TAKEN_BY = pattern(
  () => /^(?:都|全)?(?:被|让|叫)(?:我|俺)?(?:家)?[^,。我]{1,6}(?:吃|喝|偷|顺|炫|啃|干|造|霍霍|祸祸)(?:完|光|没|掉|走)?了/u,
)
export const ADVERTISED = pattern(() => /^(?:的)?(?:小|弹窗)?广告/u)
/** 葱姜蒜，各来一点. */
export const SOME_OF_EACH = pattern(() => /^(?:各|每样|都|一样)(?:来|要|带|买|拿|捎)(?:上)?(?:一?点点?|一?些|少许|几样?)/u)
/** 米面都有，还有半桶油. */
export const STILL_MORE = pattern(() => /^(?:也)?还有\s?$/u)
export const SEASONS = pattern(() => /(?:加|放|搁|撒|倒)(?:点|些|入|上|进|少许|一点)?$/u)
export const AND = pattern(() => /^ (?:and|&) (?:a |an )?$/u)
/** 要, 买点: what asks for all that follows in a row. */
export const ASKS_AHEAD = pattern(() => /(?:要|买|来|订|带|捎|整|弄|缺|需要|帮[我忙][^,。]{0,3})[点些]?[^,。]{0,12}$/u)
export const AND_MORE = pattern(() => /(?:^|[\s的])[还再]有\s?$/u)
export const CHANGES = pattern(
  () =>
    /(?<=(?:^|[,。])[油面米盐糖醋葱姜蒜肉鱼蛋奶])改(?=[\u4e00-\u9fa5]{2,4}(?:$|[,。!吧]))|(?:刚才|刚刚|昨天|昨晚|之前|上午|早上|先头|先前|前头|头先|原先|原来)[^,。]{0,3}(?:那?单(?!元)|订单|单子|订的|报的|登记的)[^,。]{0,3}(?:再|加|还|换|减|去|删|多)|改成|改为|换成|变成|转做|转成|换(?!灯泡|灯管|电池|水?龙头|滤芯|锁芯)|→|改到|[加减]到(?=\s?(?:\d|[一二两三四五六七八九十半]))|改要|改(?=[\d一二两三四五六七八九十半])|(?<=[\u4e00-\u9fa5][\u4e00-\u9fa5a-z])改(?![成为到一个要天日善主变进造条件]|卷子|作业|稿|试卷|题)(?=[\u4e00-\u9fa5a-z]{2,4}(?:$|[,。!吧]))|change|swap|replace/u,
)
/** 等解封, 梦见: a wish that no shop fulfils. */
export const DREAMS = pattern(() => /可惜|适合吃|疫情|解封|放开|做东|请客|[撮搓]一顿|出去|出门|开门|梦|要是能|哪天|等能|有朝一日/u)
/** 等解封第一件事就是吃火锅，毛肚来三份. */
export const FEAST = pattern(
  () =>
    /等(?:我)?(?:们)?(?:放出来|放出去|出来了?|能出去了?|出了隔离)(?:以后|后|那天|了)?,?[^,。]{0,4}(?:要|得|必须|先|一口气)[^,。]{0,3}(?:\d|[一两三四五六七八九十])|(?:哪天|等|啥时候?|什么时候|几时)[^,。]{0,3}(?:让|能|可以)?(?:我)?(?:们)?(?:出门|放开|解封|出去|自由|开门|下楼|出小区)(?:了)?,?[^,。]{0,4}(?:第一个|头一个|先(?!给|帮|来|要|订|送|带|买)|直奔|奔|杀|冲)|(?:解封|放开|出去|自由)[^。]{0,6}(?:第一(?:件事|顿)|就是|一定要?|高低|必须|先)[^,。]{0,5}(?:吃|撸|喝|整|干|搓|涮|下馆子)/u,
)
/** 剩下等解封了再说: that much is left for later, what was named before is not. */
export const PUT_OFF = pattern(
  () =>
    /(?:哪天|啥时候|什么时候)[^,。]{1,5}(?:哪天|啥时候|什么时候)|(?:剩下|其他|其它|其余|别的|余下)[^,。]{0,3}(?:的)?等[^,。]{0,8}再|等[^,。]{0,6}再说/u,
)
export const MONEY = pattern(() => /块|元|毛/u)
/** 面粉我报了两袋，麻烦去掉. */
export const STRIKES_NEXT = pattern(
  () =>
    /^(?:就|请|麻烦|帮忙|[帮给替]我|你|您|(?:从|在)?我?那?(?:单子?|订单|清单)[里上]?[头面]?的?|那[个样项])*(?:去掉|删掉|删除|划掉|撤掉|拿掉|退掉|[去拿撤勾抹划](?:了|走))(?:了|吧|哈|啊|呗|谢谢)*$/u,
)
export const DROPS_NEXT = pattern(
  () =>
    /^(?:就|先|都|请|麻烦|帮忙|[帮给替]我|[让叫喊]我|你|您|(?:从|在)?我?那?(?:单子?|订单|清单)[里上]?[头面]?的?|那[个样项])*(?:去掉|删掉|删除|划掉|撤掉|拿掉|拿走|勾掉|抹掉|不用|不要|别买|别带|别送|不订|不买|取消|退|撤|删|划|去)(?:了|掉|吧|哈|啊|呗|谢谢|买|带|送|不要了)*$/u,
)
/** 有鲫鱼吗: that asks, and does not tell. */
export const ASKED_BEHIND = pattern(() => /^(?:吗|么|没(?:有)?(?:$|[,。?])|嘛|不(?!缺|差|少)|\?|的话|就)/u)
/** 顺便问下明天能订肉吗: asked about, and not for. */
export const ASKS_ABOUT = pattern(
  () => /(?:顺便|还想|想)问(?:一下|下|问|个|一句|一声)?[^,。]{0,6}(?:能不能|还能|能|可以)(?:订|买|报)(?:到)?$/u,
)
export const HAS_NEXT = pattern(() => /^(?:家里的?|屋里的?|上次的)?(?:还有|有的是|够吃(?![^,。]{1,6}(?:就[行好成中够]|就可以|即可))|不缺)/u)
/** 面粉不变. */
export const UNCHANGED = pattern(() => /^(?:都|还是|就|的|那个)*(?:不变|不动|不改|不用改|照旧|照常|保持|按原来)/u)
/** 把旧纸箱带下去: carried down for somebody, not bought. */
export const TAKEN_AWAY = pattern(
  () =>
    /^(?:送|带|拿|捎|寄|转交)(?:到|去|给)(?!我|俺|咱|门|楼|\d|家)[^,。]{1,8}|^(?:给|帮|替)?(?:我|她|他|人家)?(?:们)?(?:一起|都|也|顺便)?(?:带|拿|拎|扔|倒|搬|收)(?:下去|下楼|走(?![^,。]{0,2}[\d一二两三四五])|掉|出去)/u,
)
/** 鸡和鸭不要了，就留鱼. */
export const KEPT = pattern(() => /(?:就|只|光)留(?:着|个|下)?$/u)
/** 两条鲫鱼，鱼帮我杀好: what is to be done with it. */
export const PREPARED = pattern(
  () =>
    /^(?:要|得|都|请|麻烦|帮我|帮忙|给我|帮|给)*(?:杀好|杀一下|杀了|切好|切成|切一下|剁好|剁成|剁一下|去皮|去骨|去头|绞成|绞一下|刮鳞|刮一下|片成|洗干净|处理)/u,
)
export const ASKS_FOR = pattern(() => /^(?:要|来|买)(?:\d|[一二两三四五六七八九十半])/u)
/** 炒菜都是拿水焯的. */
export const BOILED = pattern(() => /^(?:焯|涮|烫)(?!粉|菜|饭)/u)
/** 炒菜都拿水炒, 先用凉水泡着: what is made do with. */
export const USED_SO = pattern(
  () =>
    /(?:拿|用)[^,。\d]{1,6}(?:粘|绑|缠|捆|糊|顶|夹|捂|盖|罩|挡|堵|蒙|垫|压|拴|系|支|撑)(?:着|住|了|他|她|我|脸|头|嘴|门)|(?:拿|用)[^,。\d]{1,8}(?:闷|勒|捂)死|(?<![给帮替]我|[忙给来去要])(?:拿|用|靠)[^,。\d]{1,6}(?:炒|煮|蒸|炖|熬|洗|擦|泡|垫|冲|拌|对付|凑合|顶|代替|糊弄|充饥|焯|涮)(?:着|了|的|过|一下|\p{Script=Han}?(?:天|顿|回)|$|[,。])/u,
)
/** 谢谢302送来的两根葱. */
export const THANKS_FOR = pattern(() => /^(?:谢谢|感谢|多谢)[^,。]{1,12}(?:送|给|借|匀|拿|带)(?:来|我)?(?:我)?的/u)
/** 牛奶蛋白过敏, 苹果那些甜的我吃不得: what somebody must not have. */
export const ALLERGIC = pattern(
  () =>
    /^(?:蛋白?)?(?:严重)?过敏(?!药|膏|片|颗)|^(?:那些|这些|之类|什么的|,)?[^,。\d]{0,4}(?:吃不得|碰不得|沾不得|不能(?:吃|喝|碰|沾)(?!完|太)|忌口)/u,
)
/** 我让他整点鸡蛋: told of somebody else. */
export const THEIR_TASK = pattern(
  () => /(?:让|叫|劝)(?:他|她|孩子|儿子|闺女|女儿|老公)(?:自己|也|多|少)?(?:整|买|吃|做|弄|煮|来)(?:点|些|个)?$/u,
)
/** 冰箱还塞着两条黄鱼. */
export const STORED = pattern(
  () =>
    /(?:冰箱|冰柜|冷冻|冷藏|柜子|橱|阳台|屋头|家)(?:里|里头|里面|上)?(?:头)?(?:还|都|也|倒|正)*(?:塞|躺|堆|冻|搁|放|码|藏|摞|挂|囤|屯)(?:着|了|有)(?:好)?(?:\d|[一二两三四五六七八九十几半])*[\u4e00-\u9fa5]?$/u,
)
/** 30-1-402轮椅大哥托我买一袋: who somebody is called by. */
export const IS_CALLED_BY = pattern(
  () =>
    /^(?:那|家)?(?:位|个)?(?:大[哥爷妈娘姐叔婶嫂]|奶奶|爷爷|阿姨|叔叔?|婆婆?|老(?:人家?|爷子|太太?|头)|小哥|妹子|嬢嬢|师傅)(?:[也还就刚又,]|家)*(?:托|说|让|叫|喊|打电话|问我|拜托|请我)/u,
)
/** 天天吃洋芋吃得我都快变成洋芋了, 脚肿得像馒头. */
export const TURNED_INTO = pattern(
  () =>
    /(?:我|人|都|快|要)[^,。]{0,5}(?:变|吃|胖|瘦|长|饿|熬|腌|捂)(?:成|得像)了?(?:一?[个颗只根头条])?$|[肿胀烂冻晒烫红累哭](?:得|到)(?:都|就)?(?:像|跟)(?:一?[个颗只根头条])?$/u,
)
/** 晚上抿一口酒: so much is in the mouth, not in a bag. */
export const SIPPED = pattern(() => /[抿嘬呷喝吃尝啃咬闷](?:上|了|过)?(?:那|这)?么?(?:[一两几]|\d)口(?!\s?[^,。]{0,3}[锅缸])/u)
export const EATEN_UNTIL = pattern(() => /^(?:都|也)?[吃喝用](?:腻|够|怕|伤)了|^[吃喝](?:得|到)(?:我|人|全家|一家|孩子|脸|肚子|都)/u)
/** 小米三斤，老二喝粥: what somebody makes of it. */
export const EATS = pattern(
  () =>
    /^(?:(?:伊|佢|他|她|老头子?|老太婆?)(?:讲|说|话)(?:[今明]?[天晚早]|夜里|晚上|中午|早上)?|老[大二三四]|[大二小]宝|孩子|娃|宝宝|宝|老人|老伴|老头子?|爸|妈|奶奶|爷爷|姥姥|姥爷|闺女|儿子|女儿|孙子|孙女|他|她|我)(?:就|爱|也|都|好|夜里|天天|早上|晚上|早晚|拿来|要|想|馋|吵着?|嚷着?)*(?:喝|吃|就着|蘸|拌|下)点?(?:[\u4e00-\u9fa5]{1,3}馅儿?的?)?$/u,
)
/** 水果店多给我抓了一把枣. */
export const GAVE_ME = pattern(() => /(?:多|还|又|偷偷|硬)(?:给|塞|送)我[^,。]{0,2}(?:抓|装|塞|送|拿|称)了$/u)
/** 本来想要排骨，太贵: given up. */
export const GIVEN_UP = pattern(() => /(?:本来|原本|原先|起初)(?:是|还|就)?(?:想|打算)(?:要|买|订|吃|来|整|弄)?(?:点|个|些)?$/u)
/** 硝酸甘油要放上衣口袋. */
export const TO_BE_KEPT = pattern(
  () => /^(?:一定|千万|最好|记得)?(?:要|得|应该|该|须)(?:放|搁|收|存|锁|藏|装)(?:在|到|进|好|上|床头|身边)/u,
)
/** 一网上来几百斤带鱼: no household asks for so much. */
export const BY_HUNDREDS = pattern(() => /(?:几|上|成|好几)[百千万]/u)
/** 面和好了: what is made ready already. */
export const PREPARED_ALREADY = pattern(() => /^(?:都|也|已经|刚)?(?:和|发|醒|揉|擀|切|洗|煮|炖|蒸|腌|泡|剁)(?:好|上|成)了/u)
/** 我要的东西有盐两袋, 看看有没有大米10斤, 如果有苹果5斤也要: a list, a question or a condition, and nothing at home. */
export const COUNTS_OR_ASKS = pattern(
  () =>
    /(?:要|需|缺|买|订|报|采购|登记)[^,。有]{0,4}的[^,。有]{0,5}有$|(?:看看?|问问?|瞧瞧?|看一?下|问一?下|查一?下)[^,。有]{0,4}有没有$|(?:如果|要是|若是?|假如|倘若)[^,。有]{0,4}有$/u,
)
/** 鸡胗没有就别拿了. */
export const IF_NONE = pattern(() => /^(?:要是|如果|若是)?(?:没有?|缺货|买不[到着])(?:的话|了)?,?(?:就|那就?)(?:别|不用|不要|算了|拉倒)/u)
/** 鸡蛋不要一板了要两板: that much in its place. */
export const INSTEAD = pattern(() => /(?<!不|别|甭)(?:要|来|改|换)(?:成)?\s?$/u)
/** 鸡蛋不要两斤了: not that much. */
export const DENIED_AMOUNT = pattern(
  () =>
    /^(?:就|也|先|呢|,|的|那个|(?:改?要|来)(?:\d|[一二两三四五六七八九十半]){1,3}[^,。\d]{1,2},?){0,6}(?:不要|别要|不用|甭|别(?=[^,。]{1,4}了(?:$|[,。])))\s?(?:\d|[一二两三四五六七八九十半])/u,
)
const SO_MUCH_LESS = '(?:[不别莫唔勿弗]要|甭要?|不用|别[送买拿带给])(?:再)?(?:送|买|拿|带|给)?(?:我)?(?:[那这恁]么?|介|许)多'
/** 大蒜不要那么多, 一斤就行: less of it, told behind its name; and the same at the end of a clause. */
export const NOT_SO_MUCH = patternOf(`^(?:就|也|先|呢|,|的)*${SO_MUCH_LESS}`)
export const ENDS_NOT_SO_MUCH = patternOf(`${SO_MUCH_LESS}了?$`)
/** 周五之前送到就行: when it is wanted. */
export const DEADLINE = pattern(
  () =>
    /(?:[点号日天午上晚饭周月前]|礼拜|星期|[一二三四五六日末底黑])(?:之前|以前)(?=就?(?:行|好|成|可以|中)|[^,。]{0,3}(?:能|送|到|给|要|拿)|$|[,。])/u,
)
/** 还是上次那种, 上回没买着的: what was before only says which. */
export const LIKE_BEFORE = pattern(
  () =>
    /(?:上次|上回|之前|以前|昨天|平时|平常|那次|前几天)(?:买|订|要|吃|用|送|喝)?(?:过)?(?:的)?(?:那种|那个|那款|一样|那样|同款|牌子|那牌)|(?:跟|和|同|照|按|像)(?:上次|上回|昨天|之前)|(?:昨天|昨晚|早上|上午|之前|刚才)[^,。]{0,3}那?[份单][^,。]{0,3}(?:里|上|再|加|添)|(?:上回|上次|昨天|前天|之前)[^,。]{0,3}没(?:买|订|送|有|抢)[着到上]?的|(?:缺货|没到|没送|没买到?|漏|少)[^,。]{0,2}的?那|补(?:录|登|记|报)|(?:漏|忘|少)(?:写|报|说|登|订|记|填)了|(?:写|报|说|登|订|记|填)错了|(?:刚才|刚刚|刚|之前|上午)[^,。]{0,3}(?:忘|漏)/u,
)
/** 牛肉两斤，炖着吃: what it is for, not how it is made. */
export const FOR_MEAL = pattern(
  () =>
    /(?:[炖炒煮蒸烤炸煎熬煲涮拌卤]着吃|[炖煮熬煲]个?[汤粥](?:用|喝|的|$|[,。])|[炖炒煮蒸烤炸煎熬煲涮包卤][\u4e00-\u9fa5]{1,2}[用使]|(?:想|要|用来|留着|准备)(?:炖|炒|煮|蒸|烤|熬|煲|包)[\u4e00-\u9fa5]{0,2}(?:吃|喝|$|[,。])|,(?:今天|今晚|晚上|中午|明天|回头|好)?(?:给[\u4e00-\u9fa5]{1,3})?(?:包|炖|炒|煮|蒸|熬|煲|烙|卤|拌|做|焖|涮|滚|红烧)[\u4e00-\u9fa5]{1,4}(?:吃|喝|用|使)?(?:$|[,。!]))/u,
)
/** 排骨太贵就不要了，换成鸡腿: taken out of what was ordered, with the reason before. */
export const TOO_DEAR = pattern(
  () =>
    /^(?:太|有点|这么|那么|又)+(?:贵|肥|油|咸|辣|甜|沉|重|大|小|硬|老)了?(?:那|就|还是|先|我)*(?:不要|不买|不订|别要|别买|别送|划掉|划了|去掉|删掉|删了|撤掉|退掉|取消)(?:了|啦|吧|$|[,。])/u,
)
export const SWAPS = pattern(() => /^(?:就|那|请|麻烦|[帮给替]我|都)*[换改](?:成|为)/u)
/** 一箱啤酒不要青岛: which make is not wanted. */
export const NOT_WHICH = pattern(() => /^(?:的|,|就|先)*不要(?:的|喝|吃|用)?$/u)
/** 红豆一斤我要包豆包: what is made of it. */
export const MADE_OF_DOUGH = new Set(['豆包', '饺子', '包子', '馄饨', '粽子', '汤圆', '黏豆包'])
/** 包 is what is done with it, unless it counts: 三包饺子. */
export const isFolded = ({ unit, amountAt, qty, start }: Need, stated: number, { text }: Message): boolean =>
  qty === null ? text[start - 1] === '包' : unit === '包' && text[amountAt] === '包' && stated >= 2
/** How it is done; 腌, 泡 alone tell no more than what it is for. */
export const STEPS = pattern(
  () =>
    /克|毫升|(?:\d|[一二两三半几小大])勺(?!子)|匙|分钟|小时|钟头|适量|少许|下锅|出锅|起锅|[煮炒炖焖煸蒸]到|[几六七八九]分熟|焯|翻炒|小火|慢熬|慢慢(?:熬|炖|煨)|兑水|切[成丝片块丁末]|放[入点进]|倒入|滴[\d一二两三几](?:小)?滴|一碗(?:温|清|开|凉)?水|嫩得很|[包做蒸烤炸烙煮擀]了[^,。]{0,3}(?:\d|[一二两三四五六七八九十])+(?:个|锅|屉|盘|张|笼|碗)(?=$|[,。!])|\d ?min(?:s|utes?)?\b|bake|oven|preheat|simmer|加[水入盐糖]|[得该]放|火要[猛大小]|[盐油糖][少多]放|(?<!(?:上次|上回|之前|昨天)[^,。]{0,6})(?:真香|(?<!不)好吃)/u,
)
export const PREPARES = pattern(() => /腌|泡|[炒炖煮蒸]了/u)
/** 一棵葱都没抢着: none was to be had. */
export const GOT_NONE = pattern(() => /^(?:都|也)(?:没|冇|未)(?:能)?(?:抢|买|订|捞|轮|摸|弄|看|见|吃|喝|尝)(?:着|到|上|过|成)/u)
/** 也就剩两把挂面了，不过还能撑几天，先紧着别人. */
export const STANDS_BACK = pattern(
  () =>
    /先?紧着(?:别人|别家|大家|老人|有)|先(?:给|让|顾|照顾)(?:着)?(?:别人|别家|更?需要的|急需的|困难的)|让给(?:别人|更?需要的|急需的)|别人(?:更)?(?:需要|急)/u,
)
/** 需要：①米②油③盐: what each of the list is for. */
export const LIST_AHEAD = pattern(
  () => /(?:需要|想要|要买|想买|要订|需求|物资|清单|订购|采购|购买|代买)(?:如下|以下)?(?:的)?(?:物品|东西|物资|清单)?\s?:/u,
)
/** 我只订了一把芹菜: what was ordered before. */
export const ORDERED_ONLY = pattern(() => /[只就光]?(?:只|就|光)(?:订|买|报|点|要)了$/u)
/** 再不买菜就只能啃馒头了: what is made do with. */
export const MADE_DO = pattern(() => /(?:只能|只好|只得)(?:天天|顿顿|干)?[啃吃喝嚼](?:点)?$/u)
/** 群主说今天能买肉, 别家都买肉: what can be had, by hearsay, and what others buy. */
export const SAID_TO_BE_HAD = pattern(
  () =>
    /(?:听说|群里?|群主|团长|楼长|社区|通知|他们|人家)(?:都|里|上|也|又)?说?[^,。]{0,6}说?(?:能|可以)(?:买|订|报)(?:到)?(?:点)?$|(?:别家|人家|别人|他们|大家|大伙)(?:都|全)(?:在)?(?:买|订|囤|要|抢|团)(?:点|着)?$/u,
)
export const EXCEPT = pattern(() => /除了?$/u)
/** 除了鸡蛋别的都不用: nothing but that is wanted. */
export const BUT_FOR = pattern(
  () =>
    /^(?:以外|之外|外)?,?(?:别的|其[他它余]的?|啥|什么|旁的|我?家里?)(?:东西|菜)?(?:我家|家里|我)?(?:都|也|全|一概|统统)(?:不|没|有|够|齐)/u,
)
/** 阿胶要两盒不是一盒. */
export const NOT_THAT_MANY = pattern(
  () =>
    /, not (?:one|two|three|four|five|six|\d+)|[,\s]?(?:而)?不是(?:\d|[一二两三四五六七八九十半])[^,。]{1,3}$|不是(?:\d|[一二两三四五六七八九十半])[^,。]{1,3}[,]?(?:而)?是(?:\d|[一二两三四五六七八九十半])|\d[a-z ]{0,12} not \d/u,
)
/** 牛奶一箱就行，不用两箱. */
export const NO_MORE_THAN = pattern(
  () => /^(?:就)?(?:不要|不用|甭|不必|不是|而不是)(?:\d|[一二两三四五六七八九十半])+[\u4e00-\u9fa5](?:了|那么多了?)?$/u,
)
/** 纸尿裤不变, behind what changes. */
export const THE_REST_STAYS = pattern(
  () => /^(?:给我|帮我|麻烦|帮忙|请)?(?:改一?改|改一?下|改过来)|(?:不变|不动|照旧|照常|不用改|不改)[吧哈啊]?$/u,
)
/** 排骨要3斤，刚才打成30斤了: another amount was written before. */
export const WRITTEN_AS = pattern(
  () => /(?:打|写|报|说|填|记|点|输|按|登)成(?:了)?\s?(?:\d|[一二两三四五六七八九十半])+[\u4e00-\u9fa5]{0,2}(?:了|啦)?(?:$|[,。!])/u,
)
/** 螺蛳粉不要桶的要袋的: of the same, another make. */
export const OTHER_MAKE = pattern(() => /^(?:就|先|都|的|那个)*不要[^,。]{1,4}的,?(?:要|换|来|买)(?:成|点)?[^,。]{1,6}的/u)
/** 酸奶多来两盒, 盐再加一袋. */
export const MORE = pattern(
  () =>
    /^(?:请|麻烦|给我|帮我|,|\s)*(?:多(?:给我?|帮我?)?(?:来|加|要|给|拿|订|带|送|买|整|捎|添|弄|配)|再(?:给我|帮我)?多?(?:来|加|要|给|拿|订|带|送|买|整|添|补|捎|搭|饶|多)|追加|加上?|添|补|另加)(?:我|上)?\s?(?:\d|[一二两三四五六七八九十半个])/u,
)
/** 泡面要红烧的，别拿酸菜的; 电池要7号的，5号写错了: which of a kind, and which not. */
export const WHICH = pattern(() => /^(?:我|就|都|还是)*要(?:的是)?(?!了)[^,。]{1,8}(?:的|号|码|款|味|段)?$/u)
export const NOT_THE_OTHER = pattern(
  () =>
    /^(?:别|不要|不是|甭)(?:拿|给|要|买|送|来|弄|拿成)?(?:我)?[^,。]{1,8}的?$|^(?:刚才|刚刚|上面|前面|之前|原来)?(?:我)?(?:说|写|报|要|订|填)?(?:的)?[^,。]{1,8}(?:不对|写错|说错|报错|错了|不是)/u,
)
/** 可乐还要，但改成无糖的: which of a kind, said in the next clause. */
export const CHANGED_KIND = pattern(() => /^(?:但是?|不过|就|那|给我|帮我|都)*(?:改|换)(?:成|为|个)?(?![新好])[^,。]{1,5}的(?:吧|哈|啊)?$/u)
/** 鸡蛋上次碎了俩. */
export const BROKE_BEFORE = pattern(() => /(?:上次|上回|昨天|前天|之前)[^,。]{0,6}(?:碎|坏|烂|破|少|漏|洒|馊|蔫)了/u)
/** Units of a meal, not of a purchase. */
export const SIPS = new Set(['杯', '朵', '滴', '口', '堆'])
export const BOWLS = new Set(['碗', '碟'])
/** Nobody cooks by the case. */
export const BOUGHT_BY = new Set([...'箱袋盒瓶桶包提件板罐'])
/** 那半颗白菜开花了: what is there is pointed at. */
export const POINTED_AT = new Set([...'那这'])
export const SPOONS = new Set(['勺', '匙', '汤匙', '茶匙', '汤勺'])

/** 黄桃罐头两瓶，酸梅粉一袋: beside a known thing that is counted, what is counted so is goods. */
export const PACKED = new Set(['斤', '袋', '盒', '瓶', '箱', '桶', '罐', '公斤', '提'])

/** 牛奶撤了吧, and in the next breath who brought some. */
export const TAKEN_BACK = pattern(() => /^[^,。]{0,5}(?:撤|退|取消|去|划|删|不要|不用|不买|不订)(?:掉)?了?(?:吧|哈|啊|呗)?$/u)

/** 能装十斤米的米桶: what it holds. */
export const HOLDS_SO_MUCH = pattern(() => /(?:能|可以?)(?:装|放|盛|存|煮|蒸|坐)(?:下|得下)?$/u)
