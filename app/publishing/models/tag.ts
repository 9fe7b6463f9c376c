import { compose } from '@adonisjs/core/helpers'
import { Model, Recorded, field } from '#atrium/model/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/**
 * A word that articles are found by.
 */
export default class Tag extends compose(Model, Recorded) {
  @field.id()
  declare id: number

  @field.string({ max: 60, unique: true })
  declare name: string

  /**
   * The tags with these names, made where there are none yet. Space around a name, empty names and
   * repetitions are dropped. Names go in by order of the alphabet, so that two writers never wait
   * for each other.
   */
  static async named(names: string[], client: QueryClientContract) {
    const wanted = plainly(names).sort()
    if (!wanted.length) return []

    await client
      .insertQuery()
      .table('tags')
      .multiInsert(wanted.map((name) => ({ name })))
      .onConflict('name')
      .ignore()

    return this.query({ client }).whereIn('name', wanted)
  }

  /** Whether there are tags with all of these names already. */
  static async areKnown(names: string[]) {
    const wanted = plainly(names)
    const found = await this.query().whereIn('name', wanted)
    return found.length === wanted.length
  }
}

function plainly(names: string[]) {
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))]
}
