/** Words that hint at danger and mean a hundred harmless things besides: they say something only of a message that is like a cry for help. All on folded text. */
import { wordsPattern } from '../pattern.js'

const BODY = '(?:手|脚|腿|胳膊|臂|腕|腰|胯|膝|脖|头|脸|嘴|唇|舌|眼|耳|鼻|牙关|嗓|喉|胸|心口|心脏|肚|背|皮|肉|骨|身|血|气|脉|脑|额|屁股|肋)'

/** A part of the body and what befalls it; a fall; breath, mind and colour; what burns, leaks, bites, is swallowed; who is called. */
export const HINTED = wordsPattern(`
  ${BODY}[^,。]{0,6}(?:撅|折|断|破|裂|掉|翻|掀|烂|肿|紫|黑|青|白|灰|黄|僵|硬|凉|冰|麻|木|歪|斜|抖|抽|流|淌|喷|冒|滋|堵|卡|夹|压|砸|撞|磕|碰|咬|抓|烫|烧|浇|泼|扎|割|划|切|剁|刺|捅|掐|打|踹|揪|绞|疼|痛|闷|胀|憋|喘|停|没|[不勿唔]) (?:撞|砸|压|磕|碰|咬|抓|烫|烧|浇|泼|扎|割|划|切|剁|捅|掐|打|踹|踢|勒)[^,。]{0,6}${BODY}
  [攥拿握端抬撑扶扛站坐爬走说叫喊摇推晃拍捂按压止堵关拔咳吐咽喘呼睁认动醒][^,。]{0,2}[不勿唔冇][^,。]{0,1}[住起动了上醒应来出清到开得] 摔 跌 滑[了倒在一] 绊 栽 瘫 倒(?:[了地下在]|$) 趴 骨碌 出溜 滚[下了] 掉[下进] 坠 翻[了下] 卡[住在了嗓喉] 噎 呛 吞 咽 误[食服喝] 喝[了下]? 中毒 过敏 咬 叮 蜇 螫 扎 割 砍 捅 打[我他她人] 动手 砸 踹 掐 勒 刀 绳 跳 烧 烫 冒 烟 火 炸 漏 电[了到着] 麻 呲 滋 糊 淹 困 锁 没[^,。]{0,2}(?:气|脉|反应|动静|声|应|知觉|意识|尿|劲) 昏 晕 迷 抽 喘 憋 气 血 疼 痛 难受 肿 胀 吐 拉 泻 尿 汗 抖 烧 热 凉 发[紫青黑白灰绀硬僵抖直] 翻白 抠 孕 胎 羊水 生(?:了|孩子) 除颤 aed 担架 急救 救 掐人中 心肺复苏 人工呼吸 按胸 报警 119 110 120 医生 大夫 护士 来人 没影 不见 走[丢失]`)

/** Somebody else who may be in danger, with no door: of doors the couriers speak all day. */
export const PERSON = wordsPattern(`
  妈 爸 奶 爷 姥 爹 娘 老伴 老人 老头 老太 老汉 老爷子 大爷 大娘 大妈 大叔 阿姨 阿婆 阿公 大姐 大哥 婆婆 公公 孩子 小孩 娃 宝宝 崽 爱人 媳妇 老公 丈夫 妻子 老婆 儿子 女儿 闺女 姑娘 小伙 邻居 父亲 母亲 有人 [女男](?:的|人|孩|生) 外婆 外公 舅 姑 伯 姨 姐 妹 弟 哥 孙 bb 阿爹 阿拉 老豆 老窦 佢 家里 屋里 岳父 岳母 丈人 丈母 [二两三]老 孕妇 产妇 产后 头胎 丫头 叔 婶 病人 住户 人(?:都|就|快|已经|昏|晕|没|不|倒|躺|发[虚飘软懵抖]|虚|飘|瘫|懵) (?:mom|dad|mother|father|wife|husband|baby|son|daughter|someone|he|she)(?![a-z])`)
