import { compose } from '@adonisjs/core/helpers'
import { hasMany, manyToMany } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'
import { ownDatabase } from '#tests/unit/model/own_database'
import {
  type Decimal,
  HistoryEntry,
  Model,
  Recorded,
  SoftDeletes,
  field,
  index,
} from '#atrium/model/main'
import {
  Actor,
  HistorySubscriber,
  Policy,
  ResourceRegistry,
  ResourceService,
  Role,
  RoleGrant,
  Run,
  RunProblem,
  Selection,
  action,
  defineResource,
  filter,
} from '#atrium/resource/main'

export class Person extends compose(Model, Recorded) {
  static table = 'library_people'

  @field.id()
  declare id: number

  @field.string()
  declare name: string

  /** Nobody but administrators may list them */
  @field.boolean({ default: false })
  declare isSecret: boolean
}

export class Tag extends compose(Model, Recorded) {
  static table = 'library_tags'

  @field.id()
  declare id: number

  @field.string({ unique: true })
  declare name: string
}

export class Book extends compose(Model, Recorded) {
  static table = 'library_books'

  @field.id()
  declare id: number

  @field.foreignKey(() => Person, { onDelete: 'cascade' })
  declare ownerId: number

  @field.string({ max: 40, unique: true })
  declare title: string

  @field.enum(['there', 'lent'], { default: 'there' })
  declare state: 'there' | 'lent'

  @field.string({ nullable: true })
  declare borrower: string | null

  @field.decimal({ precision: 10, scale: 2, nullable: true, check: 'price >= 0' })
  declare price: Decimal | null

  @field.string({ hidden: true, nullable: true })
  declare secret: string | null

  @field.text({ nullable: true })
  declare note: string | null

  /** Only code says it */
  @field.string({ nullable: true, guarded: true })
  declare verdict: string | null

  @field.timestamp({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @hasMany(() => Chapter)
  declare chapters: HasMany<typeof Chapter>

  @manyToMany(() => Tag, {
    pivotTable: 'library_book_tags',
    pivotForeignKey: 'book_id',
    pivotRelatedForeignKey: 'tag_id',
  })
  declare tags: ManyToMany<typeof Tag>
}

export class Chapter extends compose(Model, Recorded) {
  static table = 'library_chapters'

  @field.id()
  declare id: number

  @field.foreignKey(() => Book, { onDelete: 'cascade' })
  declare bookId: number

  @field.string()
  declare title: string

  @hasMany(() => Page)
  declare pages: HasMany<typeof Page>

  static indexes = [index<Chapter>(['bookId', 'title'], { unique: true })]
}

export class Page extends compose(Model, Recorded) {
  static table = 'library_pages'

  @field.id()
  declare id: number

  @field.foreignKey(() => Chapter, { onDelete: 'cascade' })
  declare chapterId: number

  @field.text()
  declare text: string
}

export class BookTag extends compose(Model, Recorded) {
  static table = 'library_book_tags'

  @field.foreignKey(() => Book, { primary: true, index: false, onDelete: 'cascade' })
  declare bookId: number

  @field.foreignKey(() => Tag, { primary: true, onDelete: 'cascade' })
  declare tagId: number

  @field.integer({ default: 0 })
  declare rank: number
}

export class Loan extends compose(Model, Recorded) {
  static table = 'library_loans'

  @field.id()
  declare id: number

  @field.foreignKey(() => Book, { onDelete: 'restrict' })
  declare bookId: number
}

export class Card extends compose(Model, Recorded, SoftDeletes) {
  static table = 'library_cards'

  @field.id()
  declare id: number

  @field.string()
  declare name: string
}

/** Owners may do what they like with their books; the others see them unless they say so. */
class BookPolicy extends Policy<Book> {
  scope(actor: Actor, name: string) {
    if (actor.isAdministrator) return true
    return name === 'list' || name === 'show'
      ? filter`note != private`
      : filter`ownerId = ${actor.id}`
  }

  readable(actor: Actor) {
    return actor.isAdministrator ? ('all' as const) : { except: ['price'] }
  }

  writable(actor: Actor) {
    return actor.isAdministrator ? ('all' as const) : { except: ['state', 'price'] }
  }

  delete(_: Actor, book: Book) {
    return book.title !== 'Forever'
  }
}

class Open extends Policy {}

/** Only administrators say which tag comes first, and part a book from one that they put there. */
class BookTagPolicy extends Policy<BookTag> {
  writable(actor: Actor) {
    return actor.isAdministrator ? ('all' as const) : { except: ['rank'] }
  }

  delete(actor: Actor, link: BookTag) {
    return actor.isAdministrator || link.rank < 100
  }
}

class PersonPolicy extends Policy<Person> {
  scope(actor: Actor) {
    return actor.isAdministrator || filter`isSecret = false`
  }
}

export const books = defineResource(Book, {
  policy: BookPolicy,
  fields: { borrower: { showIf: { state: 'lent' } } },
  inlines: { chapters: true },
  check(book) {
    if (book.title === 'Nothing') throw new Error('A book is about something')
  },
  actions: {
    lend: action<Book>({
      bulk: true,
      when: 'state = there',
      reason: true,
      form: { to: { kind: 'string' }, days: { kind: 'integer', min: 1, default: 7 } },
      async run(book, { input }) {
        await book.merge({ state: 'lent', borrower: input.to }).save()
        return `Lent to ${input.to}`
      },
    }),
    count: action({
      on: ['page'],
      reason: 'required',
      run: async (_, { trx }) => (await Book.query({ client: trx })).length,
    }),
  },
})
export const chapters = defineResource(Chapter, { policy: Open, inlines: { pages: true } })
export const people = defineResource(Person, { policy: PersonPolicy })
export const cards = defineResource(Card)
export const tags = defineResource(Tag, { policy: Open })

const models = [Person, Tag, Book, Chapter, Page, BookTag, Loan, Card]
const shared = [HistoryEntry, Role, RoleGrant, Selection, Run, RunProblem, HistorySubscriber]

export const library = new ResourceRegistry()
for (const resource of [
  ...[books, chapters, people, cards, tags],
  defineResource(Page, { policy: Open }),
  defineResource(BookTag, { policy: BookTagPolicy }),
  defineResource(Loan),
]) {
  library.add(resource)
}

/** A database of its own with the tables of the library, and those of the framework that it needs. */
export async function ownLibrary() {
  const drop = await ownDatabase(...models, ...shared)
  return async () => {
    for (const model of shared) delete (model as { connection?: string }).connection
    await drop()
  }
}

/** Empties the tables, and lets every member do everything that policies let them. */
export async function emptyLibrary() {
  const names = [...models, ...shared].map(({ table }) => table)
  await Book.query().client.rawQuery(`truncate ${names.join(', ')} restart identity`)
  const { id: roleId } = await Role.create({ name: 'member', description: null })
  await RoleGrant.create({ roleId, resource: '*', action: '*', fields: null })
  await Book.query().client.rawQuery('truncate history restart identity')
}

export const program = Actor.system({ interface: 'test' })

/** Somebody who has an account and nothing else. */
export async function member(name: string) {
  const person = await Person.create({ name })
  const actor = await Actor.of(person, { interface: 'test' }).load()
  return { person, actor, books: new ResourceService(books, actor) }
}

export const asProgram = (resource: any = books) => new ResourceService(resource, program)

/** What the history has of a table, in short. */
export async function recorded(...tables: { table: string }[]) {
  const entries = await HistoryEntry.query()
    .whereIn(
      'tableName',
      tables.map(({ table }) => table)
    )
    .orderBy('id')
  return entries.map(
    ({ action: done, tableName }) => `${done} ${tableName.replace('library_', '')}`
  )
}
