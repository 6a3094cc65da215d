/** What stands beside a thing that is wanted, left out, there already, or has run out. All on folded text. */

import { Endings } from '../endings.js'
import { pattern } from '../pattern.js'

export const DIRECT = new Endings(
  "攞 求 帮我卖 帮卖 给送 帮送 再送 送点 送些 给她送 给他送 给我送 给俺送 给我妈送 给我爸送 给老人送 给我家送 给妈送 给爸送 给老娘送 给老爸送 给老妈送 要 买 来 订 定 带 捎 整 需要 想要 拿 弄 搞 求购 急需 给我 称 配 补 加 添 换 割 需 缺 留 need needs want wants order get get_me getting i'd_like would_love would_like buy bring send have add",
  '点儿 点 上 些 一下 一些 一点 个 几 两样: 三样: 四样: 五样: 几样: 两样东西: 三样东西: 四样东西: 这些: 以下: the some a me : _',
)

export const WANTED_BEHIND = pattern(
  () =>
    /^(?:我|也|就|都|再|随便|,)*(?:给(?:我|我家|俺|咱)?(?:送|带|捎|拿|买|整|弄)|来|要|买|带|捎|整|订)(?:[大小][袋盒瓶箱桶包罐]的|点|些|一点|上|\d|[一二三四五六七八九十两半]|个|几|$)|^若干/u,
)

export const RAN_OUT = pattern(
  () =>
    /没(?:了|有了|啦|货?了|剩)|(?<![到了货送来])[没莫]得了?(?=$|[,。!])|(?<!没)(?:吃|用|喝|喷|打|抽|烧)(?:完(?!电话|球|卡|饭)|没(?!有|人)|光|净)|快(?:没|吃完|用完|见底)|见底|不多了|(?<![子铲勺刀绳线带腿头把阻])断(?:了|顿|药|粮)|没(?![气电网]|信号|反应|动静|声|劲|意思|关系|问题|办法)[\u4e00-\u9fa5]{1,5}了|没[米面油盐菜药]下锅|冇得(?:了)?(?=$|[,。!])|冇[\u4e00-\u9fa5]{1,4}(?:喇|啦|了)|就剩|只剩|(?:只有|就)(?:最后)?(?:一|1|半|两|几)[袋包瓶盒桶斤个颗片粒板箱][\u4e00-\u9fa5]{0,4}了(?=$|,|。|!)|剩(?:最后|个?底)|剩(?:一|1|半)[\u4e00-\u9fa5]|只够|没[\u4e00-\u9fa5]{1,3}(?:可)?(?:咋|怎么)(?:活|过|办|吃|整)|就够[^,。]{0,5}(?:顿|天|次|回)|不够(?:吃|用|喝)?了|(?<!(?:\d|[一二两三四五六七八九十半])[\u4e00-\u9fa5])不够(?:吃|用|喝)?(?=$|[,。!])|告急|空了|空瓶了?|停了|ran out|run out|running low|out of|断[\u4e00-\u9fa5]{1,2}天/u,
)

/** Between two things, the second of which is not wanted: 要花生油不要豆油. */
export const DENIES_NEXT = pattern(() => /^[,\s]?(?:不要|别要|不是)$/u)

export const NEGATED_BEFORE = pattern(
  () =>
    /(?:(?<!要)不要|[唔勿弗莫]要|别买|不用买|不用|不买|甭(?:给我?)?(?:买|整|带|来|送|要|弄)|别给我?(?:整|拿|带|来|送|弄|买)|不(?:用|必)(?:再)?(?:给|帮|替)(?:我|俺|咱)(?:们)?(?:家)?(?:买|带|送|订|拿)|不需要|别带|别要|覅|不是|除了|无需|毋需|勿需|没买|没订|没要|没带|不想要|忌|不订|forget|cancel|remove|drop|don't need|no|without|skip|no more|'t (?:want|need))\s?(?:the|my|any|[的那])?\s?$|(?:取消|减单|退掉|退订|去掉|删掉|删除|划掉|减掉|撤掉|撤销)(?:我(?:家)?)?(?:(?:昨天|昨晚|今天|早上|上午|下午|刚才|刚刚|之前)?(?:订|报|要|买|登记|点)?(?:了)?的)?$/u,
)

export const NEGATED_BEHIND = pattern(
  () =>
    /^ off (?:my|our|the|today)|^(?:的?单子?)?(?:就|都|也|先|呢|嘛|啥|,|\s|的|[一这那](?:项|样|条)|给我|帮我|替我|给|帮|请|麻烦|我|家|那个|那[袋盒箱瓶桶包份板件]|里|又|(?:翻|找)(?:到|出来|着)了?|直接|还是|全|一起)*(?:(?<!要)不要(?![^,。]{1,6}(?:的(?!了)|味|馅))|不想(?:要|买)|别(?:要|给(?!我?(?:退|删|撤|取消|去))|送|来|拿|加|弄|放|装|订|带|买)|不用|不买|不送|撤|减掉|减去|拿掉|剔除|叉掉|勿要|弗要|莫要|不消(?:买|要|送|带)?|唔使|不需|甭(?:要|送|买)|甭|不需要|去掉|砍掉|抹掉|踢掉|扣掉|勾掉|省了|先白(?:买|送|带|拿|要)|覅|去了|取消|退(?:了|掉|吧|订|单)|减单|去(?:了|掉)|不留|划[了去]|勾[了去]|没用了|免了|删|划掉|算了|拉倒|不订|不带|别带|不来了|唔要|勿要)/u,
)

export const HAVE_BEFORE = pattern(
  () =>
    /(?:家里|家|冰箱里?|我这|我家)?(?:还有|有的是|还剩|剩(?:了)?|囤了?|存了?|有多的?|多了|有现成的?|不缺|不差|有)(?:很多|好多|点|些|不少|够|一些|半|几)?$/u,
)

/** Do you have rice: asked of the shop. */
export const DO_YOU_HAVE = pattern(() => /(?:do|does) (?:you|they|we|the \w+) (?:still |also )?(?:have|sell|got)(?: any| some)? $/u)

/** I have two apples; can I have two apples asks. */
export const OWNS = pattern(() => /(?<!(?:can|could|may|shall) )\b(?:i|we) (?:still |already )?(?:have|had|got)(?: got)? (?:some )?$/u)

export const HAVE_BEHIND = pattern(
  () =>
    /^(?:[我他她]?家里?|[我俺咱]这儿?|,|\s|我|们|也|都|还|倒)*(?:还有|有(?=,?(?:不用|别|不要|甭)|$)|有呢|有的是|有了|够(?=,|。|$|的(?:,|$)|呢|啊)|够吃|够用|都有|不缺|家家|人人|没吃完|吃不完|没动|没开封|多(?!来|加|要|给|拿|订|带|送|买|整|放|少|弄|搞|备|谢|点|些|大)|剩(?!下的?(?:等|再|别|都|就|先))|管够|买好|囤(?!点|些|货|一))/u,
)

/** What an unknown word is counted with is a weak sign of goods: one PPT, four tickets. */
export const COUNTS = new Set(['', ...'个张辆条只套份次段滴朵根把片'])
