/** What a command took, in seconds, and what it may take */
export type Timing = { name: string; seconds: number[]; goal: number }

/** The timings as a table in Markdown. */
export function table(timings: Timing[]) {
  const rows = timings.map(({ name, seconds, goal }) => {
    const sorted = seconds.toSorted((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)]
    const range = `${sorted[0].toFixed(2)} to ${sorted.at(-1)!.toFixed(2)}`
    return `| ${name} | ${median.toFixed(2)} s | ${range} s | under ${goal} s |`
  })
  return ['| command | median | range | goal |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
