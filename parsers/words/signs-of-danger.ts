/** Signs of danger that are weak one by one: two of different kinds together are an emergency. All on folded text. */
import { pattern } from '../pattern.js'

/** Of the body: blood, mind, falls, breath, pain, limbs, colour. */
export const OF_THE_BODY = [
  pattern(/血(?:直|呼|哗|一直|不停|还在|都|往)|(?:出|流|淌|冒|滋|喷|吐|咳|便)(?:了|出|好多|很多)?(?:鲜)?血|动脉|大口子/u),
  pattern(/昏|叫不醒|喊不应|没(?:有)?(?:意识|知觉|反应)|迷糊|恍惚|翻着?白?眼|眼睛?(?:翻着|直了|发直|上翻)|不认人|说胡话|胡言乱语/u),
  pattern(/栽(?:地|倒|到|下)|(?:摔|跌|滑|瘫|晕|歪|倒)(?:倒|在地|到地|地上|下楼|下床)|从(?:床|楼|椅|梯|凳)[^,。]{0,3}(?:摔|掉|滚)/u),
  pattern(/喘(?:不|得厉害|粗)|憋(?:得|气|死|醒)|呼吸|气短|上不来气|倒气/u),
  pattern(/(?:疼|痛)(?:得|到|的)(?:打滚|直|满|厉害|要命|受不|在地|冒|不行|站|哭|叫)|剧(?:烈)?(?:疼|痛)|绞(?:疼|痛)|疼得?不行|疼哭/u),
  pattern(/(?:动|站|坐|走|抬|起|说)不(?:了|起|动|住|来)|没知觉|发僵|僵硬|抽(?:抽|筋似|动|搐)|哆嗦|发抖|口齿|半边/u),
  pattern(/发紫|发青|发绀|煞白|惨白|发黑|(?:冒|出|一身|满头|浑身)(?:冷|虚|大|是)?汗/u),
] as const

/** Of the house: fire, gas, current, water that rises. */
export const OF_THE_HOUSE = pattern(
  /浓烟|冒(?:着)?烟|着火|起火|火苗|糊味|焦糊|焦味|烧焦|煤气|液化气|燃气(?!费|卡|灶|没钱)|天然气(?!费|卡|灶)|漏电|触电|电(?:着|到|打|击)了?(?:我|人|他|她|孩子)?|(?:打|麻)了?(?:我|人|他|她|孩子)?一下子?/u,
)
/** What makes the house's danger pressing. */
export const PRESSING_THERE = pattern(
  /快(?:去|来|点|叫|打|帮|!)|救|120|119|110|关不(?:上|住|了)|嘶嘶|呲呲|没(?:有)?大人|(?:瘫痪|卧床|行动不便|走不动|睡着|一个人|独居)|出不[来去]|头晕|恶心|想吐|手麻|打不开门|敲门[^,。]{0,4}没|哭/u,
)
