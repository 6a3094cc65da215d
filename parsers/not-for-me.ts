/** For whom something is wanted, told by whom it is not for (不是我屋要，是楼上602杨老师要): nothing is put right, and the denial is left out. */
import { nothing } from './in-place.js'
import type { Mending } from './mending.js'

const KIN =
  '我?(?:老公|老婆|老伴|爱人|妈|爸|爹|娘|爷|奶|姥|外婆|外公|公公|婆婆|岳|丈|哥|姐|弟|妹|叔|姨|姑|舅|婶|嫂|闺女|女儿|姑娘|儿子|孙)|孩子|娃|宝宝|老人|老太|老爷|老两口|朋友|同事|亲戚'
const ANOTHER = `(?:给|帮|替|代)?(?:楼[上下]|对[门面]|隔壁|邻居|前[楼栋]|后[楼栋]|\\d|${KIN}|[他她]家|我(?:们)?和)`
const ME = '(?:给|帮|替)?(?:我|俺|咱|阿拉)(?:们)?(?:自己|一个人)?(?:家|屋)?(?:里|头)?(?:自己)?'
const NOT_FOR_ME = new RegExp(
  `(?<=^|[\\s,，。])(?:可)?不是${ME}(?:(?:想?要|用|吃|喝|订|买|点|报|发烧|生病|病了|不舒服)?[,，\\s]{1,2}(?:而)?是(?=${ANOTHER})|[要订买点]的[,，\\s]{1,2}是(?=[帮替代][^,，。]{1,6}[订买要带捎报]))`,
  'gu',
)

export const FOR_WHOM: Mending = { needs: [], mend: (text) => (text.includes('不是') ? text.replace(NOT_FOR_ME, nothing) : text) }
