import { test } from '@japa/runner'
import { manyToMany } from '@adonisjs/lucid/orm'
import { constraint, expression, field, index } from '#atrium/model/main'

import { wantedFor } from './wanted_for.ts'
import { modelOf } from '../../migrations/model_of.ts'

test.group('Models that cannot be made', (group) => {
  const wanted = wantedFor(group)

  test('are named when they share a table', async ({ assert }) => {
    const One = modelOf('people', { id: field.id() })
    const Other = modelOf('people', { id: field.id() })

    await assert.rejects(
      () => wanted(One, Other),
      'The table "people" is declared by people and by people. Give one of them another table, or keep only one'
    )
  })

  test('are named when they point to a model that is not there', async ({ assert }) => {
    const Hidden = modelOf('hidden', { id: field.id() })
    const Seen = modelOf('seen', { id: field.id(), hiddenId: field.foreignKey(() => Hidden) })

    await assert.rejects(
      () => wanted(Seen),
      /^seen\.hiddenId points to the model hidden, which is not among/
    )
  })

  test('are named when a relation uses the table of a model that is something else', async ({
    assert,
  }) => {
    const Tag: any = modelOf('tags', { id: field.id() })
    const Link = modelOf('links', { id: field.id() })
    const Article = modelOf('articles', {
      id: field.id(),
      tags: manyToMany(() => Tag, { pivotTable: 'links' }),
    })

    await assert.rejects(
      () => wanted(Tag, Link, Article),
      /^The table "links" is declared by links and by a relation of articles/
    )
  })

  test('are named with the field whose type PostgreSQL does not know', async ({ assert }) => {
    const Place = modelOf('places', {
      id: field.id(),
      name: field.text(),
      at: field.custom('spot'),
    })

    await assert.rejects(
      () => wanted(Place),
      /^places\.at cannot be made in PostgreSQL: type "spot" does not exist/
    )
  })

  test('are named with the field whose default does not fit', async ({ assert }) => {
    const Place = modelOf('places', {
      id: field.id(),
      at: field.date({ default: expression(`'soon'::date`) }),
    })

    await assert.rejects(
      () => wanted(Place),
      /^places\.at cannot be made in PostgreSQL: invalid input syntax for type date: "soon"/
    )
  })

  test('are named with the part that PostgreSQL refuses', async ({ assert }) => {
    const id = field.id()
    const refused = {
      'The constraint odd of t': { constraints: [constraint.check('odd', 'nothing > 1')] },
      'The index t_wrong of t': {
        indexes: [index([expression('wrong(id)')], { name: 't_wrong' })],
      },
      'The trigger fires on the table of t': {
        triggers: [{ name: 'fires', when: 'after insert', forEach: 'row', execute: 'nothing()' }],
      },
      'The extension no_such of t': { extensions: ['no_such'] },
      'f() of t': { functions: [{ name: 'f()', sql: 'create function f() returns nonsense' }] },
      'v of t': { views: [{ name: 'v', sql: 'create view v as select missing from t' }] },
    }

    for (const [who, statics] of Object.entries(refused)) {
      const error = await wanted(modelOf('t', { id }, statics)).catch((failure) => failure)
      assert.equal(error.code, 'E_MODEL_NOT_POSSIBLE')
      assert.equal(error.message.split(' cannot be made')[0], who)
    }
  })

  test('are named with names that PostgreSQL would cut', async ({ assert }) => {
    const long = 'a'.repeat(64)

    await assert.rejects(
      () => wanted(modelOf(long, { id: field.id() })),
      /takes 64 bytes; PostgreSQL keeps 63/
    )
    await assert.rejects(
      () =>
        wanted(
          modelOf('t', { id: field.id(), name: field.text({ columnName: `ü${'a'.repeat(62)}` }) })
        ),
      /^t\.name is called .* takes 64 bytes/
    )
  })

  test('are named when they say one thing differently', async ({ assert }) => {
    const One = modelOf('one', { id: field.id(), mood: field.enum(['a', 'b'], { type: 'mood' }) })
    const Other = modelOf('other', {
      id: field.id(),
      mood: field.enum(['b', 'a'], { type: 'mood' }),
    })

    await assert.rejects(
      () => wanted(One, Other),
      /^The type mood is declared by one\.mood and, differently, by other\.mood/
    )
  })

  test('are named with a function that their SQL does not make', async ({ assert }) => {
    const functions = [
      { name: 'f(text)', sql: `create function f(n int) returns int language sql as 'select n'` },
    ]

    await assert.rejects(
      () => wanted(modelOf('t', { id: field.id() }, { functions })),
      /^t declares the function "f\(text\)", but its SQL makes none/
    )
  })
})
