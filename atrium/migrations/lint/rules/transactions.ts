import { isRepeatable } from '../repeatable.ts'
import { quote } from '../../schema/names.ts'
import { oneByOne, together } from '../safe_files.ts'
import { rule, type Context, type SafeFile } from '../rule.ts'
import { tableOf, type Operation, type OperationKind, type OperationOf } from '../operations.ts'

/** Operations that change what a table looks like, and so lock it until the transaction ends. */
const LOCKING: OperationKind[] = [
  'renameTable',
  'addColumn',
  'dropColumn',
  'renameColumn',
  'changeType',
  'setNotNull',
  'dropNotNull',
  'setDefault',
  'addIdentity',
  'addConstraint',
  'dropConstraint',
  'renameConstraint',
]

/** Operations that are looked at where a file can be broken off in the middle. */
const ALL: OperationKind[] = [
  ...LOCKING,
  'createTable',
  'dropTable',
  'createIndex',
  'dropIndex',
  'detachPartition',
  'addEnumValue',
  'renameEnumValue',
  'renameObject',
  'createObject',
  'dropObject',
  'constrainDomain',
  'write',
  'other',
]

/** What a file keeps locked, and what becomes of it when it is broken off. */
export const transactionRules = [
  rule({
    code: 'transaction-nesting',
    title: 'A migration that begins or ends transactions itself',
    why: 'Lucid keeps its own record in the transaction of the file: a `commit` in between leaves half a migration that counts as not run.',
    on: ['transaction'],
    covers: ['squawk transaction-nesting', 'squawk ban-uncommitted-transaction'],
    newTables: true,
    found: () => true,
    safeWay: (_transaction, { operations }) => {
      const parts = operations.filter(({ kind }) => kind !== 'transaction')
      return {
        say: 'Each file is one transaction already. What has to be committed in between becomes files of its own.',
        files: [together(...new Set(parts.map(({ statement }) => statement.text)))],
      }
    },
  }),
  rule({
    code: 'not-repeatable',
    title: 'A statement without a transaction that cannot run twice',
    why: 'When the file is broken off after it, the next `migration:run` begins at the top again and fails here.',
    on: ALL,
    covers: ['squawk prefer-robust-stmts'],
    newTables: true,
    found: (operation, context) =>
      !context.migration.transactional && !isRepeatable(operation, context),
    safeWay: (operation) => ({
      say: 'Only what cannot run in a transaction belongs into a file without one.',
      files: [together(operation.statement.text)],
    }),
  }),
  rule({
    code: 'backfill-with-schema-change',
    title: 'Rows are changed in the transaction that locks their table',
    why: 'The lock that the schema change takes is held until the last row is written, and everybody waits.',
    on: ['write'],
    covers: ['strong_migrations backfill'],
    generated: 'notice',
    found: (write, context) => !write.batched && locks(write, context),
    safeWay: (write, { operations }) => ({
      files: [
        together(
          ...new Set(
            operations.filter(({ kind }) => kind !== 'write').map(({ statement }) => statement.text)
          )
        ),
        backfilled(write),
      ],
    }),
  }),
  rule({
    code: 'backfill-in-one-go',
    title: 'All rows are changed in one transaction',
    why: 'Whoever wants to change one of them waits until the last is written, and when it is broken off all was in vain.',
    on: ['write'],
    generated: 'allowed',
    found: (write, context) => write.verb === 'update' && !write.batched && !locks(write, context),
    safeWay: (write) => ({ files: [backfilled(write)] }),
  }),
]

function locks({ table }: OperationOf<'write'>, { migration, operations, isNew }: Context) {
  const changesSchema = (operation: Operation) =>
    LOCKING.includes(operation.kind) && !isNew(tableOf(operation))
  return migration.transactional && !isNew(table) && operations.some(changesSchema)
}

/** The same change in batches, or as it is where only one that updates a single table can be cut up. */
function backfilled({ table, sets, where, statement }: OperationOf<'write'>): SafeFile {
  if (!sets) return together(statement.text)

  const isOld = sets.map(({ column, value }) => `${quote(column)} is distinct from (${value})`)
  return oneByOne({
    table: quote(table),
    set: sets.map(({ column, value }) => `${quote(column)} = ${value}`).join(', '),
    where: [...(where ? [`(${where})`] : []), `(${isOld.join(' or ')})`].join(' and '),
  })
}
