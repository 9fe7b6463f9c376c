import './probe_routes.ts'
import { test } from '@japa/runner'

import env from '#start/env'
import { quietLogs } from './quiet_logs.ts'
import { head, rawRequest } from './raw_request.ts'

const ORIGIN = `http://${env.get('HOST')}`
const address = (path: string) => `${ORIGIN}:${env.get('PORT')}${path}`

test.group('A form with something wrong in it', () => {
  test('comes back with what was typed and what is wrong, but without secrets', async ({
    client,
    assert,
  }) => {
    const response = await client
      .post('/probe/form')
      .withCsrfToken()
      .header('Referer', address('/probe/flashed?x=1'))
      .form({
        title: 'much too long a title',
        password: 'short',
        password_confirmation: 'canary-1',
        current_password: 'canary-2',
        reset_token: 'canary-3',
        success: 'You have won',
      })
      .redirects(0)

    response.assertStatus(303)
    response.assertHeader('location', '/probe/flashed?x=1')

    const flashed = response.flashMessages()
    assert.equal(flashed.title, 'much too long a title')
    assert.deepEqual(flashed.inputErrorsBag, {
      title: ['Title is too long (maximum is 10 characters)'],
      password: ['Password is too short (minimum is 8 characters)'],
    })
    assert.notMatch(JSON.stringify(flashed), /canary|"short"|You have won/)
  })

  test('that came from nowhere is told on a page', async ({ client, assert }) => {
    const response = await client
      .post('/probe/form')
      .withCsrfToken()
      .header('Accept', 'text/html')
      .form({ title: '' })

    response.assertStatus(422)
    assert.match(response.text(), /Title can&#?\w+;t be blank/)
  })

  test('that claims to come from another site is not followed there', async ({
    client,
    assert,
  }) => {
    const response = await client
      .post('/probe/form')
      .withCsrfToken()
      .header('Referer', 'http://evil.example/probe/flashed')
      .form({ title: '' })
      .redirects(0)

    response.assertStatus(422)
    assert.isUndefined(response.header('location'))
  })

  test('when nothing was sent, a page says so instead of sending in circles', async ({
    client,
  }) => {
    const response = await client
      .get('/probe/form')
      .header('Accept', 'text/html')
      .header('Referer', address('/probe/form'))
      .redirects(0)

    response.assertStatus(422)
  })
})

test.group('A form without its token', (group) => {
  quietLogs(group)

  test('changes nothing and comes back with what was typed', async ({ client, assert }) => {
    const response = await client
      .post('/probe/form')
      .header('Referer', address('/probe/flashed'))
      .form({ title: 'fine', password: 'canary-password' })
      .redirects(0)

    response.assertStatus(303)
    response.assertHeader('location', '/probe/flashed')
    assert.equal(response.flashMessage('title'), 'fine')
    assert.property(response.flashMessage('errorsBag'), 'E_BAD_CSRF_TOKEN')
    assert.notInclude(JSON.stringify(response.flashMessages()), 'canary')
  })

  test('is explained on a page when there is no way back', async ({ client, assert }) => {
    const response = await client
      .post('/probe/form')
      .header('Accept', 'text/html')
      .form({ title: 'fine' })

    response.assertStatus(403)
    assert.include(response.text(), 'no longer valid')
  })

  test('is a problem with 403 for programs', async ({ client, assert }) => {
    const response = await client
      .post('/probe/form')
      .header('Accept', 'application/json')
      .header('Referer', address('/probe/flashed'))
      .json({ title: 'fine' })
      .redirects(0)

    response.assertStatus(403)
    assert.include(response.header('content-type'), 'application/problem+json')
  })

  test('from another site changes nothing and leaves the session alone', async ({ assert }) => {
    for (const header of [
      'Origin: http://evil.example',
      'Origin: null',
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Site: same-site',
    ]) {
      const { status, headers } = await rawRequest(
        head('POST', '/probe/form', header, 'Content-Length: 0')
      )

      assert.equal(status, 403, header)
      assert.isFalse(headers.has('set-cookie'), header)
    }
  })

  test('from our own pages is checked by its token alone', async ({ client }) => {
    const response = await client
      .post('/probe/form')
      .withCsrfToken()
      .header('Origin', address(''))
      .header('Sec-Fetch-Site', 'same-origin')
      .form({ title: 'fine' })

    response.assertStatus(200)
  })
})
