import type { FileNode } from '@adonisjs/lucid/types/database'

import { appliedIn, lookedAt } from './connected_database.ts'
import { afterBookings, bookingsAmong } from '../run/replaced.ts'

/**
 * The names of the migrations that have run in a database. A squashed one counts where those that it
 * replaces have.
 *
 * @throws E_MIGRATION_PARTLY_REPLACED only some of them have
 */
export async function effectivelyApplied(url: string, files: FileNode<unknown>[]) {
  return withReplaced(await lookedAt(url, appliedIn), files)
}

/** The same, of names that are known already. */
export async function withReplaced(booked: string[], files: FileNode<unknown>[]) {
  return afterBookings(booked, await bookingsAmong(booked, files))
}
