import './probe_routes.ts'
import { test } from '@japa/runner'

const NOT_IDS = [
  'abc',
  '0',
  '00',
  '01',
  '-1',
  '+1',
  '1.5',
  '1e3',
  '0x10',
  '١٢',
  '%20',
  '1%20',
  '%00',
  '1%00',
  '99999999999999999999',
  '9007199254740993',
  '9223372036854775808',
  'NaN',
  'null',
  'undefined',
  '[object Object]',
  "1'",
  '1;drop table users',
  '1/2',
  '..%2f1',
]

test.group('An id in an address', () => {
  test('is a number that neither JavaScript nor PostgreSQL rounds', async ({ client }) => {
    const response = await client.get('/probe/numbers/999999999999999')

    response.assertStatus(200)
    response.assertBody({ id: 999999999999999, type: 'number' })
  })

  test('{$self} is none, so that there is no such page')
    .with(NOT_IDS)
    .run(async ({ client, assert }, id) => {
      for (const prefix of ['/probe', '/api/probe']) {
        const response = await client.get(`${prefix}/numbers/${id}`)
        assert.equal(response.status(), 404)
      }
    })
})
