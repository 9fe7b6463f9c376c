import { randomBytes } from 'node:crypto'
import { cspKeywords } from '@adonisjs/shield'
import type { HttpResponse } from '@adonisjs/core/http'

type Directives = Record<string, string[]>
type Keyword = Parameters<typeof cspKeywords.register>[1]

/**
 * What a browser may load and do on a page. Scripts and styles of a page are known by a number that
 * is used once; nothing else runs.
 */
export class ContentSecurityPolicy {
  #directives: Directives
  #aroundNonce?: string[]

  constructor(directives: Directives) {
    this.#directives = directives
  }

  /**
   * The header's value for one answer, which remembers the number.
   */
  headerFor(response: HttpResponse) {
    this.#aroundNonce ??= this.#write(response).split('@nonce')
    response.nonce = randomBytes(16).toString('base64url')

    return this.#aroundNonce.join(`'nonce-${response.nonce}'`)
  }

  #write(response: HttpResponse) {
    return Object.entries(this.#directives)
      .map(([name, sources]) => [inKebabCase(name), ...this.#resolve(sources, response)].join(' '))
      .join('; ')
  }

  /**
   * Packages say what their keywords stand for, `@viteDevUrl` for one. A keyword that nobody knows
   * stands for nothing: Vite's server is not running.
   */
  #resolve(sources: string[], response: HttpResponse) {
    const withoutNonce = sources.filter((source) => source !== '@nonce')
    const resolved = cspKeywords.resolve(withoutNonce) as (string | Keyword)[]
    const values = resolved
      .map((source) =>
        typeof source === 'function' ? source(response.request, response.response) : source
      )
      .filter((source) => source && !source.startsWith('@'))

    return sources.includes('@nonce') ? [...values, '@nonce'] : values
  }
}

function inKebabCase(name: string) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
