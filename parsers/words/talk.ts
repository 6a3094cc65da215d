/** What people say who only talk: news, offers, prices, errands between two. All on folded text. */

import { pattern } from '../pattern.js'

export const NEWS = pattern(/听说|新闻|据说|网上说|看到说|电视|抖音|视频里|转发|小说|电影|剧里/u)

export const AD = pattern(
  /\d\s?(?:元|块|块钱|¥)?\s?\/\s?(?:斤|袋|盒|瓶|箱|桶|份|个|只|提|包|板|kg)|到货通知|送货上门|私我|私聊|私信我|以上送货|包邮|起送|加微信|扫码|https?:|www\.|价目|特价|促销|营业/u,
)

export const PRICED = pattern(
  /(?:\d|[一二两三四五六七八九十半])\s?(?:块|元|毛)[^的,。]{0,4}(?:一|1|\/)?(?:斤|袋|盒|瓶|箱|桶|个|根|只|板)|(?:一|1)(?:斤|袋|盒|瓶|箱|个|根)\s?\d+(?:\.\d+)?(?:块|元|$|[,。!?了])|[\u4e00-\u9fa5]\d+(?:\.\d+)?一(?:斤|袋|盒|瓶|箱|个|根)|\d\s?(?:斤|袋|盒|瓶|箱|桶|个|根|板)\s?\d+(?:\.\d+)?(?:块|元|$|[,。!?])/u,
)

/** An errand between two people, or what somebody does themselves: nothing for the office. */
export const PERSONAL = pattern(
  /你现在在哪|回来(?:时|的时候|后|吃|给|,|。|$)|你(?:去|回|买|顺便|先|在哪|带|给咱)|回家|下班|放学|食堂|宿舍|自习|餐厅|我(?:去|过会|一会|待会|正在|在|已经|刚)(?:买|吃|喝|弄|做)|喝一杯|给你(?:买|带|做)|请你吃|记得(?:带|拿|买)|生日|祝|爱情|心灵|春风|走时|外卖/u,
)

/** Given already, or thanked for. */
export const GIVEN = pattern(/(?:发|送|给|寄|分)(?:了|来了)|感恩|感谢[^,。]{0,8}(?:送|发|给)/u)

/** A neighbour gathers buyers; who joins writes a list of their own. */
export const GROUP_BUY = pattern(
  /(?:谁|有人|有没有人|大家|一起|想)[^,。]{0,6}(?:拼单|拼团|团购|一起买|一起团)|斤起|件起|箱起|满\d+[\u4e00-\u9fa5]?(?:起送|成团)/u,
)
