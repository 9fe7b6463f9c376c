import { availableParallelism, cpus } from 'node:os'

import type { Case } from './cases.ts'
import type { Recipe } from './contender.ts'
import type { Measurement } from './measure.ts'

/**
 * What was found, by case and contender.
 */
export type Results = Map<Case, Map<string, Measurement>>

type Circumstances = {
  rounds: number
  seconds: number
  connections: number
  database: string
}

/**
 * Writes the results as Markdown.
 */
export function report(results: Results, recipes: Recipe[], circumstances: Circumstances) {
  const { rounds, seconds, connections, database } = circumstances
  const [processor] = cpus()

  return `# What the bench found

\`npm run bench\`, ${new Date().toISOString().slice(0, 10)}: medians of ${rounds} alternating rounds of ${seconds} s with ${connections} connections, in one run.
${availableParallelism()} cores (${processor?.model.trim()}), Node ${process.versions.node}, PostgreSQL ${database}; server, database and load on one machine.
20,000 articles of 2 KB, 1,000 authors, 100 tags, 100,000 comments, 200,000 favorites.

The limit is \`node:http\` + \`pg\` with one prepared statement that answers with JSON text; its answers are the same bytes as ours, which the bench checks first.
Plain is AdonisJS + Lucid as its documentation uses it: models, preload, paginate, transformers; session and shield on the page.

| case | of the limit | goal | times plain | CPU of the limit to ours | CPU of plain to ours |
|---|---|---|---|---|---|
${[...results].map(ratiosOf).join('\n')}

| case | server | requests/s | p50 ms | p99 ms | CPU ms a request: server + PostgreSQL | server MB |
|---|---|---|---|---|---|---|
${[...results].flatMap(([one, found]) => rowsOf(one, found, recipes)).join('\n')}
`
}

/**
 * Ratios of requests a second, and of processor time a request: on a busy machine the second ones
 * say more.
 */
function ratiosOf([{ label, goal }, found]: [Case, Map<string, Measurement>]) {
  const [limit, ours, plain] = ['limit', 'ours', 'plain'].map((name) => found.get(name)!)
  const cpu = (one: Measurement) => one.serverCpu + one.databaseCpu
  const figures = [
    (ours.rate / limit.rate).toFixed(2),
    goal ?? '',
    (ours.rate / plain.rate).toFixed(1),
    (cpu(limit) / cpu(ours)).toFixed(2),
    (cpu(plain) / cpu(ours)).toFixed(1),
  ]

  return `| ${label} | ${figures.join(' | ')} |`
}

function rowsOf({ label }: Case, found: Map<string, Measurement>, recipes: Recipe[]) {
  return recipes.map((recipe) => {
    const one = found.get(recipe.name)!
    const cpu = `${one.serverCpu.toFixed(2)} + ${one.databaseCpu.toFixed(2)}`

    return `| ${label} | ${recipe.label} | ${Math.round(one.rate).toLocaleString('en')} | ${one.p50} | ${one.p99} | ${cpu} | ${Math.round(one.memory)} |`
  })
}
