/**
 * Sentences put together of parts (`composed.test.ts`): A, B and C are things with their amounts, X is the first thing alone, N and M amounts of
 * it. What each means stands beside it: things taken as said, `=` a new amount, `-` taken off.
 */

/** What is said, and how much of it: item, quantity, unit. */
export const GOODS: readonly (readonly [said: string, amount: string, item: string, qty: number, unit: string])[] = [
  ['莴笋', '两根', '莴笋', 2, '根'],
  ['棒子面', '十斤', '玉米面', 10, '斤'],
  ['鸡蛋', '三十个', '鸡蛋', 30, '个'],
  ['酱油', '一瓶', '酱油', 1, '瓶'],
  ['豆腐', '两块', '豆腐', 2, '块'],
  ['牛奶', '一箱', '牛奶', 1, '箱'],
  ['盐', '两袋', '盐', 2, '袋'],
  ['降压药', '一盒', '降压药', 1, '盒'],
  ['卫生纸', '一提', '卫生纸', 1, '提'],
  ['肉馅', '半斤', '肉馅', 0.5, '斤'],
  ['葱', '三根', '葱', 3, '根'],
  ['电池', '四节', '电池', 4, '节'],
]

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')
const spaced = (text: string): string[] => words(text).map((word) => word.replaceAll('_', ' '))

/** In one breath, as voice input writes it. */
export const SPOKEN = {
  begins: words('我要 我要那个 嗯那个我要那个 喂你好我想要 麻烦给我带那个 那个我想买点 呃我家要 帮我买一下 我这边需要 我想要点那个'),
  joins: words(`
    还有 还有那个 然后 然后还有 然后呢就是 再来 再要 再要那个 还有就是 呃 嗯 还要那个 再加上 和 完了再来 另外 另外还要 还得要 接着是 还有一个 以及 再有就是
    然后再给我来 啊还有 对了还有`),
  ends: ['', ...words('就这些 就这些了 就这样吧 就这些了好了 谢谢 谢谢啊 好吧谢谢 行了 就这些麻烦了 没别的了 其他不用了')],
}

/** So many that are written of X, then put right. */
export const PUT_RIGHT = spaced(`
  X两袋，哎打错了，三袋，B X两袋，打错了，三袋，B X两袋，不对，三袋，B X两袋_等等，三袋。B X两袋更正，三袋，B X两袋，更正，X三袋，B X两袋，手滑了，三袋，B X两袋不是，是三袋，B
  X两袋，改一下，三袋，B X两袋，哦不，X三袋，B X两袋，应该是三袋，B X两袋，错了，三袋，B X两袋啊不是，要三袋，B X两袋，写错了，要三袋X，B X两袋_啊不是_三袋X_B B，X两袋，说错了，三袋
  B，X两袋_哎打错了，要三袋`)

/** What is left out of an order from its beginning. */
export const LEFT_OUT = words(`
  X今天不要，A，B X这次不要，A，B X先不要，A，B X不用，A，B X家里还有不用，A，B X他说不要，A，B X暂时不需要，A，B X家里有，A，B X还够吃，A，B X不缺，A，B A，X今天不要，B A，X不用，B
  A，X他说不要，B A，X不缺，B A，B，X今天不要 A，B，X不要 A，B，X家里还有不用 A，B，X她说不用了 A，B，X暂时不需要 A，B，X别买`)

/** What is said around A and B, and changes neither: why, when, which comes first, how it is laid out. */
export const AROUND = spaced(`
  孩子放学回来要吃，A，B 听说明天还要封，多备点：A，B 写一下我家的：A，B 团购：A，B 团A，B 加我一个：A，B 这次我要的东西有A，B 我家要的有A，B 首先A，其次B
  第一A，第二B A然后B A，索性B也买了 A，顺手B 一个是A，一个是B 一样是A，一样是B 蹲一个A，B 今天A，其他B 👉A👉B 🔸A🔸B ✅A_✅B 🆘A，B A，再帮我看看有没有B
  A，如果有B也要 A，B，上次的很好吃 A，B，上回那个真香 A，B，跟402一起送 A，B，合计2件 A，B，共两样东西
  刚才网不好，再发一次：A，B “A”，“B” A与B 我想要A同B`)

/** Where it is to go, behind what is wanted. */
export const TO_DOOR = spaced(`
  A，B，放D门口就可以 A、B，放D门口 A，B，送到D A_B，送D就行 A，B，D次卧 A，B，D的 A_B_我是D A，B，D收 A，B，给D A，B，D，谢谢 A，B，D室 A，B（D） A，B，我家D A，B，住D
  要A，B，挂D门把手上 想订A，B，门牌D 帮我带A_B，D`)

/** D wants A, 502 wants B and C. */
export const TWO_HOMES = spaced(`
  我们D要A；对门502的刘教授托我报：B，C 帮楼下502阿婆一块报了，她要B和C，我D要A D要A，楼上502让我代订B、C 我家DA，隔壁502奶奶要B，C 502要B，C。D要A D_A_502_B_C
  A是D的，B和C是502的 帮502的老人带B和C，我自己要A，我是D 替502订B、C，另外我家D要A`)

/** X is ordered already: three sacks of it are wanted. */
export const NEW_AMOUNT = spaced(`
  刚才的X改成三袋 X我打错字了，是3袋不是13袋 X数量写错了，三袋 X不是两袋，是三袋 那个X我要三袋，刚才写多了 X打多了，三袋就行 X报错了，应该3袋 我家X改3袋吧 X要3袋，刚写错 改下我的X，3袋
  X从两袋改成三袋 X3袋就够了，别买那么多 X减到3袋 刚才多打了个零，X是3袋`)

/** What stands in for A where there is none. */
export const STAND_INS = spaced(`
  A，没有就B A，没有就换成B A，没有的话B A，没有的话来B A，要是没有就要B A，没货就B A，卖完了就换B 想要X，有就来N，没有就B X有的话来N，没有就换B X还有吗，有就N，没有来B A，没得就B
  A（没有就B） A_没有换B A，买不到就买B A，缺货的话换成B`)

/** What broke at home and is bought anew, with something else. */
export const BROKEN = spaced(`
  水壶坏了，来个新的，再来A 灯泡坏了，要一个，A 拖把断了，帮我买一把，另外A 家里保温杯漏了_要一个新的_再要A 插排摔坏了，麻烦带一个，A 雨伞丢了，求带一把，还要A
  鼠标坏了_下午还得开会_来个无线鼠标_再来A 体温计摔了，买一支，再来A`)

/** A medicine that ran out, one box of it, and more. */
export const RAN_OUT = spaced(`
  降压药早上吃的是最后一片，来一盒，另外B 降压药今天吃完了，求带一盒，顺便B 降压药没了，帮我带一盒，顺便B 降压药药盒空了，来一盒，B 降压药断了两天了，帮买一盒，再来B
  降压药昨晚吃的最后一粒，要一盒，再B 降压药只够吃到明天，麻烦买一盒，还要B`)

/** What a shorthand of staff asks for a household. */
export const ON_BEHALF = spaced(`
  代D订A，B D打电话来要A和B D要A、B 帮D记一下：A_B 电话：D王奶奶要A，B 刚接到D电话，要A，B D老两口不会用手机，要A和B 登记D_A_B D，A，B 王奶奶（D）：A，B D补单：A，B
  D的李大爷托我报A、B 加一单D_A，B D微信私我，A，B 替D张阿姨下单A，B`)

/** Medicines, each with so much of it. */
export const MEDICINES: readonly (readonly [said: string, amount: string, qty: number, unit: string])[] = [
  ['胰岛素', '两支', 2, '支'],
  ['硝酸甘油', '一瓶', 1, '瓶'],
  ['降压药', '2盒', 2, '盒'],
  ['优甲乐', '三盒', 3, '盒'],
  ['丙戊酸钠', '一瓶', 1, '瓶'],
  ['阿司匹林', '两瓶', 2, '瓶'],
  ['二甲双胍', '3盒', 3, '盒'],
  ['沙丁胺醇', '一支', 1, '支'],
]
/** How M, a medicine, is told to be out or pressing. */
export const OUT = words(`
  M没剩多少了 M剩得不多了 M就剩两片了 M没几天的量了 M快用完了 家里M快用完了 老伴的M断了 M今早吃了最后一片 M见底了 M盒子空了 M空盒了 家里翻遍了M没有了
  抽屉找遍了M一片没有 M一支都不剩了 M撑不到明天了 M顶多撑两天 M坏了一支，手里没有了 M过期了，手边没别的了 M摔碎了，没备用的 没有M了，停一天都不行 没M了 M告急
  M今晚就要吃，家里没有 M一天都不能断 急需M 救命，M没了 M还有一颗 医院去不了，M断供了 封在家里，M没带够
  家里M存货不多了 M还有一支，家里存货不多了 M库存告急 M所剩无几 M眼看要断 M吃完这板就没了 M就两天的量 药盒里M就一粒了 我妈M今晚没得吃了 M接不上了 M续不上了 M喷不出来了 M空瓶了
  M一颗都找不着`)
/** How N of it is asked for. */
export const ASKED_FOR = words(`
  ，要N ，麻烦买N ，帮忙带N ，给我备N ，早点给我备上N ，能不能帮买N ，社区给想想办法，N ，N救急 ，等着救命似的，N ，麻烦志愿者去药店拿N`)

/** What is told of another time before the writer comes to what is wanted; nothing that it names is. */
export const STORIES = `走前蒸了三十个馍，我一个人吃了十来天，早吃完了。
昨天下了两碗面条，盐放多了齁得慌，喝了半壶水。
楼上那小伙子还送了我四个桃，怪甜。
昨日我把糖当成了盐，一锅土豆丝甜得发齁。
年轻那会儿一顿能吃八个馒头，现在半个都费劲。
前两天闺女寄来一箱橘子，分了对门一半。
冰箱里还有两根黄瓜一个茄子，够今天的。
我家那口子爱喝两口，昨晚又干了半斤白酒。
隔壁王姨给端来一碗饺子，韭菜馅的。
我老伴腌的咸菜还有两坛子呢，谁要尝尝说一声。
上个礼拜买的十斤大米还剩一半。
猫把一袋猫粮都扒拉翻了，满地都是。
我一个人在家，一天也就吃两顿，一碗粥一个馒头。
前天学着做面包，糟蹋了两斤面粉。
我闺女在武汉，一家三口靠五斤挂面撑了十天。
今天把家里翻了个遍，找出来半袋红豆三包木耳，挺高兴。
孩子作业里有道题，小明买了三斤苹果两斤梨，问花多少钱。
同事在群里晒他家囤的二十包方便面，笑死我了。
昨晚刷视频看人家做蛋糕，六个鸡蛋一杯牛奶，我也手痒。
医生让我少吃盐，一天不能超过六克。`.split('\n')
export const AFTER_A_STORY = spaced(`
  今天想麻烦你们给带A，B。 你要是得空，就给我捎A，再称B。 只想请你们方便时代买A、B。 我想要A，B，不着急。 需要A和B。 别的也不缺，就缺A，B。
  麻烦登记一下：A，B。钱我用信封装好压在门垫下面。`)
