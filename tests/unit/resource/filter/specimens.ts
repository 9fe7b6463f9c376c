import { compose } from '@adonisjs/core/helpers'
import { belongsTo, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import type { DateTime, Duration } from 'luxon'
import { type Decimal, Model, SoftDeletes, field } from '#atrium/model/main'
import { type Actor, defineResource, filter, Policy, ResourceRegistry } from '#atrium/resource/main'

export class Person extends Model {
  static table = 'filter_people'

  @field.id()
  declare id: number

  @field.string()
  declare name: string

  @field.string({ hidden: true, nullable: true })
  declare password: string | null
}

export class Label extends Model {
  static table = 'filter_labels'

  @field.id()
  declare id: number

  @field.string()
  declare name: string
}

export class Specimen extends Model {
  static table = 'filter_specimens'

  @field.id()
  declare id: number

  @field.string({ nullable: true })
  declare title: string | null

  @field.string({ format: 'char', length: 3, nullable: true })
  declare code: string | null

  @field.text({ nullable: true })
  declare secret: string | null

  @field.integer({ bits: 16, nullable: true })
  declare small: number | null

  @field.bigint({ nullable: true })
  declare big: bigint | null

  @field.decimal({ precision: 40, scale: 20, nullable: true })
  declare price: Decimal | null

  @field.float({ bits: 32, nullable: true })
  declare weight: number | null

  @field.boolean({ nullable: true })
  declare ripe: boolean | null

  @field.date({ nullable: true })
  declare day: DateTime | null

  @field.timestamp({ nullable: true })
  declare moment: DateTime | null

  @field.timestamp({ zone: false, nullable: true })
  declare wall: DateTime | null

  @field.time({ nullable: true })
  declare clock: string | null

  @field.duration({ nullable: true })
  declare length: Duration | null

  @field.enum(['draft', 'published'], { nullable: true })
  declare status: 'draft' | 'published' | null

  @field.enum(['low', 'high', 'higher'], { type: 'filter_rank', nullable: true })
  declare rank: 'low' | 'high' | 'higher' | null

  @field.json({ nullable: true })
  declare settings: unknown

  @field.uuid({ nullable: true })
  declare token: string | null

  @field.array('string', { nullable: true })
  declare words: string[] | null

  @field.array('timestamp', { nullable: true })
  declare moments: DateTime[] | null

  @field.binary({ nullable: true })
  declare bytes: Buffer | null

  @field.inet({ nullable: true })
  declare address: string | null

  @field.generated({ type: 'bigint', as: 'big * 2', nullable: true })
  declare readonly twice: bigint | null

  @field.foreignKey(() => Person, { nullable: true })
  declare ownerId: number | null

  @belongsTo(() => Person, { foreignKey: 'ownerId' })
  declare owner: BelongsTo<typeof Person>

  @hasMany(() => Remark)
  declare remarks: HasMany<typeof Remark>

  @manyToMany(() => Label, { pivotTable: 'filter_specimen_labels' })
  declare labels: ManyToMany<typeof Label>
}

export class Remark extends compose(Model, SoftDeletes) {
  static table = 'filter_remarks'

  @field.id()
  declare id: number

  @field.text()
  declare body: string

  @field.foreignKey(() => Specimen)
  declare specimenId: number

  @field.foreignKey(() => Person, { nullable: true })
  declare authorId: number | null

  @belongsTo(() => Specimen)
  declare specimen: BelongsTo<typeof Specimen>

  @belongsTo(() => Person, { foreignKey: 'authorId' })
  declare author: BelongsTo<typeof Person>
}

export class Rating extends Model {
  static table = 'filter_ratings'

  @field.foreignKey(() => Specimen, { primary: true })
  declare specimenId: number

  @field.foreignKey(() => Person, { primary: true })
  declare personId: number

  @field.integer()
  declare stars: number
}

export const models = [Person, Label, Specimen, Remark, Rating]

/** Nobody reads secrets, and nobody sees whispers */
class SpecimenPolicy extends Policy {
  readable() {
    return { except: ['secret', 'labels'] }
  }
}

class RemarkPolicy extends Policy {
  scope(_: Actor) {
    return filter`NOT body:whisper`
  }
}

export const ratings = defineResource(Rating, { name: 'ratings' })

const registry = new ResourceRegistry()
export const people = defineResource(Person)
export const labels = defineResource(Label)
export const specimens = defineResource(Specimen, { policy: SpecimenPolicy })
export const remarks = defineResource(Remark, { policy: RemarkPolicy })
for (const resource of [people, labels, specimens, remarks, ratings]) registry.add(resource)
