import string from '@adonisjs/core/helpers/string'

const LONGEST = 80

/** Addresses that mean something else: `/api/articles/feed` is the personal feed */
const RESERVED = new Set(['feed'])

/** For titles without a letter that can be written in ASCII */
const FALLBACK = 'article'

/**
 * Makes the last part of an address from a title: ASCII letters, digits and single hyphens, never
 * empty, at most 80 characters. Two titles may give the same one: see `withSuffix`.
 */
export function slugify(title: string) {
  const words = title.replace(/[\p{Pd}\p{Pc}\p{Ps}\p{Pe}<>|=~^.,:;/\\]+/gu, ' ')
  const slug = shortenSlug(string.slug(words, { lower: true, strict: true }), LONGEST)

  return !slug || RESERVED.has(slug) ? [FALLBACK, slug].filter(Boolean).join('-') : slug
}

/**
 * Another slug for the same title, for when the plain one is taken.
 */
export function withSuffix(slug: string) {
  const suffix = Math.floor(Math.random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0')

  return `${shortenSlug(slug, LONGEST - suffix.length - 1)}-${suffix}`
}

function shortenSlug(slug: string, length: number) {
  if (slug.length <= length) {
    return slug
  }

  const cut = slug.slice(0, length + 1)
  const end = cut.lastIndexOf('-')
  return end > length / 2 ? cut.slice(0, end) : slug.slice(0, length)
}
