/** How many letters have to be changed, added or removed to make one word of another (Levenshtein). */
export function editDistance(a: string, b: string) {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)!
}
