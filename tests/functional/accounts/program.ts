import env from '#start/env'

/**
 * A program that speaks to the JSON API.
 */
export async function ask(method: string, path: string, options: Options = {}) {
  const { body, token, authorization = token && `Token ${token}`, headers } = options
  const response = await fetch(`http://${env.get('HOST')}:${env.get('PORT')}/api${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(authorization && { authorization }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()

  return { status: response.status, headers: response.headers, body: text && JSON.parse(text) }
}

type Options = {
  body?: unknown
  token?: string
  authorization?: string
  headers?: Record<string, string>
}
