import { Model, field } from '#atrium/model/main'

/**
 * The table in which the limiter counts what is tried too often, when it counts in the database.
 */
export default class RateLimit extends Model {
  @field.string({ primary: true })
  declare key: string

  @field.integer({ default: 0 })
  declare points: number

  /** When the counting begins anew, in milliseconds since 1970 */
  @field.bigint({ nullable: true, index: true })
  declare expire: bigint | null
}
