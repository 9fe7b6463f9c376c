import { UnreadableFile } from './errors.ts'
import { fileLines, type FileLine } from './file_lines.ts'

/**
 * A file that is read a few lines at a time.
 */
export class OpenFile {
  /** Lines that were read after the headings */
  read = 0

  private constructor(
    readonly headings: string[],
    readonly lines: AsyncGenerator<FileLine>
  ) {}

  /**
   * Opens a file at its headings.
   *
   * @throws E_UNREADABLE_FILE
   */
  static async of(content: Buffer) {
    const lines = fileLines(content)
    const first = await lines.next()
    if (first.done) throw new UnreadableFile('empty')

    return new OpenFile(distinct(first.value.cells), lines)
  }

  /**
   * The next lines, none at the end.
   *
   * @throws E_UNREADABLE_FILE
   */
  async next(most: number): Promise<FileLine[]> {
    const lines: FileLine[] = []

    while (lines.length < most) {
      const { value, done } = await this.lines.next()
      if (done) break
      lines.push(value)
    }
    this.read += lines.length
    return lines
  }

  /** Passes over lines that were read before. */
  async skip(count: number) {
    while (this.read < count) {
      const { length } = await this.next(Math.min(count - this.read, 1_000))
      if (length === 0) return
    }
  }

  async close() {
    await this.lines.return(undefined)
  }
}

/** Columns without a heading, and those of which there are several, are told apart by a number. */
function distinct(cells: string[]) {
  const seen = new Map<string, number>()

  return cells.map((cell, index) => {
    const heading = cell.trim() || `(${index + 1})`
    const count = (seen.get(heading) ?? 0) + 1
    seen.set(heading, count)
    return count > 1 ? `${heading} (${count})` : heading
  })
}
