import './probe_routes.ts'
import { test } from '@japa/runner'
import testUtils from '@adonisjs/core/services/test_utils'
import { UserFactory } from '#database/factories/user_factory'

import { quietLogs } from './quiet_logs.ts'
import { queriesOf } from '../queries_of.ts'

test.group('A failure, told to people', (group) => {
  quietLogs(group)

  test('an address that does not exist gives a page with the number of the request', async ({
    client,
    assert,
  }) => {
    const response = await client.get('/no/such/page').header('Accept', 'text/html')

    response.assertStatus(404)
    assert.include(response.type(), 'html')
    assert.include(response.text(), '<h1')
    assert.include(response.text(), response.header('x-request-id')!)
  })

  test('an unexpected error tells nothing of itself', async ({ client, assert }) => {
    const response = await client.get('/probe/crash').header('Accept', 'text/html')

    response.assertStatus(500)
    assert.notInclude(response.text(), 'select')
    assert.notInclude(response.text(), '/home/')
    assert.include(response.text(), response.header('x-request-id')!)
  })

  test('an unexpected error asks nothing more, not even what whoever is signed in may do', async ({
    client,
    assert,
    cleanup,
  }) => {
    cleanup(await testUtils.db().wrapInGlobalTransaction())
    const user = await UserFactory.create()
    const asked = async (path: string) => {
      let text = ''
      const queries = await queriesOf(async () => {
        text = (await client.get(path).header('Accept', 'text/html').loginAs(user)).text()
      })
      return { text, rights: queries.filter((query) => query.includes('role_grants')).length }
    }

    const crash = await asked('/probe/crash')
    assert.include(crash.text, 'href="/login"')
    assert.equal(crash.rights, 0)
    const missing = await asked('/no/such/article')
    assert.equal(missing.rights, 1)
  })

  test('a page that cannot be rendered still becomes a page', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { default: edge } = await import('edge.js')
    const { createRenderer } = edge
    cleanup(() => void (edge.createRenderer = createRenderer))
    edge.createRenderer = () => {
      throw new Error('no templates today')
    }

    const response = await client.get('/no/such/page').header('Accept', 'text/html')

    response.assertStatus(404)
    assert.include(response.text(), '<h1>Not found</h1>')
    assert.notInclude(response.text(), 'no templates today')
  })
})

test.group('A failure, told to programs', (group) => {
  quietLogs(group)

  test('the API answers in the form of RealWorld', async ({ client }) => {
    const response = await client.get('/api/no-such-thing').header('Accept', 'text/html')

    response.assertStatus(404)
    response.assertBody({ errors: { route: ['not found'] } })
  })

  test('an unexpected error of the API says its number and nothing else', async ({ client }) => {
    const response = await client.get('/api/probe/crash')

    response.assertStatus(500)
    response.assertBody({
      errors: { server: [`failed (${response.header('x-request-id')})`] },
    })
  })

  test('everybody else is told a problem in the form of RFC 9457', async ({ client, assert }) => {
    for (const path of ['/probe/crash', '/health/nothing', '/api/v1/nothing', '/nothing']) {
      const response = await client.get(path).header('Accept', 'application/json')
      const problem = JSON.parse(response.text())

      assert.include(response.header('content-type'), 'application/problem+json', path)
      assert.equal(problem.status, response.status(), path)
      assert.equal(problem.instance, `urn:request:${response.header('x-request-id')}`, path)
      assert.match(problem.type, /^urn:problem:[a-z-]+$/, path)
      assert.isString(problem.title, path)
      assert.notInclude(response.text(), 'select', path)
    }
  })

  test('values that are not accepted are pointed at', async ({ client, assert }) => {
    const response = await client
      .get('/probe/form')
      .qs({ title: 'x'.repeat(11), count: '1.5' })
      .header('Accept', 'application/json')

    response.assertStatus(422)
    assert.deepEqual(JSON.parse(response.text()).errors, [
      { pointer: '/title', code: 'maxLength', message: 'is too long (maximum is 10 characters)' },
      { pointer: '/count', code: 'withoutDecimals', message: 'must be a whole number' },
    ])
  })

  test('an error with a status that does not exist is a 500', async ({ client }) => {
    const response = await client.get('/api/probe/strange-status')

    response.assertStatus(500)
    response.assertBody({ errors: { server: [`failed (${response.header('x-request-id')})`] } })
  })

  test('HEAD answers with the status of GET and without a body', async ({ client, assert }) => {
    const found = await client.head('/health/live')
    const missing = await client.head('/nothing')

    assert.equal(found.status(), 200)
    assert.equal(missing.status(), 404)
    assert.isUndefined(missing.text())
  })
})

test.group('What is wrong with a value, in the API', () => {
  test('a missing, an empty and a null value are all said to be blank', async ({ client }) => {
    for (const json of [{}, { title: '' }, { title: '  ' }, { title: null }]) {
      const response = await client.post('/api/probe/form').json(json)

      response.assertStatus(422)
      response.assertBody({ errors: { title: ["can't be blank"] } })
    }
  })

  test('an entry of a list is filed under the list', async ({ client }) => {
    const response = await client.post('/api/probe/form').json({ title: 'x', tagList: ['a', ''] })

    response.assertStatus(422)
    response.assertBody({ errors: { tagList: ["can't be blank"] } })
  })
})
