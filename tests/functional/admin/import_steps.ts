import type { ApiClient } from '@japa/api-client'

import type { administrator } from './people.ts'

export type Person = Awaited<ReturnType<typeof administrator>>
type Form = Record<string, unknown>

/** Sends a form as a browser does. */
export function send(client: ApiClient, person: Person, address: string, form: Form) {
  return client.post(address).form(form).withCsrfToken().redirects(0).loginAs(person)
}

/** Uploads a file, and says where that leads. */
export async function upload(
  client: ApiClient,
  person: Person,
  content: string | Buffer,
  name = 'rows.csv',
  resource = 'articles'
) {
  const answer = await client
    .post(`/admin/${resource}/import`)
    .file('file', Buffer.from(content), { filename: name })
    .withCsrfToken()
    .redirects(0)
    .loginAs(person)
  return { answer, address: answer.header('location') ?? '' }
}

/** The page that says what would happen. */
export async function checkOf(client: ApiClient, person: Person, address: string) {
  const page = await client.get(`${address}?step=check`).loginAs(person)
  return page.text()
}

/** What the page of a check says of its lines, by kind: `{ create: 2, update: 0, ... }`. */
export function countsIn(page: string): Record<string, number> {
  const tallies = page.matchAll(/tally-(\w+)[^>]*>\s*<strong>([\d,]+)/g)
  return Object.fromEntries(
    Array.from(tallies, ([, kind, count]) => [kind, Number(count.replace(',', ''))])
  )
}

/** The check that a page is about. */
export function checkIn(page: string) {
  return /name="check" value="([^"]+)"/.exec(page)?.[1]
}

/** Has the file of a check imported, as the button on its page does. */
export async function runChecked(
  client: ApiClient,
  person: Person,
  address: string,
  form: Form = {}
) {
  const check = checkIn(await checkOf(client, person, address))
  return send(client, person, address, { ...form, step: 'run', check })
}
