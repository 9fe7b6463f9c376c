import db from '@adonisjs/lucid/services/db'

import { options } from './options.ts'
import type { Case } from './service_cases.ts'

/** What a case took, in milliseconds: of the clock, and of a processor without PostgreSQL; and how many queries */
export type Result = {
  name: string
  goal?: number
  median: number
  slowest: number
  cpu: number
  queries: number
  outcome: string
}

/** Queries, and milliseconds of a processor, that a process needed by now */
export type Usage = { queries: number; cpu: number }

type Meter = () => Promise<Usage> | Usage

/**
 * Runs cases one after the other. The first run of each warms up and is not counted.
 *
 * @param meter that of this process unless said
 */
export async function measure(cases: Case[], meter = ownMeter()): Promise<Result[]> {
  const results: Result[] = []
  for (const one of cases.filter(({ name }) => name.includes(options.only ?? ''))) {
    const result = await resultOf(one, meter)
    console.log(`${one.name}: ${result.median.toFixed(1)} ms`)
    results.push(result)
  }
  return results
}

async function resultOf(
  { name, goal, runs = options.runs, work }: Case,
  meter: Meter
): Promise<Result> {
  if (runs > 1) await work()

  const times: number[] = []
  let outcome: string | void = ''
  const before = await meter()
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    outcome = await work()
    times.push(performance.now() - start)
  }

  const after = await meter()
  const sorted = times.toSorted((a, b) => a - b)
  return {
    name,
    goal,
    median: sorted[Math.floor(sorted.length / 2)],
    slowest: sorted.at(-1)!,
    cpu: (after.cpu - before.cpu) / runs,
    queries: (after.queries - before.queries) / runs,
    outcome: outcome ?? '',
  }
}

function ownMeter(): Meter {
  let queries = 0
  db.connection()
    .getWriteClient()
    .on('query', () => queries++)
  return () => {
    const { user, system } = process.cpuUsage()
    return { queries, cpu: (user + system) / 1_000 }
  }
}
