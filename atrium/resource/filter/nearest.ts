import { editDistance } from '#atrium/model/main'

/** The known name that somebody most likely meant; undefined when none is like it. */
export function nearest(name: string, known: Iterable<string>) {
  const wanted = name.slice(0, 40).toLowerCase()
  const [best] = [...known]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)

  return best && best.distance <= Math.ceil(wanted.length / 3) ? best.candidate : undefined
}
