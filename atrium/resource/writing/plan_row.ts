import type { Purpose } from '#atrium/model/main'
import type { LucidRow } from '@adonisjs/lucid/types/model'

import { planLinks } from './plan_links.ts'
import { readInput } from './input_rules.ts'
import { planInlines } from './plan_inlines.ts'
import { checkReferences } from './references.ts'
import type { PlannedRow } from './planned_row.ts'
import type { WriteContext } from './write_transaction.ts'
import { type Problems, isValidationError } from './problems.ts'
import { concealedFields, valueWhenConcealed } from './shown_fields.ts'

type Wish = {
  purpose: Purpose
  row: LucidRow
  input: Record<string, unknown>

  /** Before the names of its fields in messages */
  path?: string

  /** The foreign key that is set to the row that this one stands within */
  parentKey?: string
}

/**
 * Reads and checks what was sent for a row and for all that is saved with it, and fills the row with it.
 * Nothing is written. What is wrong is added to `problems`.
 */
export async function planRow(
  context: WriteContext,
  { purpose, row, input, path = '', parentKey }: Wish,
  problems: Problems
): Promise<PlannedRow> {
  const { access, resource } = context
  const writable = new Set(access.writable(purpose))
  if (parentKey) writable.delete(parentKey)

  const given = refuseOthers(context, writable, input, path, problems)
  const concealed = await concealedFields(resource, purpose, row, given)
  const hidden = new Set(concealed.map(({ name }) => name))

  const preset = purpose === 'create' ? presetOf(context) : {}
  const isAsked = (name: string) => name in given || (purpose === 'create' && !(name in preset))
  const names = [...resource.fields.keys()].filter(
    (name) => writable.has(name) && !hidden.has(name) && isAsked(name)
  )
  const { values, problems: found } = await readInput(resource, purpose, names, given)
  problems.take(found, path)

  const isSound = !found.length
  row.merge({ ...preset, ...values } as any)
  for (const field of concealed) conceal(row, field.name, valueWhenConcealed(field))

  await checkReferences(context, row, Object.keys(values), path, problems)
  if (isSound) await check(context, row, path, problems)

  return {
    context,
    purpose,
    row,
    path,
    links: await planLinks(context, given, path, problems),
    inlines: await planInlines(context, purpose, row, given, path, problems, planRow),
  }
}

/** What the policy fills in for whoever makes the row. */
function presetOf({ actor, resource }: WriteContext): Record<string, unknown> {
  const preset = Object.entries(resource.policy?.preset(actor) ?? {})
  return Object.fromEntries(preset.filter(([, value]) => value !== undefined))
}

/** What is unknown, and what may not be set, is said and left out. */
function refuseOthers(
  { access, resource }: WriteContext,
  writable: Set<string>,
  input: Record<string, unknown>,
  path: string,
  problems: Problems
) {
  const given: Record<string, unknown> = {}

  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue

    const isToOne = resource.relations.get(name)?.type === 'belongsTo'
    if (writable.has(name) && !isToOne) given[name] = value
    else if (isToOne || !access.readable.has(name))
      problems.add(path + name, 'unknown', 'is unknown')
    else problems.add(path + name, 'readOnly', 'may not be changed')
  }
  return given
}

function conceal(row: any, name: string, value: unknown) {
  if (value !== undefined || !row.$isPersisted) row[name] = value
}

/** The resource's own look at the row as a whole. */
async function check({ resource }: WriteContext, row: LucidRow, path: string, problems: Problems) {
  try {
    await resource.options.check?.(row)
  } catch (error: any) {
    if (isValidationError(error)) problems.take(error.messages, path)
    else if (typeof error?.field === 'string')
      problems.add(path + error.field, 'check', error.message)
    else if (error?.constructor === Error) problems.add(path, 'check', error.message)
    else throw error
  }
}
