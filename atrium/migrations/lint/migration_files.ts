import { readFile } from 'node:fs/promises'
import type { BaseSchema } from '@adonisjs/lucid/schema'
import type { Database } from '@adonisjs/lucid/database'
import type { ApplicationService } from '@adonisjs/core/types'
import type { FileNode } from '@adonisjs/lucid/types/database'

import { near } from './near.ts'
import { LucidRunner } from '../run/lucid_runner.ts'
import type { Guard, Loss } from '../decide/decisions.ts'
import { E_MIGRATION_NOT_READABLE, E_UNKNOWN_MIGRATION } from './errors.ts'
import {
  piecesOf,
  saysDown,
  shortName,
  type Piece,
  type WrittenMigration,
} from './written_migration.ts'

type Direction = 'up' | 'down'
type File = FileNode<unknown>
type SchemaClass = typeof BaseSchema & { guards?: Guard[]; losses?: Loss[] }

/**
 * The migration files of the project, as texts and as statements. None of them is run.
 */
export class MigrationFiles {
  #app: ApplicationService
  #db: Database

  constructor(app: ApplicationService, db: Database) {
    this.#app = app
    this.#db = db
  }

  /** In the order in which they run. */
  async all(): Promise<File[]> {
    const runner = new LucidRunner(this.#db, this.#app, { direction: 'up', dryRun: true })
    return runner.migrationSource.getMigrations()
  }

  /**
   * Those that people name. A part of a name is enough, with or without folder and ending; one that
   * fits several files means all of them.
   *
   * @throws E_UNKNOWN_MIGRATION a name fits none
   */
  async named(names: string[]): Promise<File[]> {
    const files = await this.all()
    const found = new Set(names.flatMap((name) => matching(files, name)))
    return files.filter((file) => found.has(file))
  }

  /**
   * A migration with what it does.
   *
   * @throws E_MIGRATION_NOT_READABLE it fails or wants to write while it is asked what it does
   */
  async written(file: File): Promise<WrittenMigration> {
    const schemaClass = await this.classOf(file)
    return {
      name: file.name,
      path: this.#app.relativePath(file.absPath),
      source: await readFile(file.absPath, 'utf8'),
      transactional: !schemaClass.disableTransactions,
      generated: Object.hasOwn(schemaClass, 'component'),
      hasDown: saysDown(schemaClass),
      guards: schemaClass.guards ?? [],
      losses: schemaClass.losses ?? [],
      up: await this.pieces(file, 'up'),
    }
  }

  /**
   * What a file would do, in its order. It is asked within a transaction that may not write, and that
   * is taken back.
   *
   * @throws E_MIGRATION_NOT_READABLE it fails or wants to write while it is asked what it does
   */
  async pieces(file: File, direction: Direction): Promise<Piece[]> {
    const schemaClass = await this.classOf(file)
    const trx = await this.#db.transaction()
    try {
      await trx.rawQuery('set transaction read only')
      const schema = new schemaClass(trx, file.name, true)
      await (direction === 'up' ? schema.execUp() : schema.execDown())
      return piecesOf(schema)
    } catch (cause) {
      throw new E_MIGRATION_NOT_READABLE(
        `${file.name}: what \`${direction}\` does cannot be told without running it: ${(cause as Error).message}. Code that needs the database belongs into \`this.defer(...)\`.`,
        { cause }
      )
    } finally {
      await trx.rollback()
    }
  }

  /** The class that a file holds. */
  async classOf(file: File): Promise<SchemaClass> {
    const source = await file.getSource()
    if (typeof source === 'function' && 'disableTransactions' in source) {
      return source as SchemaClass
    }
    throw new E_MIGRATION_NOT_READABLE(
      `${file.name} has no migration: it needs \`export default class extends Migration\`.`
    )
  }
}

function matching(files: File[], name: string) {
  const part = name.replace(/\.[tj]s$/, '').replace(/^\.\//, '')
  const exact = files.filter((file) => [file.name, shortName(file.name)].includes(part))
  const found = exact.length > 0 ? exact : files.filter((file) => file.name.includes(part))
  if (part !== '' && found.length > 0) return found

  const offers = near(
    part,
    files.map((file) => shortName(file.name))
  )
  const list = offers.map((offer) => `\n  ${offer}`).join('')
  throw new E_UNKNOWN_MIGRATION(
    offers.length > 0
      ? `No migration is called "${name}". The nearest are:${list}`
      : `No migration is called "${name}": there are none yet.`
  )
}
