/** How a text is laid out: markup, spaces and entries that part words, or part none. */
import { ASKED_IN_DIALECT } from './asked-in-dialect.js'
import { CHANGED_AMOUNT } from './changed-amount.js'
import { IN_LETTERS } from './in-letters.js'
import { codesOf, comma, instead, nothing, SKIP } from './in-place.js'
import type { Lexicon } from './lexicon.js'
import { MEANT_BEHIND } from './meant-behind.js'
import { GAP, type Mending, mendedBy } from './mending.js'
import { FOR_WHOM } from './not-for-me.js'
import { PUTTING_RIGHT } from './put-right.js'
import { SignSet, TextSigns } from './signs.js'
import { MEASURE, SPOKEN_APART, UNLISTED } from './spoken.js'
import { SWAPPED } from './swapped-goods.js'
import { type Folded, foldText, membershipsIn } from './text.js'
import type { Span } from './types.js'

/** Typed sign by sign, 要 鸡 蛋 两 斤: the spaces part no words. Each is made a sign that folding leaves out. */
const SPACED = /^(?:\d+|[\u4e00-\u9fa5])(?:\s*[,，。;；:：]\s*(?:\d+|[\u4e00-\u9fa5])|\s(?:\d+|[\u4e00-\u9fa5])){2,}\s*[。!！]?$/u
const WANTED_OR_COUNTED = /[要来买订一二三两四五六七八九十半斤袋盒瓶箱个]/u
const LONGEST_SPACED = 100
const unspaced = (text: string): string => {
  const gap = text.indexOf(' ')
  return gap > 0 && text[gap + 2] === ' ' && text.length <= LONGEST_SPACED && SPACED.test(text) && WANTED_OR_COUNTED.test(text)
    ? text.replace(/(?<=[\u4e00-\u9fa5]) (?=[\u4e00-\u9fa5])/gu, SKIP)
    : text
}

/** 湿 巾 两包，卫 生 纸: a name whose signs stand apart is one word. */
const SIGNS_APART = /(?<=^|[\s,，。、;；:：])[\u4e00-\u9fa5](?: [\u4e00-\u9fa5])+/gu
const joinNames = (text: string, lexicon: Lexicon): string =>
  !/(?:^|[\s,，。、;；:：])[\u4e00-\u9fa5] [\u4e00-\u9fa5]/u.test(text)
    ? text
    : text.replace(SIGNS_APART, (run) => {
        const signs = run.split(' ')
        const joined = codesOf(signs)
        let made = signs[0] ?? ''
        let until = lexicon.endOfGood(joined, 0)
        for (let index = 1; index < signs.length; index++) {
          made += `${index < until ? SKIP : ' '}${signs[index] ?? ''}`
          if (index >= until) until = lexicon.endOfGood(joined, index)
        }
        return made
      })

/** 1.101 黄瓜 2.202 豆角: entries before doors, not decimals. Each number becomes a bullet of the same length. */
const FIRST_ENTRY = /(?:^|\s)1[.、](?=\d{3}(?!\d))/u
const enumerated = (text: string): string =>
  FIRST_ENTRY.test(text) ? text.replace(/(?<=^|[\s,，;；。])\d{1,2}[.、](?=\d{3}(?!\d))/gu, instead('①')) : text

/** 鸡蛋 ×2（盒）: the measure alone in brackets. */
const MEASURE_IN_BRACKETS = new RegExp(`(?<=\\d)\\s?[（(](${MEASURE})[）)]`, 'gu')
/** 猫砂两袋（豆腐的，别拿膨润土）: a note in brackets is one piece. */
const NOTE_IN_BRACKETS = /[（(](?=[^（()）]*(?:的[,，；;)）]|别|不要|最好))[^（()）\d一二两三四五六七八九十半\n]{1,24}[）)]/gu
const COMMAS = /[,，；;]/gu
/** 猫砂两袋（豆腐的，别拿膨润土那种）: which kind, and what it is not to be. */
const KIND_IN_BRACKETS = /^([（(][\u4e00-\u9fa5]{1,4}的)[,，；;].*[）)]$/u
/** 洗衣粉1袋（就上回12块8那个）: which one, by what was bought before. */
const SAME_AS_BEFORE =
  /(?<=[\u4e00-\u9fa5])[（(](?:就|跟|和|像|同|按|要|还是){0,2}(?:上[回次]|之前|以前|昨天|前几天|原来)[^（()）\n]{0,16}(?:那[个种款样袋瓶盒包]|一样的?|同款)[）)]/gu
/** 要（土豆、白菜）各一斤: a list, and no note. */
const AROUND_LIST = /[（(](?=[^（()）\n]{2,40}[）)]\s?(?:各|每样|每种))|(?<=[（(][^（()）\n]{2,40})[）)](?=\s?(?:各|每样|每种))/gu
/** →盐两袋, ✅盐两袋: at the begin of a line an arrow changes nothing and a tick tells of nothing done, but they begin an entry. */
const ARROW = /(?<=^|\n|^✅[^✅\n]{2,12})[→➜➡➤▶►✅](?=\s?[\u4e00-\u9fa5]{1,6}[\d一二两三四五六七八九十半])/gu
const annotated = (text: string): string =>
  text
    .replace(ARROW, instead('①'))
    .replace(AROUND_LIST, ' ')
    .replace(SAME_AS_BEFORE, nothing)
    .replace(NOTE_IN_BRACKETS, (note) => {
      const kind = KIND_IN_BRACKETS.exec(note)?.[1]
      return kind === undefined ? note.replace(COMMAS, ' ') : instead(`${kind}）`)(note)
    })
    .replace(MEASURE_IN_BRACKETS, (found: string, measure: string) => instead(measure)(found))

/** Rice 1 bag and salt. 201; Delivered 3-2-101. No answer at 501: in English a point before a space ends what is said, but behind a short form. */
const POINT =
  /(?<=[A-Za-z)"']|[A-Za-z] \d{1,3}|, ?\d{3}(?=\.\s+\d{3,4}\s?[a-z])|\d-\d{3,4}(?=\.\s+(?:\d{1,2}-\d|(?:no|nobody|not|none|but|they|he|she)\b)))(?<!\b(?:bldg|bld|apt|no|rm|mr|mrs|ms|dr|st|vs|approx|etc|[a-z]\.[a-z]))\.(?=\s+(?!\d{1,2}[.、)])\S)/giu
/** Only ready things pls: bread 2. */
const COLON = /(?<=[a-z]{2,} [a-z]+ [a-z]{2,})(?<!order|need|want|get|buy|list|following|these|items?): (?=[a-z\d])/giu
const stopped = (text: string): string => {
  const plain = text.includes('. ') ? text.replace(POINT, '。') : text
  return plain.includes(': ') ? plain.replace(COLON, ', ') : plain
}

const decoded = (text: string): string =>
  text.replace(/&nbsp;/gu, '      ').replace(/<\/?(?:b|br|i|p|div|span)\s?\/?>/giu, (tag) => ' '.repeat(tag.length))

/** Terse hands part clauses by a space, 收到了 少一袋盐: behind words that end one, and before words that begin one, it is a comma. */
const PARTS =
  / (?:(?<=[多少][要来拿买送]点 )|(?<=[了啦咗喇咯吧啊呀哈呢嘛吗谢该到要够错齐没冇行] |[那这恁]么多 )(?!换个新)(?=[\u4e00-\u9fa5])|(?<=^[我俺][是住家][^\s,，。跟和与给、]{1,14}\d室? )(?=[\u4e00-\u9fa5])|(?<=[\u4e00-\u9fa5] )(?=不够|够[吃喝用]|[家屋]里|[我俺]家|[一每][天日次][一二两三四几]?[次片粒颗]|算了|不是|不用|别[给要拿送来买]|就是|但|可是|不过|另外|再[要来加带买订添]|还要|换成?(?!个新)|改成|几点|何时|什么时候|多久|谢谢|唔该|麻烦|其[他它]|别的|今天也|我)|(?=but ))/gu
/** 卫生纸用光了😂 上厕所成问题了: a face ends what is said. */
const BEHIND_FACE = /(?<=[😀-🙏]) /gu
const FIRST_HALF = '\ud83d'
/** 33栋2单元已全部分发 302家里没人: what was done there is said, and the next door begins. */
const NEXT_DOOR =
  /(?<=\d[^\s,，。]{0,12}(?:[了完发达送定妥收毕到齐好]|不[是对])) (?=\d{3}(?!\d)[室家]?[\u4e00-\u9fa5]|\d{1,2}(?:[号栋楼]|-\d))/gu
const parted = (text: string): string =>
  (text.includes(FIRST_HALF) ? text.replace(BEHIND_FACE, ',') : text).replace(PARTS, ',').replace(NEXT_DOOR, ',').replace(LONG_APART, ',')
/** 家里的盐还有 酱油没了: words enough on both sides to say something. */
const LONG_APART =
  / (?<=(?:^|[ ,，。\n])[^ ,，。\n]{3,}[\u4e00-\u9fa5] )(?<![一二两三四五六七八九十半几] )(?!换个新|划掉|那[个种]|[^ ]{1,6}馅 )(?=[\u4e00-\u9fa5][^ ,，。\n]{3})/gu

/** 谢谢~ 收到啦[玫瑰]: a drawn out end and a sticker end what is said. 3~5 is a range, and a picture is more than a sticker. */
const DRAWN_OUT = /[~～]+(?!\s?\d)/gu
const STICKER = /\[(?!图片|语音|视频|链接|文件)[\u4e00-\u9fa5]{1,3}\]/gu
const ended = (text: string): string => {
  const plain = text.includes('~') || text.includes('～') ? text.replace(DRAWN_OUT, comma) : text
  return plain.includes('[') ? plain.replace(STICKER, instead('。')) : plain
}

/** 我 妈妈 没有 了: hands that put a space between words. What only joins words stands with its neighbour. */
const SMALL_APART =
  /(?<=[\u4e00-\u9fa5]) (?=[的了是吗呢吧得](?:[\s,，。!！?？]|$))|(?<=(?:^|\s)[我你他她要说给在]) (?=[\u4e00-\u9fa5])|(?<=[\u4e00-\u9fa5][是的]) (?=[\u4e00-\u9fa5])/gu
const WORDS_APART = /^(?:[\u4e00-\u9fa5\d]{1,4} ){4,}[\u4e00-\u9fa5\d]{1,4}[。.!！?？]?$/u
const LONGEST_APART = 4
const together = (text: string): string => {
  const gap = text.indexOf(' ')
  return gap > 0 && gap <= LONGEST_APART && WORDS_APART.test(text) ? text.replace(SMALL_APART, SKIP) : text
}

/** 爸:啤酒6罐, 奶 枣糕1斤: who wants it, line after line, and no milk. */
const WHOSE = /(?<=^|\n)(?:爸|妈|爷|奶|姐|哥|弟|妹|叔|姨|我)[:：\s]\s?(?=\S)/gu
const withoutKin = (text: string): string => {
  const found = text.match(WHOSE)
  return found === null || found.length < 2 ? text : text.replace(WHOSE, nothing)
}

/** 你好，, 在吗 , 不好意思打扰了，: a greeting to one says nothing of what is meant. One to all is left, since an announcement begins so. */
const GREETING =
  /^\s*(?:@(?!所有人|全体|all)[^\s@]{1,12}\s+|\[(?:图片|照片)\]\s*|(?:[唉哎诶嗯额呃哦噢]呀?|那个|(?:跟|和|给)[你您]们?(?:说|讲|汇报|反映)一?[下声]|小[\u4e00-\u9fa5]|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][姐哥]|师傅|老师|团长|[楼群]主|楼长|书记|主任|网格员|管家|社区|物业|亲|同志)们?[，,]\s*|(?:(?:志愿者|师傅|老师|团长|[楼群]主|楼长|书记|主任|网格员|管家|社区|居委会?|物业|亲|大家|各位(?:邻居|业主|街坊)?|(?:邻居|街坊|家人)们|小?[\u4e00-\u9fa5](?:姐|哥|阿姨|叔叔?|主任|书记|老师|师傅|医生|大夫))?们?(?:[你您]们?好|好|[早中晚][上午]?好|[上下]午好)|早安?|在(?:吗|么|不在?)|有人(?:在)?(?:吗|么)|不好意思(?:打扰|打搅|麻烦)?(?:一?下|大家|您|你们?)?了?|(?:打扰|打搅)(?:一?下|大家|您|你们?)?了?|抱歉|麻烦(?:一?下|您|你们?|大家)?了?|劳驾|请问(?:一?下)?|(?:各位|大家|[您你]们?)?辛苦(?:了|[您你]们?了?|大家了?|各位了?)|(?:谢谢|多谢|感谢)(?:[您你]们?|大家|各位)?(?:了|啦)?|(?:hi|hello|hey)(?: (?:all|everyone|everybody|there|guys|friends|neighbou?rs))?|good (?:morning|afternoon|evening)|excuse me)[呀啊哈哦呢啦]?(?:[\s,，。.!！?？~～…、:：]|[👋😊🙏🌹😄🤝])+){1,12}(?=\S)/iu
const GREETS = new SignSet(
  '@[唉哎诶嗯额呃哦噢那跟和给志师老团楼群书主网管亲社居物大各邻街家感多同小你您好早中晚上下在有不打抱麻劳请辛谢hHeEgG \n王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗',
)
/** How many signs greet, or stand empty at the begin; what is left of the text is read without them. */
const greetingIn = (text: string): number => {
  if (!GREETS.has(text.charCodeAt(0))) return 0
  const greeting = GREETING.exec(text)?.[0] ?? ''
  return greeting === '' || greeting.startsWith('好') ? text.length - text.trimStart().length : greeting.length
}

/** 谢谢志愿者🌹 ends nothing that was not at its end before. */
const CLOSING =
  /(?:(?<=[\s,，。!！~～…🌹💐🌷🌸🙏❤\]]|\ufe0f|[一二两三四五六七八九十半几\d][个根斤两袋包瓶箱盒桶提块颗把捆条只板罐支节双份](?:(?![太很真常])[\u4e00-\u9fa5]){0,4}|[这那][些样]了?|[行好]了|吧)(?:谢谢|多谢|感谢|感恩|谢啦|谢了|辛苦|拜托|麻烦)+(?:了|啦|您|你|大家|各位|志愿者|师傅|老师|社区|大白|啊|哈{2,}(?!哈)|哈(?!$|[\s。~～!！哈])|哦|呀|们|咯|喽)*|(?:🌹|💐|🌷|🌸|🙏|❤️?|[😉-😍😘🤗🥰]|\[(?:玫瑰|抱拳|爱心|太阳|拥抱|强|握手|合十|鼓掌|鲜花|鞠躬)\])|(?<=[\u4e00-\u9fa5]{2})(?<![哈拉])哈(?=$|[\s。~～!！])|[\s。~～!！]+(?![\s。~～!！])|[,，…]+(?=(?![,，…])[\s,，。!！~～…]*(?:谢谢|多谢|感谢|感恩|谢啦|谢了|辛苦|拜托|麻烦))){1,12}$/u
/** What may stand at such an end, and what stands there only behind thanks. */
const CLOSES = new SignSet('谢恩苦托烦哈 \n\t。~～!！]❤\ufe0f\udf39\udc90\udf37\udf38\ude4f😉😊😋😌😍😘🤗🥰')
const BEHIND_THANKS = new SignSet('了啦您你们家位者傅师区白啊哦呀咯喽')
const THANKS = /[谢恩苦托烦]/u
const LONGEST_CLOSING = 24
const closingIn = (text: string): number => {
  const last = text.charCodeAt(text.length - 1)
  const behindThanks = BEHIND_THANKS.has(last)
  if (!behindThanks && !CLOSES.has(last)) return 0
  const end = text.slice(-LONGEST_CLOSING)
  return behindThanks && !THANKS.test(end) ? 0 : (CLOSING.exec(end)?.[0].length ?? 0)
}

/** 我要鸡 鸡蛋二十个: begun twice. Few gaps have the same sign on both sides, which is soon seen. */
const TWICE = / (?<=(.) )(?=\1)/u
const STUTTER = /(?<=^|[\s,，。要买来带点些嗯呃啊])((?![一二两三四五六七八九十零〇半])[\u4e00-\u9fa5]) (?=\1[\u4e00-\u9fa5])/gu
const unstuttered = (text: string): string => (TWICE.test(text) ? text.replace(STUTTER, nothing) : text)

const MENDINGS: readonly Mending[] = [
  { needs: [new TextSigns('\n')], mend: withoutKin },
  { needs: [new TextSigns('&<')], mend: decoded },
  ...IN_LETTERS,
  { needs: [GAP, new TextSigns('.:')], mend: stopped },
  { needs: [new TextSigns('(→➤▶►✅')], mend: annotated },
  { needs: [new TextSigns('1'), new TextSigns('.、')], mend: enumerated },
  { needs: [GAP], mend: (text, lexicon) => joinNames(together(unspaced(text)), lexicon) },
  UNLISTED,
  ASKED_IN_DIALECT,
  CHANGED_AMOUNT,
  SWAPPED,
  ...PUTTING_RIGHT,
  MEANT_BEHIND,
  FOR_WHOM,
  ...SPOKEN_APART,
  { needs: [GAP], mend: unstuttered },
  { needs: [new TextSigns('~(')], mend: ended },
  { needs: [GAP], mend: parted },
]

/** What stands between a greeting and thanks. */
export const withoutCourtesy = (raw: string): Span => {
  const [start, end] = [greetingIn(raw), raw.length - closingIn(raw)]
  return start < end ? { start, end } : { start: 0, end: raw.length }
}

/** Folds a text whose markup, spaces and entries are brought to what the matchers expect; each sign stays in its place. */
export const foldMended = (raw: string, lexicon: Lexicon): Folded => {
  const { fold } = lexicon
  const greeting = greetingIn(raw)
  const closing = closingIn(raw)
  const text = closing > 0 && greeting + closing < raw.length ? raw.slice(0, -closing) : raw
  if (greeting > 0 && greeting < text.length) {
    const rest = text.slice(greeting)
    return foldText(SKIP.repeat(greeting) + mendedBy(MENDINGS, rest, membershipsIn(rest, fold), lexicon), fold)
  }
  const folded = foldText(text, fold)
  const better = mendedBy(MENDINGS, text, folded.memberships, lexicon)
  return better === text ? folded : foldText(better, fold)
}
