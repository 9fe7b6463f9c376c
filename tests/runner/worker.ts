import { spawn } from 'node:child_process'

import type { Message } from './remote_reporter.ts'
import type { SpecFile } from './spec_files.ts'

/** How long a process may take to end after its last test, in milliseconds. */
const END_WITHIN = 10_000

/** Hears of each file that is done. */
interface FileReport {
  printFile(tests: Result['tests']): void
}

export interface Result {
  tests: Extract<Message, { about: 'test' }>[]
  failed: number
  output: string
}

/**
 * Runs test files in a process of their own.
 *
 * @param options passed on to the test runner, as in `--tests="a title"`
 */
export function runInProcess(files: SpecFile[], options: string[], report: FileReport) {
  return new Promise<Result>((resolve) => {
    const result: Result = { tests: [], failed: 0, output: '' }
    const suites = [...new Set(files.map(({ suite }) => suite))]
    const paths = files.map(({ path }) => path)
    const ofFile: Result['tests'] = []
    let hasEnded = false

    const child = spawn(
      process.execPath,
      [
        '--import=./bin/preflight.js',
        'bin/test.ts',
        ...suites,
        `--files=${paths.join(',')}`,
        '--reporters=remote',
        ...options,
      ],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }
    )
    child.stdout!.on('data', (chunk) => (result.output += chunk))
    child.stderr!.on('data', (chunk) => (result.output += chunk))

    /* AdonisJS sends messages of its own when its server listens. */
    child.on('message', (message: Message | { about?: undefined }) => {
      if (message.about === 'test') {
        if (ofFile.length > 0 && ofFile[0].file !== message.file) report.printFile(ofFile.splice(0))
        ofFile.push(message)
        result.tests.push(message)
      } else if (message.about === 'end') {
        hasEnded = true
        result.failed = message.failed
        setTimeout(() => child.kill('SIGKILL'), END_WITHIN).unref()
      }
    })

    child.on('close', (code, signal) => {
      if (ofFile.length > 0) report.printFile(ofFile)
      if (!hasEnded || (code !== 0 && signal === null && result.failed === 0)) {
        result.failed = Math.max(1, result.failed)
        result.output += `\nThe process for ${paths.join(', ')} ended with ${signal ?? `code ${code}`}.\n`
      }
      resolve(result)
    })
  })
}
