import type { Costs } from './costs.ts'
import type { SpecFile } from './spec_files.ts'

/** What a process costs before its first test, in milliseconds. A share is worth at least that. */
const BOOT = 2_000

/**
 * The files still to be run. Whoever comes takes a share of what is left, the costliest files
 * first: large shares in the beginning, since each process boots once for its share, small ones
 * in the end, so that all processes end at about the same time.
 */
export class Queue {
  #left: { file: SpecFile; cost: number }[]
  #processes: number

  static async of(files: SpecFile[], costs: Costs, processes: number) {
    const entries = await Promise.all(
      files.map(async (file) => ({ file, cost: await costs.of(file) }))
    )
    return new Queue(entries, processes)
  }

  constructor(entries: { file: SpecFile; cost: number }[], processes: number) {
    this.#left = entries.toSorted((one, other) => other.cost - one.cost)
    this.#processes = processes
  }

  /**
   * The next files to run in one process: none when all are taken. They are of one suite, since
   * browser tests leave rows behind that others would trip over.
   */
  take() {
    const total = this.#left.reduce((sum, { cost }) => sum + cost, 0)
    const share = Math.max(BOOT, total / (this.#processes * 1.5))
    const suite = this.#left[0]?.file.suite
    const taken: SpecFile[] = []
    let sum = 0

    for (const { file, cost } of this.#left) {
      if (file.suite !== suite || sum >= share) continue
      taken.push(file)
      sum += cost
    }
    this.#left = this.#left.filter(({ file }) => !taken.includes(file))
    return taken
  }

  /** Leaves nothing to take. */
  clear() {
    this.#left = []
  }
}
