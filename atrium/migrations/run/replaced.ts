import type { FileNode, QueryClientContract } from '@adonisjs/lucid/types/database'

import type { Checksums } from './checksums.ts'
import { E_MIGRATION_PARTLY_REPLACED } from '../errors.ts'

/** A squashed migration, and those in whose place it came */
export type Replacing = {
  name: string
  replaces: string[]
  replacedBefore: Record<string, string[]>
}

/** What is to be written into the books of a database: one name in the place of several */
export type Booking = { name: string; inPlaceOf: string[] }

/** The squashed ones among migration files. */
export async function replacingIn(files: FileNode<unknown>[]): Promise<Replacing[]> {
  const squashed: Replacing[] = []
  for (const file of files) {
    const source = (await file.getSource()) as Partial<Replacing> | undefined
    const { replaces = [], replacedBefore = {} } = source ?? {}
    if (replaces.length > 0) squashed.push({ name: file.name, replaces, replacedBefore })
  }
  return squashed
}

/**
 * Squashed migrations whose predecessors have run in a database, and that are not in its books yet.
 *
 * @param applied the names in its books
 * @throws E_MIGRATION_PARTLY_REPLACED only some of the predecessors have run
 */
export function bookingsFor(applied: string[], squashed: Replacing[]): Booking[] {
  return squashed
    .filter(({ name }) => !applied.includes(name))
    .flatMap(({ name, replaces, replacedBefore }) => {
      const inBooks = (one: string): string[] =>
        applied.includes(one) ? [one] : (replacedBefore[one]?.flatMap(inBooks) ?? [one])
      const [ran, left] = partition(replaces.flatMap(inBooks), (one) => applied.includes(one))
      if (ran.length > 0 && left.length > 0) throw partly(name, ran, left)

      return ran.length > 0 ? [{ name, inPlaceOf: ran }] : []
    })
}

/**
 * The same, of files. Only those that are not in the books are imported, so that looking at them costs
 * nothing where all have run.
 */
export async function bookingsAmong(applied: string[], files: FileNode<unknown>[]) {
  const pending = files.filter(({ name }) => !applied.includes(name))
  return bookingsFor(applied, await replacingIn(pending))
}

/** The names of what has run, squashed migrations in the place of those that they replace. */
export function afterBookings(applied: string[], bookings: Booking[]) {
  const gone = new Set(bookings.flatMap(({ inPlaceOf }) => inPlaceOf))
  return [...bookings.map(({ name }) => name), ...applied.filter((name) => !gone.has(name))]
}

/**
 * Writes into the books of a database that a squashed migration has run where its predecessors have.
 * It takes the place of the last of them, so that going back keeps its order.
 *
 * @throws E_MIGRATION_PARTLY_REPLACED only some of the predecessors have run
 */
export async function bookReplaced(
  client: QueryClientContract,
  files: FileNode<unknown>[],
  checksums: Checksums
) {
  const rows = await client.query().from('adonis_schema').select('name').orderBy('id')
  const applied = rows.map((row) => row.name as string)

  for (const { name, inPlaceOf } of await bookingsAmong(applied, files)) {
    const last = applied.findLast((one) => inPlaceOf.includes(one))!
    await client.transaction(async (trx) => {
      await trx.query().from('adonis_schema').where({ name: last }).update({ name })
      await trx.query().from('adonis_schema').whereIn('name', inPlaceOf).delete()
      for (const one of inPlaceOf) await checksums.forget(one, trx)
      await checksums.record(
        files.find((file) => file.name === name)!,
        trx
      )
    })
  }
}

function partition(names: string[], isFirst: (name: string) => boolean) {
  return [names.filter(isFirst), names.filter((name) => !isFirst(name))]
}

function partly(name: string, ran: string[], left: string[]) {
  return new E_MIGRATION_PARTLY_REPLACED(
    [
      `${name} replaces migrations of which only some have run in this database, so it can neither run nor count as run.`,
      'Have run:',
      ...ran.map((one) => `  ${one}`),
      'Have not run:',
      ...left.map((one) => `  ${one}`),
      'Get these files back (`git log -- database/migrations` has them), run them, and come back to this state then. Nothing was done.',
    ].join('\n')
  )
}
