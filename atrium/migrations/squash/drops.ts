import type { Schema } from '../schema/types.ts'
import { quote } from '../schema/names.ts'
import { dropFunction, dropView } from '../schema/ddl.ts'
import type { Queryable } from '../schema/read_schema.ts'

/**
 * The statements that take a schema away, in an order that PostgreSQL accepts: each is tried, and what
 * something else still needs is tried again after that.
 *
 * @param client a database with that schema, as it is afterwards too
 */
export async function dropsInOrder(client: Queryable, schema: Schema): Promise<string[]> {
  let left = dropsOf(schema)
  const ordered: string[] = []

  await client.query('begin')
  try {
    for (let progress = true; progress && left.length > 0;) {
      const refused: string[] = []
      for (const statement of left) {
        const isDone = await isAccepted(client, statement)
        if (isDone) ordered.push(statement)
        else refused.push(statement)
      }
      progress = refused.length < left.length
      left = refused
    }
    return [...ordered, ...left]
  } finally {
    await client.query('rollback')
  }
}

function dropsOf({ views, tables, functions, enums, extensions }: Schema) {
  const all = Object.values(tables).toReversed()
  return [
    ...Object.values(views).toReversed().map(dropView),
    ...all.flatMap(({ name, constraints }) =>
      Object.values(constraints)
        .filter(({ kind, foreign }) => kind === 'foreign' && foreign!.table !== name)
        .map((one) => `alter table ${quote(name)} drop constraint ${quote(one.name)}`)
    ),
    ...all.map(({ name }) => `drop table ${quote(name)}`),
    ...Object.values(functions).toReversed().map(dropFunction),
    ...Object.keys(enums).map((name) => `drop type ${quote(name)}`),
    ...extensions.toReversed().map((name) => `drop extension ${quote(name)}`),
  ]
}

async function isAccepted(client: Queryable, statement: string) {
  await client.query('savepoint tried')
  try {
    await client.query(statement)
    return true
  } catch {
    await client.query('rollback to savepoint tried')
    return false
  }
}
