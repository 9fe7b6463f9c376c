import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { type ReferenceAction, identifier, sql } from '#atrium/model/main'

import { run } from '../reading/run.ts'

/** A foreign key of the database that points to rows of a table */
export type PointingKey = {
  table: string

  /** The table's name as SQL, with its schema where that is needed */
  relation: string
  columns: string[]

  /** The table that it points to, and its columns there */
  parent: string
  targetColumns: string[]
  onDelete: ReferenceAction
}

const RULES: Record<string, ReferenceAction> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
}

/**
 * The foreign keys that point to a table, and those that point to what goes along with its rows. The
 * database is asked, as there may be tables that no model knows of.
 */
export async function keysPointingTo(
  client: QueryClientContract,
  table: string
): Promise<PointingKey[]> {
  const name = identifier(table).text
  const rows = await run(
    client,
    sql`
      with direct as (
        select oid, conrelid, confdeltype from pg_constraint
        where contype = 'f' and conparentid = 0 and confrelid = to_regclass(${name})
      )
      select child.relname as "table", c.conrelid::regclass::text as relation,
        parent.relname as parent, c.confdeltype as rule,
        array(
          select a.attname::text from unnest(c.conkey) with ordinality as k(number, place)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
          order by place
        ) as columns,
        array(
          select a.attname::text from unnest(c.confkey) with ordinality as k(number, place)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number
          order by place
        ) as target_columns
      from pg_constraint c
      join pg_class child on child.oid = c.conrelid
      join pg_class parent on parent.oid = c.confrelid
      where c.contype = 'f' and c.conparentid = 0 and (
        c.confrelid = to_regclass(${name})
        or c.confrelid in (select conrelid from direct where confdeltype = 'c')
      )
      order by child.relname, c.conname`
  )
  return rows.map(({ rule, target_columns: targetColumns, ...rest }) => ({
    ...rest,
    targetColumns,
    onDelete: RULES[rule],
  }))
}
