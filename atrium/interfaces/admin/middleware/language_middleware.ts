import type { I18n } from '@adonisjs/i18n'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import i18nManager from '@adonisjs/i18n/services/main'

const COOKIE = 'lang'

/**
 * Finds out which language somebody reads: the one they chose, by `?lang=de`, which is kept for a year;
 * else what their browser asks for.
 */
export default class LanguageMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const chosen = this.#supported(ctx.request.qs()[COOKIE])
    if (chosen) {
      ctx.response.plainCookie(COOKIE, chosen, { encode: false, maxAge: '365 days' })
    }

    const kept = this.#supported(ctx.request.plainCookie(COOKIE, { encoded: false }))
    const locale = chosen ?? kept ?? this.#preferred(ctx) ?? i18nManager.defaultLocale

    ctx.i18n = i18nManager.locale(locale)
    ctx.view.share({ i18n: ctx.i18n })
    return next()
  }

  #supported(locale: unknown) {
    return i18nManager.supportedLocales().find((supported) => supported === locale)
  }

  #preferred({ request }: HttpContext) {
    return i18nManager.getSupportedLocaleFor(request.languages()) ?? undefined
  }
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    i18n: I18n
  }
}
