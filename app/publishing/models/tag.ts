import { column } from '@adonisjs/lucid/orm'
import { Model, field } from '#atrium/model/main'

/**
 * A word that articles are found by.
 */
export default class Tag extends Model {
  @field.id()
  declare id: number

  @column()
  declare name: string
}
