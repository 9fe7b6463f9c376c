import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { configProvider } from '@adonisjs/core'
import type { Group } from '@japa/runner/core'
import type { ResolvedSessionConfig } from '@adonisjs/session/types'
import SessionMiddleware from '@adonisjs/session/session_middleware'

type Fields = Record<string, string | string[] | Blob>

/**
 * What came back, with the body read.
 */
export type Page = { status: number; location: string | null; headers: Headers; text: string }

/**
 * Somebody with a browser without JavaScript: keeps cookies, opens a page, fills in its form.
 */
export class Visitor {
  readonly cookies = new Map<string, string>()
  #userAgent: string

  constructor(userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0') {
    this.#userAgent = userAgent
  }

  /**
   * Opens a page.
   */
  get(path: string) {
    return this.#request(path, {})
  }

  /**
   * Opens the page at `from` and sends a form of it.
   */
  async send(from: string, to: string, fields: Fields = {}, multipart = false) {
    const { text } = await this.get(from)
    const [, token] = /name=["']_csrf["'] value=["']([^"']+)["']/.exec(text) ?? []
    const form = multipart ? new FormData() : new URLSearchParams()

    for (const [name, value] of Object.entries({ _csrf: token ?? '', ...fields })) {
      for (const single of [value].flat()) {
        form.append(name, single as string)
      }
    }

    const referer = address(from)
    return this.#request(to, { method: 'POST', body: form, headers: { referer } })
  }

  /**
   * Signs in by the form.
   */
  signIn(email: string, password = 'password123', fields: Fields = {}) {
    return this.send('/login', '/login', { email, password, ...fields })
  }

  /**
   * Whether a page for people who are signed in is shown.
   */
  async isSignedIn() {
    const { status } = await this.get('/settings')
    return status === 200
  }

  async #request(path: string, options: RequestInit): Promise<Page> {
    const response = await fetch(address(path), {
      ...options,
      redirect: 'manual',
      headers: {
        'accept': 'text/html',
        'user-agent': this.#userAgent,
        'cookie': Array.from(this.cookies, ([name, value]) => `${name}=${value}`).join('; '),
        ...options.headers,
      },
    })

    this.#keep(response.headers.getSetCookie())
    const { status, headers } = response
    return { status, headers, location: headers.get('location'), text: await response.text() }
  }

  #keep(cookies: string[]) {
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (/max-age=(0|-\d+)(;|$)/i.test(cookie)) {
        this.cookies.delete(name)
      } else {
        this.cookies.set(name, value)
      }
    }
  }
}

/**
 * Has a group's requests keep their sessions in the database, as in real life.
 */
export function withRealSessions(group: Group) {
  group.setup(async () => {
    const provider = app.config.get('session')
    const config = (await configProvider.resolve<ResolvedSessionConfig>(app, provider))!
    const emitter = await app.container.make('emitter')

    app.container.swap(
      SessionMiddleware,
      () => new SessionMiddleware({ ...config, store: 'database' }, emitter)
    )
    return () => app.container.restore(SessionMiddleware)
  })
}

function address(path: string) {
  return path.startsWith('http') ? path : `http://${env.get('HOST')}:${env.get('PORT')}${path}`
}
