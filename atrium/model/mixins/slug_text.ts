import string from '@adonisjs/core/helpers/string'

/** Longer addresses are hard to read, and to mail */
export const LONGEST = 80

/** Letters and digits of a suffix: two of the same are one in two thousand million */
const SUFFIX = 6

/**
 * ASCII letters, digits and single hyphens, of the words of a text.
 */
export function plainSlug(text: string) {
  const words = text.replace(/[\p{Pd}\p{Pc}\p{Ps}\p{Pe}<>|=~^.,:;/\\]+/gu, ' ')
  return string.slug(words, { lower: true, strict: true })
}

/**
 * Another slug for the same words, for when the plain one is taken.
 */
export function withSuffix(slug: string, longest = LONGEST) {
  const suffix = Math.floor(Math.random() * 36 ** SUFFIX)
    .toString(36)
    .padStart(SUFFIX, '0')

  return `${shortenSlug(slug, longest - SUFFIX - 1)}-${suffix}`
}

/**
 * Cuts a slug between two words, if that leaves at least half of it.
 */
export function shortenSlug(slug: string, longest = LONGEST) {
  if (slug.length <= longest) {
    return slug
  }

  const end = slug.slice(0, longest + 1).lastIndexOf('-')
  return end > longest / 2 ? slug.slice(0, end) : slug.slice(0, longest)
}
