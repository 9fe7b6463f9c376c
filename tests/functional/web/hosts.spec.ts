import './probe_routes.ts'
import { test } from '@japa/runner'

import env from '#start/env'
import { head, rawRequest, statusOf } from './raw_request.ts'

const asHost = (host: string, path = '/health/../probe/query') =>
  rawRequest([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Accept: application/json'])

test.group('The host that a request is made to', () => {
  test('{$self} is nobody here')
    .with(['evil.example', 'evil.example:80', '10.0.0.1', 'localhost.evil.example', '[::2]'])
    .run(async ({ assert }, host) => {
      const { status, body } = await asHost(host, '/probe/query')

      assert.equal(status, 421)
      assert.equal(JSON.parse(body).title, 'Wrong host')
    })

  test('{$self} is not a host')
    .with(['evil example', 'localhost/evil', 'a@localhost', 'localhost:port', 'localhost, evil'])
    .run(async ({ assert }, host) => {
      assert.equal(await statusOf(asHost(host, '/probe/query')), 400)
    })

  test('{$self} is our own')
    .with(['localhost', '127.0.0.1:9', '127.1.2.3', '[::1]:80', 'a.localhost'])
    .run(async ({ assert }, host) => {
      assert.equal(await statusOf(asHost(host, '/probe/query')), 200)
    })

  test('is not taken from a proxy that nobody named', async ({ assert }) => {
    const { status } = await rawRequest(
      head('GET', '/probe/query', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https')
    )
    assert.equal(status, 200)
  })

  test('does not matter to the probes of a load balancer', async ({ assert }) => {
    assert.equal(await statusOf(asHost('10.0.0.1', '/health/live')), 200)
    assert.equal(await statusOf(rawRequest('GET /health/ready HTTP/1.0')), 200)
  })

  test('cannot stand in the address itself', async ({ assert }) => {
    for (const target of ['http://evil.example/', 'http://localhost/probe/query', '*', 'probe']) {
      const { status } = await rawRequest(head('GET', target))
      assert.equal(status, 400, target)
    }
  })

  test('a path has one meaning', async ({ assert }) => {
    for (const target of ['//probe/query', '/probe//query', '/PROBE/query', '/probe/query;x']) {
      const { status } = await rawRequest(head('GET', target))
      assert.equal(status, 404, target)
    }
  })
})

const shown = (value: string) => ({ value, shown: JSON.stringify(value) })

test.group('Going back', () => {
  const own = `http://${env.get('HOST')}:${env.get('PORT')}`

  const back = async (referer: string) => {
    const { headers } = await rawRequest(head('GET', '/probe/back', `Referer: ${referer}`))
    return headers.get('location')
  }

  test('leads to the page of ours that somebody came from', async ({ assert }) => {
    assert.equal(await back(`${own}/tag/a?page=2#x`), '/tag/a?page=2')
  })

  test('never leads to {shown}')
    .with(
      [
        'http://evil.example/x',
        '//evil.example',
        'https://evil.example',
        'javascript:alert(1)',
        'data:text/html,x',
        `${own}//evil.example`,
        `${own}/\\evil.example`,
        `${own}/\t/evil.example`,
        `${own}.evil.example/x`,
        `http://x@evil.example:${env.get('PORT')}/`,
        'nonsense',
        '/tag/a',
        `${own}/%ff`,
      ].map(shown)
    )
    .run(async ({ assert }, { value: referer }) => {
      const location = await back(referer)

      assert.match(location!, /^\/(?![/\\])/)
      assert.equal(new URL(location!, own).origin, own)
    })

  test('a percent-encoded backslash stays encoded', async ({ assert }) => {
    assert.equal(await back(`${own}/%5Cevil.example`), '/%5Cevil.example')
  })

  test('does not believe a forged host', async ({ assert }) => {
    const { status } = await rawRequest([
      'GET /probe/back HTTP/1.1',
      'Host: evil.example',
      'Referer: http://evil.example/x',
    ])
    assert.equal(status, 421)
  })
})

test.group('Choosing a theme', () => {
  test('is kept for a year and leads back', async ({ assert }) => {
    const { status, headers } = await rawRequest(
      head('GET', '/theme/atrium-dark?return=/tag/a?page=2')
    )

    assert.equal(status, 302)
    assert.equal(headers.get('location'), '/tag/a?page=2')
    assert.match(headers.get('set-cookie')!, /^theme=atrium-dark; Max-Age=31536000/)
  })

  test('is forgotten for the theme of the system', async ({ assert }) => {
    const { headers } = await rawRequest(head('GET', '/theme/system'))
    assert.match(headers.get('set-cookie')!, /^theme=; .*1970/)
  })

  test('knows our themes only', async ({ assert }) => {
    assert.equal(await statusOf(rawRequest(head('GET', '/theme/other'))), 404)
  })

  test('never leads to {$self}')
    .with([
      '//evil.example',
      'http://evil.example',
      '/\\evil.example',
      '%2F%2Fevil.example',
      'x',
      '/%09/evil',
    ])
    .run(async ({ assert }, page) => {
      const { headers } = await rawRequest(head('GET', `/theme/atrium?return=${page}`))
      assert.equal(headers.get('location'), '/')
    })
})
