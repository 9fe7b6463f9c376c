import { Model, field } from '#atrium/model/main'

/**
 * Who writes entries down: some ten thousand people.
 */
export default class Reporter extends Model {
  static table = 'bench_reporters'

  @field.id()
  declare id: number

  @field.string({ max: 60, unique: true })
  declare name: string
}
