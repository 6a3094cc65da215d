/** 「name：text」, a line of dashes, reply: how WeChat's older protocols write a message that quotes another. */
const QUOTE = /^\s*「([^「」\n]{1,60}?)[:：]([\s\S]*?)」[^\S\n]*\n\s*(?:-\s?){5,}\s*\n/u

export interface QuoteInText {
  name: string
  text: string
  /** Where the reply begins. */
  until: number
}

export const quoteIn = (text: string): QuoteInText | null => {
  if (!text.trimStart().startsWith('「')) return null
  const found = QUOTE.exec(text)
  return found === null ? null : { name: found[1] ?? '', text: (found[2] ?? '').trim(), until: found[0].length }
}
