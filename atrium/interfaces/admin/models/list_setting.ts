import { Model, field } from '#atrium/model/main'

/**
 * How somebody wants to see a list: which columns, in which order and width, and how dense.
 */
export default class ListSetting extends Model {
  static table = 'admin_list_settings'

  /** The user's key as text */
  @field.text({ primary: true })
  declare actor: string

  @field.string({ max: 63, primary: true })
  declare resource: string

  @field.json()
  declare columns: { name: string; width?: number }[]

  @field.enum(['comfortable', 'compact'], { default: 'comfortable' })
  declare density: 'comfortable' | 'compact'

  @field.integer({ bits: 16, default: 25 })
  declare size: number
}
