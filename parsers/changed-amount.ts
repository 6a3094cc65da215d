/**
 * Of what was ordered before, another amount: whatever the words (之前说豆浆4袋，现在要一袋; 豆浆4袋太多了，一袋吧; 给我提到四个), they become
 * 改成 and the new amount, which the matchers know. Each sign behind them stays in its place.
 */
import { instead, nothing } from './in-place.js'
import type { Mending } from './mending.js'
import { TextSigns } from './signs.js'
import { AMOUNT, COUNTED, MEASURE, NUMBER } from './spoken.js'

const NAME = '[\\u4e00-\\u9fa5]{1,5}'
/** An amount, and another of the same measure. */
const OLD = `${NUMBER}(?<measure>${MEASURE})`
const NEW = `${NUMBER}\\k<measure>`
const PAUSE = '[,，\\s]*'
/** So much, and no more is said of it. */
const ENDED = '(?=就?[行好可够中成]|吧|得了|算了|足|[\\s,，。!！]|$)'
const IS = '(?:应该?|实[为际]|其实|改成?|正确的?|是|要|为)'
const SLIPPED = '(?:[打写说报输填登记点订](?:错|岔|反|多|少)了?|误[写填报]|多[打写说报填登记]了)'
const TOO_MUCH = '(?:太|多了|哪|不[动下完了起]|到啥|到什么|到何|猴年|[沉重]|嫌|过头|用不)'
const BEFORE = '(?:之前|刚才|刚刚|原来|原先|起先|起初|本来|早上|上午|中午|下午|昨天|昨晚|前面|上面)'
const NOT_AS_BEFORE =
  '(?:不再?[变改]了?|(?:前面?|原来|之前|先前|前头|原先|刚才)的?(?:那个)?(?:说的?|报的?|写的?|数)?(?:不算|作废|不要|不对)了?|[别不](?:再)?(?:按|照)(?:着)?(?:原来|之前|前面|刚才)的?了?)'

const becomes = instead('改成')

/** A form, and a sign without which it cannot stand in a text: what asks of every text must be cheap. */
interface Form {
  sign: RegExp
  words: RegExp
}
const form = (sign: RegExp, words: string): Form => ({ sign, words: new RegExp(words, 'gu') })

/** What stands between a name and its new amount; where the old one stands in it, both are of one measure. */
const BETWEEN_TWO: readonly Form[] = [
  form(
    /现|这会|后来|今天|目前/u,
    `(?<=${BEFORE}我?(?:说|报|订|写|登|要|讲|下|填)?(?:的|了)?${NAME})${OLD}[,，\\s]+(?:现在?|这会儿?|后来|今天|目前)(?:想|要|给我|帮我|我)*(?:改成?|变成?|换成?|调成?|要)*(?=${NEW})`,
  ),
  form(
    /原|本来|之前|刚才/u,
    `(?<=${NAME})(?:翻倍|加倍|加量|减量|减半|多要点?|少要点?)?了?[！!，,\\s]*(?:原来|原先|本来|之前|刚才)(?:我)?(?:是|报|订|要|说|写|填)?的?了?${OLD}[,，\\s]+(?:现在?|这会儿?|今天)?(?:想|要|给我|帮我|我)*(?:改成?|变成?|换成?|调成?|要)+(?=${NEW})`,
  ),
  form(
    /翻倍|加倍|减半|加量|减量/u,
    `(?<=${NAME})(?:翻倍|加倍|加量|减量|减半)[！!，,\\s]*(?:原来|原先|本来|之前|刚才)?(?:是|报|订|要)?的?了?${OLD}[,，\\s]+(?:现在?|变成?|改成?|要|是)*(?=${NEW})`,
  ),
  form(
    /[到成为]/u,
    `(?<=${NAME})我?(?:记得|好像)?我?(?:报|订|写|要|填|登)了${OLD}[,，](?:麻烦|请|帮我|给我)*(?:压|降|减|提|加|调|改)(?:到|成|为)(?=${NEW})`,
  ),
  /** 洋葱5斤打错了，是5个: of another measure as well. */
  form(/[错岔反误多少]/u, `(?<=^[^,，]{0,16}${NAME})${AMOUNT}我?${SLIPPED}${PAUSE}${IS}*(?=${AMOUNT}[。!！]?$)`),
  form(/成/u, `(?<=${NAME})(?:订|写|填|打|报|登记?|误写|误填|点)成了?${OLD}了?${PAUSE}${IS}+(?=${NEW})`),
  /** 挂面从两把变四把. */
  form(/[从由]/u, `(?<=${NAME})(?:从|由)${OLD}(?:变|改|调|换|减|加|提|降|涨)(?:成|到|为)?(?=${NEW})`),
  form(
    /[太哪沉重嫌]|多了|不[动下完了起]|到[啥什何]|猴年|过头|用不/u,
    `(?<=(?<name>${NAME}))(?:订了?|要|买)?${OLD}(?=[^,，。\\d]{0,10}${TOO_MUCH})[^,，。]{1,12}[,，](?:\\k<name>)?(?:就|给|我|先|帮我|来|拿|要|买|改成?|还是|换成?)*(?=${NEW}${ENDED})`,
  ),
]
const BETWEEN: readonly Form[] = [
  form(
    /[到成至为]/u,
    `(?<=${NAME})(?:给我|帮我|麻烦|往[上下]){0,2}(?:提|(?<=给我|帮我)涨|调|加|减|降|升|抬)(?:高|低|少|多)?(?:到|成|至|为)(?=${AMOUNT}(?!钱|[\\d一二三四五六七八九]|一?斤))`,
  ),
  form(/为准/u, `(?<=${NAME})以这?[条次个]为准[,，\\s](?=${AMOUNT})`),
  form(/倍|半/u, `(?<=${NAME})(?:翻个?倍|加一?倍|减一?半)[吧了]?${PAUSE}(?:要|变成?|就是|到)?(?=${AMOUNT})`),
  form(/重/u, `(?<=${NAME})我?(?:给我|帮我)?重新?(?:定|报|填|登|写|下|来)(?:一下|一遍|个)?${PAUSE}(?=${AMOUNT})`),
  form(
    /不[换变]|还要|照旧/u,
    `(?<=${NAME})(?:不换|还要|不变|品种不变|照旧)[,，](?:数|量|数量)(?:给我|帮我)?(?:变成?|改成?|是|成)(?=${AMOUNT})`,
  ),
  form(/最[后终]/u, `(?<=${NAME})最[后终](?:确定|数|定)(?:是|为)?(?=${AMOUNT})`),
]

/** A name, its new amount, and behind it what was before; all of it becomes the new amount. */
const BEHIND_TWO: readonly Form[] = [
  form(
    /[够行]/u,
    `(?<=${NAME}[,，]?)(?:就|只要?|先)?(?<amount>${OLD})(?:就|足)(?:够|行)了?[,，](?:不要|不用|用不着|别[拿给要送]|不是)我?${NEW}(?:那么多|这么多|了)?`,
  ),
  form(
    /少[来拿要给送]点/u,
    `(?<=${NAME})少[来拿要给送]点[,，]就?(?<amount>${OLD})(?:得了|就?[行好中成够]了?|吧)[,，]别[拿给要送]我?${NEW}了?`,
  ),
  form(
    /合适|不够|[太多少]/u,
    `(?<=${NAME})(?:还是)?(?:来|要|改)(?<amount>${OLD})(?:吧|得了|算了)?[,，]${NEW}(?:不合适|不够用?|太[多少]|[多少]了)`,
  ),
  /** 手滑了，西红柿是2斤，前面打的四斤: the slip is told first, and what was written last. */
  form(
    /[滑花抖错]了/u,
    `(?<=^(?:手滑|眼花|手抖|打错字?|写错|看错)了[,，]${NAME})(?:是|要)(?<amount>${OLD})[,，](?:前面|上面|刚才|之前)我?(?:打|写|发|报|说|填)?[成的]?(?:了|是)?${NEW}(?:不对|错)?了?[。!！]?$`,
  ),
]
const BEHIND: readonly Form[] = [
  form(
    /[变改算废要对按照]/u,
    `(?<=${NAME})(?:就|给|来|我|按|照|最[后终]|确定|定(?:下来)?了?|数|[,，])*(?<amount>${AMOUNT})(?:算|来|吧|得了|算了)*[,，]${NOT_AS_BEFORE}`,
  ),
  form(
    /剩下|多|余下/u,
    `(?<=${NAME})(?:先|只|就|留|要|拿|给我?|来)+(?<amount>${AMOUNT})[,，](?:剩下|多|余下|多出来)的?[都就]?(?:不要|退|去掉|不用|取消)[了掉]?`,
  ),
]

/** 胰岛素坏了一支，手里没有了，要两支: so many are gone, and another amount is asked for. */
const GONE = new RegExp(
  `(?<=${NAME}(?:(?:[坏摔碎丢洒漏化冻]|打碎|摔碎|冻坏)(?:了|掉了?)|过期了?|失效了?))${AMOUNT}(?=[,，][^。]{0,20}?${AMOUNT})`,
  'gu',
)

/** 改改改：香蕉五斤. */
const CHANGE_IT = /(?<=^[^,，]{0,12})(?:改改改?|改了改了)(?=[,，:：\s])/gu

/** Signs without one of which nothing of this stands in a text. */
const CHANGED_SIGNS = '现从由这后目今错岔反误多少成太哪沉重嫌不猴用到至为倍半换变还照最够行合适滑花抖改算废要对按剩余坏摔碎丢洒漏化冻期效'
const LONGEST = 60
const AN_AMOUNT = new RegExp(AMOUNT, 'u')
const LOST = /[坏摔碎丢洒漏化冻期效]/u
const COUNTED_TWICE = new RegExp(`${AMOUNT}.+?${AMOUNT}`, 'u')

const changed = (text: string): string => {
  if (text.length > LONGEST || !AN_AMOUNT.test(text)) return text
  const begun = text.startsWith('改') || text.includes('，改') ? text.replace(CHANGE_IT, instead('改一下')) : text
  const twice = COUNTED_TWICE.test(begun)
  const left = twice && LOST.test(begun) ? begun.replace(GONE, nothing) : begun
  const between = inTurn(twice ? [...BETWEEN_TWO, ...BETWEEN] : BETWEEN, left, becomes)
  return inTurn(twice ? [...BEHIND_TWO, ...BEHIND] : BEHIND, between, onlyAmount)
}
const inTurn = (forms: readonly Form[], text: string, written: (found: string, ...rest: unknown[]) => string): string => {
  let changed = text
  for (const { sign, words } of forms) if (sign.test(changed)) changed = changed.replace(words, written)
  return changed
}

export const CHANGED_AMOUNT: Mending = { needs: [COUNTED, new TextSigns(CHANGED_SIGNS)], mend: (text) => changed(text) }

/** The groups of a replacement come last. */
const onlyAmount = (found: string, ...rest: unknown[]): string => {
  const groups = rest.at(-1)
  const amount = typeof groups === 'object' && groups !== null && 'amount' in groups ? String(groups.amount) : ''
  return instead(`改成${amount}`)(found)
}
