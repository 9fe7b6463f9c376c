import { blame } from './blame.ts'
import type { Hints } from './hints.ts'
import { overlay } from './overlay.ts'
import { quoteText } from '../schema/names.ts'
import { hintsOf } from './hints_of.ts'
import { E_NO_SUCH_ROUTINE } from './errors.ts'
import { statementsOf } from './statements.ts'
import { withRequired } from './with_required.ts'
import type { Schema } from '../schema/types.ts'
import type { OwnedModel } from '../generate/types.ts'
import { connected } from '../scratch/connection.ts'
import { runStatements, tryStatements } from '../scratch/run_statements.ts'
import { FailedStatement } from '../scratch/failed_statement.ts'
import { declaredSchema, type Declared } from './declared_schema.ts'
import { readSchema, type Queryable } from '../schema/read_schema.ts'

type Wanted = { schema: Schema; hints: Hints; sql: string[] }

/**
 * What the database is to look like, as the models say it and PostgreSQL understands it: it is made in
 * one go in an empty database and read back.
 *
 * @param database an empty database: its address, or a connection
 * @param options.keep false takes back what was made, which costs the disk nothing
 * @returns the schema, what else the models say, and the statements that make it
 * @throws E_MODEL_NOT_POSSIBLE PostgreSQL refuses what a model says
 */
export async function wantedSchema(
  models: OwnedModel[],
  database: Queryable | string,
  options: { keep?: boolean } = {}
): Promise<Wanted> {
  if (typeof database === 'string') {
    return connected(database, (client) => wantedSchema(models, client, options))
  }

  const all = withRequired(models)
  const declared = declaredSchema(all.map(({ model }) => model))
  const sql = statementsOf(declared.schema)
  const schema = await made(sql, declared, database, options)
  return { schema, hints: hintsOf(all, declared), sql }
}

async function made(
  sql: string[],
  declared: Declared,
  client: Queryable,
  { keep = true }: { keep?: boolean }
) {
  const look = () => readBack(declared, client)
  const run = keep ? runStatements(client, sql).then(look) : tryStatements(client, sql, look)

  return run.catch((error): never => {
    throw error instanceof FailedStatement ? blame(error, declared) : error
  })
}

async function readBack(declared: Declared, client: Queryable) {
  const functions = await namedAsRead(declared, client)
  return overlay(await readSchema(client), { ...declared.schema, functions })
}

/** Models may say `f(int)` for what PostgreSQL calls `f(integer)`, or only `f`. */
async function namedAsRead({ schema, owners }: Declared, client: Queryable) {
  const names = Object.keys(schema.functions)
  if (names.length === 0) return {}

  const { rows } = await client.query(
    `select said, coalesce(
       proname || '(' || oidvectortypes(proargtypes) || ')',
       (select typname from pg_type where typname = said and typtype = 'd')
     ) as read
     from unnest(array[${names.map(quoteText).join(', ')}]) as said
     left join pg_proc on pg_proc.oid = coalesce(
       case when said like '%)' then to_regprocedure(said)::oid end, to_regproc(said)::oid
     )`
  )
  return Object.fromEntries(
    rows.map(({ said, read }: { said: string; read: string | null }) => {
      if (read === null) {
        const owner = Object.values(owners).find((one) =>
          one.functions.some(({ name }) => name === said)
        )
        throw new E_NO_SUCH_ROUTINE([owner!.name, said])
      }
      return [read, { ...schema.functions[said], name: read }]
    })
  )
}
