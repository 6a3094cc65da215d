/** １０斤, 没得油的话, 打错啦: the same as most people write it, sign by sign. */
const WIDE = /[\uff10-\uff19]/gu
const HAVE_NOT = /没得(?=[^,，。\s]{1,6}(?:就|的话|再|换)|(?:哇|啊|嘛|呀)?[?？。]?$)/gu
const DONE = /(?<=[错完滑岔反])[啦咯喽嘞]/gu

const ANY = /[\uff10-\uff19得啦咯喽嘞]/u

/** Each sign stays in its place. */
export const asMostWrite = (text: string): string =>
  ANY.test(text)
    ? text
        .replace(WIDE, (digit) => digit.normalize('NFKC'))
        .replace(HAVE_NOT, '没有')
        .replace(DONE, '了')
    : text
