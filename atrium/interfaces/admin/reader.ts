import { DateTime, IANAZone } from 'luxon'
import type { I18n } from '@adonisjs/i18n'
import type { HttpContext } from '@adonisjs/core/http'

import { numberFormat } from './values/number_format.ts'

/** The browser writes its zone here, so that the server shows moments in it */
const COOKIE = 'zone'

/** Seconds that nobody counts */
const JUST_NOW = 5

/** Numbers that are only about right */
const SHORT = {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 2,
} satisfies Intl.NumberFormatOptions

/**
 * Whoever looks at the admin: in which language and zone numbers, days and moments are written.
 */
export class Reader {
  constructor(
    readonly i18n: I18n,
    readonly zone = 'UTC'
  ) {}

  /** The reader behind a request. What stands in the cookie is only taken when it is a zone. */
  static of(ctx: HttpContext) {
    const zone = ctx.request.plainCookie(COOKIE, { encoded: false })
    return new Reader(ctx.i18n, IANAZone.isValidZone(zone ?? '') ? zone : 'UTC')
  }

  get locale() {
    return this.i18n.locale
  }

  /** A whole number: `9,812,331`. */
  number(value: number | bigint) {
    return numberFormat(this.locale).format(value)
  }

  /** A number that is only about right: `9.8 million`. */
  about(value: number) {
    return numberFormat(this.locale, SHORT).format(value)
  }

  /** A day: `3 Mar 2026`. Days have no zone. */
  day(value: DateTime) {
    return value.setLocale(this.locale).toLocaleString(DateTime.DATE_MED)
  }

  /** A moment in the reader's zone, to the minute. */
  moment(value: DateTime) {
    return this.#here(value).toLocaleString(DateTime.DATETIME_MED)
  }

  /** A moment to the second, and the zone that it is in. */
  exactMoment(value: DateTime) {
    return this.#here(value).toLocaleString({
      ...DateTime.DATETIME_MED_WITH_SECONDS,
      timeZoneName: 'short',
    })
  }

  /** How long ago a moment was: `3 minutes ago`, or `just now`. */
  since(value: DateTime) {
    if (Math.abs(value.diffNow().as('seconds')) < JUST_NOW)
      return this.i18n.t('admin.value.just_now')
    return this.#here(value).toRelative({ locale: this.locale }) ?? this.moment(value)
  }

  #here(value: DateTime) {
    return value.setZone(this.zone).setLocale(this.locale)
  }
}
