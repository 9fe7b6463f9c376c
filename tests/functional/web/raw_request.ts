import { connect } from 'node:net'

import env from '#start/env'

export interface RawAnswer {
  status: number
  headers: Map<string, string>
  body: string
}

/**
 * Sends bytes as they are, where `fetch` would refuse or tidy them up, and reads the answer. An
 * unanswered request has the status 0.
 */
export function rawRequest(
  start: string | string[],
  body: string | Buffer = '',
  port = Number(env.get('PORT'))
): Promise<RawAnswer> {
  const lines = [start].flat()

  return new Promise((resolve) => {
    const socket = connect(port, env.get('HOST'))
    const chunks: Buffer[] = []
    const finish = () => resolve(parse(Buffer.concat(chunks).toString('latin1')))

    socket.setTimeout(10_000, () => socket.destroy())
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => {})
    socket.on('close', finish)
    socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1')
    socket.write(body)
  })
}

/**
 * The first lines of a request to our own host.
 */
export function head(method: string, target: string, ...headers: string[]) {
  return [`${method} ${target} HTTP/1.1`, `Host: ${env.get('HOST')}:${env.get('PORT')}`, ...headers]
}

/**
 * The status that an answer will have.
 */
export async function statusOf(answer: Promise<RawAnswer>) {
  const { status } = await answer
  return status
}

function parse(answer: string): RawAnswer {
  const text = answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')
  const [top, ...rest] = text.split('\r\n\r\n')
  const [statusLine, ...headerLines] = top.split('\r\n')

  return {
    status: Number(statusLine.split(' ')[1] ?? 0),
    headers: new Map(
      headerLines.map((line) => {
        const at = line.indexOf(':')
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
      })
    ),
    body: rest.join('\r\n\r\n'),
  }
}
