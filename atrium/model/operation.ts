import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * On whose behalf rows are changed: whatever is worth knowing later. It is kept as JSON.
 */
export type Operation = {
  /** Who asked for it */
  actor?: string | number

  /** Through what: a page, the REST interface, a command */
  interface?: string

  /** Why, in words */
  reason?: string

  /** The same for all that one request does */
  id?: string
  [more: string]: unknown
}

/**
 * Says on whose behalf the rest of a transaction changes rows. The history of recorded tables keeps
 * it. It goes before what `onBehalf` says; a later call replaces it; with the transaction it ends.
 */
export async function operation(trx: TransactionClientContract, told: Operation) {
  await trx.rawQuery(
    `select set_config('atrium.operation', ?, true), set_config('atrium.operation_stands', 'yes', true)`,
    [JSON.stringify(told)]
  )
}
