/** What stands beside a medicine that has run out or is needed at once, and beside one that nobody has to fetch. All on folded text. */
import { pattern, wordsPattern } from '../pattern.js'

export const RUN_OUT = wordsPattern(`
  断药 断了 断(?:[一二两三四五六七八九十\\d几半好]{1,2})天 断顿 断一顿 断供 断货 停了(?:[一二两三四五六七八九十\\d几半好]{1,2})(?:天|顿|次) 停药 没了 没有了 没得 莫得 冇(?:晒|咗|药|啦|喇) 木有 (?:吃|用|打|喷|喝|抹|贴|滴|食|服)(?:完|没(?!有|过)|光|净|空|尽|晒|罄|到底|得差不多) (?:食|用|打)(?:紧)?最后 一[粒片颗支点]都没 空了 见底 到底了 告急 快(?:没|断|完|用完|见底|空) (?:就|只|仅|才)剩 剩(?:最后|不多|没几) 剩(?:下)?[一两二三半\\d]+[片粒颗支针瓶盒喷次天顿袋包] 最后[一两二三半\\d] 没几[片粒天支颗针] 不多了 所剩无几 只够 不够(?:吃|用|打|喷|明|今|这|几) 撑不[到过了] [顶撑]唔到 没着落 没药 啥药没有 药(?:都|已经|也|快|全|就)?(?:没|断|冇|莫得|光) 没续上 接不上 续不上 缺药 ran_out run_out running_out running_low out_of no_more last_one almost_gone none_left`)

export const PRESSING = wordsPattern(`
  (?<![着不用])急(?!诊|救|性|支) 急用 急需 等着(?:用|吃|打|喷|救) 马上 立刻 立即 立马 现在(?:就)?(?:要|用|吃|急|需要|得) 今天必须 今天务必 今天(?:就|一定)(?:要|得) 今天之内 今天内 今晚 务必 尽快 赶紧 赶快 快啲 越快越好 快点 抓紧 火速 加急 速(?:送|来|买) 等不[了及起] 耽误不得 拖不[得起] 救命 停不得 不能[停断] 断不得 会出事 要出事 urgent asap right_away right_now immediately tonight`)

/** A life-sustaining medicine asked for in a roundabout way. */
export const ASKED = wordsPattern(`
  谁(?:能|可以)?(?:帮|给|替)(?:我|忙|俺|咱|我家) (?:能|可以|有没有|有冇|哪里|哪儿|上哪|去哪|到哪|怎么|咋|啷个|边度)[^,。]{0,6}(?:弄|搞|整|买|配|开|拿|求|找|淘|带|捎|送)(?:到|着|点|些|一) 帮(?:我|忙)?(?:弄|搞|整|买|配|开|拿|找|问|带|捎) 想(?:弄|搞|配|开|买|要) 求(?:助|购|一|个|点)`)

/** It is here already: received, in stock, or explained. */
export const SETTLED = pattern(
  /(?:收|拿|领|取|买|送|寄|配|开|借|淘|搞|弄|找)(?:到|来|着|回来|过来)(?:手)?(?:了|啦|咯|嘞|咗|喇)(?!吗|没|么)|(?:收到|已收)(?:,|。|!|\s|谢|感|辛苦|多谢|🙏|$)|(?:签收|到手|到货|到家|有货|来货|补货)(?:了|啦)?|(?<!还没|没|不)来了|到了(?!吗|没|么)|(?:家里|我这|还)有(?!没|人|多)|不着急|received|got it|arrived/u,
)
export const NOT_SETTLED = pattern(
  /没|冇|未|莫|吗|呢|么|\?|还要|再|快(?:没|断|完)|只|就剩|断|(?<!救了?|不着|不)急|用完|吃完|打完|not|务必|必须|n't|don't/u,
)

/** How it is taken, kept or works. */
export const EXPLAINS = wordsPattern(`
  科普 知识 含服 舌下 用法 用量 说明书 副作用 不良反应 依赖 能放多久 保质 保存 怎么(?:吃|用|打|存|保存) 饭前 饭后 早上[^,。]{0,4}还是晚上 空腹 一起吃 能不能一起 相克 忌口`)
