/**
 * Words that say what a message does. One word may stand in several rows. Simplified Chinese and lower-case English, divided by spaces;
 * `_` stands for a space inside a word.
 */
export const CUES = {
  /** Something is wanted. */
  want: `我报 帮我卖 帮卖 帮忙卖 要 来 买 订 定 带 捎 整 需要 想要 求购 求 给我 帮我 麻烦 劳烦 烦请 有劳 订购 下单 登记 报 拿 弄 搞 想买 想订 要买 要订 采购 购买 代买 代购 帮买 帮带 帮订 帮拿 帮捎 买点 来点 整点 捎点 带点 弄点
    给带 给买 给订 给捎 给拿 给整 给弄 给来 给我来 给我整 给我带 给我买 给我拿 给配 配点 补点 上点 来些 求带 求买 我要 我订 我买 我定 我想要 我需要 我家要 家里要 需 缺 急需 急求 急用 要的是
    要的 能买到 买得到 能弄到 need needs want wants order buy get please_get get_me i_need i_want we_need would_like i'd_like
    could_i_get can_i_get can_i_have could_i_have may_i_have can_we_have could_we_have can_we_get could_we_get may_i_get we'd_like i'd_take i'll_take i_will_take we'll_take we'd_take wo_yao bang_wo mai_dian xiang_mai could_you_get please_buy bring give_me send send_me pls_get grab 唔该 攞 俾我 畀我 侬帮我 帮我搞
    给俺 给咱 给我们 给家里 给孩子 给老人 给宝宝 给娃 咱要 俺要 俺家要 伢要 阿拉要 要买点 拿点 称点 还差 还缺 差个 给我留 给留 帮留 帮我留 留点 留一 能分点 能不能分 能否分 称 割 秤 搵 揾 帮手搵 帮手揾 帮手买 打点 添置 备点 备着 囤点`,
  /** More of it, on top of what was ordered. */
  add: `加 再给加 再加 再来 再要 再添 再带 再买 再订 再拿 再捎 再整 再给 再补 再多 再搁 再给搁 再放 再塞 另外加 另加 另外要 加上 追加 多加 多要 多来 还要 还想要 还需要 还得要 外加 顺便加 加点 补订 补充 再报 再登 增加 添上 再弄
    再搞 又要 再称 also_add add also_need also_get and_also one_more another plus_also 麻烦加 帮我加 帮加 加多 仲要 添`,
  /** It was, and is no more. */
  past: `昨儿 前儿 昨个 前个儿 上趟 上一趟 昨天 前天 前两天 前几天 上次 上回 那次 以前 去年 当年 买过 吃过 之前 刚才 上周 上个月 上礼拜 上个礼拜 上个星期 前阵子 早先 小时候 年轻时候 从前 那年 那时候 记得 上一次 昨晚 last_time yesterday last_night last_year i_had used_to
    last_week 订过 用过 当时 那会儿 那会 上星期 前年 刚买 刚吃`,
  /** Asked of neighbours, not of the office. */
  others: `谁要 谁家 哪家要 哪家缺 哪个要 谁家要 谁有 谁家有 有没有人 有没有要 大家 你们 各位 家人们谁 邻居们 谁想 有人要 有要的 谁需要 谁订 团购 拼团 拼单 一起团 一起买 开团 成团 起团 满单 谁还 谁能 有谁 anyone anybody`,
  /** Talk of prices. */
  price: `这价 块钱一斤 元一斤 块一斤 一斤多少 多少钱 好多钱 几多钱 多儿钱 几个钱 几钿 几钱 啥价 咋价 什么价 咋卖 咋个卖 怎么卖 怎么个卖法 啷个卖 涨价 涨到 涨了 贵 便宜 抢钱 元/ 块/ 价格 价目 卖 售价 单价 起送 包邮 特价 优惠 降价 促销 打折 一斤38 原价 会员价 划算 price yuan_for kuai_for rmb_for so_expensive too_expensive rip-off ripoff kidding_me in_my_hometown`,
  /** Talk of cooking. */
  recipe: `炒 炖 蒸 煮 做法 味道 好吃 勺 克盐 焯水 下锅 腌 卤 凉拌 红烧 翻炒 出锅 食谱 教程 教大家做 搅匀 香得 烤 煎 菜谱 炸 真香 火要猛 火要大 火要小 大火 小火 盐少放 油少放 糖少放 少放盐 少放油 做的 拌 搁点 搁俩 搁上点 馅里 馅儿里 提鲜 才鲜 入味 才香 才好吃 煲 晒晒 美食 bake_at bake_for baked in_the_oven preheat simmer marinate tbsp tsp teaspoon tablespoon recipe i_made we_made i_cooked we_cooked i_baked lots_of_cumin pinch_of mix_and_fry mix_and_bake easy_recipe 第一次包 第一次蒸 第一次做 第一次烤 第一回包 头一回包 头一回做 头一回蒸 头一次包 stir-fried`,
  /** Dreams of what one would eat. */
  wishTalk: `什么时候能去 啥时候能去 什么时候才能 啥时候才能 等疫情 疫情过去 疫情结束 等放开 等解封 解封了 解封当天 解封那天 解封后 解封以后 出去了 做梦 梦见 要是能 真想 好想 想念 馋死 馋了 馋 开了门 哪天让 哪天放开 啥时候让 什么时候让 等让 哪天能 哪天才 哪天可以 哪天带 哪天去 等开门 等能 有朝一日 如果能出去 如果能出门 起步 撸串 适合吃 美滋滋 可惜出不去 when_this_is_over when_it_is_over when_it's_over after_lockdown after_the_lockdown when_lockdown_ends when_we_are_free when_we're_free once_we're_free first_thing_i`,
  /** Said to all. */
  announce: `到货通知 通知 公告 提醒 提示 温馨提示 转发 送货上门 欢迎 请大家 大家注意 营业 接单 下单电话 联系电话 供应 现货 有货 出售 私我 私聊 加微信 扫码 链接 http www. 活动 招聘 各位居民 各位邻居
    居民朋友 请各位 请各家 领取 发放 统一发 各位家长 家长们 一律 合计 共计 总共 汇总 交班 夜班 按这个数`,
  /** What was just said is put right. */
  mends: `啊不是 哦不是 噢不是 呃不是 哎不是 额不是 不对 不对不对 哦不 啊不 哦不对 啊不对 错了 说错了 打错了 写错了 报错了 口误 更正 其实`,
} as const

/** Everyday words that hold a cue's or a good's signs but mean neither. */
export const NOISE = `谁要是 问下 问一下 部队锅 部队火锅 顺手 蟹蟹 拿水 等米下锅 等着下锅 等菜下锅 等油下锅 等面下锅 等着炒菜 等着做饭 不缺 微信私我 至少 最多 顶多 起码 马桶水箱 加辅食 添辅食 你好想 你们好想 一块堆儿 一块堆 面包师傅 面包师 蛋糕师 厨师长 low-salt low-sodium low-sugar low-fat salt-free sugar-free low_salt low_sugar no-sugar no-salt 纸条 纸片 纸团 纸张 纸飞机 纸船 纸质 纸币 纸钞 纸上 白纸黑字 折纸 剪纸 报纸 图纸 一纸 元宵节 元宵佳节 闹元宵 过元宵 元宵晚会 粽子节 腊八节 牛奶蛋白过敏 牛奶过敏 鸡蛋过敏 蛋白过敏 海鲜过敏 花生过敏 芒果过敏 虾过敏 长蘑菇 辛苦各位 谢谢各位 感谢各位 麻烦各位 各位辛苦 参加 更加 加班 加热 加工 加入 加群 加我 加你 加强 加紧 加急 加快 加重 加倍 附加 加载 加州 加减 加湿 加好友 加个好友 加个微信 加钱 加起来 加压 加气 加餐 加辣 加冰 加深 加速 加密 越加 加大 加长 加厚 加绒 加宽 加固 加盖 加盟 加拿大 加价 加息 加分 加时 加课 加练 加试 加满 加码 加持 加装 加戏 我奶的 我奶说 我奶家 我奶吃 我奶她 我奶血 我奶身 我奶那 我奶想 我奶不 我奶又 我奶今 我奶昨 我奶明 我奶现 我奶就 我奶每 俺奶的 俺奶说 咱奶的 凑单 我俩 咱俩 他俩 她俩 你俩 三件套 两件套 五件套 团长 楼长 无糖的 少糖 半糖 低糖 无盐 低盐 少油 无油 戴手套 带手套 戴着手套 齐活 同埋 煤气灶 煤气费 煤气卡 煤气表 煤气味 煤气公司 不对劲 不对味 不对付 不对路 搭仔 要是 要不 要不是 重要 主要 要紧 快要 要么 来着 本来 原来 后来 将来 回来 过来 起来 上来 下来 出来 从来 以来 来回 来自 来源 近来 向来 未来 来不及 来得及 进来 带孩子 带娃 带头 带着 热带 连带 温带
  买单 定闹钟 设闹钟 闹钟响 买卖 整天 整个 整夜 整理 整整 调整 完整 定时 一定 肯定 决定 确定 固定 规定 稳定 指定 特定 不定 说不定 定位 否定 报警 报告 报道 报名 报纸 报销 举报 汇报 预报 天气预报 求求 要求 请求 求职 追求 需求
  一直 一样 一起 一下 一会 一会儿 一般 一边 一些 一切 一旦 一时 一点点 一早 一家 一家人 一家子 一个人 一次 一回 一遍 一趟 一路 一定 第一 万一 统一 唯一 千万 十分 万分 三番 四处 五一 六一 两口子 老两口 两家 三家 四家 五家 几家 两户 三户 四户 五户 六户 几户 两人 两天 两点 三天 几天 半天 半夜 半年 半个月 一半 一天 一周 一年 一辈子 一宿 一晚 一整天
  鱼肚 鸡汤文 心灵鸡汤 双人 双层 双面 双门 双开门 打麻将 打扑克 打牌 下象棋 踢足球 踢球 打篮球 打羽毛球 打乒乓球 二米饭 连杯 连包 铁公鸡 吹牛 牛逼 牛b 牛啊 真牛 马上 马路 马虎 鸡毛 鸡娃 菜鸟 菜鸡 好菜 太菜 油条哥 加油 揩油 油腻 咸鱼 摸鱼 米粒儿 面对 面前 面子 见面 里面 外面 上面 下面 前面 后面 对面 方面 全面 表面 当面 地面 页面 界面 画面 桌面 门面 面试 面积 水平 水电 水费 水管 水表 水卡 口水 墨水 薪水 水印 水群 灌水 停水 没水 漏水 反水 来水 放水 用水 水龙头 断水 热水器 水箱 下水 下水道 酒店 醉酒 酒精中毒 戒烟 抽烟 吸烟 冒烟 浓烟 烟雾 烟味 无烟 糖尿病 血糖 喝茶 茶余饭后 喝酒 喝水 喝多 吃饭 吃肉 吃鱼 吃鸡 吃菜 吃药 吃糖 抽根烟 喝奶 药店 药房 吃面
  油炸 油煎 油爆 油焖 水煮 醋溜 盐焗 酱爆 跑外卖 送外卖 小包装 大包装 真空包装 独立包装 散装 蛋疼 笨蛋 坏蛋 混蛋 完蛋 滚蛋 傻蛋 王八蛋 蛋糕店 豆豆 豆豆妈 糖糖 果果 米米 小米粒 桃子妈 奶奶 奶爸 奶妈 奶茶店 包包 红包 书包 钱包 面包车 包括 包子铺 包装 包邮 包月 背包 承包 打包 表情包 盐城 盐湖 葱花 花生油条 手机 手里 手头 小米手机 苹果手机 苹果电脑 苹果13 小米路由 茶几 米线 平米 一米八 厘米 毫米  几米    玉米地
  提前 提醒 提高 提供 提出 提到 提起 提示 提交 提货 打起 打开 打算 打扰 打工 打球 打电话 打听 打字 打扫 打游戏 打架 部长 部门 部分 条件 本人 对象 对方 对于 包括 一块儿 根本 根据 把握 节目 节日 顶多 口气 口味 台湾 台词 团队 团结 组织 组长 串门 片刻 支持 支付 双方 双休 头疼 头发 头像 头条 排队 排名 管理 管他 联系 联网 挂号 解压 把那个 把这个 光阴 张罗 捆绑  添油加醋 酒吧 还差得 加油站 油门 油价 油画 去年
  屋头 屋里头 几个人 几位 两位 各位 位 个人 个月 个小时 小时 分钟 秒 分 点钟 号楼 栋 单元 楼 层 门口 楼下 楼上 楼道 今天 明天 后天 晚上 早上 上午 下午 中午 周一 周二 周三 周四 周五 周六 周日 星期 礼拜 月份 年级 班级 老师 家长 网课 作业`
