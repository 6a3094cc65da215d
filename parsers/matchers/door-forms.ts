/** How a door is written: each form as an expression, and what must stand in the text for it to be worth asking. All on folded text. */

/** 柒栋叁单元贰零壹: as it is written on forms. */
const CAPITALS = '壹贰叁肆伍陆柒捌玖'
/** 一二单元 are two units. */
const U = `(\\d{1,2}|(?!一二|二三|三四|四五)[一二三四五六七八九十两]{1,2}|[${CAPITALS}])`
export const R = `(\\d{3,4}|\\do\\d|\\d0[一二三四]|[一二三四五六七八九幺](?:百?零|〇|0|o)[一二三四五六七八九幺]|[${CAPITALS}]零[${CAPITALS}])`
/** Heard for 单元 and 栋 by voice input: 21洞3但元. */
const UNIT_NAME = '(?:单[元员源圆远]|[但担丹]元|门洞)'
const HOUSE = `(?:号[楼喽漏搂]|栋楼|栋|幢|座|#楼|#|号|杠|楼(?!上|下|道|梯|层)|[洞懂冻动董东](?=\\s?[\\d一二三四]{1,2}\\s?${UNIT_NAME}))`
const UNIT = `(?:${UNIT_NAME}|单(?=\\s?[(\\d])|门(?!口)|#|-|杠)`
const TAIL = '(?:室|号|户|房)?(?!\\d)'

export const sticky = (source: string): RegExp => new RegExp(source, 'uy')

/** 五楼西户, 5f靠东那家, and before a name or what is wanted: 五楼东王姐, 五楼西要盐. */
const SIDED =
  '(?:楼|层|f)[\\s,]?(?:的)?(?:靠|最|把)?(东|西|左|右)(?:(?:手?边|侧|面|手|头)?(?:的)?(?:那|这)?(?:一)?个?(?:户|家|屋|门(?!口)|(?=$|[,。!:\\s要来买订的想缺需送收没]))|(?![西北方京南坡莞瓜红兰芹葫药洋湖服餐装米柚梅右旋氧边侧面头手的那这一走门数起往]))'
/** 四楼一号, 5层2户: the floor and the door on it. */
const NUMBERED = `${U}(?:楼|层|f)\\s?(?:第)?(?:${U}(?:号(?!楼)|(?<!两)户(?!人)|室|房|门(?!口))|(0[1-9])(?!\\d))`
/** What the text must hold, or the form begin with, to be worth asking. */
export const FLOOR = 1
export const SIDE = 2
export const WORD = 4
export const DIGITS = 8
/** Form begins otherwise: no word. */
export const NO_WORD = 16
export const BRACKET = 32
/** Which kinds of sign may stand behind the number that a form begins with. */
export const OF_HOUSE = 1
export const OF_UNIT = 2
/** Joins numbers only. */
export const JOINING = 4
export const SPACED = 8
export const ANY = 15
interface Form {
  /** Begins with a letter or a number of at most so many signs, and is asked from behind it. */
  numbered?: 2 | 3
  form: RegExp
  parts: readonly ('b' | 'u' | 'r' | 'floor' | 'side' | 'home')[]
  behind: number
  when?: number
}
/** The first that fits wins. */
export const FORMS: readonly Form[] = [
  {
    numbered: 3,
    form: sticky(`\\s?${HOUSE}[\\s,]{0,2}(?:第)?${U}\\s?${UNIT}[\\s,]{0,2}${U}${SIDED}`),
    parts: ['b', 'u', 'floor', 'side'],
    behind: OF_HOUSE,
    when: FLOOR + SIDE,
  },
  { form: sticky(`${U}\\s?${UNIT_NAME}[\\s,]{0,2}${U}${SIDED}`), parts: ['u', 'floor', 'side'], behind: OF_UNIT, when: FLOOR + SIDE },
  {
    numbered: 2,
    form: sticky(`\\s?[-#/]\\s?([1-9])\\s?[-#/]\\s?${U}${SIDED}`),
    parts: ['b', 'u', 'floor', 'side'],
    behind: JOINING + OF_HOUSE,
    when: FLOOR + SIDE + DIGITS,
  },
  { form: sticky(`${U}${SIDED}`), parts: ['floor', 'side'], behind: OF_HOUSE, when: FLOOR + SIDE },
  {
    numbered: 3,
    form: sticky(`\\s?${HOUSE}[\\s,]{0,2}(?:第)?${U}\\s?${UNIT}[\\s,]{0,2}${NUMBERED}`),
    parts: ['b', 'u', 'floor', 'home'],
    behind: OF_HOUSE,
    when: FLOOR,
  },
  { form: sticky(`${U}\\s?${UNIT_NAME}[\\s,]{0,2}${NUMBERED}`), parts: ['u', 'floor', 'home'], behind: OF_UNIT, when: FLOOR },
  { form: sticky(NUMBERED), parts: ['floor', 'home'], behind: OF_HOUSE, when: FLOOR },
  { form: sticky(`(\\d{1,2}) (\\d{1,2}) (\\d{3,4})(?:室)?(?!\\d)`), parts: ['b', 'u', 'r'], behind: SPACED, when: DIGITS },
  {
    numbered: 2,
    form: sticky(`\\s?[-#/.–~_·一栋幢座之]\\s?(\\d{1,2})\\s?[-#/.–~_·一(之]\\s?(\\d{3,4}|\\do\\d)${TAIL}`),
    parts: ['b', 'u', 'r'],
    behind: JOINING + OF_HOUSE,
    when: DIGITS,
  },
  {
    numbered: 2,
    form: sticky(`\\s?-\\s?([1-9])\\s?-\\s?([1-9]\\d?)\\s?-\\s?(0[1-9])(?!\\d)`),
    parts: ['b', 'u', 'floor', 'home'],
    behind: JOINING,
    when: DIGITS,
  },
  {
    numbered: 3,
    form: sticky(`\\s?${HOUSE}?\\s?\\(\\s?(?:第)?${U}\\s?${UNIT}?\\s?\\)\\s?-?\\s?${R}${TAIL}`),
    parts: ['b', 'u', 'r'],
    behind: JOINING + OF_HOUSE,
    when: BRACKET,
  },
  {
    numbered: 3,
    form: sticky(`\\s?${HOUSE}[\\s,-]{0,2}(?:第)?${U}\\s?${UNIT}[\\s,(]{0,2}(?:${U}(?:楼|层)\\s?)?(?:的)?${R}${TAIL}`),
    parts: ['b', 'u', 'r'],
    behind: OF_HOUSE,
  },
  { numbered: 3, form: sticky(`\\s?${HOUSE}[\\s,]{0,2}(?:第)?${U}\\s?${UNIT_NAME}`), parts: ['b', 'u'], behind: OF_HOUSE },
  /** 19号楼 unit 2 room 602. */
  {
    numbered: 3,
    form: sticky(`\\s?(?:号楼|栋楼|栋|幢|座|#)[\\s,]{0,2}unit\\s?#?(\\d{1,2})[\\s,]{0,3}(?:room|rm|apt|flat)?\\.?\\s?#?(\\d{3,4})(?!\\d)`),
    parts: ['b', 'u', 'r'],
    behind: OF_HOUSE,
  },
  /** 16栋1门, as Tianjin says. */
  {
    numbered: 3,
    form: sticky(`\\s?(?:号楼|栋楼|栋|幢)[\\s,]{0,2}${U}\\s?门(?![口铃牌外禁锁诊店把])`),
    parts: ['b', 'u'],
    behind: OF_HOUSE,
  },
  { numbered: 3, form: sticky(`\\s?(?:号楼|栋楼|栋|幢|座|#楼|#)[\\s,-]{0,2}${R}${TAIL}`), parts: ['b', 'r'], behind: OF_HOUSE },
  /** 17-2的301. */
  { numbered: 2, form: sticky(`\\s?[-#/]\\s?([1-9])\\s?的\\s?(\\d{3,4})${TAIL}`), parts: ['b', 'u', 'r'], behind: JOINING, when: DIGITS },
  {
    form: sticky(
      `(?:building|bldg|block|bld)\\.?\\s?#?(\\d{1,2})[\\s,]{0,3}(?:unit|entrance)\\.?\\s?#?(\\d{1,2})[\\s,]{0,3}(?:room|rm|apt|flat|no\\.?|#)?\\.?\\s?#?(\\d{3,4})(?!\\d)`,
    ),
    parts: ['b', 'u', 'r'],
    behind: ANY,
    when: WORD,
  },
  {
    form: sticky(`(?:building|bldg|block|bld)\\.?\\s?#?(\\d{1,2})[\\s,]{0,3}(?:unit|entrance)\\.?\\s?#?(\\d{1,2})(?!\\d)`),
    parts: ['b', 'u'],
    behind: ANY,
    when: WORD,
  },
  {
    form: sticky(`b(\\d{1,2})[\\s,-]{0,2}u(\\d)[\\s,-]{0,2}(?:r|rm|room)?\\s?#?(\\d{3,4})(?!\\d)`),
    parts: ['b', 'u', 'r'],
    behind: ANY,
    when: WORD,
  },
  {
    form: sticky(
      `(?:unit|entrance)\\.?\\s?#?(\\d{1,2})[\\s,]{1,3}(?:building|bldg|block|bld)\\.?\\s?#?(\\d{1,2})[\\s,]{1,3}(?:room|rm|apt|flat|no\\.?|#)?\\.?\\s?#?(\\d{3,4})(?!\\d)`,
    ),
    parts: ['u', 'b', 'r'],
    behind: ANY,
    when: WORD,
  },
  {
    form: sticky(
      `(?:room|rm|apt|flat|no\\.?)?\\.?\\s?#?(\\d{3,4})[\\s,]{1,3}(?:unit|entrance)\\.?\\s?#?(\\d{1,2})[\\s,]{1,3}(?:building|bldg|block|bld)\\.?\\s?#?(\\d{1,2})(?!\\d)`,
    ),
    parts: ['r', 'u', 'b'],
    behind: ANY,
    when: WORD,
  },
  {
    form: sticky('(?:unit|entrance)\\.?\\s?#?(\\d{1,2})[\\s,]{1,3}(?:room|rm|apt|flat)\\.?\\s?#?(\\d{3,4})(?!\\d)'),
    parts: ['u', 'r'],
    behind: ANY,
    when: WORD,
  },
  /** Unit 4, 502. */
  { form: sticky('(?:unit|entrance)\\.?\\s?#?(\\d)[\\s,]{1,3}#?([1-9]0\\d)(?!\\d)'), parts: ['u', 'r'], behind: ANY, when: WORD },
  /** Unit 3 all delivered. */
  {
    form: sticky('(?:unit|entrance) #?(\\d)(?= (?:all|is|are|has|was|were|done|delivered|finished|complete))'),
    parts: ['u'],
    behind: ANY,
    when: WORD,
  },
  /** 402 unit 3. */
  { form: sticky('([1-9]0\\d)[\\s,]{1,2}(?:unit|entrance)\\s?#?(\\d)(?!\\d)'), parts: ['r', 'u'], behind: ANY, when: DIGITS },
  /** Room 201, unit 3. */
  {
    form: sticky('(?:room|rm|apt|flat)\\.?\\s?#?(\\d{3,4})[\\s,]{1,3}(?:of |in )?(?:unit|entrance)\\.?\\s?#?(\\d{1,2})(?!\\d)'),
    parts: ['r', 'u'],
    behind: ANY,
    when: WORD,
  },
  { form: sticky('(?:room|rm|apt|flat|unit)\\.?\\s?#?(\\d{3,4})(?!\\d)'), parts: ['r'], behind: ANY, when: WORD },
  {
    form: sticky(`${U}\\s?(?:${UNIT_NAME}|门(?![口铃牌]))[\\s,-]{0,2}(?:${U}(?:楼|层)\\s?)?(?:的)?${R}${TAIL}`),
    parts: ['u', 'r'],
    behind: OF_UNIT,
  },
  /** 31、32栋: houses in one breath. */
  {
    form: sticky('(\\d{1,2})(?=\\s?[、和及]\\s?\\d{1,2}(?:[、和及]\\d{1,2}){0,4}(?:号楼|栋|幢))'),
    parts: ['b'],
    behind: ANY,
    when: DIGITS,
  },
  /** 31#4除了502都送了. */
  { form: sticky('(\\d{1,2})#([1-4])(?=\\s?(?:除|[全都送派]))'), parts: ['b', 'u'], behind: ANY, when: DIGITS },
  { form: sticky(`(\\d)-(\\d0\\d)${TAIL}(?![-\\d])`), parts: ['u', 'r'], behind: JOINING, when: DIGITS },
  { form: sticky(`${U}\\s?单元(?!门(?!禁))`), parts: ['u'], behind: OF_UNIT },
  { form: sticky('(\\d)门(?=\\s?(?:\\d门|[全都送派]))'), parts: ['u'], behind: OF_UNIT },
  { numbered: 3, form: sticky(`\\s?(?:号楼|栋楼|栋|幢|#楼)`), parts: ['b'], behind: OF_HOUSE },
]
