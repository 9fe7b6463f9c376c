import string from '@adonisjs/core/helpers/string'

import { longTextHint, textHint } from './hints.ts'
import { chosen, type Occasion } from './made_up.ts'
import { fitting, less, lengthsOf } from './fitting.ts'

/**
 * A line of text.
 */
export function line({ faker, field, isUnique }: Occasion<'string'>): string {
  const { name, choices, format, max, length } = field
  if (choices) return chosen<string>(faker, choices)

  const isChar = format === 'char'
  const lengths = lengthsOf(isChar ? { length: length ?? max ?? 1 } : field, 255)
  const words = textHint(name)(faker).replace(/\s+/g, ' ')
  return fitting(faker, words, lengths, { isUnique, glue: words.includes(' ') ? ' ' : '-' })
}

/**
 * Some paragraphs, or what the name of the property asks for.
 */
export function text({ faker, field, isUnique }: Occasion<'text'>): string {
  if (field.choices) return chosen<string>(faker, field.choices)

  const [start, end] = field.format === 'html' ? ['<p>', '</p>'] : ['', '']
  const lengths = less(lengthsOf(field, 10_000), start.length + end.length)
  return start + fitting(faker, longTextHint(field.name)(faker), lengths, { isUnique }) + end
}

/**
 * Part of an address.
 */
export function slug({ faker, field, isUnique }: Occasion<'slug'>): string {
  if (field.choices) return chosen<string>(faker, field.choices)

  return fitting(faker, hyphenated(faker.word.words(3)), lengthsOf(field, 255), {
    isUnique,
    glue: '-',
  })
}

/**
 * An address at example.com, where no mail arrives.
 */
export function email({ faker, field, isUnique }: Occasion<'email'>): string {
  if (field.choices) return chosen<string>(faker, field.choices)

  const lengths = lengthsOf(field, 60)
  const host = lengths[1] > 20 ? '@example.com' : '@x.io'
  const person = hyphenated(faker.person.fullName())
  return fitting(faker, person, less(lengths, host.length), { isUnique, glue: '-' }) + host
}

/**
 * An address below example.com.
 */
export function url({ faker, field, isUnique }: Occasion<'url'>): string {
  if (field.choices) return chosen<string>(faker, field.choices)

  const start = 'https://example.com/'
  const lengths = less(lengthsOf(field, 2048), start.length)
  return start + fitting(faker, hyphenated(faker.word.words(2)), lengths, { isUnique, glue: '-' })
}

function hyphenated(words: string) {
  return string.slug(words, { lower: true, strict: true })
}
