import { saveLinks } from './save_links.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { keyOfRow } from './key_of_row.ts'
import { valueOf } from './plan_inlines.ts'
import { isWithinScope } from './lock_row.ts'
import { deleteLocked } from './destroy.ts'
import { saveProblem } from './database_problem.ts'
import type { PlannedInlines, PlannedRow } from './planned_row.ts'

/**
 * Writes a row and all that is saved with it. The row must be one that the actor may write afterwards
 * too: nobody gives rows away that they could not have made.
 *
 * @throws E_VALIDATION_ERROR the database refuses the row
 * @throws E_NOT_ALLOWED
 */
export async function saveRow(planned: PlannedRow) {
  const { context, purpose, row, path } = planned
  const { access, client, resource } = context
  if (purpose === 'create') await access.authorize('create', row)

  const isChanged = !row.$isPersisted || Object.keys(row.$dirty).length > 0
  try {
    await row.useTransaction(client).save()
  } catch (error) {
    throw saveProblem(error, resource, path)
  }
  if (isChanged && !(await isWithinScope(context, purpose, keyOfRow(resource, row)))) {
    throw new E_NOT_ALLOWED([purpose, resource.name])
  }

  for (const inlines of planned.inlines) await saveInlines(planned, inlines)
  for (const links of planned.links) await saveLinks(planned, links)
}

/** What goes makes room for what comes. */
async function saveInlines({ context, row }: PlannedRow, inlines: PlannedInlines) {
  const { relation, saved, deleted } = inlines
  const parentValue = valueOf(context, row, relation.localColumn)

  for (const one of deleted) await deleteLocked(one.context, one.row)
  for (const one of saved) {
    if (one.purpose === 'create') one.row.merge({ [relation.foreignKey!]: parentValue } as any)
    await saveRow(one)
  }
}
