import type { Piece } from './planning.ts'
import { quote } from '../schema/names.ts'
import type { Constraint } from '../schema/types.ts'
import { addConstraint, commentOn } from '../schema/ddl.ts'
import { restoreConstraint } from './restored_constraint.ts'

/**
 * A check or a foreign key of a table that has rows: first it holds for what is written from then on,
 * then older rows are looked at without keeping anybody out.
 */
export function addRule(table: string, rule: Constraint): Piece[] {
  return [
    {
      stage: 'rules',
      table,
      needs: rule.foreign ? [rule.foreign.table] : [],
      up: [addConstraint(table, rule, { notValid: true }), ...ruleComment(table, rule)],
      down: [dropConstraint(table, rule.name)],
      summary: rule.foreign
        ? `let ${rule.columns.join(' and ')} of ${table} point to ${rule.foreign.table}`
        : `add the rule ${rule.name} to ${table}`,
    },
    validate(table, rule.name),
  ]
}

/** Looks at the rows that were there before a rule. */
export function validate(table: string, name: string): Piece {
  return {
    stage: 'validations',
    table,
    up: [`alter table ${quote(table)} validate constraint ${quote(name)}`],
    down: [],
    summary: `check all rows of ${table} by ${name}`,
  }
}

/** A rule goes before anything else: rows may break it from then on. */
export function dropRule(table: string, rule: Constraint): Piece {
  return {
    stage: 'obstacles',
    table,
    needs: rule.foreign ? [rule.foreign.table] : [],
    up: [dropConstraint(table, rule.name)],
    down: [...restoreConstraint(table, rule), ...ruleComment(table, rule)],
    summary: `drop ${rule.name} from ${table}`,
  }
}

export function dropConstraint(table: string, name: string) {
  return `alter table ${quote(table)} drop constraint ${quote(name)}`
}

export function ruleComment(table: string, { name, comment }: Constraint) {
  return comment === null
    ? []
    : [commentOn({ object: 'constraint', table, constraint: name }, comment)]
}

/** Rules look at what is written; keys have an index behind them. */
export function isRule({ kind }: Constraint) {
  return kind === 'check' || kind === 'foreign'
}
