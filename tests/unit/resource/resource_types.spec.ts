import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { compile, expectedIn } from '#tests/unit/compiled'

const WRONG = app.makePath('tests/fixtures/resource_types/wrong.ts')
const RIGHT = app.makePath('tests/fixtures/resource_types/right.ts')

test.group('Descriptions of resources', () => {
  test('compile where they name what the model has, and nowhere else', ({ assert }) => {
    const expected = expectedIn(WRONG)
    const errors = compile([RIGHT, WRONG])

    assert.isAbove(expected.length, 10)
    assert.deepEqual(errors[RIGHT], [])
    assert.deepEqual([...new Set(errors[WRONG].map(({ line }) => line))], expected)
  }).timeout(60_000)
})
