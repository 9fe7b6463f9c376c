import type { Faker } from '@faker-js/faker'

/** The shortest and the longest that a text may be, in characters */
export type Lengths = readonly [min: number, max: number]

/** Letters and digits behind a text that is to be the only one */
const SUFFIX = 8

/**
 * The lengths that a field says, or those that are usual for its kind.
 */
export function lengthsOf(
  { min = 0, max, length }: { min?: number; max?: number; length?: number },
  usual: number
): Lengths {
  return length === undefined ? [min, max ?? Math.max(usual, min)] : [length, length]
}

/** The lengths of what is left when so many characters are taken */
export const less = ([min, max]: Lengths, taken: number): Lengths => [min - taken, max - taken]

/**
 * A text with these words first, as long as it has to be.
 *
 * @param glue what stands between words
 */
export function fitting(
  faker: Faker,
  words: string,
  [min, max]: Lengths,
  { isUnique, glue = ' ' }: { isUnique: boolean; glue?: string }
) {
  const own = isUnique ? withSuffix(faker, words, max, glue) : cut(words, max, glue)
  if (own.length >= min) return own

  let longer = own
  while (longer.length < min) longer += glue + faker.word.noun()
  return withoutGlueAtEnd(longer.slice(0, max), glue)
}

function withSuffix(faker: Faker, words: string, max: number, glue: string) {
  const suffix = faker.string.alphanumeric({ length: Math.min(SUFFIX, max), casing: 'lower' })
  const start = cut(words, max - suffix.length - glue.length, glue)

  return start ? start + glue + suffix : suffix
}

/** Cuts between two words, if that leaves at least half of the text */
function cut(words: string, max: number, glue: string) {
  if (words.length <= max) return words
  if (max < 1) return ''

  const end = words.lastIndexOf(glue, max)
  return withoutGlueAtEnd(words.slice(0, end > max / 2 ? end : max), glue)
}

function withoutGlueAtEnd(text: string, glue: string) {
  return text.endsWith(glue) ? `${text.slice(0, -glue.length)}x` : text
}
