import { readFileSync, readdirSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second */
const TICK = 10

/**
 * Processor time that a process has used so far, in milliseconds; not a number where there is no
 * `/proc` to tell.
 */
export function cpuOf(pid: number): number {
  const fields = statOf(pid)
  return fields ? (Number(fields[11]) + Number(fields[12])) * TICK : Number.NaN
}

/**
 * Processor time, by process, that PostgreSQL has used so far for those who are connected to a
 * database. What it does for all databases together is not counted.
 */
export function cpuOfBackends(database: string): Map<number, number> {
  return new Map(backendsOf(database).map((pid) => [pid, cpuOf(pid)]))
}

/**
 * What the processes of `after` have used since `before`.
 */
export function difference(before: Map<number, number>, after: Map<number, number>): number {
  if (!after.size) return Number.NaN

  return [...after].reduce((sum, [pid, cpu]) => sum + cpu - (before.get(pid) ?? 0), 0)
}

/**
 * Memory that a process holds, in MB.
 */
export function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}

/**
 * PostgreSQL writes into the title of each process whom it serves.
 */
function backendsOf(database: string): number[] {
  try {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map(Number)
      .filter((pid) => /^postgres: /.test(titleOf(pid)) && titleOf(pid).includes(` ${database} `))
  } catch {
    return []
  }
}

function titleOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * The fields behind the process's name, which may hold spaces.
 */
function statOf(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
