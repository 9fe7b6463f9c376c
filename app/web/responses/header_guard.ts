import { HttpResponse } from '@adonisjs/core/http'
import { createError } from '@adonisjs/core/exceptions'
import { validateHeaderName, validateHeaderValue } from 'node:http'

/**
 * A header's name or value holds what HTTP cannot carry. Encode it, or keep it out of headers.
 */
export const E_INVALID_HEADER = createError<[name: string]>(
  'The header "%s" holds characters that HTTP cannot carry. Encode its value, or refuse the input',
  'E_INVALID_HEADER',
  500
)

/**
 * Makes every header of a response be checked where it is set, inside the handler, whose errors are
 * answered. Node would refuse it while the answer is being written, where nobody catches it: the
 * process would end.
 */
export function guardHeaders() {
  const { header, append } = HttpResponse.prototype

  HttpResponse.macro('header', function (this: HttpResponse, name, value) {
    assertValid(name, value)
    return header.call(this, name, value)
  })

  HttpResponse.macro('append', function (this: HttpResponse, name, value) {
    assertValid(name, value)
    return append.call(this, name, value)
  })
}

function assertValid(name: string, value: unknown) {
  try {
    validateHeaderName(name)
    for (const one of [value].flat()) {
      validateHeaderValue(name, String(one))
    }
  } catch {
    throw new E_INVALID_HEADER([JSON.stringify(name)])
  }
}
