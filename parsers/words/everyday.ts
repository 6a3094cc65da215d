/**
 * In how many messages of a thousand a short string stands, where that is more than a few: counted over what residents and staff write to
 * an office and over lines of everyday talk, whichever has it more often. A pattern that can be known by a rarer string is asked less often.
 * `_` is a space.
 */
const EVERYDAY: readonly (readonly [perThousand: number, strings: string])[] = [
  [300, ', 我 了 一'],
  [200, '的 。 不 2 0 1 ? 在'],
  [130, '3 去 好 啊 两 _ 没 么 是 天 有 要 来 上 斤'],
  [90, '! 袋 5 到 单 回 - 下 家 就 个 还 那 ,我 点 4'],
  [60, '送 菜 会 吗 这 三 时 一袋 吃 人 什么 元 看 给 过 大 说 都 单元 面 瓶 今 也 豆 想 楼 明 呢 蛋 包 里'],
  [
    40,
    `多 快 老 吗? 奶 ~ 电 盒 米 今天 栋 20 现在 等 6 怎么 话 饭 打 明天 发 得 能 药 订 油 : . 以 箱 门 把 l a e 再 40 白 起 睡 五
     哪 出`,
  ],
  [
    28,
    `啦 二 买 s t 酸 n 一瓶 没有 知道 帮 我们 孩 r 小 开 孩子 心 他 很 8 i 着 收 样 的, 完 头 号 找 吃饭 块 、 回来 我家 车 肉 d
     和 g 给你 别 用 谁 m 电话 请 一盒 干 口 粉 斤,`,
  ],
  [
    20,
    `晚上 嘛 我在 信 问 给我 谢 土豆 见 真 水 几 做 后 你们 十 好的 哈哈 半 一箱 接 c 可以 ,不 成 一斤 不是 b 太 家里 一个 h 刚
     不要 到了 回家 糖 花 7 9 气 谢谢 条 板 妈 手 货 又 乐 一下 还是 f 昨 y 拿 下午 自己 年 为 记 核酸 去了`,
  ],
  [
    14,
    `全 东西 四 先 息 放 p 12 日 什么时候 对 红 钱 跟 葱 才 带 死 前 走 ,好 收到 桶 瓜 502 在哪 根 啥 快乐 不好 地 一起 同 她 就是
     爱 少 断 麻 袋, 次 还没 住 压 完了 只 周 加 短信 血 呢? 办 那个 空 没事 我的 片 来了 新 的。 我要 我妈 各 号楼 烧 边 错 醋 换
     一包 过来 帮我 过去 系 份 够 嘿嘿 火 忙 报 排 大家 救 无 我不 也不`,
  ],
  [
    10,
    `网 算 让 昨天 两瓶 看看 门口 接龙 没人 户 ,没 瓶, 祝 服 爸 w 黄 一把 要了 烦 盒, 出来 好了 外 聊 路 便 没了 活 老师 应 哥 听
     酒 老人 第 一会 要不 麻烦 剩 还有 提 叫 了没 工作 送到 挂 改 2. 支 打电话 交 ,那 腿 纸 分 女 哪里 他们 需 爷 我也 我去 累 15
     意思 这么 我想 身 订的 手机 管 of_ 出去 1. 不要了 送了 怎么样 通 名 不能 同学 被 记得 取 我还 联系 在家 本 已经 干嘛 久 件 备
     轮 清 送完 姐 不会 要的 不用 棵 1袋 急 理 13 马上 没? 家了 进 * 喝 你去 坐 这样`,
  ],
  [
    7,
    `退 咋 弄 上班 冻 求 有人 题 可能 疼 动 胰岛素 包, 到了, 帮忙 采 我爸 像 除 床 个人 尿 不过 直 ,这 衣服 坏 错了 漏 不? 掉 楼上
     你好 六 准备 注意 些 14 格 卷 ,明天 开心 我这 家的 需要 x 卫 来, 查 月 都不 等我 俩 我订 停 _to my 今晚 我是 ,就 看到 晕 关
     真的 晚安 写 锅 能不能 味 没了, 抽 零 两个 箱, 的话 是我 去。 难 起来 黄瓜 bag 阳 病 奶奶 么? 开会 你回 房 挺 谁家 社区 都送
     死了 不了 de 青 老婆 忘 几天 刚才 装 码 眼 冰 天了 能帮 清单 毛 吃了 院 ve ed 哭 苦 多少 结 你那 从 脑 站 快点 今天的 缺 的是
     罐 坏了 断了 吗, 屋 整 the 咱 还好 还在 高 每 颗 喘 中午 照 冷 也没`,
  ],
]

/** Messages of a thousand, by the string. */
export const PER_THOUSAND: ReadonlyMap<string, number> = new Map(
  EVERYDAY.flatMap(([perThousand, strings]) => strings.split(/\s+/u).map((string) => [string.replaceAll('_', ' '), perThousand])),
)
