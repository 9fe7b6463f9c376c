import { HttpResponse } from '@adonisjs/core/http'

/**
 * Makes sure that writing an answer never fails for good. What cannot be written (a body that is
 * not serialisable, a status that does not exist) becomes a bare 500 with the request's id.
 */
export function neverFailToAnswer() {
  const { finish } = HttpResponse.prototype

  HttpResponse.macro('finish', function (this: HttpResponse) {
    try {
      finish.call(this)
    } catch (error) {
      this.ctx?.logger.error({ err: error }, 'The answer could not be written')
      writeBareAnswer(this)
    }
  })
}

function writeBareAnswer({ response, headersSent, ctx }: HttpResponse) {
  if (headersSent) {
    response.destroy()
    return
  }

  const body = `Something went wrong. Request ${ctx?.request.id()}\n`
  response.writeHead(500, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}
