import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { compile, expectedIn } from '#tests/unit/compiled'

const WRONG = app.makePath('tests/fixtures/field_types/wrong.ts')
const RIGHT = app.makePath('tests/fixtures/field_types/right.ts')

test.group('Declarations of fields', () => {
  test('compile where they are right, and each wrong one is an error of its own', ({ assert }) => {
    const expected = expectedIn(WRONG)
    const errors = compile([RIGHT, WRONG])

    assert.isAbove(expected.length, 35)
    assert.deepEqual(errors[RIGHT], [])
    assert.deepEqual([...new Set(errors[WRONG].map(({ line }) => line))], expected)
    assert.include(errors[WRONG][0].message, `"price" & Mismatch<number, Big>`)
  }).timeout(60_000)
})
