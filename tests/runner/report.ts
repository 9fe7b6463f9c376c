import type { Result } from './worker.ts'

type Test = Result['tests'][number]

/**
 * What a run looks like on the terminal: a line for each file as it goes, the text of all
 * failures at the end, and then one line with the totals.
 */
export class Report {
  #failed = 0
  #outputs: string[] = []
  #tests: Test[] = []

  /** Adds what one process has done. */
  add({ tests, failed, output }: Result) {
    this.#tests.push(...tests)
    this.#failed += failed
    if (failed > 0) this.#outputs.push(output.trim())
  }

  /** Prints a line for a file that is done. */
  printFile(tests: Test[]) {
    const failed = tests.filter(({ outcome }) => outcome === 'failed')
    const duration = Math.round(tests.reduce((sum, test) => sum + test.duration, 0))

    console.log(
      `${failed.length > 0 ? '✖' : '✔'} ${tests[0].file} (${tests.length} tests, ${duration} ms)`
    )
    for (const { title } of failed) console.log(`    ✖ ${title}`)
  }

  /** How long each file took, in milliseconds. */
  get durations() {
    const durations = new Map<string, number>()
    for (const { file, duration } of this.#tests) {
      durations.set(file, (durations.get(file) ?? 0) + duration)
    }
    return durations
  }

  /**
   * Prints failures and totals.
   *
   * @returns the exit code: 1 if anything failed, or if there was nothing to run
   */
  finish(startedAt: number) {
    for (const output of this.#outputs) console.log(`\n${output}`)

    const passed = this.#count('passed')
    const skipped = this.#count('skipped')
    console.log(
      `\n${this.durations.size} files in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`
    )
    if (this.#tests.length === 0) console.log('No test was run: no file or no title matches.')
    console.log(
      `${passed} passed, ${this.#failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    )

    return this.#failed > 0 || passed + skipped === 0 ? 1 : 0
  }

  #count(outcome: Test['outcome']) {
    return this.#tests.filter((test) => test.outcome === outcome).length
  }
}
