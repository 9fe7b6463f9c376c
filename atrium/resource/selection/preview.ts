import { keysOf } from './selections.ts'
import { wordsOfProblem } from './step_report.ts'
import { show } from '../reading/show.ts'
import { clientOf } from '../reading/run.ts'
import type { Row } from '../service/types.ts'
import type Selection from '../models/selection.ts'
import { updateRow } from '../writing/update.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** A row before and after a bulk edit that nobody made yet */
export type PreviewedRow = {
  key: string
  title: string
  before: Row

  /** Null when the row would be refused */
  after: Row | null
  problem?: string
}

/**
 * Shows on some rows of a selection what a bulk edit would make of them. Everything is done as if it
 * was in earnest, and rolled back.
 */
export async function preview(
  context: ServiceContext,
  selection: Pick<Selection, 'query'>,
  changes: Record<string, unknown>,
  size = 5
): Promise<PreviewedRow[]> {
  const { access, resource } = context
  access.require('update')
  const fields = Object.keys(changes).filter(
    (name) => access.readable.has(name) && resource.fields.has(name)
  )
  const trx = await clientOf(context).transaction()

  try {
    const write = { ...context, client: trx }
    const rows: PreviewedRow[] = []
    for (const key of await keysOf(write, selection.query, null, size)) {
      const before = await show(write, key, { fields })
      rows.push({ key, title: before.title, before, ...(await afterwards(key)) })
    }
    return rows
  } finally {
    await trx.rollback()
  }

  async function afterwards(key: string): Promise<Pick<PreviewedRow, 'after' | 'problem'>> {
    const savepoint = await trx.transaction()
    const write = { ...context, client: savepoint }

    try {
      await updateRow(write, key, changes)
      return { after: await show(write, key, { fields }) }
    } catch (error: any) {
      if (!(error.status < 500)) throw error
      return { after: null, problem: wordsOfProblem(error) }
    } finally {
      await savepoint.rollback()
    }
  }
}
