import { E_SQUASH_REFUSED } from '../errors.ts'
import type { Schema, Table } from '../schema/types.ts'
import { quote, quoteText } from '../schema/names.ts'
import type { Queryable } from '../schema/read_schema.ts'

/** More rows than these are no settings any more, and nobody wants to read them in a migration */
const MOST = 1_000

/**
 * The statements that make the rows that migrations have left in an empty database, and the numbers
 * that their counters have come to.
 *
 * @throws E_SQUASH_REFUSED there are too many
 */
export async function carriedRows(client: Queryable, { tables }: Schema): Promise<string[]> {
  const statements: string[] = []
  for (const table of Object.values(tables)) {
    const { rows } = await client.query(
      `select count(*)::int as count, coalesce(jsonb_agg(row order by row), '[]')::text as rows
       from (select to_jsonb(one) as row from ${quote(table.name)} one limit ${MOST + 1}) as rows`
    )
    if (rows[0].count > MOST) throw tooMany(table.name)
    if (rows[0].count > 0) statements.push(insertInto(table, rows[0].rows))
    statements.push(...(await countersOf(client, table)))
  }
  return statements
}

/** Numbers, dates and bytes keep their exact values in JSON, as PostgreSQL writes and reads it. */
function insertInto(table: Table, rows: string) {
  const columns = Object.values(table.columns)
    .filter(({ generated }) => generated === null)
    .map(({ name }) => quote(name))
    .join(', ')
  const name = quote(table.name)

  return `insert into ${name} (${columns}) overriding system value
select ${columns} from jsonb_populate_recordset(null::${name}, ${quoteText(rows)})`
}

async function countersOf(client: Queryable, { name, columns }: Table) {
  const counted = Object.values(columns).filter(({ identity, serial }) => identity || serial)
  const statements: string[] = []
  for (const column of counted) {
    const sequence = `pg_get_serial_sequence(${quoteText(quote(name))}, ${quoteText(column.name)})`
    const { rows } = await client.query(
      `select last_value::text as last from pg_sequences
       where format('%I.%I', schemaname, sequencename)::regclass = ${sequence}::regclass and last_value is not null`
    )
    for (const { last } of rows) statements.push(`select setval(${sequence}, ${last})`)
  }
  return statements
}

function tooMany(table: string) {
  return new E_SQUASH_REFUSED(
    `The migrations leave more than ${MOST} rows in ${table}. A squashed migration cannot carry them: squash up to the file before (\`--until\`), or put these rows into a seeder. Nothing was written.`
  )
}
