import { quote } from '../schema/names.ts'
import { addKey, dropKey } from './keys.ts'
import { repairOrphans } from './orphans.ts'
import { planRepoint } from './repointing.ts'
import { renamedInTurn } from './taken_names.ts'
import { replaceRule } from './replaced_rules.ts'
import type { Constraint } from '../schema/types.ts'
import type { DecidedOf, Piece, Planning } from './planning.ts'
import { addRule, dropRule, isRule, validate } from './rules.ts'

/** A new rule or key of a table that is there. */
export function planAddConstraint(
  { change: { table, constraint }, repair }: DecidedOf<'addConstraint'>,
  planning: Planning
): Piece[] {
  if (planning.isCreated(table)) return []
  if (isRule(constraint)) {
    return [...repairOrphans(table, constraint, repair), ...addRule(table, constraint)]
  }
  return addKey(table, constraint, formerPrimaryKey(table, constraint, planning))
}

/** A rule or key that goes. The former primary key goes when the new one comes. */
export function planDropConstraint(
  { change: { table, constraint } }: DecidedOf<'dropConstraint'>,
  planning: Planning
): Piece[] {
  if (planning.isDropped(table)) return []
  if (isRule(constraint)) return [dropRule(table, constraint)]

  const isReplaced =
    constraint.kind === 'primary' &&
    planning
      .all('addConstraint')
      .some(({ change }) => change.table === table && change.constraint.kind === 'primary')
  const isInTheWay =
    planning.isConverted(table, constraint.columns) ||
    planning.isPointedAt(table, constraint.columns) ||
    isTakenByIndex(constraint.name, planning)
  return isReplaced ? [] : [dropKey(table, constraint, isInTheWay)]
}

/** Whether an index gets its name, which that of the key has until then. */
function isTakenByIndex(name: string, planning: Planning) {
  return planning.all('addIndex').some(({ change }) => change.index.name === name)
}

function formerPrimaryKey(table: string, { kind }: Constraint, planning: Planning) {
  if (kind !== 'primary') return undefined

  return planning
    .all('dropConstraint')
    .find(({ change }) => change.table === table && change.constraint.kind === 'primary')?.change
    .constraint
}

/** The same name for something else. What differs in nothing was never checked on older rows. */
export function planReplaceConstraint(
  decided: DecidedOf<'replaceConstraint'>,
  planning: Planning
): Piece[] {
  const { table, from, to } = decided.change
  if (from.definition === to.definition && isRule(to)) return [validate(table, to.name)]
  if (!isRule(from) || !isRule(to)) return replaceKey(table, from, to)
  if (from.foreign && to.foreign && from.foreign.table !== to.foreign.table) {
    return planRepoint(decided)
  }
  return [
    ...repairOrphans(table, to, decided.repair),
    ...replaceRule(
      table,
      from,
      to,
      planning.isConverted(table, [...from.columns, ...to.columns]) ||
        planning.isFilled(table, from.columns)
    ),
  ]
}

function replaceKey(table: string, from: Constraint, to: Constraint): Piece[] {
  if (isRule(from)) return [dropRule(table, from), ...addKey(table, to)]
  if (isRule(to)) return [dropKey(table, from, true), ...addRule(table, to)]

  return addKey(table, to, from)
}

export function planRenameConstraint(
  { change: { table, from, to } }: DecidedOf<'renameConstraint'>,
  planning: Planning
): Piece[] {
  return renamedInTurn(
    { table, from: from.name, to: to.name },
    (name, next) =>
      `alter table ${quote(table)} rename constraint ${quote(name)} to ${quote(next)}`,
    planning
  )
}

export function planRenameIndex(
  { change: { from, to } }: DecidedOf<'renameIndex'>,
  planning: Planning
): Piece[] {
  return renamedInTurn(
    { table: to.table, from: from.name, to: to.name },
    (name, next) => `alter index ${quote(name)} rename to ${quote(next)}`,
    planning
  )
}
