import db from '@adonisjs/lucid/services/db'

import { options } from './options.ts'
import type { Case } from './service_cases.ts'

/** What a case took, in milliseconds, and how many queries */
export type Result = {
  name: string
  goal?: number
  median: number
  slowest: number
  queries: number
  outcome: string
}

/** Tells how many queries there were by now */
type Counter = () => Promise<number> | number

/**
 * Runs cases one after the other. The first run of each warms up and is not counted.
 *
 * @param queries those of this process unless said
 */
export async function measure(cases: Case[], queries = ownQueries()): Promise<Result[]> {
  const results: Result[] = []
  for (const one of cases.filter(({ name }) => name.includes(options.only ?? ''))) {
    const result = await resultOf(one, queries)
    console.log(`${one.name}: ${result.median.toFixed(1)} ms`)
    results.push(result)
  }
  return results
}

async function resultOf(
  { name, goal, runs = options.runs, work }: Case,
  queries: Counter
): Promise<Result> {
  if (runs > 1) await work()

  const times: number[] = []
  let outcome: string | void = ''
  const before = await queries()
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    outcome = await work()
    times.push(performance.now() - start)
  }

  const sorted = times.toSorted((a, b) => a - b)
  return {
    name,
    goal,
    median: sorted[Math.floor(sorted.length / 2)],
    slowest: sorted.at(-1)!,
    queries: ((await queries()) - before) / runs,
    outcome: outcome ?? '',
  }
}

function ownQueries(): Counter {
  let queries = 0
  db.connection()
    .getWriteClient()
    .on('query', () => queries++)
  return () => queries
}
