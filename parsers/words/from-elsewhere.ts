/** Who else brings what the shop need not bring any more: 亲戚给捎来了, 单位发了. On folded text. */
import { pattern } from '../pattern.js'

export const BROUGHT_BY_OTHERS = pattern(
  () =>
    /(?:亲戚|亲家|邻居|对门|隔壁|楼[上下]|儿子|闺女|女儿|姑娘|孩子|女婿|儿媳|外甥|侄[子女]|[我俺][妈爸爹娘哥姐弟妹姨舅姑叔婶]|婆婆|公公|老公|媳妇|对象|老家|娘家|婆家|同事|朋友|同学|单位|公司|厂里|学校|工会)(?:们|那边|那儿|里|都|又|也|已经|刚|昨天|昨晚|今天|早上|今早|给|我|家|在|外头|外面)*(?:捎|带|送|拿|寄|发|给|买|拎|扛|抱|搬|分)(?:过)?(?:来)?了(?!吗|没|么)/u,
)
