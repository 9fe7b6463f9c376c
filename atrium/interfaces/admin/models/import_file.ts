import type { DateTime } from 'luxon'
import { Model, expression, field } from '#atrium/model/main'

import type { ImportChoices } from '../imports/choices.ts'

/**
 * A file that somebody uploaded to import from, as it came, and what they chose to do with it. Kept for
 * a day until it is imported, and for a week then: see `pruneImports`.
 */
export default class ImportFile extends Model {
  static table = 'admin_imports'

  @field.uuid({ primary: true })
  declare id: string

  @field.string({ max: 63 })
  declare resource: string

  /** Whose it is: the user's key as text */
  @field.text()
  declare actor: string

  /** What the file was called */
  @field.string({ max: 255 })
  declare name: string

  @field.binary()
  declare content: Buffer

  @field.json({ nullable: true })
  declare choices: ImportChoices | null

  @field.timestamp({ default: expression('CURRENT_TIMESTAMP'), index: true })
  declare createdAt: DateTime

  /** All but what is in it, which may be large */
  static readonly outline = ['id', 'resource', 'actor', 'name', 'choices', 'created_at']
}
