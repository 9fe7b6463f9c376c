import type { DateTime } from 'luxon'
import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { Model, SoftDeletes, field, index, type Decimal } from '#atrium/model/main'
import {
  Policy,
  ResourceRegistry,
  ResourceService,
  action,
  defineResource,
  filter,
  type Actor,
  type FieldSet,
  type Resource,
} from '#atrium/resource/main'

export class Writer extends Model {
  static table = 'reading_writers'

  @field.id()
  declare id: number

  @field.string({ unique: true })
  declare name: string

  @field.email({ unique: true })
  declare email: string

  @field.boolean({ default: true })
  declare isPublic: boolean
}

export class Book extends compose(Model, SoftDeletes) {
  static table = 'reading_books'
  static indexes = [index<Book>(['year', 'rating desc'])]

  @field.id()
  declare id: number

  @field.string()
  declare title: string

  @field.foreignKey(() => Writer, { nullable: true })
  declare writerId: number | null

  @field.integer({ nullable: true })
  declare rating: number | null

  @field.integer({ default: 2000 })
  declare year: number

  @field.bigint({ nullable: true })
  declare copies: bigint | null

  @field.decimal({ precision: 30, scale: 20, nullable: true })
  declare price: Decimal | null

  @field.timestamp({ nullable: true, precision: 6 })
  declare seenAt: DateTime | null

  @field.enum(['draft', 'out'], { default: 'out' })
  declare status: 'draft' | 'out'

  @field.string({ hidden: true, nullable: true })
  declare secret: string | null

  @field.text({ nullable: true })
  declare note: string | null

  @field.generated({ type: 'tsvector', as: `to_tsvector('english', title)`, read: false })
  declare search: undefined

  @belongsTo(() => Writer)
  declare writer: BelongsTo<typeof Writer>
}

/** Who read which book: a key of two parts */
export class Reading extends Model {
  static table = 'reading_readings'

  @field.foreignKey(() => Book, { primary: true })
  declare bookId: number

  @field.string({ primary: true, max: 40 })
  declare place: string
}

/** Readers see what is out, and not the notes. */
class BookPolicy extends Policy<Book> {
  scope(actor: Actor) {
    return actor.isAdministrator || filter`status = "out"`
  }

  readable(actor: Actor): FieldSet {
    return actor.isAdministrator ? 'all' : { except: ['note', 'price'] }
  }

  promote(_actor: Actor, book: Book) {
    return book.title !== 'Nobody may promote this'
  }
}

/** Readers see public writers, without their addresses. */
class WriterPolicy extends Policy<Writer> {
  scope(actor: Actor) {
    return actor.isAdministrator || filter`isPublic = true`
  }

  readable(actor: Actor): FieldSet {
    return actor.isAdministrator ? 'all' : { except: ['email'] }
  }
}

/** Resources of books, writers and readings that know of each other. */
export function library() {
  const books = defineResource(Book, {
    policy: BookPolicy,
    list: ['title', 'writer', 'rating', 'status'],
    search: ['title', 'writer.name'],
    actions: { promote: action<Book>({ when: 'status = "draft"', run: () => {} }) },
  })
  const writers = defineResource(Writer, { policy: WriterPolicy })
  const readings = defineResource(Reading)

  const registry = new ResourceRegistry()
  for (const resource of [books, writers, readings]) registry.add(resource)
  return { books, writers, readings }
}

/** A service, for one who may do everything unless said. */
export function serviceOf(resource: Resource<any>, actor: Actor) {
  return new ResourceService(resource, actor)
}
