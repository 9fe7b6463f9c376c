import type { IncomingMessage, ServerResponse } from 'node:http'

import { plainPage } from '../failures/plain_page.ts'

const TITLE = 'Bad address'
const TEXT = 'This address cannot be understood: a percent sign stands before no number.'

/**
 * Answers requests whose address cannot even be decoded. AdonisJS asks for it before there is a
 * context, so nothing of the rest is at hand.
 */
export function answerBadAddress(request: IncomingMessage, response: ServerResponse) {
  const [type, body] = answerTo(request)

  response.writeHead(400, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': `default-src 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Connection': 'close',
  })
  response.end(body)
}

function answerTo({ url, headers }: IncomingMessage) {
  if (url!.startsWith('/api/')) {
    return ['application/json', JSON.stringify({ errors: { address: ['cannot be understood'] } })]
  }

  if (headers.accept?.includes('text/html')) {
    return ['text/html', plainPage({ title: TITLE, text: TEXT })]
  }

  const problem = { type: 'urn:problem:malformed-address', title: TITLE, status: 400, detail: TEXT }
  return ['application/problem+json', JSON.stringify(problem)]
}
