import { editDistance } from '#atrium/model/main'

/**
 * A question after the most similar of the known words, to stand at the end of a message; nothing
 * when none is similar.
 */
export function nearest(word: string, known: Iterable<string>) {
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .sort((a, b) => a.distance - b.distance)

  const isSimilar = best && best.distance <= Math.max(2, Math.floor(word.length / 3))
  return isSimilar ? ` Did you mean "${best.candidate}"?` : ''
}
