import { relative } from 'node:path'
import { BaseReporter } from '@japa/runner/core'
import type { TestEndNode } from '@japa/runner/types'

/** What a test process tells the run that started it. */
export type Message =
  | { about: 'test'; file: string; title: string; outcome: Outcome; duration: number }
  | { about: 'end'; failed: number }

export type Outcome = 'passed' | 'failed' | 'skipped'

/**
 * Reports each test to the process above. Only the text of failures is printed here.
 */
class RemoteReporter extends BaseReporter {
  override onTestEnd(test: TestEndNode) {
    tell({
      about: 'test',
      file: relative(process.cwd(), test.meta.fileName),
      title: [test.meta.group?.title, test.title.expanded].filter(Boolean).join(' / '),
      outcome: test.hasError ? 'failed' : test.isSkipped || test.isTodo ? 'skipped' : 'passed',
      duration: test.duration,
    })
  }

  override async end() {
    const summary = this.runner!.getSummary()
    await this.printErrors(summary)
    tell({ about: 'end', failed: summary.hasError ? summary.aggregates.failed || 1 : 0 })
  }
}

function tell(message: Message) {
  process.send?.(message)
}

export const remoteReporter = {
  activated: ['remote'],
  list: [
    {
      name: 'remote',
      handler: (...args: Parameters<RemoteReporter['boot']>) => new RemoteReporter().boot(...args),
    },
  ],
}
