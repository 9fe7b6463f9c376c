import type { FieldDescription, FieldKind, ScalarKind } from '#atrium/model/main'

import { quote } from '../schema/names.ts'

type Field<K extends FieldKind> = FieldDescription<K>

const integers = { 16: 'smallint', 32: 'integer', 64: 'bigint' } as const
const floats = { 32: 'real', 64: 'double precision' } as const

type Length = { max?: number; length?: number }
const varchar = ({ max, length }: Length, usual: number) =>
  max === Infinity ? 'varchar' : `varchar(${max ?? length ?? usual})`

type Digits = { precision?: number; scale?: number }
const numeric = ({ precision, scale }: Digits) =>
  precision === undefined
    ? 'numeric'
    : `numeric(${[precision, scale].filter((digits) => digits !== undefined).join(', ')})`

const inParentheses = (digits?: number) => (digits === undefined ? '' : `(${digits})`)

/**
 * The type of each kind of field in PostgreSQL. A foreign key has that of the column which it points
 * to.
 */
export const columnTypes: {
  [K in Exclude<FieldKind, 'foreignKey'>]: (field: Field<K>) => string
} = {
  id: ({ bits = 64 }) => integers[bits],
  string: (field) =>
    field.format === 'char' ? `char(${field.length ?? field.max ?? 1})` : varchar(field, 255),
  text: () => 'text',
  slug: (field) => varchar(field, 255),
  email: (field) => varchar(field, 254),
  url: (field) => varchar(field, 2048),
  integer: ({ bits = 32 }) => integers[bits],
  bigint: () => 'bigint',
  decimal: numeric,
  float: ({ bits = 64 }) => floats[bits],
  boolean: () => 'boolean',
  date: () => 'date',
  timestamp: ({ zone = true, precision }) =>
    `${zone ? 'timestamptz' : 'timestamp'}${inParentheses(precision)}`,
  time: ({ zone = false, precision }) => `${zone ? 'timetz' : 'time'}${inParentheses(precision)}`,
  duration: () => 'interval',
  enum: ({ type, max }) =>
    type ? quote(type) : max === undefined ? 'text' : varchar({ max }, max),
  json: ({ binary = true }) => (binary ? 'jsonb' : 'json'),
  uuid: () => 'uuid',
  array: (field) => `${scalarTypes[field.of](field)}[]`,
  binary: () => 'bytea',
  file: () => 'text',
  image: () => 'text',
  inet: ({ type = 'inet' }) => type,
  generated: ({ type }) => type,
  custom: ({ type }) => type,
}

/** The type of one of the values in an array. */
const scalarTypes: { [K in ScalarKind]: (field: Field<'array'>) => string } = {
  string: (field) => varchar(field, 255),
  text: () => 'text',
  integer: () => 'integer',
  bigint: () => 'bigint',
  decimal: numeric,
  float: () => 'double precision',
  boolean: () => 'boolean',
  date: () => 'date',
  timestamp: () => 'timestamptz',
  uuid: () => 'uuid',
  inet: () => 'inet',
}
