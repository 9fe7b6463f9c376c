import type { House } from './house.ts'
import type { NamedTable } from './named_tables.ts'
import { literal, objectOf } from './literal.ts'
import { quote } from '../schema/names.ts'
import { createFunction, createView, isDomain } from '../schema/ddl.ts'
import { spoken } from '../schema/spelling.ts'
import { readTrigger } from './read_trigger.ts'
import type { Routine, Table, View } from '../schema/types.ts'

/** How tables speak of extensions. Others are told of by the first model */
const traces: Record<string, RegExp> = {
  'btree_gin': /using gin \((?!.*_ops)/i,
  'btree_gist': /using gist \([^)]* with =/i,
  'citext': /\bcitext\b/,
  'cube': /\bcube\b/,
  'hstore': /\bhstore\b/,
  'intarray': /\bgi(n|st)__int/,
  'ltree': /\bl(tree|query|txtquery)\b/,
  'pg_trgm': /_trgm_ops\b|\bsimilarity\(/,
  'pgcrypto': /\b(crypt|gen_salt|digest|hmac)\(/,
  'postgis': /\bge(ometry|ography)\b/,
  'unaccent': /\bunaccent\(/,
  'uuid-ossp': /\buuid_generate_/,
  'vector': /\b(vector|halfvec|sparsevec)\b/,
}

/**
 * What stands beside tables in the database, by the model that declares it.
 */
export class DatabaseObjects {
  #functions = new Map<NamedTable, Routine[]>()
  #views = new Map<NamedTable, View[]>()
  #extensions = new Map<NamedTable, string[]>()

  /**
   * @param options.isWhole whether what no table needs is declared as well, by the first model
   * @param options.declared names of what other models declare already
   */
  constructor(
    readonly house: House,
    options: { isWhole: boolean; declared: string[] }
  ) {
    const isOpen = ({ name }: { name: string }) => !options.declared.includes(name)
    const rest = options.isWhole ? house.models[0] : undefined

    for (const routine of Object.values(house.schema.functions).filter(isOpen)) {
      add(this.#functions, this.#userOf(routine) ?? rest, routine)
    }
    for (const view of Object.values(house.schema.views).filter(isOpen)) {
      add(this.#views, this.#readBy(view) ?? rest, view)
    }
    for (const name of house.schema.extensions) {
      const needing = this.#needing(name)
      const models = needing.length > 0 || !isOpen({ name }) ? needing : [rest]
      for (const model of models) add(this.#extensions, model, name)
    }
  }

  extensions(model: NamedTable) {
    return list(this.#extensions.get(model), literal)
  }

  functions(model: NamedTable) {
    return list(this.#functions.get(model), (routine) => {
      const sql = createFunction(routine)
      return objectOf({
        name: literal(routine.name),
        sql: literal(isDomain(routine) ? spoken(sql) : sql),
      })
    })
  }

  triggers(model: NamedTable) {
    const [unknown, known] = partition(Object.values(model.table.triggers), ({ definition }) =>
      /^create constraint trigger/i.test(definition)
    )
    for (const { name } of unknown) {
      this.house.notes.push(
        `${model.table.name}.${name}: models have no word for constraint triggers. It stays as it is`
      )
    }
    return list(known, ({ name, definition }) => literal(readTrigger(name, definition)))
  }

  views(model: NamedTable) {
    return list(this.#views.get(model), (view) =>
      objectOf({
        name: literal(view.name),
        sql: literal(createView(view)),
        comment: view.comment === null ? undefined : literal(view.comment),
      })
    )
  }

  /** The first table that has a column, trigger, default, rule or index with it */
  #userOf(routine: Routine) {
    const { name } = routine
    const called = isDomain(routine) ? quote(name) : `${name.replace(/\(.*$/s, '')}(`
    return this.house.models.find(({ table }) => saysOf(table).includes(called))
  }

  /** The first table that a view reads, if all of them have models */
  #readBy(view: View) {
    const models = this.#tablesOf(view, []).map((name) => this.house.model(name))
    return models.includes(undefined) ? undefined : models.find((model) => !model!.isKnown)
  }

  /** Through other views, if need be */
  #tablesOf({ dependsOn }: View, above: string[]): string[] {
    const { views } = this.house.schema
    const names = new Set(dependsOn.map((column) => column.split('.')[0]))

    return [...names]
      .filter((name) => !above.includes(name))
      .flatMap((name) => (views[name] ? this.#tablesOf(views[name], [...above, name]) : [name]))
  }

  #needing(extension: string): (NamedTable | undefined)[] {
    return this.house.models.filter(({ table }) => traces[extension]?.test(saysOf(table)))
  }
}

/** All SQL of a table */
function saysOf(table: Table) {
  return [
    ...Object.values(table.columns).flatMap((column) => [
      column.type,
      column.default,
      column.generated,
    ]),
    ...[table.constraints, table.indexes, table.triggers].flatMap((parts) =>
      Object.values(parts).map(({ definition }) => definition)
    ),
  ].join('\n')
}

function partition<T>(items: T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))]
}

function list<T>(items: T[] | undefined, code: (item: T) => string) {
  return items && items.length > 0 ? `[${items.map(code).join(', ')}]` : undefined
}

function add<T>(map: Map<NamedTable, T[]>, model: NamedTable | undefined, item: T) {
  if (model) map.set(model, [...(map.get(model) ?? []), item])
}
