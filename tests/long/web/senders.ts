import { randomUUID } from 'node:crypto'

import type { Sender } from './hostile_requests.ts'
import type { ServerProcess } from '../../functional/web/server_process.ts'

/**
 * Nobody, a program and a person. Program and person have an account and an article of their own,
 * made anew each time, as requests may have deleted them or signed them out.
 */
export async function senders(server: ServerProcess): Promise<Sender[]> {
  const username = `user${randomUUID().slice(0, 8)}`
  const user = { username, email: `${username}@example.com`, password: 'password123' }

  const signedUp = await post(server, '/api/users', { user })
  const { token } = signedUp.user
  const authorization = `Authorization: Token ${token}`

  const written = await post(
    server,
    '/api/articles',
    { article: { title: `By ${username}`, description: 'd', body: 'b', tagList: ['one'] } },
    { authorization: `Token ${token}` }
  )
  const article = written.article.slug

  return [
    { name: 'nobody', headers: [], article, username },
    { name: 'program', headers: [authorization], article, username },
    { name: 'person', article, username, ...(await signIn(server, user)) },
  ]
}

async function post(
  server: ServerProcess,
  path: string,
  body: unknown,
  headers: Record<string, string> = {}
) {
  const answer = await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Record<string, any>
}

async function signIn(server: ServerProcess, { email, password }: Record<string, string>) {
  const form = await server.get('/login', { accept: 'text/html' })
  const cookie = cookieOf(form)

  const signedIn = await fetch(`${server.address}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ email, password, _csrf: tokenIn(await form.text()) }),
  })
  const session = cookieOf(signedIn)
  const page = await server.get('/editor', { cookie: session, accept: 'text/html' })

  return { headers: [`Cookie: ${session}`], csrf: tokenIn(await page.text()) }
}

function cookieOf(answer: Response) {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function tokenIn(html: string) {
  return /name='_csrf' value='([^']+)'/.exec(html)![1]
}
