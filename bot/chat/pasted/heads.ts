/** Lines that begin a message in copied or exported chat, and lines that only tell the day. Each form is one row. */

export interface Head {
  name: string
  /** As written, `''` where none is. */
  time: string
  /** What stands on the same line behind it. */
  rest: string
}

const DATE =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}月\\d{1,2}日|\\d{1,2}[-/]\\d{1,2}|今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日天])'
const HOUR = '(?:凌晨|早上|上午|中午|下午|傍晚|晚上|夜里|AM|PM|am|pm)?\\s?\\d{1,2}:\\d{2}(?::\\d{2})?\\s?(?:AM|PM|am|pm)?'
const TIME = `(?:${DATE}\\s*)?${HOUR}`
const NAME = '([^\\n]{1,40}?)'

const FORMS: { form: RegExp; name: number; time: number; rest: number | null }[] = [
  { form: new RegExp(`^(${DATE}\\s+${HOUR})\\s+${NAME}(?:\\([\\w@.-]{3,30}\\)|<[^>\\n]{3,40}>)?\\s*$`, 'u'), name: 2, time: 1, rest: null },
  { form: new RegExp(`^[\\[(（【]?(${TIME})[\\])）】]?\\s+([^\\s:：][^\\n:：]{0,38}?)[:：]\\s?(.+)$`, 'u'), name: 2, time: 1, rest: 3 },
  { form: new RegExp(`^${NAME}\\s+[\\[(（]?(${TIME})[\\])）]?\\s*[:：]?\\s*$`, 'u'), name: 1, time: 2, rest: null },
]
const NAMED = /^([^\s:：,，。!！?？][^\n:：,，。!！?？]{0,24})[:：]\s*$/u
const NAMED_INLINE =
  /^([^\s:：,，。!！?？\d][^\n:：,，。!！?？]{0,14}|\d{1,2}-\d{1,2}-\d{3}[^\n:：,，。]{0,14}|\d{3}[^\d\n:：,，。\s][^\n:：,，。]{0,10})[:：]\s?(\S.*)$/u
const DAY = new RegExp(`^[\\s—–\\-=_*]*(${DATE})(?:\\s*(?:星期|周)[一二三四五六日天])?[\\s—–\\-=_*]*$`, 'u')

/** Words before a colon that are a list's headline, not a name. */
const NO_NAME = /需要|东西|物品|地址|门牌|清单|要|如下|订|买|备注|电话|数量|接龙|例|价|通知|时间|内容|以下|麻烦|谢谢|帮|https?$/u

export const readHead = (line: string): Head | null => {
  for (const { form, name, time, rest } of FORMS) {
    const found = form.exec(line)
    if (found !== null)
      return { name: (found[name] ?? '').trim(), time: (found[time] ?? '').trim(), rest: rest === null ? '' : (found[rest] ?? '') }
  }
  const named = NAMED.exec(line) ?? NAMED_INLINE.exec(line)
  const name = named?.[1]?.trim() ?? ''
  return named === null || NO_NAME.test(name) ? null : { name, time: '', rest: named[2] ?? '' }
}

export const readDay = (line: string): string | null => DAY.exec(line)?.[1] ?? null
