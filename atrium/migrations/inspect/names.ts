import string from '@adonisjs/core/helpers/string'
import { BaseModel, CamelCaseNamingStrategy } from '@adonisjs/lucid/orm'

const convention = new CamelCaseNamingStrategy()

/** What files of models import, and what JavaScript knows already */
const TAKEN_CLASSES = new Set([
  ...['Model', 'Decimal', 'DateTime', 'Duration', 'BelongsTo', 'HasMany', 'HasOne', 'ManyToMany'],
  ...Object.getOwnPropertyNames(globalThis),
])

/** What every row can do already, and what no declared property may be called */
const TAKEN_PROPERTIES = new Set([
  ...Object.getOwnPropertyNames(BaseModel.prototype),
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(new BaseModel()),
])

/**
 * The class of a table's rows: `order_lines` holds `OrderLine`s.
 */
export function classNameOf(table: string, taken: Iterable<string> = []) {
  const words = wordsOf(table)
  const one = words
    .with(-1, singular(words.at(-1)!))
    .map(capital)
    .join('')
  const name = startsLikeAName(one) ? one : `Table${one}`

  return free(TAKEN_CLASSES.has(name) ? `${name}Row` : name, taken)
}

/**
 * The property of a column: `postal_code` is `postalCode`.
 */
export function propertyNameOf(column: string, taken: Iterable<string> = []) {
  const camel = camelCase(column)
  const name = startsLikeAName(camel) ? camel : `_${camel}`

  return free(TAKEN_PROPERTIES.has(name) ? `${name}Value` : name, taken)
}

/** `postalCode`, of `postal_code` as well as of `PostalCode`. */
export function camelCase(name: string) {
  const [first, ...others] = wordsOf(name)
  return [first.toLowerCase(), ...others.map(capital)].join('')
}

/** The words of a class's name with a space between them: `order line`. */
export function spokenName(className: string) {
  return wordsOf(className).join(' ').toLowerCase()
}

/** Whether every row has something of this name already. */
export function takenByRows(property: string) {
  return TAKEN_PROPERTIES.has(property)
}

/**
 * The first of `name`, `name2`, `name3` ... that is not taken.
 */
export function free(name: string, taken: Iterable<string>) {
  const used = new Set(taken)
  let number = 1
  let candidate = name
  while (used.has(candidate)) candidate = `${name}${++number}`
  return candidate
}

/** Several of them: `orderLine` becomes `orderLines`. */
export function plural(name: string) {
  const words = wordsOf(name)
  return words
    .with(-1, string.plural(words.at(-1)!))
    .map((word, place) => (place === 0 ? word[0].toLowerCase() + word.slice(1) : capital(word)))
    .join('')
}

/** The class's file, without its ending. */
export function fileNameOf(className: string) {
  return wordsOf(className)
    .map((word) => word.toLowerCase())
    .join('_')
}

/** Whether Lucid finds the table by the class's name. */
export function isConventionalTable(className: string, table: string) {
  return convention.tableName({ name: className } as typeof BaseModel) === table
}

/** Whether Lucid finds the column by the property's name. */
export function isConventionalColumn(property: string, column: string) {
  return convention.columnName(BaseModel, property) === column
}

/** First letter upper case, the others as they are */
export function capital(word: string) {
  return word[0].toUpperCase() + word.slice(1)
}

/** A name's words, whatever separates them. Letters of all scripts stay */
function wordsOf(name: string) {
  const words = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length > 0 ? words : ['unnamed']
}

function singular(word: string) {
  return /data$/i.test(word) ? word : string.singular(word)
}

function startsLikeAName(name: string) {
  return /^[\p{L}_$]/u.test(name)
}
