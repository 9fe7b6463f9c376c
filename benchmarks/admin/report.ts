import { availableParallelism, cpus, loadavg } from 'node:os'
import db from '@adonisjs/lucid/services/db'

import { options } from './options.ts'
import type { Result } from './measure.ts'

/** How large the table and its indexes are. */
export async function sizes() {
  const { rows } = await db.rawQuery(`
    select c.relname as name, pg_size_pretty(pg_relation_size(c.oid)) as size,
      pg_size_pretty(pg_database_size(current_database())) as total,
      case c.relkind when 'r' then round(pg_relation_size(c.oid) / greatest(c.reltuples, 1)) end as bytes
    from pg_class c where c.relname like 'bench_entries%' order by pg_relation_size(c.oid) desc`)
  const lines = rows.map(
    ({ name, size, bytes }: any) => `${name}: ${size}${bytes ? `, ${bytes} bytes a row` : ''}`
  )
  return [...lines, `The database: ${rows[0].total}`].join('\n')
}

/** Where and how it was measured, and what was found. */
export function report(tables: string, results: Result[]) {
  const [processor] = cpus()
  const [load] = loadavg()
  return `# What the bench of the admin found

\`npm run bench:admin\`, ${new Date().toISOString().slice(0, 10)}: ${options.runs} runs of each case, one after the other, in production mode.
${availableParallelism()} cores (${processor?.model.trim()}) with a load of ${load.toFixed(1)} at the end, Node ${process.versions.node}; server, database and whoever asks on one machine.
${options.rows.toLocaleString('en')} rows. What pages take is the whole answer over HTTP, for an administrator who is signed in.

${table(results)}

${tables.replace(/^/gm, '- ')}
`
}

/** The results as a table in Markdown. */
function table(results: Result[]) {
  const rows = results.map(({ name, goal, median, slowest, queries, outcome }) => {
    const verdict =
      goal === undefined ? '' : median <= goal ? `under ${goal} ms` : `**over ${goal} ms**`
    return `| ${name} | ${median.toFixed(1)} ms | ${slowest.toFixed(1)} ms | ${queries} | ${verdict} | ${outcome} |`
  })
  return [
    '| case | median | slowest | queries | goal | outcome |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
