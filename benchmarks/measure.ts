import autocannon from 'autocannon'

import type { Case } from './cases.ts'
import type { Contender } from './contender.ts'
import { DATABASE } from './database.ts'
import { cpuOf, cpuOfBackends, difference, memoryOf } from './processes.ts'

/**
 * What one measurement found: requests a second, latencies in milliseconds, processor time a
 * request in milliseconds, memory in MB.
 */
export type Measurement = {
  rate: number
  p50: number
  p99: number
  serverCpu: number
  databaseCpu: number
  memory: number
}

/**
 * Keeps a contender busy with one case for some seconds.
 *
 * @throws when a request fails
 */
export async function measure(
  contender: Contender,
  { path, body }: Case,
  token: string,
  { seconds, connections }: { seconds: number; connections: number }
): Promise<Measurement> {
  const before = { server: cpuOf(contender.pid), database: cpuOfBackends(DATABASE) }
  const result = await autocannon({
    url: contender.url(path),
    duration: seconds,
    connections,
    ...(body && {
      method: 'POST' as const,
      body,
      headers: { 'content-type': 'application/json', 'authorization': token },
    }),
  })

  const done = result['2xx']
  if (result.errors || result.non2xx || !done) {
    throw new Error(
      `${contender.label} failed at ${path}: ${result.errors} errors, ${result.non2xx} other answers`
    )
  }

  return {
    rate: done / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    serverCpu: (cpuOf(contender.pid) - before.server) / done,
    databaseCpu: difference(before.database, cpuOfBackends(DATABASE)) / done,
    memory: memoryOf(contender.pid),
  }
}

/**
 * The middle one of several measurements, figure by figure.
 */
export function median(measurements: Measurement[]): Measurement {
  const middle = (name: keyof Measurement) => {
    const sorted = measurements.map((one) => one[name]).sort((one, other) => one - other)
    return sorted[Math.floor(sorted.length / 2)]
  }

  return {
    rate: middle('rate'),
    p50: middle('p50'),
    p99: middle('p99'),
    serverCpu: middle('serverCpu'),
    databaseCpu: middle('databaseCpu'),
    memory: middle('memory'),
  }
}
