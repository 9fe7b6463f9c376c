/** The known name that somebody most likely meant; undefined when none is like it. */
export function nearest(name: string, known: Iterable<string>) {
  const wanted = name.slice(0, 40).toLowerCase()
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)

  return best && best.distance <= Math.ceil(wanted.length / 3) ? best.candidate : undefined
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
