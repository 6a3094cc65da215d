/** What staff write with gloves on of goods that reached a door, or did not. All on folded text. */
import { pattern, wordsPattern } from '../pattern.js'

export const SENT = wordsPattern(`
  已(?:派|放|交|给|挂|发|妥投|送|签|达|搁) 在[^,。]{0,4}门口了 送(?:到|达|了|完|好|齐|出|去|上|毕|妥|过|啦|咗|进|讫|至|哒|得|晒|咯|嘞|喽|货搞定|货完|货到) 送(?=$|[,。!\\s:\\d]) 都送 全送 (?<=[元栋楼户号])(?:都|全)好了 送清 (?<=[元栋楼户号])都?齐了 送的都
  (?<=[\\d室户号家人])收(?:了|下了|好了|着了)(?!吗|没) 派(?:完|咗|晒|好|了|到|发完|毕) 发(?:完|放完|放好|到位|咗) 分(?:完|好|发完)了? 配送 投递 投放完 签收 到手 到门口 到位
  放(?:门口|到|家门|下|门外|好|了|咗|在门|在家|她门|他门|您门|你门|人家门|楼道|鞋柜|台阶|把手) (?:放|搁|撂|摆|挂|拴)[^,。]{0,6}(?:门|屋|把手|窗台|鞋柜|台阶|凳)[^,。]{0,3} 放[^,。]{0,4}(?:门口|门外|门边|屋里|箱里|柜里|桌上|凳上|栓里) 搁(?:门|那|这|下|好|了|到) 撂(?:门|下|那) 挂(?:门|上|好|在门|了|到)
  交(?:到|给|了|接完|接好|付) 给(?:了|到|过|完|她了|他了|老[人爷太]|本人) 递(?:给|到|上|进)了? 拿(?:给|到家|到门|上去|进去|走了?) 取走 搬(?:上去|到|进|完) 扛(?:上|到) 拎(?:上|到|给) 提(?:上去|到) 
  搞定 搞掂 妥了 完事 整完 弄完 弄好 办好 办妥 跑完 扫(?:完楼|楼完|完) 齐活 收工 完成了? 已放 都放 ✅ √ 👌 (?:^|[\\d\\s室户号都全也])ok delivered done dropped left_at handed`)

export const NOT_SENT = wordsPattern(`
  (?:没|冇|莫|无|木有|没得|莫得|没有)(?:得)?人 (?:没|未|冇|莫|沒)(?:能|法|有|办法|来得及|顾上)?(?:送|派|放|交|应|开门?|接|收(?!钱|费)|敲开|叫开|联系|在家?(?!意|乎|问)|回家?|下来|进去|成功?|搁家|在屋|反应|动静|答应|找到|见到|见着|配|拿到|打通) 不在 不搁家 唔喺 唔在 冇喺 出门了 外出 出去了 搬走了
  退单 (?:等|让)[^,。]{0,8}(?:再送|晚点送|明天送|下午送|晚些送) 先放我 拒收 拒签 不收 不肯收 不让进 唔收 退回 退货 带回 拉回 拿回来 拎回 拖回 (?:联系|打)不[上通] 打唔通 关机 停机 空号 无法接通 不接 不应(?!该) 没敢[上进送敲] 不敢[上进送敲] 没上[去楼] 不开门 唔开门 [敲叫拍喊]不开 [敲叫拍喊]唔开 敲[^,。]{0,6}(?:没|不|冇|莫) 按[^,。]{0,4}门?铃[^,。]{0,3}(?:没|不|冇) 
  找不到 揾唔到 进不[去了] 上不去 [送派](?:不|唔)(?:了|成|出|进|上|到|动|过) 搬不 锁着 锁死 地址(?:错|不对|有误) 查无 没这户 漏(?:送|派|掉|了) [忘落](?:了|记|记了|下)?[送派] 落下了 失败 未果 不成功 ❌ ✘
  no_answer no_one_home nobody no_one_in not_home not_at_home not_in not_delivered undelivered couldn't_deliver can't_deliver failed refused no_reply wrong_address didn't_answer`)

/** Refused at the door where only numbers of the list are named; of a household it cancels. */
export const REFUSED = pattern(/不要了?(?!紧|忘|急)|唔要/u)

/** Put down at the door though nobody came. */
export const AT_DOOR = pattern(/(?:放|挂|搁|摆|撂)(?:在|到|了|她|他|家|人家|着)*(?:门口|门上|门外|门把|家门|门边|把手)/u)

/** It is going to be done, or done just now. */
export const PLAN = pattern(
  /(?:准备|打算|马上|立刻|这就|一会儿?|等会儿?|等下|待会儿?|等一下|下午|晚上|今晚|明天|明早|明日|后天|稍后|晚点|晚些|回头|改天|过会儿?|可以|能否|帮我|帮忙|怎么|请|记得|麻烦|谁|负责|轮到|先|再|开始|抓紧|赶紧|等|要|想|得|会)[^,。\d]{0,4}(?:送|派|跑|补|放|给)(?!了|完|到了|达|好了|咗|过了|上去了)|(?:不用|不要|别|甭|先不|不必|唔使)(?:再)?(?:送|派)|(?:正在|在|去|要|先|再|来|[你他她我](?:们)?)(?:送|派)(?!了|完|到|达|好|过|咗|上|给)/u,
)

/** Said for a case that may come. */
export const SUPPOSED = pattern(/如果|要是(?!的)|假如|万一|的话|若是|一旦|不管|无论/u)

export const ASKED = pattern(
  /吗|么$|什么时候|几点|是不是|有没有|谁(?!家)|怎么办|问(?:一下)?(?:能|可|怎么|啥|什么|多)|[了到]没(?:有)?$|到没得$/u,
)

/** A part of it, and nobody can say which. */
export const PARTLY = pattern(
  /(?:送|派|发|放|跑)(?:了|完|到)?(?:一半|一大半|大半|小半|一部分|大部分|多半|差不多)|(?:还剩|就剩|只剩|还有|剩下?)[^,。]{0,6}(?:以上|以下|往上|往下)/u,
)

/** Said to many: no report. */
export const TO_ALL = pattern(
  /大家|请各|各位|注意|通知|提醒|记得|麻烦大家|准备送|出发|送谁|怎么送|\d份|几份|辛苦了|(?:送完|没送|送不到|没人)的(?!$|,|:|\d|\s)/u,
)

/** Names what is left of a whole. */
export const EXCEPT = pattern(
  /(?:除了|除去|除开|除(?!外)|撇开|不算上?(?!在)|只有|只差|只剩|就差|就剩|还差|还剩|仅剩|唯独|唯有|就(?=[\d一二三四五六七八九十])|差|剩|缺|except|but not|other than|excluding|不包括|不含|没有送)/u,
)
export const EXCEPT_BEHIND = pattern(/除外|例外|不在内|不算在内|以外|之外/u)
export const LACKING = pattern(
  /(?:就|只|还|仅|光)(?:差|剩|缺|欠)|^\s?(?:但是?|不过|可)?(?:只有?|就|唯独|唯有|仅有?|光)[^,。]{0,16}(?:没|未|不|莫|冇|差)|^\s?(?:差|剩|缺)/u,
)
export const EXCEPTING = pattern(/^\s?(?:但是?|不过)?(?:除|撇开|不算|不含|不包括|except|but not)|除外|例外|不在内|不算在内/u)
export const THE_OTHERS = pattern(/其他|其它|其余|别的|剩下的|余下|都|全|rest|others/u)

/** The writer's own unit or building. */
export const OWN_UNIT = pattern(/(?:我们|咱们?|本|俺们?|阿拉|这个?|整个|全)(?:一?个)?单元/u)
export const OWN_BUILDING = pattern(/(?:我们|咱们?|本|俺们?|阿拉|这|整|全)(?:一?[栋幢座]楼?|楼(?!上|下|道|梯|层|长))/u)
export const ONLY_OTHERS = pattern(/其他|其它|其余|别的|剩下的|余下/u)
export const ALL_OF_IT = pattern(/全部|全都|都|全/u)
export const FLOOR = pattern(
  /(?<![放在到搁去上爬栋幢座号])([1-9]\d?|[一二三四五六七八九十]{1,3})\s?(?:楼|层)(?!＃|栋|道|梯|上|下|顶|长|东|西)/gu,
)
