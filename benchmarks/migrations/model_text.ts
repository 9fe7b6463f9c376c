/**
 * The file of a model with ten fields, a foreign key to another one, an index and a check.
 *
 * @param number which of `count` models it is
 * @param more fields besides
 */
export function modelText(number: number, count: number, more = '') {
  const parent = (number * 7 + 3) % count
  const isOwn = parent === number

  return `import { DateTime } from 'luxon'
import { constraint, Decimal, field, index, Model } from '#atrium/model/main'

${isOwn ? '' : `import Thing${parent} from './thing_${parent}.ts'\n`}
/**
 * One of many things.
 */
export default class Thing${number} extends Model {
  static table = 'things_${number}'
  static indexes = [index<Thing${number}>(['name', 'createdAt desc'])]
  static constraints = [constraint.check('things_${number}_not_negative', 'amount >= 0')]

  @field.id()
  declare id: number

  @field.string({ max: 200 })
  declare name: string

  @field.slug({ unique: true })
  declare slug: string

  @field.text({ nullable: true })
  declare body: string | null

  @field.decimal({ precision: 12, scale: 2, default: new Decimal('0') })
  declare amount: Decimal

  @field.enum(['draft', 'sent', 'paid'], { default: 'draft' })
  declare status: 'draft' | 'sent' | 'paid'

  @field.json({ default: {} })
  declare payload: Record<string, unknown>

  @field.foreignKey(() => Thing${parent}, { onDelete: 'cascade' })
  declare parentId: number

  @field.timestamp({ autoCreate: true })
  declare createdAt: DateTime

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
${more}}
`
}
