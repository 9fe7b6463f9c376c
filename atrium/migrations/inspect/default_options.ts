import type { Imports } from './imports.ts'
import { expressionOf, literal } from './literal.ts'
import type { Column } from '../schema/types.ts'
import { Decimal } from '#atrium/model/main'

/** What PostgreSQL calls now, of each kind of field that the model may set itself */
const NOW: Record<string, RegExp> = {
  date: /^current_date$/i,
  timestamp: /^(now\(\)|current_timestamp)$/i,
}
const CREATED = /^(created|inserted|added)(_?(at|on))?$/i
const UPDATED = /^(updated|modified|changed)(_?(at|on))?$/i

/**
 * The default of a column as its field says it: as a value where that gives exactly the same SQL
 * back, else as SQL.
 */
export function defaultOptions(column: Column, kind: string, imports: Imports) {
  const { default: sql, name } = column
  if (sql === null) return {}
  if (isNow(sql, kind) && CREATED.test(name)) return { autoCreate: 'true' }
  if (isNow(sql, kind) && UPDATED.test(name)) return { autoCreate: 'true', autoUpdate: 'true' }

  const value = readers[kind]?.(sql, column)
  if (value === undefined) imports.use('expression')
  else if (value.includes('Decimal')) imports.use('Decimal')

  return { default: value ?? expressionOf(sql) }
}

/** Whether a default is the moment at which the row is written, as such a field has it. */
export function isNow(sql: string, kind: string) {
  return NOW[kind]?.test(sql) ?? false
}

type Reader = (sql: string, column: Column) => string | undefined

/** What PostgreSQL says of values, as code; undefined where it is something else */
const readers: Record<string, Reader> = {
  string: text,
  text,
  slug: text,
  email: text,
  url: text,
  enum: text,
  foreignKey: (sql, column) => text(sql, column) ?? small(sql),
  boolean: (sql) => (/^(true|false)$/.test(sql) ? sql : undefined),
  integer: small,
  bigint: (sql) => {
    const number = small(sql) ?? /^'(-?\d{10,})'::bigint$/.exec(sql)?.[1]
    return number && `${number}n`
  },
  decimal: (sql) => {
    const isExact = /^\d+(\.\d+)?$/.test(sql) && new Decimal(sql).toFixed() === sql
    return isExact ? `new Decimal('${sql}')` : undefined
  },
  float: (sql) => (String(Number(sql)) === sql ? sql : undefined),
  json: (sql, { type }) => {
    const json = /^'(.*)'::jsonb?$/s.exec(sql)?.[1].replaceAll("''", "'")
    return json !== undefined && isObject(json, type) ? literal(JSON.parse(json)) : undefined
  },
  array: (sql, { type }) => (sql === `'{}'::${type.replace(/\(.*\)/, '')}` ? '[]' : undefined),
}

/** A literal of the column's own type */
function text(sql: string, { type }: Column) {
  const [, value, cast] = /^'((?:[^']|'')*)'::(.+)$/s.exec(sql) ?? []
  const own = type.replace(/\(.*\)/, '').replace(/^character$/, 'bpchar')
  return cast === own ? literal(value.replaceAll("''", "'")) : undefined
}

/** A whole number as people write it */
function small(sql: string) {
  return /^\d+$/.test(sql) ? sql : /^'(-\d+)'::integer$/.exec(sql)?.[1]
}

/** Numbers that JavaScript would round, and what json keeps letter by letter, stay SQL */
function isObject(json: string, type: string) {
  if (!/^[{[]/.test(json) || /\d{16}/.test(json)) return false

  return type === 'jsonb' || JSON.stringify(JSON.parse(json)) === json
}
