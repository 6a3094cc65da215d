/** Puts parts together into texts of at most so many characters; a part is never cut unless it is longer than that itself. */
export const splitBetween = (parts: readonly string[], limit: number): string[] => {
  const texts: string[] = []
  for (const part of parts.flatMap((whole) => pieces(whole, limit))) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + 1 + part.length <= limit) texts[texts.length - 1] = `${last}\n${part}`
    else texts.push(part)
  }
  return texts
}

const pieces = (part: string, limit: number): string[] => {
  if (part.length <= limit) return [part]
  const cut = part.lastIndexOf('\n', limit) > 0 ? part.lastIndexOf('\n', limit) : cutOf(part, limit)
  return [part.slice(0, cut), ...pieces(part.slice(cut).replace(/^\n/u, ''), limit)]
}

/** Behind the last 、 that fits; never between the halves of one sign. */
const cutOf = (part: string, limit: number): number => {
  const comma = part.lastIndexOf('、', limit - 1)
  if (comma > limit / 2) return comma + 1
  return /[\ud800-\udbff]/u.test(part.charAt(limit - 1)) ? limit - 1 : limit
}
