/** Weighs whether a thing that was named is wanted, left out, there already, or only spoken of. */
import { type Clause, has, type Message } from '../message.js'
import type { Pattern } from '../pattern.js'
import { previous } from '../rows.js'
import { BULLET } from '../text.js'
import { BROUGHT_BY_OTHERS } from '../words/from-elsewhere.js'
import { COMPANION, GROUP_BUY, TO_A_MACHINE, WRONG_ROOM } from '../words/talk.js'
import { EXAMPLE } from '../words/told.js'
import {
  COUNTS,
  DENIES_NEXT,
  DIRECT,
  DO_NOT_BRING,
  DO_YOU_HAVE,
  HAVE_BEFORE,
  HAVE_BEHIND,
  NEGATED_BEFORE,
  NEGATED_BEHIND,
  NONE_OF_IT,
  OWNS,
  PLEASE,
  RAN_OUT,
  WANTED_BEHIND,
} from '../words/wanting.js'
import { isTheOther } from './alternatives.js'
import { isAd, type Mood, moodOf, Prices } from './mood.js'
import { type Need, TAKE } from './need.js'
import { NOT_SO_MANY } from './orphans.js'
import { isUncounted } from './topics.js'
import {
  ADVERTISED,
  ALLERGIC,
  ALSO_COUNTED,
  AND,
  AND_ALSO,
  AND_MORE,
  AND_SOME,
  ANY_WILL_DO,
  ASKED_BEHIND,
  ASKS_ABOUT,
  ASKS_AHEAD,
  ASKS_FOR,
  BOILED,
  BOUGHT_BY,
  BOWLS,
  BROKE_BEFORE,
  BUT_FOR,
  BUT_IS,
  BY_HUNDREDS,
  CAN_BE_BOUGHT,
  CAN_BE_GOT,
  CHANGED_KIND,
  CONTENTS_ASKED,
  COSTS,
  COUNTS_OR_ASKS,
  DENIED_AMOUNT,
  DISH,
  DROPS_NEXT,
  EATEN_UNTIL,
  EATS,
  EXCEPT,
  FILLING,
  FOR_IT,
  FOR_MEAL,
  GAVE_ME,
  GIVEN_UP,
  GOES,
  GOT_NONE,
  HAS_IN_USE,
  HAS_NEXT,
  HOLDS_SO_MUCH,
  IF_NO,
  IF_NONE,
  IF_THERE,
  INSIDE,
  INSTEAD,
  IS_NOT,
  IT_IS,
  isFolded,
  KEPT,
  LEFT_OUT_ONE,
  LETS_GO,
  LIST_AHEAD,
  MADE_DO,
  MADE_OF_DOUGH,
  MADE_OF_IT,
  MORE,
  MOVES_TO,
  NO_MORE_THAN,
  NOT_MORE,
  NOT_SO_MUCH,
  NOT_THAT,
  NOT_THAT_MANY,
  NOT_THE_OTHER,
  NOT_WHICH,
  ONE_OF_IT,
  OR_RATHER,
  ORDERED_ONLY,
  OTHER_MAKE,
  OUT_OF_SUPPLY,
  PACKED,
  POINTED_AT,
  PREPARED,
  PREPARED_ALREADY,
  PREPARES,
  REACH,
  REACH_NEXT,
  REMINDED,
  SAID_BEFORE,
  SAID_TO_BE_HAD,
  SEASONS,
  SIPPED,
  SIPS,
  SOFT,
  SOME_OF_EACH,
  SPOONS,
  STANDS_BACK,
  STEPS,
  STILL_MORE,
  STILL_THERE,
  STORED,
  STRIKES_NEXT,
  SWAPPED,
  SWAPS,
  TAKEN_AWAY,
  TAKEN_BACK,
  TAKEN_BY,
  THANKS_FOR,
  THE_REST_STAYS,
  THEIR_TASK,
  THOUGHT_OF,
  TO_BE_KEPT,
  TO_BE_USED,
  TOO_DEAR,
  TURNED_INTO,
  UNCHANGED,
  USED_FOR,
  USED_SO,
  WANTED_AGAIN,
  WHICH,
  WISHED,
  WRITTEN_AS,
} from './weigh-words.js'

const APPLIANCE = /[机器炉锅表仪钟箱]$/u
const CLAUSES_BEHIND = 4
const NO_MORE_THAN_NAMED = 3
const REACH_BEHIND = 10
const REACH_IN_ENGLISH = 32

/** `stated`: how many things of the message have a quantity with a measure; `knownStated`: how many of them a catalogue knows; `spare`: how many signs belong to none. */
export const scale = (message: Message, stated: number, knownStated: number, spare: () => number) => {
  const prices = new Prices(message)
  const ad = isAd(message, prices)
  const shown = message.says(TO_A_MACHINE) || message.says(EXAMPLE) || message.says(WRONG_ROOM)
  const companion = message.says(COMPANION)
  const forMeal = has(message.cues, 'recipe') && message.says(FOR_MEAL)
  /** 要做红烧肉，五花肉两斤，冰糖一袋: several amounts, and nothing of how it is done. */
  const toBuy = stated >= 2 && has(message.cues, 'recipe') && !message.says(STEPS) && !message.says(PREPARES)
  /** 两个蛋一碗温水。滴三滴香油: cooked from one sentence to the next, and nothing asked for. */
  const cooked = has(message.cues, 'recipe') && !has(message.cues, 'want') && !has(message.cues, 'add') && message.says(STEPS)
  const ofRecipe = (clause: Clause): boolean => cooked || has(message.sentences[clause.sentence]?.cues ?? 0, 'recipe')
  const groupBuy = message.says(GROUP_BUY)
  const listAhead = message.says(LIST_AHEAD)
  const standsBack = message.says(STANDS_BACK)
  const moods: (Mood | undefined)[] = []

  /** 真龙一条，啤酒两箱, 酱疙瘩一个、腐乳一瓶: nothing else is said from one comma to the next. */
  const standsAlone = (start: number, end: number, clause: Clause): boolean =>
    (start <= clause.start + 1 || message.text[start - 1] === '、') && (end >= clause.end || message.text[end] === '、')

  /** 红烧排骨一份: a word of cooking that is a part of what is counted, and nothing else is said. */
  const isCookedInName = ({ good, start, end, clause }: Need): boolean =>
    good === null && has(clause.cues, 'recipe') && standsAlone(start, end, clause) && !message.says(STEPS)

  const isInARow = ({ unit, start, end, clause }: Need): boolean => knownStated > 0 && unit !== null && standsAlone(start, end, clause)

  /** How little a name says that nobody knows. */
  const doubt = (line: Need, asked: boolean): number => {
    const unit = line.unit ?? ''
    /** 角磨片5片: counted by what its name ends in. */
    const ofItsName = knownStated > 1 && unit !== '' && line.item.endsWith(unit)
    if (spare() <= 2 || ofItsName || isInARow(line) || (knownStated > 0 && PACKED.has(unit) && !line.implied)) return 1
    const counted = COUNTS.has(line.unit ?? '') && stated < 2
    return (counted ? 3 : 1) + (asked ? 0 : 2) + (line.implied ? 2 : 0)
  }

  /** 盐两袋还有苹果三斤, 买点鸡蛋和酱油还有盐: what stands between two that are counted, or asked for together, adds the second. */
  const joinsOn = (one: Need | undefined, other: Need | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    one.clause === other.clause &&
    message.between(one.end, other.start, AND_MORE) &&
    ((one.qty !== null && other.qty !== null) ||
      (has(one.clause.cues, 'want') && (message.between(one.clause.start, one.start, ASKS_AHEAD) || wantedBehind(other))))

  /** 奶粉还能买到不，二段的，家里就剩一勺了: told in a clause that names nothing else. */
  const runsOutBehind = ({ at }: Need, after: Need | undefined): boolean =>
    message.clauses
      .slice(at, Math.min(after?.at ?? at + CLAUSES_BEHIND, at + CLAUSES_BEHIND))
      .some((clause) => message.says(RAN_OUT, clause))

  const wantedBehind = ({ named, clause }: Need): boolean =>
    message.between(named, Math.min(clause.end, named + REACH_BEHIND), WANTED_BEHIND)

  return (line: Need, before: Need | undefined, after: Need | undefined): void => {
    const { clause } = line
    const asking = line.askedAt < 0 ? line.at : line.askedAt
    const mood = moods[asking] ?? moodOf(message.clauses[asking] ?? clause, message, prices)
    moods[asking] = mood
    const { start, end, named } = line
    const from = Math.max(clause.start, start - REACH)
    const limit = after !== undefined && after.clause === clause ? after.start : clause.end
    const untilBehind = Math.max(Math.min(limit, named + REACH), named)
    const untilRest = Math.max(Math.min(limit, end + REACH), end)
    const inFront = (words: Pattern): boolean => message.between(from, start, words)
    /** Right behind the name, or behind the quantity. */
    const behind = (words: Pattern): boolean =>
      message.between(named, untilBehind, words) || (end !== named && message.between(end, untilRest, words))
    const following = message.clauses[line.at + 1]
    const next = line.qty === null && following !== undefined && following.sentence === clause.sentence ? following : null
    /** 加水煮面: what a dish is made with, while it is told how. */
    const seasons = line.qty === null && ofRecipe(clause) && inFront(SEASONS)
    const owned =
      message.between(Math.max(clause.start, start - 24), start, OWNS) || message.between(Math.max(clause.start, start - 14), start, STORED)
    const inquired = message.between(Math.max(clause.start, start - 24), start, DO_YOU_HAVE)
    const wished = line.qty === null ? message.find(SOFT, message.text.slice(from, start)) : null
    const joined = line.qty === null && before?.qty != null && before.clause === clause && message.between(before.end, start, AND_SOME)
    /** 再来点香菇木耳，炖汤用: asked for together. */
    const alongside =
      line.qty === null &&
      before?.clause === clause &&
      before.qty === null &&
      before.weight >= TAKE &&
      !before.negated &&
      !before.ranOut &&
      before.good !== null &&
      line.good !== null &&
      start - before.end <= 1 &&
      !behind(HAVE_BEHIND)
    const direct =
      (joined && !before.negated) ||
      alongside ||
      (DIRECT.standBefore(message.text, from, wished === null ? start : start - wished[0].length) && !seasons && !owned && !inquired) ||
      inFront(REMINDED) ||
      (stated === 0 &&
        (message.between(named, named + 8, ANY_WILL_DO) ||
          (after?.clause === clause && after.start - named <= 1 && message.between(after.named, after.named + 8, ANY_WILL_DO)))) ||
      (line.amountAt > named && DIRECT.standBefore(message.text, Math.max(named, line.amountAt - REACH), line.amountAt)) ||
      wantedBehind(line) ||
      message.between(named, named + 16, PLEASE) ||
      (next !== null && message.says(SOME_OF_EACH, next)) ||
      /** 水果牛奶随便给弄点: both of them. */
      (line.qty === null && after?.clause === clause && after.qty === null && after.start - named <= 1 && wantedBehind(after))
    const ranOut = mood.ranOut
    const deniesAmount =
      (line.qty !== null && message.between(named, untilBehind, DENIED_AMOUNT)) || message.between(named, untilBehind, NOT_SO_MUCH)
    /** 要花生油不要豆油: the denial is of what follows it. */
    const deniesNext =
      (direct || line.qty !== null) &&
      after?.clause === clause &&
      (message.between(named, after.start, DENIES_NEXT) || (line.qty !== null && message.between(end, after.start, DENIES_NEXT))) &&
      !message.between(after.named, after.named + 3, ASKS_FOR)
    const movesTo = line.qty === null && inFront(MOVES_TO) && message.between(named, named + 4, GOES)
    const negated =
      !deniesAmount &&
      !deniesNext &&
      !movesTo &&
      (inFront(NOT_THAT) ||
        message.between(Math.max(clause.start, start - REACH_IN_ENGLISH), start, DO_NOT_BRING) ||
        isTheOther(line, before, message) ||
        /** 不要葱姜了: both of them. */
        (before?.negated === true && before.end === start && before.clause === clause && line.qty === null && before.qty === null) ||
        (inFront(NEGATED_BEFORE) &&
          !(inFront(EXCEPT) && message.between(named, named + REACH, BUT_FOR)) &&
          !message.between(named, named + 12, NONE_OF_IT) &&
          !(before?.clause === clause && before.negated && message.between(named, named + 3, ASKS_FOR)) &&
          (!inFront(OR_RATHER) || message.between(named, named + 4, BUT_IS))) ||
        (behind(NEGATED_BEHIND) && !(after?.item === line.item && message.between(line.end, after.start, NOT_WHICH))) ||
        (following !== undefined && behind(TOO_DEAR) && message.says(SWAPS, following)) ||
        (next !== null && message.says(DROPS_NEXT, next)) ||
        (next === null && following?.sentence === clause.sentence && message.says(STRIKES_NEXT, following)))
    const there =
      !ranOut &&
      line.op !== 'set' &&
      !(mood.changes && line.qty !== null) &&
      line.askedAt < 0 &&
      !direct &&
      (owned ||
        (inFront(HAVE_BEFORE) &&
          !(line.qty !== null && message.between(Math.max(clause.start, start - 24), start, COUNTS_OR_ASKS)) &&
          (!inFront(AND_ALSO) || message.between(named, named + 2, STILL_THERE)) &&
          !(line.unit !== null && stated >= 2 && inFront(ALSO_COUNTED)) &&
          !joinsOn(before, line)) ||
        (behind(HAVE_BEHIND) && !joinsOn(line, after)) ||
        (next !== null && message.says(HAS_NEXT, next)) ||
        /** 米面都有，还有半桶油: told in the next breath. */
        (before?.inStock === true &&
          before.at === line.at - 1 &&
          inFront(STILL_MORE) &&
          message.between(before.named, before.clause.end, HAVE_BEHIND)) ||
        (before?.inStock === true && before.clause === clause && (start - before.end <= 1 || message.between(before.end, start, AND)))) &&
      !message.between(named, untilBehind, ASKED_BEHIND)
    let weight = mood.talk + (direct ? 0 : mood.idleTalk)
    if (line.qty !== null || line.unit !== null || line.sized)
      weight += line.unit === null && !line.sized && !line.amounts.some(({ times }) => times) ? 2 : 3
    if (direct) weight += 2
    else if (mood.wants) weight += inFront(USED_FOR) ? 2 : 1
    if (ranOut && !negated) weight += 2
    if (line.good !== null && following?.sentence === clause.sentence && message.says(WANTED_AGAIN, following))
      weight = Math.max(weight, WISHED)
    if (line.good !== null && next !== null && message.says(IF_THERE, next)) {
      weight = Math.max(weight, WISHED)
      if (message.says(ONE_OF_IT, next)) {
        line.qty = 1
        line.unit = '个'
      }
    }
    if (message.says(CONTENTS_ASKED, clause) || (line.qty === null && message.between(clause.start, start, ASKS_ABOUT))) weight -= 5
    if (line.good !== null && message.between(clause.start, start, THOUGHT_OF)) weight += 2
    if (line.qty !== null && line.op === null && !negated && inFront(SAID_BEFORE) && !message.between(named, untilBehind, MORE))
      line.op = 'set'
    const ahead = previous(message.clauses, line.at)
    if (
      line.good !== null &&
      (message.between(clause.start, start, LEFT_OUT_ONE) || (ahead !== undefined && message.says(LEFT_OUT_ONE, ahead)))
    ) {
      weight = Math.max(weight, WISHED)
      line.op = 'add'
    }
    /** 我要的是生抽不是老抽. */
    if (message.between(from, start, IT_IS) && message.between(named, named + 3, IS_NOT)) {
      weight += 1
      line.op = 'add'
    }
    if (
      line.op === null &&
      line.qty === null &&
      following !== undefined &&
      message.between(named, clause.end, WHICH) &&
      message.between(following.start, following.start + REACH_NEXT, NOT_THE_OTHER)
    ) {
      line.op = 'set'
      weight += 2
    }
    if (
      line.op === null &&
      line.qty === null &&
      line.good !== null &&
      after?.at !== line.at + 1 &&
      following !== undefined &&
      message.says(CHANGED_KIND, following)
    ) {
      line.op = 'set'
      weight += 2
    }
    if (mood.changes || line.op === 'set') weight += 2
    if (line.askedByName) weight += 3
    if (line.good === null && line.within === null) weight -= doubt(line, direct || mood.wants)
    if (line.good === null && /^[a-z]+$/iu.test(line.item) && /[\u4e00-\u9fa5]/u.test(message.text) && !isInARow(line)) weight -= 2
    if (MADE_OF_DOUGH.has(line.item) && isFolded(line, stated, message)) weight -= 9
    if (SIPS.has(line.unit ?? '') && !direct && line.unit !== line.good?.unit) weight -= 2
    if (BOWLS.has(line.unit ?? '') && line.unit !== line.good?.unit) weight -= 2
    if (stated >= 2) weight += 1
    if (before !== undefined && before.at === line.at - 1 && before.qty !== null && line.qty !== null) weight += 1
    /** 住二单元 …… 钱我用信封装好: what is only mentioned is no surer for a door. */
    if (message.places.length > 0 && (line.qty !== null || direct || mood.wants || ranOut || line.loose <= NO_MORE_THAN_NAMED)) weight += 1
    if (line.good !== null && message.text.charAt(start - 1) === BULLET && !negated && listAhead) weight = Math.max(weight, WISHED)
    if (ad || inFront(ORDERED_ONLY)) weight -= 6
    if (line.qty === null && ranOut && standsBack) weight -= 6
    if (
      line.qty === null &&
      ((inFront(MADE_DO) && message.text.startsWith('了', named)) || message.between(clause.start, start, SAID_TO_BE_HAD))
    )
      weight -= 6
    if (line.qty === null && message.between(named, untilBehind, GOT_NONE) && !(following !== undefined && has(following.cues, 'want')))
      weight -= 6
    if (groupBuy) weight -= 3
    if (companion) weight -= 3
    if (shown) weight -= 9
    if (
      line.qty === null &&
      stated >= 2 &&
      (inFront(DISH) || message.between(named, named + 4, LETS_GO) || message.between(named, named + 4, TO_BE_USED))
    )
      weight -= 6
    if (line.qty === null && stated >= 1 && message.between(start, named, MADE_OF_IT)) weight -= 6
    if (line.qty === null && (stated >= 1 || before?.qty != null) && before?.clause === clause && inFront(FOR_IT)) weight -= 6
    if (line.qty === null && !negated && stated >= 1 && behind(TOO_DEAR)) weight -= 6
    if (line.qty === null && (message.between(named, named + 2, INSIDE) || movesTo)) weight = -9
    if (line.qty === null && !direct && !ranOut && !mood.wants && stated >= 1 && line.good?.medicine === '' && inFront(HAS_IN_USE))
      weight -= 9
    if (line.qty === null && stated >= 1 && message.between(named, named + 6, OUT_OF_SUPPLY)) weight -= 9
    if (message.between(end, end + 8, COSTS)) weight -= 6
    /** 饮水机空了，桶装水给送两桶: what it holds ran out. */
    if (line.qty === null && ranOut && stated >= 1 && APPLIANCE.test(line.item)) weight -= 6
    /** 2 limes, if no limes lemon is fine. */
    if (line.qty === null && message.says(IF_NO, clause)) weight = -9
    /** 水饺两包白菜猪肉馅的. */
    if (line.qty === null && stated >= 1 && message.between(named, named + 7, FILLING)) weight -= 9
    /** 藏的两包辣条被老公吃了; 天天给我推速效救心丸广告. */
    if (message.between(named, named + 10, TAKEN_BY) || message.between(named, named + 4, ADVERTISED)) weight = -9
    if (line.qty === null && stated >= 1 && message.between(clause.start, start, EATS)) weight -= 6
    if (
      ((line.qty === null && stated >= 1) || (line.amountAt === start && isUncounted(line, message))) &&
      message.between(clause.start, start, GIVEN_UP)
    )
      weight = -9
    if (message.between(clause.start, start, GAVE_ME)) weight = -9
    if (there) weight -= 5
    if (line.qty === null && inFront(THEIR_TASK)) weight -= 4
    /** 墙上贴了一张纸: paper is bought by the pack. */
    if (line.unit === '张' && line.good?.category === '纸品') weight -= 6
    if (line.qty === null && behind(TO_BE_KEPT)) weight -= 9
    if (line.qty !== null && message.between(Math.max(clause.start, line.amountAt - 1), end, BY_HUNDREDS)) weight -= 9
    if (line.amountAt === start && inFront(HOLDS_SO_MUCH) && message.text.startsWith('的', named)) weight = -9
    if (inFront(TURNED_INTO) || (line.qty === null && behind(EATEN_UNTIL))) weight -= 9
    if (line.unit === '口' && message.between(clause.start, named, SIPPED)) weight = -9
    /** 土豆、青椒、茄子各两个，地三鲜安排: what is cooked of it. */
    if (line.qty === null && after === undefined && stated >= 2 && line.good?.category === '熟食' && !has(clause.cues, 'add')) weight -= 6
    if (!mood.changes && !direct && line.amountAt === start && POINTED_AT.has(message.text[start - 1] ?? '·')) weight -= 3
    /** 鸡蛋上次碎了俩，这次小心点: of what came before. */
    line.isTold ||= stated >= 2 && message.says(BROKE_BEFORE, clause)
    if (line.isTold) weight = -9
    if (SPOONS.has(line.unit ?? '')) weight -= 4
    /** 一锅土豆丝甜得发齁: cooked already. */
    if (line.unit === '锅' && !direct && line.unit !== line.good?.unit) weight -= 4
    if (ofRecipe(clause) && !direct && !ranOut && !line.heard && !(line.unit !== null && (forMeal || isCookedInName(line))))
      weight -=
        (mood.wants && line.qty !== null) ||
        BOUGHT_BY.has(line.unit ?? '') ||
        (line.unit !== null && (toBuy || (stated >= 2 && !has(clause.cues, 'recipe') && !message.says(STEPS))))
          ? 1
          : message.says(STEPS) && !mood.wants
            ? 5
            : 3
    if (line.loose > 8 && !direct && !mood.changes) weight -= line.loose > 16 ? 3 : 1
    if (has(message.cues, 'announce') && stated === 0) weight -= 3
    if (
      message.between(named, untilBehind, PREPARED_ALREADY) ||
      (line.qty === null && line.good !== null && message.between(named, named + 3, BOILED)) ||
      ((line.qty === null || (line.qty === 1 && line.amountAt === start)) &&
        message.between(Math.max(clause.start, start - 3), Math.min(clause.end, named + 5), USED_SO)) ||
      message.between(clause.start, start, THANKS_FOR) ||
      (line.qty === null && message.between(named, Math.min(clause.end, named + 12), ALLERGIC)) ||
      message.between(named, untilBehind, UNCHANGED) ||
      (line.qty === null && inFront(KEPT)) ||
      message.between(named, untilBehind, TAKEN_AWAY) ||
      (line.qty === null && before?.qty != null && message.between(named, untilBehind, PREPARED))
    )
      weight = -9
    if (line.qty === null && !direct && message.between(named, Math.min(clause.end, named + 14), IF_NONE)) weight = -9
    if (line.op === null && line.qty !== null && message.between(named, untilBehind, MORE)) line.op = 'add'
    if (line.op === null && line.qty !== null && message.between(Math.min(end, named), untilRest, NOT_THAT_MANY)) line.op = 'set'
    const afterNext = message.clauses[line.at + 2]
    if (line.op === null && line.qty !== null && following !== undefined)
      if (
        message.says(NOT_MORE, following) ||
        message.says(WRITTEN_AS, following) ||
        (message.says(NO_MORE_THAN, following) && (afterNext === undefined || message.says(THE_REST_STAYS, afterNext)))
      )
        line.op = 'set'
    if (line.op === null && message.between(named, named + 16, OTHER_MAKE)) line.op = 'set'
    if (deniesAmount) {
      line.op = 'set'
      const counted = message.amounts.filter(({ from: first }) => {
        const at = message.tokens[first]?.start ?? 0
        return at >= named && at < clause.end
      })
      if (
        counted.length < 2 &&
        line.amountAt < clause.end &&
        !message.between(Math.max(named, line.amountAt - 3), line.amountAt, INSTEAD)
      ) {
        line.qty = null
        line.unit = null
      }
    }
    if (line.standsIn && before !== undefined && before.at >= line.at - 1 && before.good !== null && mood.talk > -4)
      weight = Math.max(weight, before.negated || before.clause === clause ? SWAPPED : weight)
    if (
      line.good !== null &&
      !negated &&
      mood.talk > -4 &&
      (message.between(named, named + REACH, CAN_BE_GOT) ||
        (message.between(named, named + REACH, CAN_BE_BOUGHT) && runsOutBehind(line, after)))
    )
      weight = Math.max(weight, WISHED)
    /** 孩子送了两盒鸡蛋来; 家里不缺米了，我弟弟扛来一袋: so much was brought. */
    if (
      (direct && !negated && message.says(BROUGHT_BY_OTHERS, clause)) ||
      (line.end > clause.end && following !== undefined && message.says(BROUGHT_BY_OTHERS, following))
    )
      weight -= 4
    line.weight = weight
    line.negated =
      negated &&
      (mood.talk > -4 || (following !== undefined && behind(TAKEN_BACK) && message.says(BROUGHT_BY_OTHERS, following))) &&
      !(line.qty === null && message.says(IF_NO, clause)) &&
      !(line.op === 'set' && message.says(NOT_SO_MANY, clause))
    line.ranOut = ranOut
    line.inStock = there
  }
}
