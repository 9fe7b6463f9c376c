import type { ModelDescription } from '#atrium/model/main'

import type { Declared } from './declared_schema.ts'
import { E_MODEL_NOT_POSSIBLE } from './errors.ts'
import { quote } from '../schema/names.ts'
import type { Table } from '../schema/types.ts'
import type { FailedStatement } from '../scratch/failed_statement.ts'
import {
  addConstraint,
  columnClause,
  constraintClause,
  createIndex,
  createTrigger,
} from '../schema/ddl.ts'

/**
 * Says which model, and which part of it, PostgreSQL has refused.
 */
export function blame(failed: FailedStatement, declared: Declared) {
  const reason = [failed.cause.message, failed.cause.detail, failed.cause.hint].filter(Boolean)
  const who = culprit(failed, declared) ?? 'Something that the models declare'
  return new E_MODEL_NOT_POSSIBLE([who, reason.join('. '), failed.sql], { cause: failed })
}

function culprit(failed: FailedStatement, { schema, owners }: Declared) {
  for (const table of Object.values(schema.tables)) {
    const part = partOf(table, owners[table.name], failed)
    if (part) return part
  }
  for (const owner of Object.values(owners)) {
    const routine = [...owner.functions, ...owner.views].find(({ sql }) => sql.includes(failed.sql))
    if (routine) return `${routine.name} of ${owner.name}`

    const extension = owner.extensions.find((name) => failed.sql.includes(name))
    if (extension) return `The extension ${extension} of ${owner.name}`
  }
}

/** The part of a table that the statement makes, or that PostgreSQL points at. */
function partOf(table: Table, owner: ModelDescription, failed: FailedStatement) {
  const index = Object.values(table.indexes).find((one) => createIndex(one) === failed.sql)
  if (index) return `The index ${index.name} of ${owner.name}`

  const trigger = Object.values(table.triggers).find((one) => createTrigger(one) === failed.sql)
  if (trigger) return `The trigger ${trigger.name} on the table of ${owner.name}`

  const constraints = Object.values(table.constraints)
  const added = constraints.find((one) => addConstraint(table.name, one) === failed.sql)
  if (added) return `The constraint ${added.name} of ${owner.name}`

  if (failed.sql.startsWith(`create table ${quote(table.name)} (`)) {
    return pointedAt(table, owner, failed) ?? owner.name
  }
}

function pointedAt(table: Table, owner: ModelDescription, failed: FailedStatement) {
  const column = Object.values(table.columns).find((one) => isAt(columnClause(one), failed))
  const field = owner.fields.find(({ columnName }) => columnName === column?.name)
  if (column) return field ? `${owner.name}.${field.name}` : `${table.name}.${column.name}`

  const constraints = Object.values(table.constraints)
  const constraint = constraints.find((one) => isAt(constraintClause(one), failed))
  return constraint && `The constraint ${constraint.name} of ${owner.name}`
}

/** Does PostgreSQL point into this part of the statement? */
function isAt(part: string, { sql, position }: FailedStatement) {
  const start = sql.indexOf(`  ${part}`)
  return (
    position !== null && start !== -1 && start <= position && position < start + part.length + 2
  )
}
