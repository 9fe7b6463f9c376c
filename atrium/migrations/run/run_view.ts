import type { BaseCommand } from '@adonisjs/core/ace'
import type { MigratedFileNode } from '@adonisjs/lucid/types/migrator'

import type { SafeRunner } from './safe_runner.ts'

/** A file that takes longer is named while it runs, also where a line cannot be written over. In ms */
const LONG = 5_000

type Screen = Pick<BaseCommand, 'logger' | 'colors'>

/**
 * What people see of migrations that run: a line for each file, and how it ended.
 */
export class RunView {
  #screen: Screen
  #isCompact: boolean
  #files = 0
  #startedAt = performance.now()
  #fileStartedAt = 0
  #timer?: NodeJS.Timeout

  constructor(screen: Screen, options: { isCompact: boolean }) {
    this.#screen = screen
    this.#isCompact = options.isCompact
  }

  follow(runner: SafeRunner) {
    const [doing, done] =
      runner.direction === 'up' ? ['migrating', 'migrated'] : ['reverting', 'reverted']

    runner.on('migration:start', ({ file }) => this.#begin(doing, file.name))
    runner.on('migration:completed', ({ file }) => this.#end(done, file.name))
    runner.on('migration:error', () => clearTimeout(this.#timer))
    return this
  }

  /** What goes, before it does. */
  sayLosses(lines: string[]) {
    if (lines.length === 0) return

    this.#screen.logger.log(['This loses data:', ...lines].join('\n'))
  }

  /** A file waits for others. */
  pause(file: string, milliseconds: number) {
    this.#screen.logger.info(
      `${file} did not get its locks, since others use its tables: trying again in ${milliseconds / 1000} s`
    )
  }

  /** How it ended, when it ended well. */
  finish(runner: SafeRunner) {
    const isUp = runner.direction === 'up'
    if (runner.status === 'skipped') {
      return this.#screen.logger.log(
        this.#screen.colors.cyan(isUp ? 'Already up to date' : 'Already at latest batch')
      )
    }

    const many = `${this.#files} ${this.#files === 1 ? 'migration' : 'migrations'}`
    this.#screen.logger.log(
      `${isUp ? 'Migrated in' : 'Reverted in'} ${seconds(this.#startedAt)} (${many})`
    )
  }

  /** Which files wait behind one that failed. */
  sayPending(files: MigratedFileNode[]) {
    const pending = files.filter(({ status }) => status === 'pending').map(({ file }) => file.name)
    if (pending.length === 0 || this.#isCompact) return

    this.#screen.logger.log(`Not run: ${pending.join(', ')}`)
  }

  #begin(doing: string, name: string) {
    this.#fileStartedAt = performance.now()
    this.#timer = setTimeout(() => this.#line(this.#screen.colors.gray(`❯ ${doing}`), name), LONG)
  }

  #end(done: string, name: string) {
    clearTimeout(this.#timer)
    this.#files++
    const time = performance.now() - this.#fileStartedAt > 1_000 ? seconds(this.#fileStartedAt) : ''
    this.#line(this.#screen.colors.green(`❯ ${done}`), `${name} ${time && `in ${time}`}`.trim())
  }

  #line(verb: string, name: string) {
    if (!this.#isCompact) this.#screen.logger.log(`${verb} ${name}`)
  }
}

function seconds(since: number) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
