/** Two sizes or kinds of one thing, each with its amount: 垃圾袋大号2卷小号1卷, 奶粉一段2罐，二段1罐. */
import { pattern } from '../pattern.js'

/** 卫生巾日用夜用各两包, 奶粉一段和二段各一罐: how many kinds stand before 各, 1 where none do. */
const KIND =
  '(?:特?[大中小]号|[smlx]{1,4}码|[一二三四1-4]段|日用|夜用|[男女](?:款|士)|[红白黑蓝粉绿黄]色|[红白青黑黄绿](?:皮|心|瓤)|[\\d一二三四五六七八九十]{1,2}号|原味|麻辣|香辣|五香|微辣|椒盐|烧烤味|[\\u4e00-\\u9fa5]{2}味)'
const KINDS_EACH = new RegExp(`^[\\s,、:的要]{0,2}((?:${KIND}[和跟、,\\s]?){2,4})各(?:来|要|买|订)?\\s?$`, 'u')
const KINDS = new RegExp(KIND, 'gu')
export const kindsEach = (text: string): number => {
  const kinds = text.includes('各') ? KINDS_EACH.exec(text)?.[1] : undefined
  return kinds === undefined ? 1 : [...kinds.matchAll(KINDS)].length
}

/** Which size, stage or kind, and nothing more. */
export const WHICH = pattern(
  () =>
    /^[\s,、和]?(?:size [a-z\d]{1,3}|特?[大中小]号|[5-7五六七]号|[大中小][瓶袋桶包盒]?的|加[大长]|[smlx]{1,4}\s?码?|nb\s?码?|[一二三四1-4]段|日用|夜用|成人|儿童|大人|小孩|[男女](?:款|士|童)?|[红白黑蓝粉绿黄]色?|[\u4e00-\u9fa5]{1,3}味|[\u4e00-\u9fa5]{1,4}馅儿?|(?:大人|小孩|老人|孩子|成人|儿童|男士?|女士?|[粗细宽窄厚薄长短软硬甜咸辣酸淡生熟老嫩黑白红]|带[籽皮]|去皮|纯|高钙|脱脂|低脂|全脂|原味|无糖|[青红白黄绿]|鲜|新|冰|常温)(?=的)|[老嫩粗细甜咸辣软硬](?=$)|\d{2}码)(?:的|装)?(?:也|要|来|是|各){0,2}\s?$/u,
)
