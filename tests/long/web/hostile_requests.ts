import { gzipSync } from 'node:zlib'

import type { Chance } from './chance.ts'
import { inAddress, texts, value } from './hostile_values.ts'

export interface Target {
  method: string
  pattern: string
}

/**
 * Who sends it: nobody, a program with a token, or somebody who is signed in and whose forms
 * carry their token, so that requests get as far as they can.
 */
export interface Sender {
  name: string
  headers: string[]
  csrf?: string
  article: string
  username: string
}

export interface HostileRequest {
  sender: Sender
  method: string
  target: string
  headers: string[]
  body: Buffer
}

const PARAMETERS = [
  'page',
  'limit',
  'offset',
  'tag',
  'author',
  'favorited',
  'q',
  'feed',
  'return',
  'sort',
  '_method',
  '_csrf',
  'x[]',
  'x[y][z]',
  'page[]',
  'limit[a]',
  'q[]',
  '__proto__[x]',
]

const FIELDS = [
  'title',
  'description',
  'body',
  'tagList',
  'intent',
  'username',
  'email',
  'password',
  'password_confirmation',
  'current_password',
  'bio',
  'image',
  'name',
  'abilities[]',
  'abilities',
  'expires_in',
  'return_to',
  'remember',
  'token',
  'x[y][]',
  '__proto__[x]',
]

/**
 * Values that pass, so that what is wrong with one of them is reached.
 */
function harmless(chance: Chance): Record<string, unknown> {
  const name = `u${Math.floor(chance.next() * 1e12).toString(36)}`

  return {
    title: `By ${name}`,
    description: 'About it',
    body: 'Some *text*',
    tagList: ['one', name],
    username: name,
    email: `${name}@example.com`,
    password: 'password123',
    bio: 'A life',
    image: 'https://example.com/a.png',
  }
}

/**
 * One request that nobody of good will would send.
 */
export function hostileRequest(chance: Chance, { method, pattern }: Target, sender: Sender) {
  const target = addressFor(chance, pattern, sender)
  const { headers, body } = bodyFor(chance, method, pattern, sender)

  return {
    sender,
    method: chance.happens(0.03) ? chance.one(STRANGE_METHODS) : method,
    target,
    headers: [...sender.headers, ...headers, ...headersFor(chance)],
    body,
  } satisfies HostileRequest
}

const STRANGE_METHODS = ['TRACE', 'PROPFIND', 'OPTIONS', 'HEAD', 'PURGE', 'PATCH', 'QUERY']

function addressFor(chance: Chance, pattern: string, { article, username }: Sender) {
  const known: Record<string, string> = { slug: article, username, tag: 'one', id: '1' }
  const path = pattern.replace(/[:*](\w*)\??/g, (_, name: string) =>
    chance.happens(0.7) && known[name] ? encodeURIComponent(known[name]) : inAddress(chance)
  )

  const query = Array.from({ length: Math.floor(chance.next() * 4) }, () => {
    const name = chance.happens(0.9) ? chance.one(PARAMETERS) : inAddress(chance)
    return `${name}=${inAddress(chance)}`
  })
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

function headersFor(chance: Chance) {
  const headers = [
    `Accept: ${chance.one(['text/html', 'application/json', '*/*', 'x', ';;,,q=', 'a/'.repeat(99)])}`,
  ]
  const strange = [
    'Accept-Language: ' + 'x-'.repeat(50),
    'Referer: ' + chance.one(['http://evil.example/', '//', '%%%', 'http://127.0.0.1/%ff', '\xff']),
    'X-Request-Id: ' + 'y'.repeat(300),
    'X-Forwarded-For: ' + chance.one(['x', '::', '1.2.3.4, 5.6.7.8', '\xe9']),
    'X-Forwarded-Host: evil.example',
    'If-None-Match: ' + '"x",'.repeat(50),
    'If-Modified-Since: never',
    'Range: bytes=5-1,a-b',
    'Cookie: theme=' + encodeURIComponent(chance.one(texts).slice(0, 500).toWellFormed()),
    'Cookie: atrium-session=%00; atrium-session=x; remember_web=' + inAddress(chance).slice(0, 500),
    'Cookie: ' + 'a=b; '.repeat(100),
    'Authorization: ' +
      chance.one(['Token', 'Token ', 'Bearer oat_x.y', 'Basic !!', 'Token oat_\xff.\xff']),
    'Content-Length: 0',
    '__proto__: x',
    'Expect: 100-continue',
    'X-CSRF-Token: x',
    'Turbo-Frame: x',
    'User-Agent: ' + '\xe9'.repeat(600),
  ]

  for (let i = 0; i < 2; i++) {
    if (chance.happens(0.25)) headers.push(chance.one(strange))
  }
  return headers
}

function bodyFor(chance: Chance, method: string, pattern: string, sender: Sender) {
  if (['GET', 'HEAD'].includes(method)) {
    return { headers: [], body: Buffer.alloc(0) }
  }

  const kind = chance.next()
  if (kind < 0.08) return withLength(noise(chance), 'application/json')
  if (kind < 0.14) return withLength(multipart(chance, sender), 'multipart/form-data; boundary=xyz')
  if (kind < 0.17) return withLength(Buffer.from('{}'), 'application/json; charset=utf-16')
  if (kind < 0.2) {
    const { headers, body } = withLength(Buffer.from('no gzip'), 'application/json')
    return { headers: [...headers, 'Content-Encoding: gzip'], body }
  }
  if (kind < 0.22) {
    const { headers, body } = withLength(gzipSync('[1,'), 'application/json')
    return { headers: [...headers, 'Content-Encoding: gzip'], body }
  }

  return pattern.startsWith('/api')
    ? withLength(Buffer.from(json(chance, pattern)), 'application/json')
    : withLength(Buffer.from(form(chance, sender)), 'application/x-www-form-urlencoded')
}

/**
 * What the route expects, with one or two things in it spoilt, or something else altogether.
 */
function json(chance: Chance, pattern: string) {
  if (chance.happens(0.1)) return JSON.stringify(value(chance)) ?? 'null'

  const fields = spoilt(chance, () => value(chance))
  if (chance.happens(0.1)) return JSON.stringify(fields)
  return JSON.stringify({ [wrapperOf(pattern)]: chance.happens(0.1) ? value(chance) : fields })
}

function wrapperOf(pattern: string) {
  if (pattern.includes('comments')) return 'comment'
  return pattern.includes('articles') ? 'article' : 'user'
}

function form(chance: Chance, { csrf }: Sender) {
  const fields = new URLSearchParams(csrf ? { _csrf: csrf } : {})
  for (const [name, fine] of Object.entries(harmless(chance))) {
    if (chance.happens(0.9)) fields.append(name, String(fine))
  }

  const wrong = Array.from({ length: 3 }, () => `${chance.one(FIELDS)}=${inAddress(chance)}`)
  for (const field of wrong) fields.delete(field.slice(0, field.indexOf('=')))
  return [fields.toString(), ...wrong].join('&')
}

function spoilt(chance: Chance, hostile: () => unknown) {
  const fields = harmless(chance)

  for (let i = 0; i < (chance.happens(0.7) ? 1 : 2); i++) {
    const name = chance.one(Object.keys(fields))
    if (chance.happens(0.1)) delete fields[name]
    else fields[name] = hostile()
  }
  return fields
}

function multipart(chance: Chance, { csrf }: Sender) {
  const part = (head: string, body: string) =>
    `--xyz\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const name = chance
    .one(texts)
    .slice(0, 100)
    .replace(/[\r\n"]/g, '')

  const parts = [
    part('name="_csrf"', csrf ?? 'x'),
    part(
      `name="avatar"; filename="${name}"`,
      chance.one(['GIF89a', '<svg/>', '', 'x'.repeat(5_000)])
    ),
    part(`name="${name}"`, chance.one(texts)),
    chance.one(['--xyz--\r\n', '', '--xyz', '--xyz\r\nContent-Disposition: nonsense\r\n\r\n']),
  ]
  return Buffer.from(parts.join(''))
}

function noise(chance: Chance) {
  const starts = ['{', '[', '"', '{"user":', '{"a":"\\ud800"}', '\xff\xfe', 'null', '{"a":1}}']
  const bytes = Array.from({ length: 40 }, () => Math.floor(chance.next() * 256))

  return Buffer.concat([Buffer.from(chance.one(starts), 'latin1'), Buffer.from(bytes)])
}

function withLength(body: Buffer, type: string) {
  return { body, headers: [`Content-Type: ${type}`, `Content-Length: ${body.length}`] }
}
