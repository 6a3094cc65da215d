/** What people say when life is in danger, when medicine runs out, when they are at the end; and what only sounds so. All on folded text. */
import { wordsPattern } from '../pattern.js'

/** Someone's life or health in danger now. `.{0,n}` bridges few signs only, so that reading stays linear. */
export const ACUTE = wordsPattern(`
  昏倒 昏迷 晕过去 昏过去 叫不醒 喊不醒 摇不醒 晃都不醒 怎么晃 没有反应 失去意识 意识不清 人事不省 不省人事 休克
  喘不上气 上不来气 上不来气儿 透不过气 喘不动 呼吸困难 呼吸急促 窒息 噎住 卡住嗓子 卡嗓子 呛住 嘴唇发紫 嘴唇都紫 脸都紫 脸色发紫 脸发青 胸口疼 胸口痛 胸痛 胸闷得 心口疼 心绞痛 心脏骤停 心梗 脑梗 脑出血 中风
  半边身子 嘴歪 嘴也歪 说话不清 说话呜噜 口齿不清 抽搐 抽过去 抽风了 口吐白沫 翻白眼 
  大出血 止不住血 血止不住 流血不止 便血 咳血 割腕 割伤 血流 满地血 全是血 羊水破 快生了 宫缩 见红
  摔倒了 摔倒 摔下 骨折 摔断 
  着火(?!车) 起火 失火 冒烟 火灾 煤气泄漏 煤气罐漏 漏气了 煤气漏 燃气漏 制氧机坏 呼吸机坏 离不开氧气 氧气不够 没氧气 误吞 吞了 心跳停 心脏疼 心脏难受 嘴唇发青 叫不应 没了意识 神志不清 迷糊了 站不稳摔 从楼上掉 坠楼 卡住了喉 触了电 燃气泄漏 漏煤气 煤气味 燃气味 煤气中毒 一氧化碳 触电 漏电了 
  喝农药 吞了 吃了一整瓶 一整瓶安眠药 吃了一瓶 服毒 割脉 
  打起来 持刀 拿着刀 砍人 被困 困在电梯 关在电梯 锁阳台 锁在阳台 溺水 烫伤 被热油烫 (?<!怕)热水烫 烫了 起大泡 误服 误食 误喝 过敏性休克 脸肿 喉咙肿 嗓子肿
  快不行了 人就没了 要没命 急救 叫救护车 救护车 120占线 烧到40 烧到41 40度 41度 惊厥 低血糖昏 血糖低得 起大疹子
  can't_breathe cannot_breathe not_breathing unconscious collapsed passed_out heart_attack stroke bleeding fainted choking seizure ambulance on_fire fire!`)

/** Danger where a person is named or help is called for; slang, or a heavy heart, where not. */
export const ACUTE_WEAK = wordsPattern(`
  晕倒 吐血 抽了 要生了 电着 没反应了 没气了 喘不过气 没呼吸 爆炸 有刀 不行了 起不来 爬不起来 站不起来 动不了 动弹不得 救命 要跳 快来人 来人啊 来人! help! 止不住 摔了 高烧不退 说不出话 憋得慌 跳楼 轻生 上吊 跳下去了`)

/** Somebody is meant, or called. */
export const SOMEONE = wordsPattern(`
  妈 爸 奶 爷 姥 老伴 老人 老头 老太 大爷 大娘 大妈 大叔 阿姨 孩子 娃 宝宝 爱人 媳妇 老公 丈夫 妻子 老婆 婆婆 公公 儿子 女儿 闺女 姑娘 邻居 有人 人晕 120 医生 大夫 救护 急救 快来 来人 帮 求 谁来 栋 单元 号楼 楼上 楼下 对门 d{3} 我家 家里 电梯 楼道 胸 腿 头 血 呼吸 help mom dad mother father wife husband baby someone`)

/** Past, told of others, played, or over. */
/** Help is called for: then what was before does not calm. */
export const CALLS = wordsPattern(`
  快来 来人 救命 救护车 120 求助 帮叫 快叫 快帮 马上来 赶紧来 急急 急!`)

/** Nobody is in danger: seen, played, practised, joked. */
export const FICTION = wordsPattern(`
  新闻 电视剧 电视 电影 小说 网上说 抖音 视频里 剧里 这个剧 演习 演练 打游戏 游戏 听说 段子 歌词 哈哈 笑死 🤣 😂 基金 股票 金鱼 做梦 梦见 梦到 虚惊 炖糊 烧糊`)

export const CALM = wordsPattern(`
  虚惊 上次 上回 多亏 现在能 断过 摔过 晕过(?!去) 住过院 犯过 没事了 没啥事 没大事 已经好了 好了 缓过来 抢救过来 恢复得 恢复挺好 听说 新闻 电视 电视剧 电影 小说 网上 抖音 视频里 剧里 演 演习 演练 打游戏 游戏 上个月 上周 去年 前年 那年 以前 前几年 小时候 当年 哈哈 笑死 笑得 🤣 😂 基金 股票 炖糊 烧糊 金鱼 段子 梗 歌 唱 做梦 梦见 梦到 昨天看 看到一篇 转发 科普 预防 如何 怎么办法 讲座 知识 万一 要是 如果 假如 万幸 幸亏 好在 老家那边 隔壁小区 别的小区 外地 已送医 送医院了 出院 平安`)

export const DISTRESS = wordsPattern(`
  不想活 活不下去 活着还有什么意 活着没意思 活着没意义 活着有啥意思 活着有什么 不想活了 死了算了 死了干净 不如死 一了百了 跳下去是不是 想跳下去 从楼上跳 撑不下去 熬不动 熬不下去 精神崩溃 抑郁 不好的念头 轻生 自杀 自残 结束自己 结束生命 离开这个世界 死在屋里 死在家里都没人 没人知道 以后不会再麻烦 活一天算一天 身体没病_是心里 心里真的不行 我真的不行了 走不下去 哭了一夜 want_to_die kill_myself end_it_all can't_go_on can't_take_it suicid hopeless`)

/** Said lightly every day; earnest beside words of weight. */
export const DISTRESS_WEAK = wordsPattern(`
  快崩溃 要崩溃 崩溃了 绝望 没盼头 没有盼头 没希望 解脱 受不了了 快疯了 要疯了 撑不住 扛不住 熬不住 挺不住 坚持不住 一直哭 天天哭 就是哭 用不着了 想死 过不下去 坚持不下去`)
export const EARNEST = wordsPattern(`
  真的 一个人 睡不着 没睡 合眼 每天 天天 哭 封 救 难受 心里 心理 抑郁 活 死 照顾 撑 熬 站在窗 麻烦你们 对不起 孤 害怕 好累 太累 扛 没人 脑子里 念头 跳下去 不想`)

export const DISTRESS_JOKE = wordsPattern(`
  哈哈 🤣 😂 😆 笑死 笑 基金 股票 作业 网课 土豆 游戏 排位 加班 减肥 馋 歌 唱 死了都要爱 剧 电视 新闻 听说 听 小说 电影 段子 以前 那年 当年 去年 球 考试 数学 楼上天天 楼上蹦 楼上装修 装修 蹦迪 拍皮球 吵得 不至于`)

export const HELP_ASKED = wordsPattern(`
  谁来 救救我 求帮 帮我联系 帮忙联系 能不能来 求助 帮帮我 谁能 有没有人 能来个人 帮忙 联系心理 求求 help_me please_help`)

export const RUN_OUT = wordsPattern(`
  断药 断了 断三天 停了一天 停药 没了 没有了 吃完 吃没 用完 用没 喷完 打完 用光 吃光 一粒都没 一片都没 一颗都没 一点都没 空了 见底 断顿 断一顿 断供 快没 快吃完 快用完 就剩 只剩 只够 剩最后 最后一 不够吃 撑不到 没得吃 没得用 没得喷 没药 啥药没有 药没 没着落 ran_out run_out running_out out_of no_more`)

export const PRESSING = wordsPattern(`
  (?<![不着用])急(?!诊|救) 急用 急需 等着用 等着吃 马上 立刻 今天必须 今天务必 务必 今晚 尽快 赶紧 越快越好 快点 抓紧 救命 停不得 不能停 不能断 urgent asap right_away immediately tonight`)
