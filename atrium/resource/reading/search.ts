import { Sql, identifier, sql, type FieldDescription } from '#atrium/model/main'

import { allOf, anyOf } from './conditions.ts'
import { notDeleted } from './trash.ts'
import { isText } from './value_type.ts'
import { jumps } from './search_jumps.ts'
import type { FilterTarget } from '../filter/target.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'

/** What a search box takes at most; the rest is passed over */
const CHARACTERS = 200
const WORDS = 10

/** From so many characters on, trigram indexes find a word in the middle of others */
const TRIGRAM = 3

/**
 * The rows that somebody looks for: those in which every word comes up, in any of the fields that the
 * resource is searched by and the actor may read. What could be a key, a number or an address leads to
 * the row that has it as well.
 */
export function searchSql(target: FilterTarget, text: string, alias: string): Sql | undefined {
  const words = wordsOf(text)
  if (!words.length) return undefined

  const found = allOf(words.map((word) => wordSql(target, word, alias)))
  return anyOf([found, ...(words.length === 1 ? jumps(target, words[0], alias) : [])])
}

/** Words, and what stands in quotes as one of them. */
function wordsOf(text: string): string[] {
  const plain = text.replaceAll('\0', '').normalize('NFC').slice(0, CHARACTERS)
  const words = plain.match(/"[^"]+"|[^\s"]+/g) ?? []
  return words
    .map((word) => word.replaceAll('"', '').trim())
    .filter(Boolean)
    .slice(0, WORDS)
}

function wordSql(target: FilterTarget, word: string, alias: string): Sql {
  const fullText = fullTextOf(target)
  const isCovered = ([name, ...rest]: string[]) => !rest.length && Boolean(fullText?.covers(name))
  const inPaths = (paths: string[][]) =>
    anyOf(paths.map((path) => pathSql(target, path, word, alias))) ?? sql`false`

  const { searchPaths } = target.resource
  if (!fullText) return inPaths(searchPaths)
  return anyOf([
    fullTextSql(fullText, word, alias, inPaths(searchPaths.filter(isCovered))),
    inPaths(searchPaths.filter((path) => !isCovered(path))),
  ])!
}

/** Behind a relation first the rows there are looked for: an index finds those that belong to them. */
function pathSql(
  target: FilterTarget,
  path: string[],
  word: string,
  alias: string,
  depth = 0
): Sql | undefined {
  const [name, ...rest] = path
  if (!rest.length) {
    const field = target.field(name)
    return field && fieldSql(field, word, alias)
  }

  const found = target.relation(name)
  if (!found || found.relation.pivot) return undefined

  const { relation } = found
  const there = `search_${depth}`
  const condition = pathSql(found.target, rest, word, there, depth + 1)
  if (!condition) return undefined

  const rows = allOf([condition, found.target.rowsSql(there), notDeleted(relation.target, there)])!
  return sql`${identifier(alias, relation.localColumn)} = any(array(
    select ${identifier(there, relation.targetColumn)}
    from ${identifier(relation.target.table)} ${identifier(there)} where ${rows}))`
}

/** Short words are looked for where words begin: in the middle of others they are everywhere. */
function fieldSql(field: ResourceField, word: string, alias: string): Sql {
  const column = identifier(alias, field.column)
  const text = isText(field) ? column : sql`${column}::text`
  const pattern = word.replace(/[\\%_]/g, '\\$&')

  if (word.length >= TRIGRAM || !/^[\p{Script=Latin}\d]+$/u.test(word)) {
    return sql`${text} ilike ${`%${pattern}%`}`
  }
  return sql`${text} ilike ${`${pattern}%`} or ${text} ilike ${`% ${pattern}%`}`
}

type FullText = { column: string; config: Sql; covers: (name: string) => boolean }

/**
 * The model's column that is only searched, if there is one. It is made from other columns: who may not
 * read one of them does not search by it.
 */
function fullTextOf(target: FilterTarget): FullText | undefined {
  const { fields } = target.resource.description
  const field = fields.find(isSearched)
  if (!field) return undefined

  const sources = fields.filter(
    ({ name, columnName }) => name !== field.name && mentions(field.as, columnName)
  )
  if (!sources.every(({ name }) => target.field(name))) return undefined

  const config = /to_tsvector\(\s*'(\w+)'/i.exec(field.as)?.[1]
  return {
    column: field.columnName,
    config: config ? new Sql(`'${config}'::regconfig`) : sql`get_current_ts_config()`,
    covers: (name) =>
      sources.some((source) => source.name === name) && !hasTrigrams(target.resource, name),
  }
}

/** An index of them finds parts of words too. */
function hasTrigrams({ description }: Resource, name: string) {
  return description.indexes.some(({ opclass }) => /trgm/.test(opclass?.[name] ?? ''))
}

function isSearched(field: FieldDescription): field is FieldDescription<'generated'> {
  return field.kind === 'generated' && field.read === false && /^tsvector$/i.test(field.type)
}

function mentions(expression: string, column: string) {
  const name = column.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(^|[^\\w'])"?${name}"?($|[^\\w'])`).test(expression)
}

/** @param otherwise how a word is found that the language does not count as one */
function fullTextSql({ column, config }: FullText, word: string, alias: string, otherwise: Sql) {
  const query = sql`websearch_to_tsquery(${config}, ${`"${word}"`}::text)`
  const found = sql`${identifier(alias, column)} @@ ${query}`
  return sql`${found} or (numnode(${query}) = 0 and (${otherwise}))`
}
