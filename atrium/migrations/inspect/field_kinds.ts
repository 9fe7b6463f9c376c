import { literal } from './literal.ts'
import type { Column, EnumType } from '../schema/types.ts'
import { plainCondition } from './plain_condition.ts'
import { shortType } from '../schema/spelling.ts'

/** A kind of field, with what is said to it, and the type of its property */
export type Kind = {
  kind: string
  args: string[]
  options: Record<string, string | undefined>
  type: string
}

type Maker = (parts: (string | undefined)[], column: Column) => Kind

const field = (
  kind: string,
  type: string,
  options: Kind['options'] = {},
  args: string[] = []
): Kind => ({ kind, type, options, args })

const bitsOf: Record<string, string | undefined> = { smallint: '16', integer: '32', bigint: '64' }

/** The kinds that varchar columns are by their names, and how long those are unless said */
const textual: [name: RegExp, kind: string, usual: number][] = [
  [/(^|_)e?mail(_address)?$/i, 'email', 254],
  [/(^|_)(url|website|homepage)$/i, 'url', 2048],
  [/(^|_)slug$/i, 'slug', 255],
  [/^/, 'string', 255],
]

/** The kind of field of each type. The first that fits is taken */
const kinds: [type: RegExp, maker: Maker][] = [
  [
    /^(smallint|integer)$/,
    ([bits], column) =>
      field('integer', 'number', {
        bits: bits === 'smallint' ? '16' : undefined,
        ...counted(column),
      }),
  ],
  [/^bigint$/, (_, column) => field('bigint', 'bigint', counted(column))],
  [/^character varying(?:\((\d+)\))?$/, ([max], { name }) => varchar(max, name)],
  [/^character\((\d+)\)$/, ([length]) => field('string', 'string', { format: `'char'`, length })],
  [/^text$/, () => field('text', 'string')],
  [
    /^numeric(?:\((\d+),(-?\d+)\))?$/,
    ([precision, scale]) => field('decimal', 'Decimal', { precision, scale }),
  ],
  [
    /^(real|double precision)$/,
    ([type]) => field('float', 'number', { bits: type === 'real' ? '32' : undefined }),
  ],
  [/^boolean$/, () => field('boolean', 'boolean')],
  [/^date$/, () => field('date', 'DateTime')],
  [
    /^timestamp(?:\((\d)\))? with time zone$/,
    ([precision]) => field('timestamp', 'DateTime', { precision }),
  ],
  [
    /^timestamp(?:\((\d)\))? without time zone$/,
    ([precision]) => field('timestamp', 'DateTime', { zone: 'false', precision }),
  ],
  [
    /^time(?:\((\d)\))? without time zone$/,
    ([precision]) => field('time', 'string', { precision }),
  ],
  [
    /^time(?:\((\d)\))? with time zone$/,
    ([precision]) => field('time', 'string', { zone: 'true', precision }),
  ],
  [/^interval$/, () => field('duration', 'Duration')],
  [/^jsonb$/, (_, column) => field('json', jsonType(column))],
  [/^json$/, (_, column) => field('json', jsonType(column), { binary: 'false' })],
  [/^uuid$/, () => field('uuid', 'string', { auto: 'false' })],
  [/^bytea$/, () => field('binary', 'Buffer')],
  [/^inet$/, () => field('inet', 'string')],
  [/^cidr$/, () => field('inet', 'string', { type: `'cidr'` })],
  [
    /^character varying\((\d+)\)\[\]$/,
    ([max]) => field('array', 'string[]', { max: max === '255' ? undefined : max }, [`'string'`]),
  ],
  [
    /^numeric(?:\((\d+),(-?\d+)\))?\[\]$/,
    ([precision, scale]) => field('array', 'Decimal[]', { precision, scale }, [`'decimal'`]),
  ],
]

/** The kinds and values of arrays whose type says everything */
const arrays: Record<string, [kind: string, type: string]> = {
  'text[]': ['text', 'string[]'],
  'integer[]': ['integer', 'number[]'],
  'bigint[]': ['bigint', 'bigint[]'],
  'double precision[]': ['float', 'number[]'],
  'boolean[]': ['boolean', 'boolean[]'],
  'date[]': ['date', 'DateTime[]'],
  'timestamp with time zone[]': ['timestamp', 'DateTime[]'],
  'uuid[]': ['uuid', 'string[]'],
  'inet[]': ['inet', 'string[]'],
}

/** What the driver makes of types that no kind of field stands for. All others are text to it */
const drivers: [type: RegExp, property: string][] = [
  [/^(smallint|integer|oid|real|double precision)$/, 'number'],
  [/^(smallint|integer|oid|real|double precision)\[\]$/, 'number[]'],
  [/^(text|character varying(\(\d+\))?|numeric(\(.*\))?|bigint|uuid)\[\]$/, 'string[]'],
  [/^boolean$/, 'boolean'],
  [/^(date|timestamp.*)$/, 'Date'],
  [/^jsonb?$/, 'Record<string, any>'],
  [/^bytea$/, 'Buffer'],
  [/^point$/, '{ x: number; y: number }'],
  [/^circle$/, '{ x: number; y: number; radius: number }'],
  [/^interval.*$/, 'object'],
]

/**
 * The kind of field that makes such a column, which is `custom` where no other does.
 */
export function kindOf(
  column: Column,
  { isId, enumType }: { isId: boolean; enumType?: EnumType }
): Kind {
  if (isId) return idOf(column)
  if (column.generated !== null) return generatedOf(column, column.generated)
  if (enumType) return enumTypeOf(enumType)
  if (isListed(column)) return enumOf(column, column.words!)

  const array = arrays[column.type]
  if (array) return field('array', array[1], collation(column), [literal(array[0])])

  for (const [type, maker] of kinds) {
    const parts = type.exec(column.type)
    if (parts) return withCollation(maker(parts.slice(1), column), column)
  }
  return field('custom', driverType(column.type), {}, [literal(shortType(column.type))])
}

function idOf(column: Column) {
  return field('id', 'number', {
    bits: column.type === 'bigint' ? undefined : bitsOf[column.type],
    generated:
      column.identity === 'by default' ? undefined : (counted(column).generated ?? undefined),
  })
}

/** How the database counts, where it does */
function counted({ identity, serial }: Column) {
  return { generated: serial ? `'serial'` : identity ? literal(identity) : undefined }
}

function generatedOf(column: Column, as: string) {
  return field('generated', driverType(column.type), {
    type: literal(shortType(column.type)),
    as: literal(plainCondition(as)),
  })
}

function enumOf(column: Column, { values }: { values: string[] }) {
  const [, max = 'Infinity'] = /\((\d+)\)/.exec(column.type) ?? []
  return field('enum', union(values), { max: column.type === 'text' ? undefined : max }, [
    literal(values),
  ])
}

function enumTypeOf({ name, values, comment }: EnumType) {
  const typeComment = comment === null ? undefined : literal(comment)
  return field('enum', union(values), { type: literal(name), typeComment }, [literal(values)])
}

function varchar(max: string | undefined, name: string) {
  const [, kind, usual] = textual.find(([pattern]) => pattern.test(name))!
  return field(kind, 'string', { max: max === String(usual) ? undefined : (max ?? 'Infinity') })
}

/** Whether a check lists the words of a column that an enum may be */
export function isListed({ type, words }: Column) {
  return words !== null && /^(text|character varying(\(\d+\))?)$/.test(type)
}

function withCollation(kind: Kind, column: Column) {
  return { ...kind, options: { ...kind.options, ...collation(column) } }
}

function collation({ collation: name }: Column) {
  return { collation: name === null ? undefined : literal(name) }
}

function jsonType({ default: value }: Column) {
  return value?.startsWith(`'[`) ? 'any[]' : 'Record<string, any>'
}

function driverType(type: string) {
  return drivers.find(([pattern]) => pattern.test(type))?.[1] ?? 'string'
}

function union(values: string[]) {
  return values.map(literal).join(' | ')
}
