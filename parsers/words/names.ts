/** What tells the name of a thing that no catalogue knows from talk. All on folded text. */
import { codeAt, SignSet } from '../signs.js'

/** Small words around a name. */
const FILLERS =
  '等等|等一下|抓紧|赶紧|赶快|尽快|务必|必须|急需|的|地|得|了|吧|呢|啊|呀|哦|哈|嘛|吗|么|伐|呗|啦|嘞|喽|也|都|还|就|再|又|给|想|请|帮|忙|那个|这个|那种|这种|点|些|儿|大|小|好|先|一下|把|被|让|去|到|太|挺|和|跟|与|及|或|者|然后|另外|最后|麻烦|需要|谢谢|你好|一共|大概|左右|以下|物品|东西|如下|志愿者|社区|数量|预定|多|加|差|对了|顺便|我们家|我|俺|咱|家|您|主要|就是|要|来|买|订|有(?!机)|留(?!香|兰)|剩下'
const SIGNS = '[^\\p{L}\\p{N}]|_'
export const LEADING = new RegExp(
  `^(?:(?:记|登|写|报)(?:上|下|个)|${FILLERS}|(?:hi|hello|the|a|an|of|some|and|please|pls|thanks|me|my|for|to|with|also|or|need|want|buy|get)\\b|${SIGNS})+`,
  'u',
)
const TRAILING = new RegExp(
  `(?:${FILLERS.replace('|大|小|好', '').replace('|要|来|买|订|有(?!机)|留(?!香|兰)|剩下', '|有|留|要|来|买|订|每样|每种|一样|各|共|总共|弄|若干')}|[用吃喝使烧](?:的|得|起来)?(?:太|真|挺|可|特别?|老)?[费快勤猛凶]|[就也都]行|[smlx]{1,4}[码号]|[大中小]码|[就也都]可以|即可|足够|\\b(?:of|please|pls|thanks|thx|and)|${SIGNS})+$`,
  'u',
)

/** No name and the small words behind it are longer: a long text is not searched for where its end begins. */
const LONGEST_END = 60
/** How many signs at the end of a text are small words. */
export const trailing = (text: string): number => TRAILING.exec(text.slice(-LONGEST_END))?.[0].length ?? 0

/** What is said behind a name and is no part of it: how kindly it is asked, whether it can be had, when and how it is to come. */
const TAIL =
  /^(?:(?:好|行|成|中|可以?|得|要得|能行|对|是)(?:不(?:好|行|成|中|可以?)?|唔(?:好|得)|吗|么|嘛|伐|啵|吧|不|否|好)|可以|急(?:用|需|要)?|拜(?:托|$)|有劳|劳驾|劳烦|感恩|感谢|多谢|辛苦|求|恳|请|烦|麻烦|帮|即可|足够|最好|顺便|一起|一块|哪[种个款样]|随便|有空|得空|尽[快早]|赶[紧快]|快[点些]|[早晚][点些]|今[天晚早儿]|明[天晚早儿]|后天|上午|下午|中午|晚上|早上|傍晚|现在|马上|立刻|[家屋]里|家中|冰箱|[放搁挂摆]|送|价|几[点块]|多[少久]|没[了得]|木有|行行好|哈哈|呵呵|嘿嘿|嘻嘻|呜呜|[哈哦噢喔哟呦嘞撒噻呗哇呀罢喽哩呐嗷昂嚎哒捏叭呃欸诶嗯嗨嘎滴妥中急该先哪耶咩]+$)/u
export const isTail = (words: string): boolean => TAIL.test(words) || trailing(words) === words.length

/** Names of goods that hold a sign which else tells talk. */
export const NAMES_ALL_THE_SAME =
  /吉他|维他|快递(?:盒|袋|单)|一次性|不锈钢|不粘|不干胶|不倒翁|每日坚果|打火|打底|打气|打包|打印|免打孔|放大镜|看护|听诊器|听装|吃的盐|妈咪|老干妈|爸爸糖|那不勒斯|没食子|打蛋|打草|打糕|打卤|说明书|了哥|喝水杯|老人(?:鞋|机|奶粉|裤|拐)|孩子鞋|放血/gu
/** A name of goods holds none of these. */
export const NO_NAME =
  /^太(?:大|小|多|少|贵|重|沉|长|短|远|慢|快|硬|软|甜|咸|辣|肥|瘦|老|薄|厚)|^(?:搁|放|摆|留|存|塞(?!子)|嘴(?!型|巴?贴)|新的)|(?:上|里|面)写|写着|备[用着]|劳驾|劳烦|有劳|组配|代[开配]|应急|救急|救命|急[用需等]|快[用吃喝打]|够用|plz|部队锅|[哎唉噢嗯呃我你他她它们这那每次说是不没了吃喝谁哪怎咋吗呢吧啊吵打听看见想把被让]|还[有剩]|岁|自己|爷孙|母子|父子|母女|父女|婆媳|姐妹|兄弟|哥们|工友|舍友|室友|细?伢|细?崽|汉子|坐月子|租客|学生(?![\u4e00-\u9fa5])|楼上|楼下|对门|隔壁|大家|牙口|讲|老头|老伴|垃圾(?!袋|桶|篓|铲|夹|箱|车|筐)|扔|东西|还能|什么|怎么|时候|电话|微信|备注|门口|放|敲门|送|家里|今晚|今天|明天|昨天|早上|晚上|上午|下午|孩子|娃(?!娃)|老人|爸|妈|爹|大爷|大娘|奶奶|爷爷|阿姨|师傅|电工|水工|锁匠|大夫|医生(?!包)|护士(?!服|鞋|帽|表)|同志|主任|群|单元|号楼|网格|合计|总共|登记|接龙|http|www|www\./u

/** It begins or ends as talk: 能涨上, 会做饭, 一人. */
const TALK =
  /^(?:(?:新鲜|便宜|普通|正宗|干净|完整|同样|别的|其他|其余|随便|最好|好吃|一般|现成|散装|整个|白色|红色|黑色|大号|小号|中号)$|在|现在|以前|能(?!量)|会(?!员)|已|该|可以|得|很|最|更|才|刚|正|仍|别|如果|因为|所以|但|而且|即使|从|于|对|向|往|按|比|离|发(?!糕|菜|夹|面|箍|卡|圈|酵|泡|蜡|胶)|当)|(?:着|过|上|下|里|去|来|起|完|到|成|的话|人|工|票|齐|走|回|出|进|好|坏|钱|事|话|发|接|拐|而已)$/u

/** Words of doing, of number and of feeling: 减成两斤, 来一斤自由. */
const NO_THING =
  /^(?:yes|ok|okay|so|then|about|around|roughly|approx|maybe|just|at least|still|same|would|could|plus|also|too|more|that|only|again)$|^(?:the |that |this )?(?:bags?|box(?:es)?|bottles?|packs?|packets?|cans?|tins?|tubes?|jars?|cartons?|pieces?|pcs|sets?|rolls?|kilos?|kg|ones?|type|size|needed|required|wanted|left|remaining|only|each|in total)$|男生$|女生$|爷们$|光棍|^(?:today|tonight|tomorrow|asap|now|soon|quickly|urgently|if possible|more)$|^(?:日用|夜用|[大中小]号|[a-z]{1,3}码)的?$|^为[盼荷感]$|^(?:\d|[一二两三四五六七八九十])+[日天]$|^各[开配拿给]|^着|上交|身份证|证件|老板|团长|店家|派车|安排|帮忙|帮助|人手|上门|接送|救援|下酒菜|^代[配买购领取拿开办订]|^([尝试哄垫解暖补润压填塞凑用煮炖涮炒喝舔闻擦刷抹涂敷除消喂逗磨])\1|^漏[写报说]|^忘[写报说]|改为|改成|改要|减成|减到|减为|加到|加成|加至|增到|增加|减少|变成|换成|换为|调成|调整|取消|更正|确认|收到|总数|数量|一共|合计|其中|剩下|[前后头上下补加添缺差漏忘][两二三四五几]样|剩余|以上|以下|以内|左右|大约|大概|平均|至少|最多|最少|超过|不到|差不多|相当|等于|价格|单价|总价|运费|付款|转账|扣款|优惠|免费|已付|红包|工资|奖金|彩票|押金|房租|存款|核酸|疫苗|阳性|密接|隔离|解封|封控|健康码|自由|快乐|幸福|开心|爱情|友情|亲情|温暖|温柔|阳光|空气|春天|希望|梦想|理想|运气|好运|福气|祝福|祝愿|问候|思念|想念|寂寞|孤独|孤单|烦恼|忧愁|悲伤|勇气|力量|耐心|信心|安全感|灵魂|青春|时间|假期|周末|睡眠|智商|情商|颜值|身材|对象|朋友|闺蜜|老公|老婆|媳妇|帅哥|美女|同事|同学|老师|学生|先生|女士|师父|医生|护士|大夫|志愿|邻居|居民|业主|楼长|团长|住户|人员|人口|队伍|排队|订单|单子|清单|消息|通知|公告|视频|照片|图片|截图|文件|表格|作业|考试|电影|游戏|歌曲|音乐|小说|节目|比赛|课程|网课|会议|问题|办法|机会|事情|事儿|意思|意见|建议|道理|任务|工作|活动|项目|快递|外卖|包裹|航班|车次|火车|飞机|公交|地铁|高铁|机票|车票|门票|电影票|票房|房子|房间|车位|小区|楼道|电梯|走廊|大厅|门卫|每人|每家|每户|人均|个人|家庭|全家|半天|整天|小时|分钟|点钟|星期|礼拜|月份|年级|公里|路程|步行|距离|间隔|相距|楼层|身高|体重|血压|血糖|体温|心率|度数|分数|成绩|排名|第一|开头|结尾|最后|之前|之后|以前|以后|刚才|马上|立刻|赶紧|快点|麻烦|谢谢|感谢|辛苦|抱歉|对不起|不好意思|你好|早安|晚安|再见|拜拜|哈哈|呵呵|嘻嘻|嘿嘿|呜呜|加油|闲聊|名单|报名|参加|评论|点赞|关注|粉丝|流量|话费|网速|信号|密码|账号|号码|尾号|地址|姓名|收货|发货|物流|售后|包邮|起送|成团|满减|新闻|报道|数据|费劲|费力|吃力|例|阳了|确诊|^[smlx]{1,4}[码号]|[大中小]码|^(?:肠溶|缓释|控释|分散|泡腾|咀嚼)(?:片|胶囊)$|[连联]包|\d段/u

export const isThing = (name: string): boolean =>
  !NO_NAME.test(name.replace(NAMES_ALL_THE_SAME, '')) && !NO_THING.test(name) && !TALK.test(name)

/** With these the names of things end: 三文鱼籽 is no salmon, 鹰嘴豆泥 no pea. What else stands behind a name says which: 苹果红的. */
const HEADS = new SignSet(
  '籽泥酱粉油膏片条丝干饼糕糖汁汤饮茶酒酥卷肠松皮丸糊脆冻露霜液剂贴弦棉布套架刷垫绳线刀锅碗杯壶馍粥机器灯笔纸膜板盆筐篮夹钩尺锁钉管阀胶漆沙砂土肥粮仁饭面饺串片酪奶膳羹渣粒球丁饵圈帽鞋罩帘巾椅凳桌扇塞盖叶苗棒铲络头虫毯扣胎嘴网樽座轮壳囊瓤根芯秧须尾翅爪腿蹄肚肝肺舌耳骨血髓瓣仔针花梗薯菇藻蕉果苗薹芽穗鸡鸭鹅鱼肉虾蟹贝螺笋杆环柄具书窝枕垫轮衣裤袜裙',
)
/** 无籽, 带皮, 大片: a quality, no other thing. */
const QUALITY = new SignSet('无带去大小红白黑黄青老嫩鲜生熟整散厚薄粗细长短圆扁方原纯真新')
const ONLY_HAN = /^[\u4e00-\u9fa5]{1,4}$/u

/** 洗洁精刷锅: what it is for. */
const FOR_CLEANING = /^[刷擦拖洗涮][\u4e00-\u9fa5]/u

/** 海鲜拼盘: sold together. */
const SETS: ReadonlySet<string> = new Set(['套餐', '礼盒', '礼包', '大礼包', '拼盘', '组合', '盲盒'])

/** 肉馅和皮: two things. */
const JOINED = /^[和跟与及]/u

/** Whether the words right behind a known name make it the name of another thing. */
export const makesAnotherThing = (tail: string): boolean =>
  SETS.has(tail) ||
  (!JOINED.test(tail) &&
    HEADS.has(codeAt(tail, tail.endsWith('子') ? tail.length - 2 : tail.length - 1)) &&
    ONLY_HAN.test(tail) &&
    !FOR_CLEANING.test(tail) &&
    !(tail.length === 2 && QUALITY.has(codeAt(tail, 0))) &&
    isThing(tail))
