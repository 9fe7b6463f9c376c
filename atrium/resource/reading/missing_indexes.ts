import { isText } from './value_type.ts'
import { parseFilter } from '../filter/parse.ts'
import type { Comparison, FilterNode } from '../filter/types.ts'
import type { ListStatement } from './list_statement.ts'
import type { Resource } from '../resource.ts'
import type { ResourceField } from '../resource_field.ts'
import type { ListQuery, SortTerm } from '../service/types.ts'

/** An index that a list would be quick with */
export type MissingIndex = {
  name: string

  /** For the model: `static indexes = [...]` */
  model: string

  /** A migration, ready to be kept in `database/migrations` */
  migration: string
}

type Wanted = { fields: ResourceField[]; orders: string[]; trigram?: boolean }

/**
 * The indexes that a list asks for: what its filter holds equal and then its order, in one; and one for
 * each text that is looked into. Those that the model has are left out.
 */
export function missingIndexes({ access, query, sort }: ListStatement): MissingIndex[] {
  const { resource } = access
  const comparisons = comparisonsOf(query.filter)
  const wanted = [
    inOrder(resource, comparisons, sort),
    ...lookedInto(resource, comparisons, query).map((field) => ({
      fields: [field],
      orders: [''],
      trigram: true,
    })),
  ]
  return wanted
    .filter((one) => one.fields.length && !isThere(resource, one))
    .map((one) => described(resource, one))
}

/** What every row of the list has to meet */
function comparisonsOf(filter: ListQuery['filter']): Comparison[] {
  if (!filter) return []
  const node: FilterNode = typeof filter === 'string' ? parseFilter(filter) : filter
  const nodes = node.type === 'and' ? node.nodes : [node]
  return nodes.filter((one) => one.type === 'comparison')
}

function inOrder(resource: Resource, comparisons: Comparison[], sort: SortTerm[]): Wanted {
  const ownField = ([name, ...rest]: string[]) =>
    rest.length ? undefined : fieldOf(resource, name)
  const equal = comparisons
    .filter(({ operator, value }) => operator === '=' && value.type !== 'null')
    .map(({ path }) => ownField(path))
    .filter((field) => field !== undefined)

  const sorted = sort.map(({ path, ...term }) => ({ ...term, field: ownField(path) }))
  if (sorted.some(({ field }) => !field)) return { fields: equal, orders: equal.map(() => '') }

  const direction = sort.at(-1)?.direction ?? 'asc'
  const keys = resource.key
    .filter((key) => !sorted.some(({ field }) => field === key))
    .map((field) => ({ field, direction, nulls: undefined }))
  const terms = [...sorted, ...keys].filter(({ field }) => !equal.includes(field!))

  return {
    fields: [...equal, ...terms.map(({ field }) => field!)],
    orders: [...equal.map(() => ''), ...terms.map(orderOf)],
  }
}

function orderOf({ direction, nulls }: Pick<SortTerm, 'direction' | 'nulls'>) {
  const usual = direction === 'desc' ? 'first' : 'last'
  return `${direction === 'desc' ? ' desc' : ''}${nulls && nulls !== usual ? ` nulls ${nulls}` : ''}`
}

function lookedInto(resource: Resource, comparisons: Comparison[], { search }: ListQuery) {
  const paths = comparisons.filter(({ operator }) => operator === ':').map(({ path }) => path)
  const searched = search ? resource.searchPaths : []

  const fields = [...paths, ...searched]
    .filter((path) => path.length === 1)
    .map(([name]) => resource.fields.get(name))
  return [...new Set(fields)].filter((field) => field && isText(field)) as ResourceField[]
}

/** A field, or the foreign key of a relation */
function fieldOf(resource: Resource, name: string) {
  const relation = resource.relations.get(name)
  const key = relation?.type === 'belongsTo' ? relation.foreignKey : undefined
  return resource.fields.get(key ?? name)
}

function isThere({ description, key }: Resource, { fields, orders, trigram }: Wanted) {
  if (!trigram && fields.length === key.length && fields.every(({ isKey }) => isKey)) return true

  const parts = partsOf(fields, orders).join()
  return description.indexes.some(
    (index) => index.parts.join() === parts && Boolean(index.opclass) === Boolean(trigram)
  )
}

function described({ description }: Resource, { fields, orders, trigram }: Wanted): MissingIndex {
  const { table } = description
  const columns = fields.map(({ column }, at) => `"${column}"${orders[at]}`)
  const words = [table, ...fields.map(({ column }) => column), trigram ? 'trigram' : 'index']
  const name = words.join('_').slice(0, 63)

  const parts = partsOf(fields, orders).map((part) => `'${part}'`)
  const options = trigram
    ? `, { method: 'gin', opclass: { ${fields[0].name}: 'gin_trgm_ops' } }`
    : ''
  const on = trigram
    ? `"${table}" using gin (${columns[0]} gin_trgm_ops)`
    : `"${table}" (${columns.join(', ')})`

  return {
    name,
    model: `index<${description.name}>([${parts.join(', ')}]${options})`,
    migration: migrationText(name, on, trigram),
  }
}

function partsOf(fields: ResourceField[], orders: string[]) {
  return fields.map(({ name }, at) => `${name}${orders[at]}`)
}

/** Built while rows are written. What a stop left half built is dropped first. */
function migrationText(name: string, on: string, trigram?: boolean) {
  const extension = trigram ? ['    this.sql(`create extension if not exists pg_trgm`)'] : []
  return [
    `import { Migration } from '#atrium/migrations/main'`,
    ``,
    `export default class extends Migration {`,
    `  static disableTransactions = true`,
    ``,
    `  async up() {`,
    ...extension,
    `    this.sql(\`drop index concurrently if exists "${name}"\`)`,
    `    this.sql(\`create index concurrently "${name}" on ${on}\`)`,
    `  }`,
    ``,
    `  async down() {`,
    `    this.sql(\`drop index concurrently if exists "${name}"\`)`,
    `  }`,
    `}`,
    ``,
  ].join('\n')
}
