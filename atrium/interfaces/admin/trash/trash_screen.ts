import type { DateTime } from 'luxon'

import { addressOf } from '../rows/addresses.ts'
import type { AdminContext } from '../admin_context.ts'

/**
 * A deleted row, and how it comes back.
 */
type TrashRow = {
  key: string
  title: string
  deletedAt: DateTime

  /** Who deleted it and why, as far as that is known */
  who: string | null
  reason: string | null

  /** Where the form of the button "Restore" goes, if whoever acts may make such rows */
  restoreTo?: string
}

/**
 * Rows that were deleted for good, as the history remembers them.
 */
export async function trashScreen(admin: AdminContext) {
  const { ctx, resource, service } = admin
  const before = Number(ctx.request.input('before'))
  const isPlace = Number.isSafeInteger(before) && before > 0
  const { rows, next } = await service.deletedRows(isPlace ? { before } : {})
  const names = await namesOf(
    admin,
    rows.map(({ actor }) => actor)
  )
  const mayRestore = service.access.may('create')

  return {
    next: next === null ? null : `?before=${next}`,
    rows: rows.map(({ key, title, deletedAt, entry, actor, reason }): TrashRow => ({
      key,
      title,
      deletedAt,
      who: (actor && names.get(actor)) || null,
      reason,
      restoreTo: mayRestore ? `${addressOf(resource, key)}/history/${entry}/restore` : undefined,
    })),
  }
}

/** What the users are called who deleted them, as far as whoever acts may see that. */
async function namesOf(admin: AdminContext, actors: (string | null)[]) {
  const keys = [...new Set(actors.filter((actor) => actor !== null))]
  const users = await admin.users()
  if (!keys.length || !users?.access.may('list')) return new Map<string, string>()

  const labels = await users.labelsOf(keys)
  return new Map(labels.map(({ key, title }) => [key, title]))
}
