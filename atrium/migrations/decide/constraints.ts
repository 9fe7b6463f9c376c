import { decideCheck } from './checks.ts'
import { decideRepoint } from './repointing.ts'
import { decideExclusion } from './exclusions.ts'
import { decideReference } from './references.ts'
import type { Constraint } from '../schema/types.ts'
import type { ChangeOf } from '../compare/changes.ts'
import type { Deciding, Verdict } from './deciding.ts'
import { decideUniqueConstraint, decideUniqueIndex } from './uniqueness.ts'

type Rule = (table: string, constraint: Constraint, deciding: Deciding) => Promise<Verdict>

const rules: Record<Constraint['kind'], Rule> = {
  primary: decideUniqueConstraint,
  unique: decideUniqueConstraint,
  foreign: decideReference,
  check: decideCheck,
  exclude: decideExclusion,
}

/** Rows that a new constraint refuses. */
export function decideAddConstraint(
  { table, constraint }: ChangeOf<'addConstraint'>,
  deciding: Deciding
): Promise<Verdict> {
  return rules[constraint.kind](table, constraint, deciding)
}

/** The same for one that takes the place of another. One that allows no less needs no look at rows. */
export async function decideReplaceConstraint(
  { table, from, to }: ChangeOf<'replaceConstraint'>,
  deciding: Deciding
): Promise<Verdict> {
  if (pointsAnew(from, to)) return decideRepoint(table, from, to, deciding)
  if (from.valid && isSameKey(from, to)) return { notes: behaviour(table, from, to) }

  return rules[to.kind](table, to, deciding)
}

/** Rows that a new unique index refuses. */
export async function decideAddIndex(
  { index }: ChangeOf<'addIndex'>,
  deciding: Deciding
): Promise<Verdict> {
  return index.unique ? decideUniqueIndex(index, deciding) : {}
}

export async function decideReplaceIndex(
  { to }: ChangeOf<'replaceIndex'>,
  deciding: Deciding
): Promise<Verdict> {
  return to.unique ? decideUniqueIndex(to, deciding) : {}
}

/** The same columns point to another table. */
function pointsAnew(from: Constraint, to: Constraint) {
  return from.foreign !== null && to.foreign !== null && from.foreign.table !== to.foreign.table
}

/** Only when it is looked at, or what follows, is another. */
function isSameKey(from: Constraint, to: Constraint) {
  if (from.kind !== to.kind || from.columns.toSorted().join() !== to.columns.toSorted().join()) {
    return false
  }
  if (to.kind === 'foreign') {
    return (
      from.foreign!.columns.join() === to.foreign!.columns.join() && isFull(from) === isFull(to)
    )
  }
  const isLooser = !isEmptyEqual(to) || isEmptyEqual(from)
  return to.kind === 'unique' ? isLooser : to.kind === 'primary'
}

const isFull = ({ definition }: Constraint) => /MATCH FULL/i.test(definition)
const isEmptyEqual = ({ definition }: Constraint) => /NULLS NOT DISTINCT/i.test(definition)

/** What becomes of rows when those that they point to go is worth a word. */
function behaviour(
  table: string,
  { foreign: from }: Constraint,
  { columns, foreign: to }: Constraint
) {
  if (!from || !to) return []

  const where = `${table}.${columns.join(', ')} and ${to.table}`
  return [
    ...(from.onDelete === to.onDelete
      ? []
      : [`${where}: on delete is "${to.onDelete}" from now on, and was "${from.onDelete}".`]),
    ...(from.onUpdate === to.onUpdate
      ? []
      : [`${where}: on update is "${to.onUpdate}" from now on, and was "${from.onUpdate}".`]),
  ]
}
