import { dirname } from 'node:path'
import { mkdir, readFile, writeFile } from 'node:fs/promises'

import type { SpecFile } from './spec_files.ts'

/** Where the durations of the last runs are kept. */
const RECORD = 'tmp/test_durations.json'

/** What a test may cost in a file that was never run, in milliseconds. */
const GUESS: Record<string, number> = { unit: 20, functional: 60, browser: 1_500 }

/**
 * What the test files cost in milliseconds: measured last time, or guessed from their tests.
 */
export class Costs {
  #recorded: Record<string, number>

  static async load() {
    const text = await readFile(RECORD, 'utf8').catch(() => '{}')
    return new Costs(JSON.parse(text))
  }

  private constructor(recorded: Record<string, number>) {
    this.#recorded = recorded
  }

  async of({ path, suite }: SpecFile) {
    if (this.#recorded[path] !== undefined) return this.#recorded[path]

    const text = await readFile(path, 'utf8')
    const tests = text.match(/^\s*test\(/gm)?.length ?? 1
    return tests * (GUESS[suite] ?? 100)
  }

  record(durations: Map<string, number>) {
    for (const [path, duration] of durations) this.#recorded[path] = Math.ceil(duration)
  }

  async save() {
    await mkdir(dirname(RECORD), { recursive: true })
    await writeFile(RECORD, JSON.stringify(this.#recorded, null, 2))
  }
}
