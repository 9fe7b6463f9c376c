/**
 * A question after the most similar of the known words, to stand at the end of a message; nothing
 * when none is similar.
 */
export function nearest(word: string, known: Iterable<string>) {
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .sort((a, b) => a.distance - b.distance)

  const isSimilar = best && best.distance <= Math.max(2, Math.floor(word.length / 3))
  return isSimilar ? ` Did you mean "${best.candidate}"?` : ''
}

/** How many letters have to be changed, added or removed (Levenshtein) */
function distance(a: string, b: string) {
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
