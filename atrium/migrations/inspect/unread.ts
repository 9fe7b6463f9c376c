import type { Queryable } from '../schema/read_schema.ts'

const here = `relnamespace = 'public'::regnamespace`
const notOfExtension = (catalog: string, oid: string) =>
  `not exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e')`

/** What models have no word for, each with a query for the names of what there is of it */
const kinds: [says: string, sql: string][] = [
  [
    'is divided into partitions; its model says it as one table',
    `select relname as name from pg_class where ${here} and relkind = 'p'`,
  ],
  [
    'inherits from another table; its model says all its columns by itself',
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
     where ${here} and not relispartition and relkind = 'r'`,
  ],
  [
    'is in another database: no model is written for it',
    `select relname as name from pg_class where ${here} and relkind = 'f'`,
  ],
  [
    'is unlogged; its model says it as an ordinary table',
    `select relname as name from pg_class where ${here} and relkind = 'r' and relpersistence = 'u'`,
  ],
  [
    'shows rows to some roles only (row level security); it stays as it is',
    `select relname as name from pg_class where ${here} and relrowsecurity`,
  ],
  [
    'has rules; they stay as they are',
    `select distinct relname as name from pg_rewrite join pg_class on pg_class.oid = ev_class
     where ${here} and relkind in ('r', 'p')`,
  ],
  [
    'is a sequence of no column; it stays as it is',
    `select relname as name from pg_class where ${here} and relkind = 'S' and not exists (
       select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('a', 'i')
     )`,
  ],
  [
    'is an index of a materialised view; it stays as it is',
    `select pg_class.relname as name from pg_index
     join pg_class on pg_class.oid = indexrelid join pg_class as owner on owner.oid = indrelid
     where owner.relkind = 'm' and owner.relnamespace = 'public'::regnamespace`,
  ],
  [
    'is computed when it is read; its model says that it is stored',
    `select relname || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
     where ${here} and attgenerated = 'v' and not attisdropped`,
  ],
  [
    'has a composite type, which models cannot make: delete the model and name the table in `unmanaged`',
    `select relname || '.' || attname as name from pg_attribute
     join pg_class on pg_class.oid = attrelid join pg_type on pg_type.oid = atttypid
     where ${here} and relkind in ('r', 'p') and attnum > 0 and not attisdropped and typtype = 'c'
       and typnamespace = 'public'::regnamespace and ${notOfExtension('pg_type', 'pg_type.oid')}`,
  ],
  [
    'is an aggregate; it stays as it is',
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'a'
       and ${notOfExtension('pg_proc', 'pg_proc.oid')}`,
  ],
  [
    'is in another schema than public: no model is written for it',
    `select nspname || '.' || relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind in ('r', 'p') and nspname !~ '^(pg_|information_schema$|public$)'
       and ${notOfExtension('pg_class', 'pg_class.oid')}`,
  ],
]

/**
 * What is in a database and in no model that can be written for it, in sentences.
 */
export async function unread(client: Queryable): Promise<string[]> {
  const sql = kinds.map(
    ([, names], place) => `select ${place} as kind, name::text from (${names}) as of_${place}`
  )
  const { rows } = await client.query(`${sql.join('\nunion all\n')}\norder by 1, 2`)

  return rows.map(({ kind, name }: { kind: number; name: string }) => `${name} ${kinds[kind][0]}`)
}
