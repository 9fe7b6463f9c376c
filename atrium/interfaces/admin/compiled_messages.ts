import { IntlMessageFormat } from 'intl-messageformat'
import type { TranslationsFormatterContract } from '@adonisjs/i18n/types'

/**
 * Messages in the ICU format, each compiled once: a list says some three hundred of them.
 */
export class CompiledMessages implements TranslationsFormatterContract {
  readonly name = 'icu'
  readonly #messages = new Map<string, IntlMessageFormat>()

  /** A message with what is put into it. */
  format(message: string, locale: string, data: Record<string, any> = {}): string {
    return String(this.#compiled(message, locale).format(data))
  }

  #compiled(message: string, locale: string) {
    const key = `${locale}:${message}`
    const known = this.#messages.get(key)
    if (known) return known

    const compiled = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    this.#messages.set(key, compiled)
    return compiled
  }
}
