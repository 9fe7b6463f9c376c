/**
 * May this SQL stand in an index as it is? A call may, and what is in parentheses, with an operator
 * class or an order behind it. Anything else needs parentheses: `a || b`.
 */
export function isCallOrParenthesised(sql: string) {
  const text = sql.trim()
  const opening = /^[\w."]*\(/.exec(text)
  if (!opening) return false

  const end = closing(text, opening[0].length - 1)
  return end !== -1 && /^(\s+([\w.]+|"[^"]*"|\([^()]*\)))*$/.test(text.slice(end + 1))
}

/** The place of the parenthesis that closes the one at `start`. */
function closing(text: string, start: number) {
  let depth = 0
  for (const { 0: part, index } of text.slice(start).matchAll(/'(?:[^']|'')*'|"[^"]*"|[()]/g)) {
    if (part === '(') depth++
    if (part === ')') depth--
    if (depth === 0) return start + index
  }
  return -1
}
