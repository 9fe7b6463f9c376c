import { basename } from 'node:path'
import type { FileNode } from '@adonisjs/lucid/types/database'

import { SafeRunner } from './safe_runner.ts'
import { E_MIGRATION_NOT_PENDING } from '../errors.ts'

/**
 * Writes down that migrations were applied, without running them: the database has what they make.
 */
export class RecordingRunner extends SafeRunner {
  #name: string

  /** The files that were written down */
  readonly recorded: string[] = []

  /** @param name of the migrations, without date and number */
  constructor(name: string, ...safe: ConstructorParameters<typeof SafeRunner>) {
    super(...safe)
    this.#name = name
  }

  override async runUp() {
    await super.runUp()
    if (this.recorded.length > 0) return

    const pending = Object.keys(this.migratedFiles).map((name) => basename(name))
    throw new E_MIGRATION_NOT_PENDING(
      `No migration called "${this.#name}" is pending. Pending are: ${pending.join(', ') || 'none'}`
    )
  }

  override async executeMigration({ name }: FileNode<unknown>) {
    if (!this.#isMeant(basename(name))) return

    await this.recordMigrated(this.client, name, false)
    this.migratedFiles[name].status = 'completed'
    this.recorded.push(name)
  }

  /** Of a set of files, all are meant */
  #isMeant(file: string) {
    return file === this.#name || file.replace(/^\d+_/, '').replace(/_\d_\w+$/, '') === this.#name
  }
}
