/** What PostgreSQL and the system say when the disk is full. */
export const NO_SPACE = /no space left/i

/** The line in the output of a program of PostgreSQL that says why it ended. */
export function reasonIn(output: string) {
  const lines = output.trim().split('\n')

  return (
    lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ??
    (lines.at(-1) || 'it gave no reason')
  )
}
