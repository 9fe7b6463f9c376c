import { Pool } from 'pg'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createHash, randomBytes } from 'node:crypto'

import { learnPage } from './page.ts'
import { statements } from './statements.ts'

/**
 * The limit: nothing between `node:http` and `pg` but one prepared statement a request, whose text
 * goes out as it is. The front page is written by string concatenation.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
let writePage: ReturnType<typeof learnPage>

const COMMENTS = /^\/api\/articles\/([^/]+)\/comments$/

const server = createServer(async (request, response) => {
  const { method, url = '/' } = request

  if (url === '/health/live') return send(response, 200, '{"status":"live"}')
  if (url === '/api/articles') return send(response, 200, await read(statements.list))
  if (url === '/') return sendHome(response)
  if (method === 'PUT' && url === '/page') return takePage(request, response)

  const slug = COMMENTS.exec(url)?.[1]
  if (slug) return takeComment(request, response, slug)
  return send(response, 200, await read(statements.show, [url.slice('/api/articles/'.length)]))
})

server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit())

async function read(statement: { name: string; text: string }, values?: string[]) {
  const { rows } = await pool.query({ ...statement, values })
  return rows[0].json as string
}

async function sendHome(response: ServerResponse) {
  const home = JSON.parse(await read(statements.home))
  const page = writePage(home, randomBytes(16).toString('base64url'))
  send(response, 200, page, 'text/html; charset=utf-8')
}

async function takePage(request: IncomingMessage, response: ServerResponse) {
  writePage = learnPage(await textOf(request), JSON.parse(await read(statements.home)))
  send(response, 204, '')
}

async function takeComment(request: IncomingMessage, response: ServerResponse, slug: string) {
  const token = request.headers.authorization?.slice('Token '.length) ?? ''
  const { comment } = JSON.parse(await textOf(request))
  const values = [createHash('sha256').update(token).digest('hex'), slug, comment.body.trim()]

  send(response, 201, await read(statements.comment, values))
}

async function textOf(request: IncomingMessage) {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

function send(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'application/json; charset=utf-8'
) {
  response
    .writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) })
    .end(text)
}
