import { setTimeout as pause } from 'node:timers/promises'
import type { MigrationRunner } from '@adonisjs/lucid/migration'
import type { FileNode, QueryClientContract } from '@adonisjs/lucid/types/database'

import { failure } from './failure.ts'
import { Checksums } from './checksums.ts'
import { bookReplaced } from './replaced.ts'
import { LucidRunner } from './lucid_runner.ts'
import { refuseEdited } from './refuse_edited.ts'
import type { Loss } from '../decide/decisions.ts'
import type { MigrationsConfig } from '../config.ts'
import { countLosses, inLines, refuseLosses, type Counted, type Losing } from './losses.ts'

/** PostgreSQL says that a lock was not to be had in time */
const LOCK_NOT_AVAILABLE = '55P03'

export type SafeOptions = {
  config: MigrationsConfig

  /** Rows may be lost */
  acceptDataLoss: boolean

  /** Files that were edited after they ran are right as they are */
  acceptEdited: boolean

  /** Called before anything is lost that may be lost, with what it is */
  onLoss?: (lines: string[]) => void

  /** Called before a file is tried again, in so many ms, since others use its tables */
  onPause: (file: string, milliseconds: number) => void
}

type Source = { losses?: Loss[]; lossesBack?: Loss[]; disableTransactions?: boolean }

/**
 * Lucid's runner, which moreover refuses to lose data, or to go on after files that were edited,
 * before it changes anything, and tries again when a lock was not to be had.
 */
export class SafeRunner extends LucidRunner {
  #options: SafeOptions
  #checksums: Checksums
  #counted?: Counted[]

  constructor(options: SafeOptions, ...lucid: ConstructorParameters<typeof MigrationRunner>) {
    super(...lucid)
    this.#options = options
    this.#checksums = new Checksums(this.client)
  }

  override async boot() {
    await super.boot()
    if (this.dryRun) return

    await this.#checksums.prepare()
    await bookReplaced(this.client, await this.migrationSource.getMigrations(), this.#checksums)
  }

  override async runUp() {
    if (!this.dryRun) await this.#refuseEdited()
    await super.runUp()
  }

  override async executeMigration(file: FileNode<unknown>) {
    if (this.dryRun) return super.executeMigration(file)

    await this.#refuseLosses(file)
    try {
      await this.#withPatience(file)
    } catch (error: any) {
      const { disableTransactions } = (await file.getSource()) as Source
      this.error = failure(file.name, error, !disableTransactions, this.#options.config)
      throw this.error
    }
  }

  override async recordMigrated(client: QueryClientContract, name: string, queries: unknown) {
    await super.recordMigrated(client, name, queries)
    if (!this.dryRun) await this.#checksums.record(this.migratedFiles[name].file, client)
  }

  override async recordRollback(client: QueryClientContract, name: string, queries: unknown) {
    await super.recordRollback(client, name, queries)
    if (!this.dryRun) await this.#checksums.forget(name, client)
  }

  async #refuseEdited() {
    const names = await this.getMigratedFiles()
    const files = await this.migrationSource.getMigrations()
    const applied = files.filter(({ name }) => names.has(name))
    const edited = await this.#checksums.edited(applied)

    if (!this.#options.acceptEdited) return refuseEdited(edited)
    for (const { name } of edited) {
      await this.#checksums.record(applied.find((file) => file.name === name)!)
    }
  }

  /**
   * Before the first file, looks at all that are to run. Before each of the others looks at that one
   * again: what ran meanwhile may have filled what it empties, or made what it asks for.
   */
  async #refuseLosses(file: FileNode<unknown>) {
    const { acceptDataLoss, onLoss } = this.#options
    if (!this.#counted) {
      this.#counted = await this.#countLosses(Object.values(this.migratedFiles).map(fileOf))
      if (acceptDataLoss) onLoss?.(inLines(this.#counted))
      else refuseLosses(this.#counted, this.direction)
    }
    if (acceptDataLoss) return

    const open = this.#counted.filter(({ rows }) => rows === 'unknown')
    const again = await this.#countLosses([file])
    refuseLosses(again, this.direction, ({ what }) => open.some((one) => one.what === what))
  }

  async #countLosses(files: FileNode<unknown>[]) {
    const losing: Losing[] = []
    for (const file of files) {
      const source = (await file.getSource()) as Source
      const losses = (this.direction === 'up' ? source.losses : source.lossesBack) ?? []
      losing.push({ file: file.name, losses })
    }
    return countLosses(this.client, losing)
  }

  async #withPatience(file: FileNode<unknown>) {
    for (const milliseconds of this.#options.config.pauses) {
      try {
        return await super.executeMigration(file)
      } catch (error: any) {
        if (error.code !== LOCK_NOT_AVAILABLE) throw error
      }
      this.#options.onPause(file.name, milliseconds)
      await pause(milliseconds)
      this.error = null
      this.migratedFiles[file.name].status = 'pending'
    }
    return super.executeMigration(file)
  }
}

function fileOf({ file }: { file: FileNode<unknown> }) {
  return file
}
