/** So many are offered */
const OFFERS = 3

/** The names that share most with one that does not exist, best first. */
export function near(name: string, names: string[]) {
  const wanted = pairsOf(name)
  const likeness = (other: string) => {
    const pairs = pairsOf(other)
    const shared = [...wanted].filter((pair) => pairs.has(pair)).length
    return (2 * shared) / (wanted.size + pairs.size)
  }
  return names
    .map((other) => ({ other, likeness: likeness(other) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, OFFERS)
    .map(({ other }) => other)
}

/** Neighbouring letters, without the date in front. */
function pairsOf(name: string) {
  const letters = name.toLowerCase().replace(/^[\d_]+/, '')
  return new Set([...letters].slice(1).map((letter, index) => letters[index] + letter))
}
