import type { Context } from './rule.ts'
import type { Operation, OperationKind, OperationOf } from './operations.ts'

type Repeatable = {
  [K in OperationKind]: (operation: OperationOf<K>, earlier: Operation[]) => boolean
}

const always = () => true
const never = () => false
const ifExists = ({ ifExists: asks }: { ifExists: boolean }) => asks
const ifNotExists = ({ ifNotExists: asks }: { ifNotExists: boolean }) => asks

/** Whether an operation can run again when it, or all of its file, has run before. */
const repeatable: Repeatable = {
  createTable: ifNotExists,
  dropTable: ifExists,
  renameTable: never,
  addColumn: ifNotExists,
  dropColumn: ifExists,
  renameColumn: never,
  changeType: ({ using }) => using === null,
  setNotNull: always,
  dropNotNull: always,
  setDefault: always,
  addIdentity: never,
  addConstraint: ({ constraint, withColumn }, earlier) =>
    withColumn !== null ||
    earlier.some(
      (before) =>
        before.kind === 'dropConstraint' && before.constraint === constraint && before.ifExists
    ),

  /* What the file makes itself, it makes anew when it runs again. */
  dropConstraint: ({ constraint, ifExists: asks }, earlier) =>
    asks ||
    earlier.some((before) => before.kind === 'addConstraint' && before.constraint === constraint),
  validateConstraint: always,
  renameConstraint: never,
  createIndex: ({ index, ifNotExists: asks }, earlier) =>
    asks ||
    earlier.some(
      (before) => before.kind === 'dropIndex' && before.index === index && before.ifExists
    ),
  dropIndex: ifExists,
  reindex: always,

  /* There is no other form, and none within a transaction. */
  detachPartition: ({ concurrently }) => concurrently,
  addEnumValue: ifNotExists,
  renameEnumValue: never,
  renameObject: ({ name, to }, earlier) =>
    earlier.some((before) => before.kind === 'createIndex' && before.index === name) &&
    earlier.some((before) => before.kind === 'dropIndex' && before.index === to && before.ifExists),
  createObject: ({ object, name, repeatable: asks }, earlier) =>
    asks ||
    earlier.some(
      (before) =>
        before.kind === 'dropObject' &&
        before.object === object &&
        before.name === name &&
        before.ifExists
    ),
  dropObject: ifExists,
  constrainDomain: never,
  write: ({ repeatable: same, batched }) => batched || same,
  truncate: always,
  rewrite: always,
  transaction: always,
  other: ({ repeatable: same }) => same,
}

/** Whether an operation may run a second time after its file was broken off. */
export function isRepeatable(operation: Operation, { operations, index }: Context) {
  const ask = repeatable[operation.kind] as (of: Operation, earlier: Operation[]) => boolean
  return ask(operation, operations.slice(0, index))
}
