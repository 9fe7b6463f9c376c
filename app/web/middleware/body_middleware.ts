import config, { largerUploads } from '#config/bodyparser'
import string from '@adonisjs/core/helpers/string'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'

import { removeUploadsAfter } from '../body/uploads.ts'
import { readBodyText } from '../body/body_text.ts'
import { E_MALFORMED_JSON, parseForm, parseJson } from '../body/body_data.ts'

/** What reads uploads and nothing else, up to a limit */
function uploadsUpTo(limit: string | number) {
  return new BodyParserMiddleware({
    ...config,
    json: { ...config.json, types: [] },
    form: { ...config.form, types: [] },
    multipart: { ...config.multipart, limit },
  })
}

const filesOnly = uploadsUpTo(config.multipart.limit!)
const larger = new Map(
  Object.entries(largerUploads).map(([route, limit]) => [route, uploadsUpTo(limit)])
)

/**
 * Reads bodies. JSON and forms are read strictly, which the stock middleware does not offer; it
 * still reads uploads.
 */
export default class BodyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx

    if (config.allowedMethods.includes(request.method()) && request.hasBody()) {
      if (request.is(config.json.types)) {
        await this.#read(ctx, config.json.limit, parseJson)
      } else if (request.is(config.form.types)) {
        await this.#read(ctx, config.form.limit, parseForm)
      } else if (request.is(config.multipart.types)) {
        removeUploadsAfter(ctx)
      }
    }

    const uploads = larger.get(ctx.route?.pattern ?? '') ?? filesOnly
    return uploads.handle(ctx, next)
  }

  async #read(
    { request }: HttpContext,
    limit: string | number | undefined,
    parse: (text: string) => Record<string, any>
  ) {
    const text = await readBodyText(request.request, string.bytes.parse(limit!)!)

    try {
      request.setInitialBody(parse(text))
      request.updateRawBody(text)
    } catch (error) {
      throw error instanceof RangeError ? new E_MALFORMED_JSON(['it is nested too deeply']) : error
    }
  }
}
