import type {
  Column,
  Constraint,
  EnumType,
  Index,
  Routine,
  Table,
  Trigger,
  View,
} from '../schema/types.ts'

/**
 * A name that became another one. Renames are told apart from removals before anything else, and
 * carried out first: all other changes are said in the new names.
 */
export type Rename =
  | { kind: 'table'; from: string; to: string }
  | { kind: 'column'; table: string; from: string; to: string }
  | { kind: 'enumType'; from: string; to: string }
  | { kind: 'enumValue'; type: string; from: string; to: string }

  /** Of a word of an enum that a check keeps: rows are updated */
  | { kind: 'word'; table: string; column: string; from: string; to: string }

/**
 * One difference between what the migrations make and what the models say, in the names after all
 * renames. `from` is what is there, `to` what is wanted.
 */
export type Change =
  | { kind: 'createExtension'; name: string }
  | { kind: 'createEnum'; type: EnumType }
  | { kind: 'dropEnum'; type: EnumType }
  | {
      kind: 'changeEnum'
      from: EnumType
      to: EnumType
      columns: { table: string; column: string }[]
    }
  | { kind: 'createTable'; table: Table }
  | { kind: 'dropTable'; table: Table }
  | {
      kind: 'changeStorage'
      table: string
      from: Record<string, string>
      to: Record<string, string>
    }
  | { kind: 'addColumn'; table: string; column: Column }
  | { kind: 'dropColumn'; table: string; column: Column }
  | { kind: 'changeType'; table: string; from: Column; to: Column }
  | { kind: 'changeDefault'; table: string; from: Column; to: Column }
  | { kind: 'changeNull'; table: string; from: Column; to: Column }

  /** Identity and serial */
  | { kind: 'changeCounting'; table: string; from: Column; to: Column }

  /** The expression of a generated column, or whether it is one */
  | { kind: 'changeGenerated'; table: string; from: Column; to: Column }

  /** The words of an enum that a check keeps. Their order does not count */
  | {
      kind: 'changeWords'
      table: string
      from: Column
      to: Column
      constraints: { from: Constraint; to: Constraint }
    }
  | { kind: 'addConstraint'; table: string; constraint: Constraint }
  | { kind: 'dropConstraint'; table: string; constraint: Constraint }

  /** Same name, another definition */
  | { kind: 'replaceConstraint'; table: string; from: Constraint; to: Constraint }
  | { kind: 'renameConstraint'; table: string; from: Constraint; to: Constraint }
  | { kind: 'addIndex'; index: Index }
  | { kind: 'dropIndex'; index: Index }
  | { kind: 'replaceIndex'; from: Index; to: Index }
  | { kind: 'renameIndex'; from: Index; to: Index }
  | { kind: 'createTrigger'; trigger: Trigger }
  | { kind: 'dropTrigger'; trigger: Trigger }
  | { kind: 'replaceTrigger'; from: Trigger; to: Trigger }
  | { kind: 'createFunction'; routine: Routine }
  | { kind: 'dropFunction'; routine: Routine }
  | { kind: 'replaceFunction'; from: Routine; to: Routine }
  | { kind: 'createView'; view: View }
  | { kind: 'dropView'; view: View }
  | { kind: 'replaceView'; from: View; to: View }
  | { kind: 'changeComment'; on: Commented; from: string | null; to: string | null }

export type Commented =
  | { object: 'table'; table: string }
  | { object: 'column'; table: string; column: string }
  | { object: 'constraint'; table: string; constraint: string }
  | { object: 'index'; index: string }
  | { object: 'type'; type: string }
  | { object: 'view'; view: string; materialized: boolean }

export type ChangeKind = Change['kind']
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>
