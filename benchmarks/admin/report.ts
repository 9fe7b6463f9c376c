import { availableParallelism, cpus, loadavg } from 'node:os'
import db from '@adonisjs/lucid/services/db'

import { options } from './options.ts'
import type { Result } from './measure.ts'
import type { Filling } from './database.ts'

/** How large the tables and their indexes are. */
export async function sizes() {
  const { rows } = await db.rawQuery(`
    select c.relname as name, pg_size_pretty(pg_relation_size(c.oid)) as size,
      case c.relkind when 'r' then round(pg_relation_size(c.oid) / greatest(c.reltuples, 1)) end as bytes,
      case c.relkind when 'r' then pg_size_pretty(pg_total_relation_size(c.oid)) end as total
    from pg_class c left join pg_index i on i.indexrelid = c.oid
    where coalesce(i.indrelid, c.oid) in ('bench_entries'::regclass, 'history'::regclass)
    order by coalesce(i.indrelid, c.oid), pg_relation_size(c.oid) desc`)

  return rows
    .map(({ name, size, bytes, total }: any) =>
      bytes
        ? `${name}: ${size}, ${bytes} bytes a row, ${total} with its indexes`
        : `${name}: ${size}`
    )
    .join('\n')
}

/** Where and how it was measured, and what was found. */
export function report(tables: string, filling: Filling, results: Result[]) {
  const [processor] = cpus()
  const [load] = loadavg()
  return `# What the bench of the admin found

\`npm run bench:admin\`, ${new Date().toISOString().slice(0, 10)}: ${options.runs} runs of each case, one after the other, in production mode.
${availableParallelism()} cores (${processor?.model.trim()}) with a load of ${load.toFixed(1)} at the end, Node ${process.versions.node}; server, database and whoever asks on one machine.
${options.rows.toLocaleString('en')} rows, made in ${filling.rows} s with their indexes, and as many entries of the history, made in ${filling.history} s, at a load of ${filling.load.toFixed(1)}.
What pages take is the whole answer over HTTP, for an administrator who is signed in. CPU is that of the process, without PostgreSQL's: other load on the machine changes it least.

${table(results)}

${tables.replace(/^/gm, '- ')}
`
}

/** The results as a table in Markdown. */
function table(results: Result[]) {
  const rows = results.map(({ name, goal, median, slowest, cpu, queries, outcome }) => {
    const verdict =
      goal === undefined ? '' : median <= goal ? `under ${goal} ms` : `**over ${goal} ms**`
    return `| ${name} | ${median.toFixed(1)} ms | ${slowest.toFixed(1)} ms | ${cpu.toFixed(1)} ms | ${Number(queries.toFixed(1))} | ${verdict} | ${outcome} |`
  })
  return [
    '| case | median | slowest | CPU | queries | goal | outcome |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
