import { test } from '@japa/runner'
import { compose } from '@adonisjs/core/helpers'
import { column, manyToMany } from '@adonisjs/lucid/orm'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'
import type { NormalizeConstructor } from '@adonisjs/core/types/helpers'
import { Model, constraint, describe, expression, field, index } from '#atrium/model/main'

class Ledger extends Model {
  @field.id()
  declare id: number
}

function Ranked<T extends NormalizeConstructor<typeof Model>>(superclass: T) {
  class RankedModel extends superclass {
    @field.integer({ default: 0 })
    declare rank: number

    static indexes = [
      index<RankedModel>(['rank']),
      index<RankedModel>(['rank desc'], { name: 'best' }),
    ]
    static constraints = [constraint.check('positive_rank', 'rank >= 0')]
    static extensions = ['pg_trgm']
    static requires = [Ledger]
    static storage: Record<string, string | number> = { fillfactor: 70 }
  }

  return RankedModel
}

class Label extends Model {
  @field.id()
  declare id: number
}

class Song extends compose(Model, Ranked) {
  static comment = 'What is sung'

  @field.id()
  declare id: number

  @field.string({ columnName: 'heading', renamedFrom: 'name' })
  declare title: string

  @manyToMany(() => Label, {
    pivotTable: 'song_labels',
    pivotTimestamps: { createdAt: 'since', updatedAt: false },
  })
  declare labels: ManyToMany<typeof Label>

  static indexes = [
    index<Song>(['title', expression('lower(heading)')]),
    index<Song>(['rank'], { name: 'best', unique: true }),
  ]
  static extensions = ['btree_gist', 'pg_trgm']
  static storage = { autovacuum_enabled: 'off' }
}

test.group('The description of a model', () => {
  test('has its own fields, then those of its mixins', ({ assert }) => {
    const { name, table, comment, fields } = describe(Song)

    assert.deepEqual([name, table, comment], ['Song', 'songs', 'What is sung'])
    assert.deepEqual(
      fields.map((one) => [one.name, one.columnName, one.kind]),
      [
        ['id', 'id', 'id'],
        ['title', 'heading', 'string'],
        ['rank', 'rank', 'integer'],
      ]
    )
  })

  test('adds what mixins say to what the model says, which holds where both do', ({ assert }) => {
    const { indexes, constraints, extensions, requires, storage } = describe(Song)

    assert.deepEqual(indexes, [
      { parts: ['rank'] },
      { parts: ['rank'], name: 'best', unique: true },
      { parts: ['title', expression('lower(heading)')] },
    ])
    assert.deepEqual(
      constraints.map((one) => one.name),
      ['positive_rank']
    )
    assert.deepEqual(extensions, ['pg_trgm', 'btree_gist'])
    assert.deepEqual(requires, [Ledger])
    assert.deepEqual(storage, { fillfactor: 70, autovacuum_enabled: 'off' })
  })

  test('has the tables in between of its relations', ({ assert }) => {
    const [pivot] = describe(Song).pivots

    assert.equal(pivot.table, 'song_labels')
    assert.deepEqual(
      pivot.keys.map((key) => [key.columnName, key.model(), key.references]),
      [
        ['song_id', Song, 'id'],
        ['label_id', Label, 'id'],
      ]
    )
    assert.deepEqual([pivot.createdAt, pivot.updatedAt], ['since', undefined])
  })

  test('is worked out once', ({ assert }) => {
    assert.strictEqual(describe(Song), describe(Song))
  })
})

test.group('A model is refused', () => {
  test('with a column that is no field', ({ assert }) => {
    class Odd extends Model {
      @column()
      declare title: string
    }

    assert.throws(() => describe(Odd), /Odd.title is a "@column".*"@field.string"/)
  })

  test('with a field behind a getter', ({ assert }) => {
    class Plain extends Model {
      @field.string()
      declare title: string
    }
    class Odd extends Plain {
      // @ts-expect-error the compiler sees it only where both are in sight
      get title() {
        return 'always this'
      }
    }

    assert.throws(() => describe(Odd), /Odd.title is a field and a getter/)
  })

  test('with two fields that are one column', ({ assert }) => {
    class Odd extends Model {
      @field.string()
      declare title: string

      @field.string({ columnName: 'title' })
      declare heading: string
    }

    assert.throws(() => describe(Odd), /Odd.title and Odd.heading are both the column "title"/)
  })

  test('with enums of no words, or of words twice', ({ assert }) => {
    class Empty extends Model {
      @field.enum([])
      declare state: never
    }
    class Twice extends Model {
      @field.enum(['a', 'b', 'a'])
      declare state: 'a' | 'b'
    }

    assert.throws(() => describe(Empty), /Empty.state has no words/)
    assert.throws(() => describe(Twice), /Twice.state has the word "a" twice/)
  })

  test('with indexes, constraints and keys of fields that there are not', ({ assert }) => {
    class Indexed extends Model {
      @field.id()
      declare id: number

      static indexes = [index<any>(['title desc'])]
    }
    class Constrained extends Model {
      @field.id()
      declare id: number

      static constraints = [constraint.unique<any>(['title'], { name: 'only_title' })]
    }
    class Pointing extends Model {
      @field.foreignKey(() => Label, { references: 'title' as 'id' })
      declare labelId: number
    }

    assert.throws(() => describe(Indexed), /index on title names "title", but Indexed has no such/)
    assert.throws(() => describe(Constrained), /"only_title" names "title", but Constrained has no/)
    assert.throws(() => describe(Pointing), /Pointing.labelId names "title", but Label has no such/)
  })
})
