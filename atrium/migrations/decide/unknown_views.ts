import { escapeLiteral } from 'pg'

import type { Deciding } from './deciding.ts'

/**
 * Views of the developer's database that no migration made and that read one of these columns, which
 * have their former names here: `v (needs articles.title)`. Where there is no such database nobody knows.
 */
export async function unknownViews(columns: string[], { situation }: Deciding): Promise<string[]> {
  if (columns.length === 0) return []

  const { from, to } = situation
  const known = ['', ...Object.keys(from.views), ...Object.keys(to.views)]
  const found = await situation.rows?.examples(
    `select distinct view.relname || ' (needs ' || read.relname || '.' || attname || ')'
     from pg_depend
     join pg_rewrite on pg_depend.classid = 'pg_rewrite'::regclass and pg_rewrite.oid = objid
     join pg_class as view on view.oid = ev_class
     join pg_class as read on read.oid = refobjid and read.oid <> view.oid
     join pg_attribute on attrelid = refobjid and attnum = refobjsubid
     where refclassid = 'pg_class'::regclass and read.relnamespace = current_schema()::regnamespace
       and read.relname || '.' || attname in (${columns.map(escapeLiteral).join(', ')})
       and view.relname not in (${known.map(escapeLiteral).join(', ')})
     order by 1`
  )
  return found ?? []
}
