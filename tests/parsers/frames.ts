/** Frames for `frames.test.ts`: X is a thing; in layouts A and B are two things, 1 and 2 their amounts. */

/** What is said, and what a shopper looks for. */
export const THINGS: readonly (readonly [said: string, item: string])[] = [
  ['油', '食用油'],
  ['米', '大米'],
  ['盐', '盐'],
  ['奶', '牛奶'],
  ['葱', '葱'],
  ['鱼', '鱼'],
  ['鸡蛋', '鸡蛋'],
  ['土豆', '土豆'],
  ['酱油', '酱油'],
  ['西红柿', '西红柿'],
  ['洗衣液', '洗衣液'],
]

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')
/** A space is written _. */
const spaced = (text: string): string[] => words(text).map((word) => word.replaceAll('_', ' '))

export const ORDERS = words(`
  X要两袋 要X 来点X X来两斤 X没了 X吃完了，来一袋 家里没X了 X快没了 X见底了 X不够了，来两袋 X不够吃 帮带X 帮我买X 缺X 还要X 再来点X 还缺X
  X有吗，来一袋 有X吗？要两袋 X一袋 一袋X 两袋X谢谢 X，两袋 X：2袋 X2袋 2袋X X*2 Xx2 麻烦X两袋 X两袋就行 X多来点 X给我来两袋 我家X没了 我想要X
  想买X 想来点X 能买X吗 能不能带点X 求X 急需X X各一袋盐 要点X吧 整点X 弄点X 捎点X X也要 X也来一袋 X都没了 就要X 只要X X要大袋的 X再给我两袋
  给送点X 送两袋X上来 X用没了 X断了两天了 没X吃了 X告急 X只剩一点了`)

/** What is said before and behind an order, and changes nothing of it. */
const AROUND = {
  orders: words('X两袋 来两袋X 要两袋X 帮我带两袋X'),
  leads: spaced(`
    你好， 在吗_ 不好意思打扰了， 志愿者好！ 麻烦了， 辛苦了， 小王， 张姐， 今天 明天 我家 家里啥都没有了， 孩子放假在家， 我家就俩老人， 下雪天出不去， 冰箱空了，`),
  tails: spaced(`
    ，谢谢 ，辛苦啦🙏 🌹🌹 [玫瑰] ~ ！ 。 哈 好吗 好不好 行吗 可以吗 拜托了 _谢谢志愿者 ，家里没了 ，孩子等着吃 ，明天要用 ，不急 ，急用 ，钱微信转你 ，放门口就行
    ，麻烦送上来 ，可以吗 ，就这些 ，别的不用 ，我腿脚不好下不了楼 ，等着做饭 ，打扰了 ，到了打我电话 ，thanks ，晚上送也行 ，多谢师傅 ，上班没空去买 ，给我妈的`),
}

/** Two sacks of X, with each of these around it. */
export const ORDERS_AROUND = AROUND.orders.flatMap((order) => [
  ...AROUND.leads.map((lead) => lead + order),
  ...AROUND.tails.map((tail) => order + tail),
])

export const CHANGES: Readonly<Record<'add' | 'set' | 'remove', readonly string[]>> = {
  remove: words(`
    X不要了 不要X了 X先不要了 X不订了 把X去掉 X去掉 取消X X取消 X退了 X退掉 X别送了 X不用送了 X删了 刚才的X不要了 昨天订的X不要了 X就不要了 那个X不要了
    X我不要了 麻烦把X取消 帮我把X删掉 X划掉 X不买了 X撤了吧 我的X不要了 X不需要了 今天的X不要了 不想要X了 X算了不要了`),
  set: words(`
    X改成两袋 X改两袋 X改为两袋 把X改成两袋 X换成两袋 X要两袋不是一袋 X一袋改两袋 X从一袋改成两袋 刚才的X改成两袋 X变成两袋 X只要一袋了 X减到一袋 X加到三袋
    X写错了是两袋 X数量改成两袋 X我要改成两袋 更正：X两袋 X是两袋不是三袋 麻烦X改成两袋 X不要两袋了，一袋就行 昨天订的X改成两袋`),
  add: words(`
    再加一袋X X再加一袋 再要一袋X 再来一袋X 加一袋X 另外加一袋X 还要一袋X 还要加一袋X 多加一袋X X多加一袋 再给我加一袋X 追加一袋X 补一袋X 刚才忘了，还要一袋X
    忘了一袋X 漏了一袋X没报 顺便再带一袋X 单子上再加一袋X 订单加一袋X 麻烦再加一袋X`),
}

export const REPORTS: Readonly<Record<string, readonly string[]>> = {
  'problem damaged': words(
    'X坏了 送来的X坏了 X是坏的 今天的X烂了 X都坏了 收到的X是坏的 X臭了 X过期了 X包装破了 X发霉了 X有虫子 昨天送的X坏了',
  ),
  'problem missing': words(
    '少了X 少了一袋X X少了一袋 X没给 没给X 袋子里没有X X没送 我订的X没有 少给了一袋X 漏送X X没放进来 只送了一袋X，我订两袋 订了两袋X只收到一袋',
  ),
  'problem wrong': words(
    'X送错了 X不是我要的 X给错了 送成X了 我没订X 我要的不是X 怎么给我送X X牌子不对 X拿错了 这X不是我订的 多送了一袋X 给我发错X了',
  ),
  'problem late': words('X还没到 X怎么还没送 等了一天X还没来 昨天订的X还没到 我的X呢，还没来 X到现在没送 订了三天的X还没到 X没收到'),
  query: words(
    '有X吗 今天有X吗 还有X吗 X多少钱 X多少钱一袋 有没有X X有货吗 X什么时候到 我的X到了吗 X几点送 能买到X吗 今天有X卖吗 请问有X吗 超市有X吗 X还有货吗 X怎么卖',
  ),
  receipt: words('X收到了 X收到谢谢 收到X了 收到X X拿到了 X到了谢谢 已收到X X已收 X签收了 X取了 X和别的都收到了'),
  'stock out': words(
    'X没货 X没货了 X断货 X断货了 X卖完了 X没了 X缺货 X没有了 今天没有X X售罄 X卖光了 今天X没货 超市X没有 X暂时没有 X买不到 X没到 X停售 X没进货 没有X了 X抢光了 X订不到了',
  ),
  'stock arrived': words(
    'X到货了 X到了 X来了 X有货了 X补货了 X又有了 X到货 今天X到了 X刚到 X进货了 X来货了 X到了一批 X可以订了 X恢复供应 新到X X上架了 X有了',
  ),
}

type Amount = readonly [said: string, qty: number, unit: string]
type Counted = readonly [said: string, item: string, amounts: readonly [Amount, ...Amount[]]]

const first: readonly Counted[] = [
  [
    '土豆',
    '土豆',
    [
      ['两斤', 2, '斤'],
      ['3斤', 3, '斤'],
      ['半斤', 0.5, '斤'],
      ['一斤半', 1.5, '斤'],
    ],
  ],
  [
    '米',
    '大米',
    [
      ['一袋', 1, '袋'],
      ['10斤', 10, '斤'],
    ],
  ],
  ['葱', '葱', [['两根', 2, '根']]],
  ['牛奶', '牛奶', [['一箱', 1, '箱']]],
  ['阿莫西林', '阿莫西林', [['一盒', 1, '盒']]],
]
const second: readonly Counted[] = [
  [
    '酱油',
    '酱油',
    [
      ['一瓶', 1, '瓶'],
      ['2瓶', 2, '瓶'],
    ],
  ],
  ['盐', '盐', [['两袋', 2, '袋']]],
  ['蒜', '蒜', [['一头', 1, '头']]],
  ['鸡蛋', '鸡蛋', [['十个', 10, '个']]],
  ['卫生纸', '卫生纸', [['一提', 1, '提']]],
]

/** A line break is written ⏎, and a space _. */
const layouts = words(`
  A1B2 A1，B2 A1_B2 A1、B2 1A2B 1A_2B 1A，2B 1A和2B A1和B2 A1还有B2 A1再来2B 要A1，再要B2 A：1⏎B：2 A_1⏎B_2 1_A⏎2_B A-1_B-2 A（1）B（2） ①A1②B2 A1+B2
  A要1，B要2 A来1B来2 A1；B2；谢谢 家里没A了，来1，B2 麻烦带A1B2 A1，B就2 A1吧，B2吧 先要A1，B也要2 A1，还要2B 我家A1，B2 今天想要A1，B2，麻烦了 A1，B2，多谢志愿者
  你好，A1，B2 A给我来1，B给我来2 需要:A1、B2 来1A，B2就行 A1（要新鲜的），B2 A1，要好一点的，B2 A1，B2，放门口就行 A1，B2，钱怎么给 还有A1，B2 A1B2一起送
  A多要点，1吧，B2 孩子要吃A，来1，B2 B2没有就算了，A1一定要`).map((layout) => layout.replaceAll('⏎', '\n').replaceAll('_', ' '))

export const LAYOUTS = { first, second, layouts }
