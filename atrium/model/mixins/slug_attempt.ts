import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { LucidRow, ModelObject } from '@adonisjs/lucid/types/model'

/**
 * Runs `work` such that its transaction, if it is in one, goes on when it fails.
 */
export async function apart<Result>(client: QueryClientContract, work: () => Promise<Result>) {
  if (!client.isTransaction) return work()

  await client.rawQuery('savepoint before_slug')
  try {
    const result = await work()
    await client.rawQuery('release savepoint before_slug')
    return result
  } catch (error) {
    await client.rawQuery('rollback to savepoint before_slug; release savepoint before_slug')
    throw error
  }
}

/**
 * Has a row save itself with a slug. What hooks made of its fields in an attempt that failed does
 * not count, so that they can run again.
 */
export async function saveWith(row: LucidRow, name: string, slug: string, save: () => unknown) {
  const before = { ...row.$attributes }

  row.$setAttribute(name, slug)
  try {
    await save()
  } catch (error) {
    restore(row, before)
    throw error
  }
}

/** Lucid keeps values as properties of the row too, which show where there is no attribute */
function restore(row: any, before: ModelObject) {
  const added = Object.keys(row.$attributes).filter((name) => !(name in before))

  for (const name of added) row[name] = undefined
  row.$attributes = before
}
