/** All places where an expression with the flag g is found: `matchAll`, which makes a copy of the expression each time. */
export const allOf = (regex: RegExp, text: string): RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  regex.lastIndex = 0
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    found.push(match)
    if (match[0] === '') regex.lastIndex++
  }
  return found
}
