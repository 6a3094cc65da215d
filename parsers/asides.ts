/** A long message wanders: what its clauses tell of others, of other times, of what is at home and of what is waived is left out before it is read. */
import { complains } from './acts-of-resident.js'
import { SKIP } from './in-place.js'
import { ASKS } from './matchers/stories.js'
import { type Clause, has, type Message } from './message.js'
import { type Pattern, pattern } from './pattern.js'
import type { Act, Span } from './types.js'
import { RECEIPT } from './words/receipts.js'
import { REQUEST } from './words/requests.js'
import { RAN_OUT } from './words/wanting.js'

/** 上个月孙子寄了一箱柑子，打开坏了一半; 老李头给我拿来一瓶酒; 我送给楼上了: by others, or for them. */
const BETWEEN_OTHERS = pattern(
  () =>
    /网上|网购|淘宝|京东|客服|寄(?:来|了|过来|的|到|咗|给|个|起来)|(?:他|她|伊|佢|儿子?|阿仔|外?孙[子女]?|女儿|闺女|姑娘|女婿|媳妇|亲家|姆妈|邻居|对门|隔壁|楼上|楼下|学生|同学|战友|姐妹|街坊|亲戚|人家|侄|外甥|舅|姑|姨|叔|婆婆|公公|丈人|岳[父母]|娘家|老乡|妹|姐|哥|弟)[^,。]{0,10}(?:送|端|捎|拿|带|快递|买|给|回|递)(?:给)?我?(?:来|了|过来|上来|咗|嘞|的(?=$|[,。]))|(?:送|分|匀|拿|端)(?:给|到)[^,。我]{1,8}了|给(?!我|俺|咱)[^,。]{1,8}(?:送|端|拿)(?:过去|去|了)|(?:我[妈爸爹娘哥姐弟妹姨舅姑叔婶]|女儿|儿子|闺女|亲戚|邻居)给的/u,
)
/** 那年在厂里三百来号人吃饭; 昨天我煮了面: of another time. */
const OTHER_TIMES = pattern(
  () =>
    /昨[天晚儿日夜]|前[天儿]|前[几两]天|前几日|上(?:个)?(?:月|礼拜|星期|周)|上[回次]|去年|前年|当年|那年|那时|那会儿|年轻(?:时|那|的)|小时候|从前|以前|过年|[一二三四五六七八九]几?年(?:代|的)/u,
)
/** 冰箱里还有半只鸡，三块大排，够吃一个礼拜. */
const AT_HOME = pattern(
  () =>
    /(?:冰箱|冰柜|家[里中]|屋[里头]|柜子|缸|阳台)[^,。]{0,4}(?:还|都|也|倒)*(?:有|够|囤|剩|存|挂)|(?<=[^,。\s](?<!对了|另外|再就是|然后|哦|嗯))(?:还|都|也|倒)(?:有|够|挂|剩)|仲有|不缺|够我?[^,。]{0,3}[吃用喝]/u,
)
/** 烂了一个，不碍事: no complaint. */
const WAIVED = pattern(
  () =>
    /给(?!我|俺|咱)[^,。]{1,8}(?:送|拿|端)(?:过去|去)了|不碍事|不要紧|不打紧|没关系|没事|不怪|算了|别(?:跟|和)[^,。]{1,6}说|不(?:用|必|要)(?:退|换|补|赔)/u,
)

/** 昨天订的大米改成两袋, 单子上的鸡蛋划掉: what was ordered before is spoken of. */
const OF_BEFORE = pattern(
  () =>
    /改成|改为|改一下|换成|取消|退(?:了|掉|订|单)|划掉|删|撤|单子|订单|(?:订|报|登记)的|刚才|刚刚|上一?条|(?:昨天|早上|上午|之前)(?:我)?(?:订|报|要|说)/u,
)
/** Who wanders has ordered nothing before: 再带一包糖 is the next line, and 米不用买 a note. */
export const asOrdered = (acts: Act[], message: Message): Act[] =>
  wanders(message) && !message.says(OF_BEFORE)
    ? acts.flatMap((act): Act[] => {
        if (act.act !== 'amend') return [act]
        const lines = act.changes.flatMap(({ op, ...line }) => (op === 'remove' ? [] : [line]))
        return lines.length === 0 ? [act] : [{ act: 'order', address: act.address, lines, span: act.span }]
      })
    : acts

/** From so many signs, and as long as anybody speaks. */
const LONG = 80
const LONGEST = 2000
const LEAST_SENTENCES = 4

export const wanders = ({ raw, sentences }: Message): boolean =>
  raw.length >= LONG && raw.length <= LONGEST && (sentences.length >= LEAST_SENTENCES || raw.includes(SKIP))

/** The text without its asides, each sign in its place; null where it has none, or nothing else asks for anything. */
export const withoutAsides = (message: Message): string | null => {
  if (!wanders(message)) return null
  if (![BETWEEN_OTHERS, OTHER_TIMES, AT_HOME].some((words) => message.may(words))) return null
  const asides = asidesIn(message)
  if (asides.length === 0) return null
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of asides) {
    pieces.push(message.raw.slice(from, start), SKIP.repeat(end - start))
    from = end
  }
  return pieces.join('') + message.raw.slice(from)
}

const asidesIn = (message: Message): Span[] => {
  const asides: Span[] = []
  let asked = false
  let aside: Pattern | null = null
  let sentence = -1
  for (const [at, clause] of message.clauses.entries()) {
    if (clause.sentence !== sentence) aside = null
    sentence = clause.sentence
    const isAsked = asks(message, clause)
    asked ||= isAsked
    aside = isAsked || isPressing(message, clause) ? null : (beginsWith(message, clause) ?? aside)
    if (aside === OTHER_TIMES && isOfTheShop(message, clause)) aside = null
    if (aside !== null) asides.push({ start: message.at(clause.start), end: message.at(message.clauses[at + 1]?.start ?? clause.end) })
  }
  return asked ? asides : []
}

/** 楼下老赵说你们那儿的花卷好吃: and not that somebody wants one. */
const SAID = pattern(() => /(?:楼[上下]|对门|邻居|街坊|[他她]们?|人家|老[\u4e00-\u9fa5])[^,。]{0,4}说(?![^,。]*[要买想没该缺带订])/u)

const beginsWith = (message: Message, clause: Clause): Pattern | null =>
  [BETWEEN_OTHERS, SAID, OTHER_TIMES, AT_HOME].find((words) => message.says(words, clause)) ?? null

/** 那会儿一块钱能买三个; 鸭蛋三十来个呢. */
const TOLD_OF = pattern(() => /[十百]来[个斤只]|[能够][买换称割](?:\d|[一二两三四五六七八九十百半])/u)

/** In so many words, or with an amount behind a word that asks. */
const asks = (message: Message, clause: Clause): boolean =>
  (message.says(ASKS, clause) ||
    (clause.numbers > 0 && (has(clause.cues, 'want') || has(clause.cues, 'add')) && !message.says(TOLD_OF, clause))) &&
  !message.says(BETWEEN_OTHERS, clause)

const isPressing = (message: Message, clause: Clause): boolean => message.says(RAN_OUT, clause) || message.says(REQUEST, clause)

const ASKED_NOW = pattern(() => /\?|吗|么时候|啥时候|几时|几点/u)
/** What came is spoken of, and asks for an answer. */
const isOfTheShop = (message: Message, clause: Clause): boolean =>
  !message.says(WAIVED, message.sentences[clause.sentence] ?? clause) &&
  (message.says(ASKED_NOW, clause) || message.says(RECEIPT, clause) || complains(message, clause))
