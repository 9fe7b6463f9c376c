import './probe_routes.ts'
import { gzipSync } from 'node:zlib'
import { tmpdir } from 'node:os'
import { connect } from 'node:net'
import { readdir } from 'node:fs/promises'
import { test } from '@japa/runner'
import { setTimeout } from 'node:timers/promises'

import env from '#start/env'
import { quietLogs } from './quiet_logs.ts'
import { head, rawRequest, statusOf } from './raw_request.ts'

/** How the body parser names what it stores. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

const JSON_TYPE = 'Content-Type: application/json'

function post(body: string | Buffer, ...headers: string[]) {
  const length = `Content-Length: ${Buffer.byteLength(body)}`
  return rawRequest(head('POST', '/api/probe/body', length, ...headers), body)
}

test.group('A body', (group) => {
  quietLogs(group)

  test('is read as it was sent: spaces stay, commas stay, empty stays empty', async ({
    assert,
  }) => {
    const form = await post('a=+x+&b=1,2&c=', 'Content-Type: application/x-www-form-urlencoded')
    const json = await post('{"a":" x ","b":"1,2","c":""}', JSON_TYPE)

    assert.deepEqual(JSON.parse(form.body), { a: ' x ', b: '1,2', c: '' })
    assert.deepEqual(JSON.parse(json.body), { a: ' x ', b: '1,2', c: '' })
  })

  test('may be compressed', async ({ assert }) => {
    const { status, body } = await post(gzipSync('{"a":1}'), JSON_TYPE, 'Content-Encoding: gzip')

    assert.equal(status, 200)
    assert.equal(body, '{"a":1}')
  })

  test('with broken compression is refused', async ({ assert }) => {
    for (const encoding of ['gzip', 'deflate', 'br']) {
      const { status } = await post('no such thing', JSON_TYPE, `Content-Encoding: ${encoding}`)
      assert.equal(status, 400, encoding)
    }

    const cut = gzipSync('{"a":1}').subarray(0, 15)
    assert.equal(await statusOf(post(cut, JSON_TYPE, 'Content-Encoding: gzip')), 400)
  })

  test('in an unknown encoding is refused', async ({ assert }) => {
    for (const header of [
      'Content-Type: application/json; charset=utf-16',
      'Content-Type: application/json; charset="bogus"',
      'Content-Type: application/x-www-form-urlencoded; charset=iso-8859-1',
    ]) {
      assert.equal(await statusOf(post('{}', header)), 415, header)
    }

    assert.equal(await statusOf(post('{}', JSON_TYPE, 'Content-Encoding: constructor')), 415)
    assert.equal(await statusOf(post('{}', 'Content-Type: application/json; charset=UTF-8')), 200)
  })

  test('that is not valid UTF-8 is refused', async ({ assert }) => {
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f]]) {
      const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')])
      assert.equal(await statusOf(post(body, JSON_TYPE)), 400)
    }

    const replacement = await post('{"a":"\ufffd"}', JSON_TYPE)
    assert.equal(replacement.status, 200)
  })

  test('that is not JSON, or not an object, is refused', async ({ assert }) => {
    for (const body of ['{bad', '{"a":1,}', '"text"', '1', 'null', 'true', '{"a":1}}', '\ufeff{']) {
      const answer = await post(body, JSON_TYPE)

      assert.equal(answer.status, 400, body)
      assert.deepEqual(JSON.parse(answer.body), { errors: { body: ['is not valid JSON'] } }, body)
    }
  })

  test('that is too large is refused, and the connection ends', async ({ assert }) => {
    const large = 'x'.repeat(1_100_000)
    const bomb = gzipSync('x'.repeat(100_000_000))
    const send = (body: string | Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(`http://${env.get('HOST')}:${env.get('PORT')}/api/probe/body`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      })

    for (const answer of [await send(large), await send(bomb, { 'content-encoding': 'gzip' })]) {
      assert.equal(answer.status, 413)
      assert.equal(answer.headers.get('connection'), 'close')
    }
  })

  test('that announces too much is not even waited for', async ({ assert }) => {
    const announced = head('POST', '/api/probe/body', JSON_TYPE, 'Content-Length: 999999999')
    assert.equal(await statusOf(rawRequest(announced)), 413)
  })

  test('that is nested without end does no harm', async ({ assert }) => {
    const { status } = await post('['.repeat(200_000) + ']'.repeat(200_000), JSON_TYPE)
    assert.equal(status, 400)
  })

  test('cannot reach into prototypes', async ({ assert }) => {
    for (const body of ['{"__proto__":{"x":1},"a":1}', '{"\\u005f_proto__":{"x":1},"a":1}']) {
      const answer = await post(body, JSON_TYPE)
      assert.deepEqual(JSON.parse(answer.body), { a: 1 })
    }

    const form = await post('__proto__[x]=1&a=1', 'Content-Type: application/x-www-form-urlencoded')
    assert.deepEqual(JSON.parse(form.body), { a: '1' })
    assert.notProperty({}, 'x')
  })

  test('that breaks off leaves the server as it was', async ({ client }) => {
    for (const encoding of ['gzip', 'identity']) {
      const lines = head(
        'POST',
        '/api/probe/body',
        JSON_TYPE,
        'Content-Length: 1000',
        `Content-Encoding: ${encoding}`
      )
      const socket = connect(Number(env.get('PORT')), env.get('HOST'))
      socket.write(`${lines.join('\r\n')}\r\n\r\nhalf a body`)
      await setTimeout(50)
      socket.destroy()
    }

    const next = await client.get('/health/live')
    next.assertStatus(200)
  })

  test('with files leaves none of them behind, accepted or refused', async ({ assert }) => {
    const boundary = 'Content-Type: multipart/form-data; boundary=x'
    const files = (count: number, size: number) =>
      Array.from(
        { length: count },
        (_, i) =>
          `--x\r\nContent-Disposition: form-data; name="f[${i}]"; filename="f.txt"\r\n\r\n${'x'.repeat(size)}\r\n`
      ).join('') + '--x--\r\n'
    const send = (body: string) =>
      statusOf(
        rawRequest(
          head('POST', '/settings?_method=PUT', boundary, `Content-Length: ${body.length}`),
          body
        )
      )
    const before = await readdir(tmpdir())

    assert.equal(await send(files(2, 10_000)), 403)
    assert.equal(await send(files(4, 2_000_000)), 413)

    await setTimeout(200)
    const after = await readdir(tmpdir())
    assert.deepEqual(
      after.filter((name) => UUID.test(name) && !before.includes(name)),
      []
    )
  })

  test('with files is not read where no files are expected', async ({ assert }) => {
    const boundary = 'Content-Type: multipart/form-data; boundary=x'
    const file =
      '--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n--x--\r\n'

    const { status, body } = await post(file, boundary)
    assert.equal(status, 200)
    assert.equal(body, '{}')
  })
})

test.group('A query', () => {
  test('keeps commas and has an end', async ({ client, assert }) => {
    const commas = await client.get('/probe/query?a=1,2,3&email=a,b')
    assert.deepEqual(commas.body(), { a: '1,2,3', email: 'a,b' })

    const many = await client.get(`/probe/query?${'a[]=1&'.repeat(5_000)}`)
    assert.isAtMost(many.text().length, 2_000)
  })

  test('cannot reach into prototypes', async ({ client, assert }) => {
    const response = await client.get('/probe/query?__proto__[x]=1&constructor[prototype][x]=1&a=1')

    assert.equal(response.body().a, '1')
    assert.notProperty({}, 'x')
  })
})
