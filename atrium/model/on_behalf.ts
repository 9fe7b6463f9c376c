import { AsyncLocalStorage } from 'node:async_hooks'

import type { Operation } from './operation.ts'

type Told = () => Operation | undefined

const operations = new AsyncLocalStorage<Told>()

let ofProcess: Told | undefined

/**
 * Runs `work` on somebody's behalf: what it writes is theirs in the history of recorded tables, unless a
 * transaction says otherwise by `operation`. Statements in SQL by hand say so with `onBehalfSql`.
 *
 * @param told is asked at each write, since it may only turn out on the way who it is
 */
export function onBehalf<Result>(
  told: Told,
  work: () => PromiseLike<Result> | Result
): Promise<Result> {
  return operations.run(told, async () => work())
}

/**
 * Says on whose behalf a process does all of which nothing else was said: one where somebody types what
 * is to be done, which belongs to no `work`.
 */
export function onBehalfOfProcess(told: Told | undefined) {
  ofProcess = told
}

/** On whose behalf the code at hand runs, where somebody said so. */
export function currentOperation(): Operation | undefined {
  return (operations.getStore() ?? ofProcess)?.()
}
