import type { I18n } from '@adonisjs/i18n'
import i18nManager from '@adonisjs/i18n/services/main'
import { resources, type ResourceRegistry, type Words } from '#atrium/resource/main'

type Made = { from: object; count: number; worded: ResourceRegistry }

/** Languages that write nouns with a capital wherever they stand */
const CAPITAL_NOUNS = ['de', 'lb']

/** By language. Resources keep what they derive, so that they are made once and not with every request */
const made = new Map<string, Made>()

/**
 * The resources of the application, named in a language: by its texts under `resources`, and as they
 * are described where it has none.
 */
export function resourcesIn(i18n: I18n): ResourceRegistry {
  const from = i18nManager.getTranslationsFor(i18n.locale)
  const count = resources.all().length
  const known = made.get(i18n.locale)
  if (known?.from === from && known.count === count) return known.worded

  const worded = hasWords(i18n) ? resources.in(wordsIn(i18n)) : resources
  made.set(i18n.locale, { from, count, worded })
  return worded
}

/** What a language calls resources and their parts. */
export function wordsIn(i18n: I18n): Words {
  const [language] = i18n.locale.split('-')
  return {
    of: (key, said) => i18n.resolveIdentifier(key)?.message ?? said,
    within: (label) =>
      CAPITAL_NOUNS.includes(language) ? label : label.toLocaleLowerCase(i18n.locale),
  }
}

function hasWords({ localeTranslations, fallbackTranslations }: I18n) {
  return [localeTranslations, fallbackTranslations].some((texts) =>
    Object.keys(texts).some((key) => /^resource(s|_groups)\./.test(key))
  )
}
