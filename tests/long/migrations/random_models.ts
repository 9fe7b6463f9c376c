import { field, index } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import { modelOf } from '../../migrations/model_of.ts'

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32) */
export function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = ReturnType<typeof randomFrom>

export const pick = <T>(random: Random, values: readonly T[]) =>
  values[Math.floor(random() * values.length)]

/** A column of a random model: how it is declared, and which values of SQL it takes */
type Kind = {
  declare: (options: any) => any
  values: string[]
  defaults: unknown[]
  options?: object
}

const kinds: Record<string, Kind> = {
  long: {
    declare: (o) => field.string({ max: 40, ...o }),
    values: [`'short'`, `'a string that is rather long'`, `'7'`],
    defaults: ['new'],
  },
  short: {
    declare: (o) => field.string({ max: 8, ...o }),
    values: [`'short'`, `'12'`, `'x'`],
    defaults: ['s'],
  },
  text: {
    declare: (o) => field.text(o),
    values: [`'some text'`, `'2024-01-02'`, `'true'`],
    defaults: [''],
  },
  integer: { declare: (o) => field.integer(o), values: ['1', '40000', '-7'], defaults: [0] },
  small: {
    declare: (o) => field.integer({ bits: 16, ...o }),
    values: ['1', '2', '-7'],
    defaults: [5],
  },
  bigint: {
    declare: (o) => field.bigint(o),
    values: ['1', '9007199254740993', '3'],
    defaults: [0n],
  },
  money: {
    declare: (o) => field.decimal({ precision: 12, scale: 2, ...o }),
    values: ['1.25', '1234567.5', '-3'],
    defaults: [],
  },
  rate: {
    declare: (o) => field.decimal({ precision: 6, scale: 4, ...o }),
    values: ['0.1234', '1', '-3.5'],
    defaults: [],
  },
  float: { declare: (o) => field.float(o), values: ['0.1', '1e10', '2'], defaults: [1.5] },
  flag: {
    declare: (o) => field.boolean(o),
    values: ['true', 'false', 'true'],
    defaults: [true, false],
  },
  day: {
    declare: (o) => field.date(o),
    values: [`'2024-01-02'`, `'1999-12-31'`, `'2030-06-07'`],
    defaults: [],
  },
  moment: {
    declare: (o) => field.timestamp(o),
    values: [`'2024-01-02 03:04:05Z'`, `'1999-12-31 00:00:00Z'`, `now()`],
    defaults: [],
  },
  wall: {
    declare: (o) => field.timestamp({ zone: false, ...o }),
    values: [`'2024-01-02 03:04:05'`, `'1999-12-31'`, `'2030-01-01'`],
    defaults: [],
  },
  time: {
    declare: (o) => field.time(o),
    values: [`'01:02:03'`, `'23:59'`, `'12:00'`],
    defaults: [],
  },
  span: {
    declare: (o) => field.duration(o),
    values: [`'1 day'`, `'2 hours'`, `'1 mon'`],
    defaults: [],
  },
  uuid: {
    declare: (o) => field.uuid(o),
    values: ['gen_random_uuid()', 'gen_random_uuid()', 'gen_random_uuid()'],
    defaults: [],
  },
  json: { declare: (o) => field.json(o), values: [`'{"a": 1}'`, `'[]'`, `'"x"'`], defaults: [{}] },
  words: {
    declare: (o) => field.enum(['draft', 'open', 'done'], o),
    values: [`'draft'`, `'open'`, `'done'`],
    defaults: ['draft'],
  },
  otherWords: {
    declare: (o) => field.enum(['draft', 'done', 'gone'], o),
    values: [`'draft'`, `'gone'`, `'done'`],
    defaults: ['gone'],
  },
  ordered: {
    declare: (o) => field.enum(['low', 'high'], { type: 'level', ...o }),
    values: [`'low'`, `'high'`, `'low'`],
    defaults: ['low'],
  },
  list: {
    declare: (o) => field.array('text', o),
    values: [`'{a,b}'`, `'{}'`, `'{c}'`],
    defaults: [],
  },
  address: {
    declare: (o) => field.inet(o),
    values: [`'127.0.0.1'`, `'10.0.0.0/8'`, `'::1'`],
    defaults: [],
  },
  bytes: { declare: (o) => field.binary(o), values: [`'\\x01'`, `'\\x'`, `'\\xff'`], defaults: [] },
}

type Column = { name: string; kind: string; options: Record<string, unknown>; to?: string }
type Table = { name: string; columns: Column[]; pairs: string[][]; renamedFrom?: string }

/** Tables of random models, before they are models */
export type Tables = Table[]

const NAMES = [
  'title',
  'body',
  'status',
  'price',
  'amount',
  'notes',
  'code',
  'color',
  'user',
  'order',
  'Größe',
]
const TABLES = ['authors', 'books', 'shops', 'sales']

export function randomTables(random: Random): Tables {
  const count = 1 + Math.floor(random() * 3)
  const names = TABLES.slice(0, count)

  return names.map((name, place) => ({
    name,
    columns: distinct(
      Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
        randomColumn(random, names.slice(0, place))
      )
    ),
    pairs: [],
  }))
}

function randomColumn(random: Random, others: string[]): Column {
  if (others.length > 0 && random() < 0.25) {
    const to = pick(random, others)
    const options = {
      nullable: random() < 0.5,
      onDelete: pick(random, ['cascade', 'restrict', 'no action']),
    }
    return { name: `${to}_id`, kind: 'reference', options, to }
  }

  const kind = pick(random, Object.keys(kinds))
  return { name: pick(random, NAMES), kind, options: randomOptions(random, kind) }
}

function randomOptions(random: Random, kind: string) {
  const options: Record<string, unknown> = {}
  const { defaults } = kinds[kind]
  if (random() < 0.4) options.nullable = true
  if (random() < 0.2) options.index = kind !== 'json'
  if (random() < 0.15 && !['flag', 'words', 'otherWords', 'ordered', 'json'].includes(kind))
    options.unique = true
  if (random() < 0.3 && defaults.length > 0) options.default = pick(random, defaults)
  if (random() < 0.1) options.comment = `it's ${kind}`
  return options
}

/** The same tables after somebody worked on them for a while. */
export function changed(tables: Tables, random: Random): Tables {
  const result = structuredClone(tables).map((table) => ({
    ...table,
    renamedFrom: undefined as string | undefined,
  }))
  for (const table of result) for (const column of table.columns) delete column.options.renamedFrom

  const times = 1 + Math.floor(random() * 4)
  for (let time = 0; time < times; time++) pick(random, changes)(result, random)
  return result
}

const changes: ((tables: Tables, random: Random) => void)[] = [
  (tables, random) => {
    const table = pick(random, tables)
    const others = tables.map(({ name }) => name).slice(0, tables.indexOf(table))
    table.columns = distinct([...table.columns, randomColumn(random, others)])
  },
  (tables, random) => {
    const { columns } = pick(random, tables)
    if (columns.length > 1) columns.splice(Math.floor(random() * columns.length), 1)
  },
  (tables, random) => {
    const column = pick(random, pick(random, tables).columns)
    if (column.to) return
    column.kind = pick(random, Object.keys(kinds))
    column.options = {
      ...randomOptions(random, column.kind),
      renamedFrom: column.options.renamedFrom,
    }
  },
  (tables, random) => {
    const column = pick(random, pick(random, tables).columns)
    column.options.nullable = !column.options.nullable
  },
  (tables, random) => {
    const column = pick(random, pick(random, tables).columns)
    if (column.to) column.options.onDelete = pick(random, ['cascade', 'restrict', 'no action'])
    else
      column.options = {
        ...randomOptions(random, column.kind),
        renamedFrom: column.options.renamedFrom,
      }
  },
  (tables, random) => {
    const { columns } = pick(random, tables)
    const column = pick(random, columns)
    const name = pick(random, NAMES)
    if (column.to || column.options.renamedFrom || columns.some((one) => one.name === name)) return
    column.options.renamedFrom = column.name
    column.name = name
  },
  (tables, random) => {
    const table = pick(random, tables)
    if (table.renamedFrom || tables.some(({ name }) => name === 'stores')) return
    for (const { columns } of tables) {
      for (const column of columns.filter(({ to }) => to === table.name)) column.to = 'stores'
    }
    table.renamedFrom = table.name
    table.name = 'stores'
  },
  (tables, random) => {
    const table = pick(random, tables)
    if (
      tables.length < 2 ||
      tables.some(({ columns }) => columns.some(({ to }) => to === table.name))
    )
      return
    tables.splice(tables.indexOf(table), 1)
  },
  (tables, random) => {
    if (tables.some(({ name }) => name === 'visits')) return
    const others = tables.map(({ name }) => name)
    tables.push({
      name: 'visits',
      columns: distinct([randomColumn(random, others), randomColumn(random, others)]),
      pairs: [],
    })
  },
  (tables, random) => {
    const table = pick(random, tables)
    const names = table.columns.filter(({ kind }) => kind !== 'json').map(({ name }) => name)
    if (names.length > 1) table.pairs = [names.slice(0, 2)]
  },
]

/** Made into models. */
export function modelsOf(tables: Tables): LucidModel[] {
  const models = new Map<string, LucidModel>()

  for (const { name, columns, pairs, renamedFrom } of tables) {
    const fields: Record<string, any> = { id: field.id() }
    for (const column of columns) fields[property(column.name)] = declared(column, models)
    const present = pairs.filter((pair) =>
      pair.every((one) => columns.some((column) => column.name === one))
    )
    const indexes = present.map((pair) => index<any>(pair.map(property) as any[]))

    models.set(name, modelOf(name, fields, { indexes, ...(renamedFrom ? { renamedFrom } : {}) }))
  }
  return [...models.values()]
}

function declared({ name, kind, options, to }: Column, models: Map<string, LucidModel>) {
  const all = { ...options, columnName: name }
  return to ? field.foreignKey(() => models.get(to) as any, all) : kinds[kind].declare(all)
}

/** SQL that puts three rows into each table. */
export function rowsOf(tables: Tables) {
  return tables.flatMap(({ name, columns }) =>
    [0, 1, 2].map((row) => {
      const names = columns.map((column) => `"${column.name}"`).join(', ')
      const values = columns.map((column) => valueOf(column, row)).join(', ')
      return `insert into "${name}" (${names}) values (${values})`
    })
  )
}

function valueOf({ kind, options, to }: Column, row: number) {
  if (options.nullable && row === 2) return 'null'
  return to ? `(select id from "${to}" order by id offset ${row} limit 1)` : kinds[kind].values[row]
}

function distinct(columns: Column[]) {
  return columns.filter(
    ({ name }, place) => columns.findIndex((one) => one.name === name) === place
  )
}

function property(column: string) {
  return column.replace(/_id$/, 'Id')
}
