/** A line of a text that stayed, came or went */
export type DiffLine = { sign: 'same' | 'added' | 'removed'; text: string }

/** More lines than that on either side are not compared one by one */
const MOST = 2_000

/** Lines that stayed are shown around those that did not, and left out further away */
const AROUND = 2

/**
 * What became of the lines of a text, with some of those around. Undefined when the texts are too long
 * to compare.
 */
export function textDiff(before: string, after: string): (DiffLine | 'gap')[] | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length > MOST || now.length > MOST) return

  const start = commonStart(old, now)
  const end = commonEnd(old, now, start)
  const middle = compare(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return withGaps([
    ...old.slice(0, start).map(same),
    ...middle,
    ...old.slice(old.length - end).map(same),
  ])
}

function same(text: string): DiffLine {
  return { sign: 'same', text }
}

function commonStart(old: string[], now: string[]) {
  const least = Math.min(old.length, now.length)
  let count = 0
  while (count < least && old[count] === now[count]) count++
  return count
}

function commonEnd(old: string[], now: string[], start: number) {
  const least = Math.min(old.length, now.length) - start
  let count = 0
  while (count < least && old.at(-1 - count) === now.at(-1 - count)) count++
  return count
}

/** The longest common subsequence, by the lengths of those of the rests. */
function compare(old: string[], now: string[]): DiffLine[] {
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }

  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push(same(old[i++]))
      j++
    } else if (
      j >= now.length ||
      (i < old.length && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
    ) {
      lines.push({ sign: 'removed', text: old[i++] })
    } else {
      lines.push({ sign: 'added', text: now[j++] })
    }
  }
  return lines
}

function withGaps(lines: DiffLine[]) {
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== 'same')
  const shown: (DiffLine | 'gap')[] = []

  lines.forEach((line, index) => {
    if (isNear(index)) shown.push(line)
    else if (shown.at(-1) !== 'gap') shown.push('gap')
  })
  return shown
}
