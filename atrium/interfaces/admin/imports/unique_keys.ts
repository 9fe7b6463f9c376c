import type { Resource } from '#atrium/resource/main'
import { Sql, identifier, joined, sql } from '#atrium/model/main'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type UniqueIndex = { name: string; parts: string[]; predicate: string | null }

/** What lines would put into columns, by the line's number */
type Written = { line: number; values: Record<string, unknown> }

/**
 * What the unique indexes of a table tell rows apart by, worked out for rows that are not written: names
 * without regard to case, for one. What is empty, or not said, tells no row from another.
 */
export class UniqueKeys {
  readonly #lines = new Map<string, number>()

  private constructor(
    protected resource: Resource,
    protected indexes: UniqueIndex[]
  ) {}

  static async of(resource: Resource, client: QueryClientContract) {
    return new UniqueKeys(resource, await uniqueIndexes(resource.table, client))
  }

  /** The keys of some lines. One whose values the table has no room for has none. */
  async keysOf(lines: Written[], client: QueryClientContract): Promise<Map<number, string[]>> {
    if (!this.indexes.length || !lines.length) return new Map()

    try {
      return await client.transaction((trx) => this.#ask(lines, trx))
    } catch (error: any) {
      if (!/^22/.test(error.code)) throw error
      if (lines.length === 1) return new Map()
    }
    const keys = new Map<number, string[]>()
    for (const line of lines) {
      for (const [number, each] of await this.keysOf([line], client)) keys.set(number, each)
    }
    return keys
  }

  /** The line that has one of these keys already, and what it has in common. */
  find(keys: string[] = []): { line: number; label: string } | undefined {
    const key = keys.find((one) => this.#lines.has(one))
    return key === undefined
      ? undefined
      : { line: this.#lines.get(key)!, label: this.#labelOf(key) }
  }

  /** Notes that a line has these keys by now. */
  take(line: number, keys: string[] = []) {
    for (const key of keys) this.#lines.set(key, line)
  }

  #labelOf(key: string) {
    const [name] = JSON.parse(key)
    const { parts } = this.indexes.find((index) => index.name === name)!
    const words = new Set(parts.join(' ').match(/\w+/g))
    const fields = [...this.resource.fields.values()].filter(({ column }) => words.has(column))
    return fields.map(({ label }) => label).join(', ')
  }

  async #ask(lines: Written[], client: QueryClientContract) {
    const table = identifier(this.resource.table)
    const keys = this.indexes.map(
      ({ name, parts, predicate }) => sql`
        case when ${said(predicate ?? 'true')} and num_nulls(${joined(parts.map(said))}) = 0
          then json_build_array(${name}::text, ${joined(parts.map((part) => sql`${said(part)}::text`))})::text
        end`
    )
    const rows = await run(
      client,
      sql`select line ->> 'line' as line, (
            select array_remove(array[${joined(keys)}], null)
            from jsonb_populate_record(null::${table}, line -> 'values') as ${table}
          ) as keys
          from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) as line`
    )
    return new Map(rows.map(({ line, keys: each }) => [Number(line), each as string[]]))
  }
}

async function uniqueIndexes(table: string, client: QueryClientContract) {
  const rows = await run(
    client,
    sql`
      select indexrelid::regclass::text as name,
        array(
          select pg_get_indexdef(indexrelid, n, true) from generate_series(1, indnkeyatts) as n
        ) as parts,
        pg_get_expr(indpred, indrelid, true) as predicate
      from pg_index
      where indrelid = quote_ident(${table})::regclass and indisunique
      order by 1`
  )
  return rows as UniqueIndex[]
}

/** Words of the catalogue itself. */
function said(text: string) {
  return new Sql(text.replaceAll('?', '\\?'))
}

async function run(client: QueryClientContract, { text, bindings }: Sql) {
  const { rows } = await client.rawQuery(text, [...bindings])
  return rows as Record<string, any>[]
}
