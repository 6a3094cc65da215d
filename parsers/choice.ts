/** The alternatives of a regular expression's outermost choice, one where it has none: `a(?:b|c)|d` is `a(?:b|c)` and `d`. */
export const alternativesOf = (source: string): string[] => {
  const alternatives: string[] = []
  let from = 0
  let depth = 0
  let inClass = false
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]
    if (sign === '\\') at++
    else if (inClass) inClass = sign !== ']'
    else if (sign === '[') inClass = true
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (sign === '|' && depth === 0) {
      alternatives.push(source.slice(from, at))
      from = at + 1
    }
  }
  alternatives.push(source.slice(from))
  return alternatives
}
