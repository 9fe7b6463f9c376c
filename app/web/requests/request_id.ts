import app from '@adonisjs/core/services/app'
import { HttpRequest } from '@adonisjs/core/http'

const FORM = /^[\w-]{1,64}$/

/**
 * Makes every request carry an id that is ours, or that a proxy of ours gave it. What others send
 * as an id would end up in our logs and headers.
 */
export function keepRequestIdsClean() {
  const { id } = HttpRequest.prototype
  const known = new WeakSet<HttpRequest>()

  HttpRequest.macro('id', function (this: HttpRequest) {
    if (!known.has(this)) {
      known.add(this)
      dropForeignId(this)
    }

    return id.call(this)
  })
}

function dropForeignId({ request }: HttpRequest) {
  const { headers, socket } = request
  const given = headers['x-request-id']

  if (given !== undefined && !(isTrusted(socket.remoteAddress) && FORM.test(String(given)))) {
    delete headers['x-request-id']
  }
}

function isTrusted(address = '') {
  return app.config.get<(address: string, hop: number) => boolean>('app.http.trustProxy')(
    address,
    0
  )
}
