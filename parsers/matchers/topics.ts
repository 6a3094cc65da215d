/** What is named only to lead to what is wanted: the kind before its member, what ran out, what a thing comes in. */
import { has, type Message } from '../message.js'
import { pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { codeAt, SignSet } from '../signs.js'
import { AS_GOOD, areKin } from './alternatives.js'
import type { Need } from './need.js'
import { CANNOT_COOK } from './orphans.js'
import { CHANGES } from './weigh-words.js'

/** Kinds whose members bear other names. */
const SORTS = new Map([
  ['酱油', ['生抽', '老抽', '味极鲜', '蒸鱼豉油']],
  ['食用油', ['豆油', '花生油', '菜籽油', '玉米油', '葵花籽油', '调和油', '橄榄油']],
])

/** Whole aisles, and the categories of what is wanted from them. */
const GREENS = ['蔬菜', '菌菇', '豆制品']
const AISLES = new Map([
  ['水果', ['水果']],
  ['蔬菜', GREENS],
  ['青菜', ['蔬菜']],
  ['绿叶菜', ['蔬菜']],
  ['叶菜', ['蔬菜']],
  ['菜', [...GREENS, '肉类', '水产', '禽肉', '蛋奶']],
  ['零食', ['零食', '面点主食', '饮料']],
  ['文具', ['文具']],
  ['日用品', ['日用百货', '清洁用品', '纸品', '个人护理', '厨房用品', '女性用品']],
  ['调料', ['调味', '粮油']],
  ['海鲜', ['水产']],
  ['熟食', ['熟食', '肉类', '禽肉']],
  ['辅食', ['母婴']],
  ['卤味', ['熟食', '肉类', '禽肉', '豆制品']],
])
/** 想买点水果，苹果四斤: the aisle is told before what is wanted from it. 青菜萝卜, 水果和牛奶 are two things. */
const isAisleOf = (need: Need, needs: readonly Need[], index: number): boolean => {
  const categories = AISLES.get(need.item)
  return (
    categories !== undefined &&
    needs
      .slice(index + 1, index + 1 + WITHIN)
      .some(
        ({ at, qty, good, negated }) => !negated && good !== null && (qty !== null || at > need.at) && categories.includes(good.category),
      )
  )
}
const WITHIN = 12
const EATEN_WITH = new SignSet('吃喝蘸拌')
const near = (needs: readonly Need[], index: number): readonly Need[] => needs.slice(Math.max(0, index - WITHIN), index + WITHIN)

const NO_OTHER = pattern(() => /^(?:就|就要|只要|必须是?|得是|最好是?)$/u)
const WILL_DO = pattern(() => /^(?:的|嗰种|那种)?就(?:行|可以|好|成|中|得)/u)
/** 排骨三斤，要前排. */
const OF_IT = pattern(() => /^(?:要|要的是)$/u)
/** 水果改要香蕉: what is no longer wanted. */
const SWAPPED = pattern(() => /^(?:改|换)/u)
/** 能帮买胃药吗，奥美拉唑一盒. */
const ASKED = pattern(() => /^(?:吗|么|不,)/u)
const DESCRIBED = pattern(() => /(?:的|的那种|的那个)$/u)
/** 降压药两盒，络活喜那种. */
const THAT_ONE = pattern(() => /(?:那种|那个|那款)$/u)
const WORD = /[\p{L}\p{N}]/u
/** Behind a word, or another picture, and no word that asks for what follows. */
const isBehindWords = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fa5 && !ASKS_FOR_NEXT.has(code)) || code >= 0xdc00
const ASKS_FOR_NEXT = new SignSet('要来买带捎拿整订和加点些')
/** 泡菜坛子空了，白菜要十棵: what it is to be filled with is wanted. */
const EMPTY = pattern(() => /^子?(?:都|也|又|就|已经)?(?:空了|见底|空空)/u)
/** Beyond letters, and no sign of Chinese. */
const isPicture = (code: number): boolean => code >= 0x2190 && (code < 0x3400 || code >= 0xd800)
const isMedicines = (item: string): boolean => item.endsWith('药') || item === '哮喘喷雾' || item === '胰岛素'
/** The kind of medicine before one of it: 降压药氨氯地平. 胰岛素和针头 are two things, and so are two kinds. */
const isNamedBy = (need: Need, next: Need | undefined): boolean =>
  isMedicines(need.item) &&
  next !== undefined &&
  next.good?.medicine !== undefined &&
  next.good.medicine !== '' &&
  (need.item !== '胰岛素' || next.good.lifeSustaining) &&
  (need.item === '药' || !isMedicines(next.item))
const TOUCHES = /^[\s:,(]?$/u

const THAT_IS = pattern(() => /^,?(?:就是|就要|也就是)$/u)

/** 若无，五花亦可. */
const IF_NONE = pattern(() => /^(?:要是|如果|若|如|倘若|实在)?(?:没有?|无|没货|缺货)(?:的话|货|了)?$/u)
/** 没有给两块南豆腐也行. */
const IF_NONE_GIVES = pattern(() => /^(?:要是|如果|实在)?(?:没有?|没货)(?:的话|了)?(?:就|那就|,)*(?:给|来|拿|换|带|要|买)$/u)
/** 意可贴或者西瓜霜: the first that was named. */
const OR_ELSE = pattern(() => /^,?(?:或者|或是|或|要么|要不)(?:来|要|买|给)?$/u)
/** 油盐酱醋全没了，豆油一桶，盐两袋: what ran out, told before what of it is wanted. */
const LISTED = 2

const VESSELS: ReadonlySet<string> = new Set('缸坛罐桶瓶盒箱柜')

/** 热得快坏了. */
const BROKEN = pattern(
  () =>
    /^(?:也|都|又|就)?(?:(?:摔|用|烧|弄)?(?:坏|破|裂|断|漏)了(?:个?[大小]?洞|条缝)?|没电了?|不好使了?|不好用了?|用不了了?)(?:$|[,。!])/u,
)
const sharesSign = (one: string, other: string): boolean => [...one].some((sign) => other.includes(sign))
/** My Ventolin inhaler: what the medicine comes in. Hands its amount to the medicine. */
const isInhaler = (need: Need, needs: readonly Need[], index: number): boolean => {
  if (need.item !== '哮喘喷雾') return false
  const named = near(needs, index).find(
    ({ item, good, negated }) => item !== need.item && good?.lifeSustaining === true && good.category === need.good?.category && !negated,
  )
  if (named === undefined) return false
  named.qty ??= need.qty
  named.unit ??= need.unit
  named.weight = Math.max(named.weight, need.weight)
  return true
}

/** Lantus is almost empty, 2 pens please: what insulin comes in. Hands its amount to the insulin. */
const isInjector = (need: Need, needs: readonly Need[], index: number): boolean => {
  if (need.item !== '中性笔' && need.item !== '笔芯') return false
  const isInsulin = ({ good, negated }: Need): boolean => good?.lifeSustaining === true && good.category === '糖尿病药' && !negated
  const insulin = needs.slice(Math.max(0, index - WITHIN), index).findLast(isInsulin) ?? near(needs, index).find(isInsulin)
  if (insulin === undefined) return false
  insulin.qty ??= need.qty
  insulin.unit ??= need.qty === null ? null : '支'
  return true
}
/** 门冬30胰岛素笔芯: one insulin, named twice without a gap. Hands its amount to the first. */
const isSameInsulin = (need: Need, before: Need | undefined): boolean => {
  if (need.item !== '胰岛素' || before === undefined || need.start - before.named > 1 || before.good?.lifeSustaining !== true) return false
  before.qty ??= need.qty
  before.unit ??= need.unit
  return true
}
/** 胰岛素冻坏了，今天能给弄两支甘舒霖吗; 氧气瓶只剩一格了，送一瓶氧气: told of by its kind, and asked for by its name. */
const LIFE_KINDS: ReadonlySet<string> = new Set(['胰岛素', '氧气瓶', '氧气袋', '哮喘喷雾'])
const isItsKind = (need: Need, needs: readonly Need[], index: number): boolean =>
  need.qty === null &&
  LIFE_KINDS.has(need.item) &&
  near(needs, index).some(
    (other) =>
      other.start > need.start &&
      other.at > need.at &&
      other.qty !== null &&
      !other.negated &&
      other.good?.lifeSustaining === true &&
      (other.good.category === need.good?.category || need.item.startsWith(other.item)),
  )
const KINDS_OF: ReadonlySet<string> = new Set([
  '茶叶',
  '白酒',
  '啤酒',
  '香烟',
  '咖啡',
  '面条',
  '饼干',
  '食用油',
  '奶粉',
  '酸奶',
  '牛奶',
  '大米',
  '面粉',
  '水果',
])
/** 治咳嗽的药，枇杷膏也行: the first is wanted, the second would do. */
const hasStandIn = (need: Need, next: Need | undefined, message: Message): boolean =>
  next !== undefined && next.at - need.at <= 1 && message.between(next.named, next.named + 6, AS_GOOD)
/** 小葱一把——蘸酱菜: what it is all for, behind a dash at the end. */
const FOR_WHAT = /^\s?(?:——|--)\s?(?:(?:用来|拿来|要|想)?[洗做包卷炖蘸拌炒煮腌])?$/u
/** 家里就剩点挂面了，土豆三斤: what is lived on meanwhile, before what is wanted; of a medicine more is wanted. */
const LIVED_ON = pattern(() => /(?:就|只|光)剩下?(?:了)?(?:点儿?|些|(?:[一两二三半几]|\d)[\u4e00-\u9fa5])?$/u)
/** 缺个土豆: a measure without a number. */
export const isUncounted = ({ qty, amountAt }: Need, { text }: Message): boolean =>
  qty === 1 && amountAt >= 0 && !/[\d一壹a-z]/u.test(text[amountAt] ?? '1')
const isMoreThanOne = ({ qty, negated }: Need): boolean => qty !== null && qty > 1 && !negated
/** In which clauses those that are meant stand, by what they have in common; found when first asked, so that a long list costs its length. */
const placesBy = (needs: readonly Need[], isMeant: (need: Need) => boolean, common: (need: Need) => string) => {
  let found: Map<string, number[]> | null = null
  return (need: Need): readonly number[] => {
    if (found === null) {
      found = new Map()
      for (const one of needs) {
        if (!isMeant(one)) continue
        const known = found.get(common(one))
        if (known === undefined) found.set(common(one), [one.at])
        else known.push(one.at)
      }
    }
    return found.get(common(need)) ?? NOWHERE
  }
}
const NOWHERE: readonly number[] = []
const isCounted = ({ qty }: Need): boolean => qty !== null
const itemOf = ({ item }: Need): string => item
const kindOf = ({ item, good }: Need): string => `${good?.category} ${item.at(-1)}`

const isMemberBefore = (member: Need, kind: Need): boolean =>
  member.at < kind.at && member.qty !== null && member.item !== kind.item && member.item.endsWith(kind.item)
const isOfSameUse = (one: Need, other: Need): boolean =>
  one.qty === null && !isMedicines(one.item) && other.at === one.at + 1 && one.good?.category === other.good?.category

const OF_WHAT = /^的(?:$|[\s,。、!])/u
/** 肋排啊, 肋排那种. */
const SAYS_WHICH = /^(?:啊|呀|哈|的|那种|就行|就好)$/u

const ASKED_OUTRIGHT = pattern(() => /(?:[要买带订捎拿加整弄和跟、]|还有|(?<!不)来)(?:点|些|个|一点)?$/u)
const isNamedInPart = ({ item, good }: Need, other: Need): boolean =>
  good !== null && other.item !== item && (other.item.endsWith(item) || (item.length > 1 && other.item.startsWith(item)))

/** A clause that holds the name and no more than a word that says which. */
const isBareName = (need: Need): boolean => need.clause.end - need.clause.start - (need.named - need.start) <= 2

/** 蘑菇要榛蘑半斤: the kind named before its member, and 止疼药没了 before 布洛芬一盒, are no lines of their own. */
export const withoutTopics = (needs: readonly Need[], message: Message): Need[] => {
  const specific = needs.findLastIndex((need) => need.qty !== null && need.good !== null && need.good.medicine !== '')
  const lastCounted = needs.findLast(isCounted)
  const countedOfItem = placesBy(needs, isCounted, itemOf)
  const countedOfKind = placesBy(needs, isCounted, kindOf)
  const severalOfItem = placesBy(needs, isMoreThanOne, itemOf)
  return needs.filter((need, index) => {
    const before = previous(needs, index)
    const next = needs[index + 1]
    if (before !== undefined && (need.qty === null || before.qty !== null) && message.between(before.end, need.start, OR_ELSE)) return false
    const apart = need.at - (before?.at ?? need.at)
    const close =
      apart <= 1 ||
      (apart === 2 &&
        (message.says(IF_NONE, previous(message.clauses, need.at) ?? need.clause) ||
          message.between(need.clause.start, need.start, IF_NONE_GIVES)))
    if (before !== undefined && close && message.between(need.named, need.named + 6, AS_GOOD)) {
      if (before.qty === null || (before.implied && need.qty !== null)) {
        before.qty = need.qty
        before.unit = need.unit
      }
      return false
    }
    /** 湿厕纸3包🧻: the sign repeats the word. */
    if (need.qty === null && before?.qty != null && need.start - before.end <= 1 && !WORD.test(message.text.slice(need.start, need.named)))
      return false
    /** 草莓一盒，今天小朋友生日🎂: a picture behind what is told, where what is wanted is counted out. */
    if (
      need.qty === null &&
      lastCounted !== undefined &&
      isPicture(codeAt(message.text, need.start)) &&
      isBehindWords(codeAt(message.text, need.start - 1))
    )
      return false
    /** 🎂 6寸小蛋糕一个: the picture of what is named. */
    if (
      need.qty === null &&
      isPicture(codeAt(message.text, need.start)) &&
      near(needs, index).some(
        (other) => other !== need && other.qty !== null && (need.item.endsWith(other.item) || other.item.endsWith(need.item)),
      )
    )
      return false
    /** 橙子四斤，橙子要脐橙. */
    if (
      need.qty === null &&
      before?.qty === null &&
      before.clause === need.clause &&
      before.good?.category === need.good?.category &&
      message.text.slice(before.named, need.start) === '要' &&
      near(needs, index).some((other) => other !== before && other.item === before.item && other.qty !== null)
    )
      return false
    /** 想整口酒，北大仓来一瓶: a sip of a kind, told before which. */
    if (need.unit === '口' && (countedOfItem(need).at(-1) ?? -1) > need.at) return false
    /** 酱油没了，红烧肉都做不成: what it was for. */
    if (need.qty === null && index > 0 && message.between(need.named, need.named + 5, CANNOT_COOK)) return false
    /** 热得快坏了，能买个烧水壶吗: why another is wanted. */
    if (
      need.qty === null &&
      message.between(need.named, need.named + 5, BROKEN) &&
      needs.some((other) => other !== need && other.at >= need.at && !other.negated)
    )
      return false
    if (
      need.qty === null &&
      lastCounted !== undefined &&
      lastCounted.start > need.start &&
      message.between(need.named, need.named + 5, EMPTY) &&
      VESSELS.has(need.item.at(-1) ?? '')
    )
      return false
    /** 卷葱吃，葱家里有: said to be there. */
    if (
      need.qty === null &&
      need.op === null &&
      !message.says(CHANGES, need.clause) &&
      !need.negated &&
      near(needs, index).some((other) => other !== need && other.inStock && other.item === need.item)
    )
      return false
    /** 没咖啡要死了，咖啡豆一包; 草鱼一条。鱼没得就算了: spoken of by a part of its name, and not asked for. */
    if (
      need.qty === null &&
      need.op === null &&
      !need.negated &&
      !message.between(Math.max(0, need.start - 4), need.start, ASKED_OUTRIGHT) &&
      near(needs, index).some((other) => other !== need && (other.qty !== null || other.negated) && isNamedInPart(need, other))
    )
      return false
    /** 血糖仪的试纸: what it belongs to. */
    if (
      need.qty === null &&
      next !== undefined &&
      next.clause === need.clause &&
      (next.start === need.named ? message.text.charAt(need.named - 1) : message.text.slice(need.named, next.start)) === '的' &&
      next.item !== need.item
    )
      return false
    if (isInjector(need, needs, index) || isInhaler(need, needs, index) || isSameInsulin(need, before) || isItsKind(need, needs, index))
      return false
    /** 茶叶半斤，花茶: which of the kind, behind it. */
    if (
      need.qty === null &&
      before?.qty != null &&
      need.at === before.at + 1 &&
      KINDS_OF.has(before.item) &&
      need.good?.category === before.good?.category &&
      isBareName(need) &&
      !need.negated
    )
      return false
    /** 一斤茶叶就是茉莉花茶: which of the kind, in the same breath. */
    if (
      need.qty === null &&
      before?.qty != null &&
      need.good?.category === before.good?.category &&
      message.between(before.end, need.start, THAT_IS)
    )
      return false
    /** 午餐肉6个，豆豉鲮鱼4个，咱家备点罐头: the kind, told behind its members. */
    if (need.qty === null && !need.negated && need.item.length > 1 && near(needs, index).some((other) => isMemberBefore(other, need)))
      return false
    /** 开浦兰吃完了，癫痫药停不得，要两盒: what it is for, behind the name. Hands its amount to it. */
    if (isMedicines(need.item) && before?.ranOut === true && isOfSameUse(before, need)) {
      before.qty ??= need.qty
      before.unit ??= need.unit
      return false
    }
    /** 降压药氨氯地平和缬沙坦各一盒: what for, before the names. */
    if (isNamedBy(need, next) && next?.start === need.named) return false
    /** 猫砂两袋，6L豆腐砂那种: said again, to tell which. */
    if (
      before?.qty != null &&
      before.item === need.item &&
      need.at === before.at + 1 &&
      message.between(need.named, need.clause.end, THAT_ONE)
    )
      return false
    /** 猫砂两袋豆腐的: of what it is made. */
    if (
      need.qty === null &&
      before?.qty != null &&
      before.clause === need.clause &&
      before.end === need.start &&
      before.named < need.start &&
      OF_WHAT.test(message.text.slice(need.named, need.named + 2))
    )
      return false
    /** 来50块钱排骨，肋排啊: which of the kind, right behind it. */
    if (
      need.qty === null &&
      before?.qty != null &&
      need.at === before.at + 1 &&
      need.good?.category === before.good?.category &&
      need.item !== before.item &&
      sharesSign(need.item, before.item) &&
      SAYS_WHICH.test(need.clause.text.slice(need.named - need.clause.start)) &&
      need.start === need.clause.start
    ) {
      before.spec ??= need.item
      return false
    }
    /** 治咳嗽的糖浆一瓶，止咳的就行: whichever of the kind. */
    if (
      need.qty === null &&
      before?.qty != null &&
      need.at - Math.max(before.at, before.askedAt) <= 1 &&
      need.good?.category === before.good?.category &&
      !has(need.clause.cues, 'add') &&
      message.between(need.named, need.named + 4, WILL_DO)
    )
      return false
    if (isMedicines(need.item) && hasStandIn(need, next, message)) return true
    /** 就缺个西红柿，你顺道给我捎三个西红柿. */
    if (isUncounted(need, message) && (severalOfItem(need).at(-1) ?? -1) > need.at) return false
    if (need.qty !== null) return true
    if (
      before?.qty != null &&
      next === undefined &&
      message.text.length - need.named <= 1 &&
      FOR_WHAT.test(message.raw.slice(message.at(before.end), message.at(need.start)))
    )
      return false
    if (
      need.good?.medicine === '' &&
      message.between(Math.max(need.clause.start, need.start - 6), need.start, LIVED_ON) &&
      needs.slice(index + 1, index + 1 + WITHIN).some((other) => other.at > need.at && !other.negated)
    )
      return false
    if (need.ranOut && (countedOfItem(need).at(-1) ?? -1) > need.at) return false
    /** 加瓶醋，吃饺子没醋咋整: why it is wanted, told behind it. */
    if (need.ranOut && (countedOfItem(need)[0] ?? need.at) < need.at) return false
    if (need.ranOut && next?.clause === need.clause && EATEN_WITH.has(codeAt(message.text, need.start - 1))) return false
    /** 带包抽纸，家里都没纸了: the kind, behind its member. */
    if (need.ranOut && need.named - need.start === 1 && before?.qty != null && before.good?.category === need.good?.category) return false
    /** 桶装水没了，两桶农夫山泉: the kind that ran out, before the one that is wanted. */
    if (
      need.ranOut &&
      next?.qty != null &&
      next.good?.category === need.good?.category &&
      ((need.item.length > 2 && next.item.at(-1) === need.item.at(-1)) || SORTS.get(need.item)?.includes(next.item))
    )
      return false
    /** 茄子两斤，长茄子: said again, to tell which. */
    if (
      before?.qty != null &&
      before.item === need.item &&
      need.at === before.at + 1 &&
      !need.negated &&
      need.op === null &&
      isBareName(need)
    )
      return false
    if (need.ranOut && lastCounted !== undefined && lastCounted.at > need.at) {
      const together = needs.filter((other) => other.clause === need.clause && other.qty === null && other.ranOut).length
      const counted = needs.filter((other) => other.at > need.at && other.qty !== null).length
      if (together > LISTED && counted >= LISTED) return false
    }
    /** 作业本不够用了，生字本5本，拼音本5本: the kind that ran out, before its members. */
    if (need.ranOut && (countedOfKind(need).at(-LISTED) ?? -1) > need.at) return false
    const describes =
      (message.says(DESCRIBED, need.clause) || (before?.qty != null && message.says(THAT_ONE, need.clause))) &&
      !/没|不/u.test(need.clause.text)
    if (describes && before?.at === need.at - 1 && (need.clause.sentence === before.clause.sentence || isBareName(need))) return false
    if (
      next !== undefined &&
      next.clause === need.clause &&
      next.qty !== null &&
      /^(?:要|来|买|就要)$/u.test(message.text.slice(need.end, next.start))
    )
      return false
    /** 订牛奶，纯牛奶两箱: the kind before its member. */
    if (
      next?.at === need.at + 1 &&
      next.qty !== null &&
      need.op === null &&
      !need.negated &&
      next.item !== need.item &&
      next.item.endsWith(need.item) &&
      areKin(need, next)
    )
      return false
    /** 白酒一瓶，就牛二: which of the kind. */
    if (
      before?.qty != null &&
      need.at === before.at + 1 &&
      need.good?.category === before.good?.category &&
      (message.between(need.clause.start, need.start, NO_OTHER) ||
        (message.between(need.clause.start, need.start, OF_IT) && sharesSign(need.item, before.item)))
    )
      return false
    if (isAisleOf(need, needs, index) && !message.between(need.named, need.named + 3, SWAPPED)) return false
    /** 订点肉，前腿肉二斤: the kind before its member. */
    if (need.item === '猪肉' && next?.at === need.at + 1 && next.qty !== null && next.good?.category === need.good?.category) return false
    if (isNamedBy(need, next) && (next?.at ?? 0) > need.at && /[点些]$/u.test(message.text.slice(0, need.start))) return false
    if (
      next !== undefined &&
      isNamedBy(need, next) &&
      (TOUCHES.test(message.text.slice(need.end, next.start)) || message.between(need.named, need.named + 2, ASKED))
    )
      return false
    /** 氨氯地平两盒，我爸的降压药吃完了: why, behind it. */
    if (need.ranOut && isMedicines(need.item) && before?.qty != null && before.good?.medicine) return false
    const general = need.ranOut && need.good !== null && need.good.medicine !== '' && isMedicines(need.item)
    return !(general && specific > index)
  })
}
