/** How far a backfill is */
export type Progress = {
  table: string

  /** Rows changed so far */
  rows: number

  /** About how many rows the table has; null when nobody counted yet */
  of: number | null

  /** The part of the table that was gone through, up to 1 */
  done: number
  seconds: number
}

/** What is over sooner needs no words. In seconds */
const QUIET = 1

/** How often a line is written where it cannot be written over, in seconds */
const EVERY = 10

let lastLineAt = 0

/**
 * Says how far a long backfill is: in a terminal in one line, and elsewhere in a line every ten
 * seconds.
 */
export function reportProgress(progress: Progress) {
  if (progress.seconds < QUIET) return

  if (process.stdout.isTTY) {
    process.stdout.write(
      `\r\u001B[2K${progressInWords(progress)}${progress.done === 1 ? '\n' : ''}`
    )
    return
  }
  if (Date.now() - lastLineAt < EVERY * 1000 && progress.done < 1) return

  lastLineAt = Date.now()
  console.log(progressInWords(progress))
}

/** `articles: 1,250,000 rows changed (of about 2,000,000), 62 %, 48,000 a second`. */
export function progressInWords({ table, rows, of, done, seconds }: Progress) {
  const number = (value: number) => Math.round(value).toLocaleString('en')
  const total = of === null ? '' : ` (of about ${number(of)})`

  return `${table}: ${number(rows)} rows changed${total}, ${Math.floor(done * 100)} %, ${number(rows / seconds)} a second`
}
