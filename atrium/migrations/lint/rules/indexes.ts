import { rule } from '../rule.ts'
import { quote, quoteAll } from '../../schema/names.ts'
import type { OperationOf } from '../operations.ts'
import { oneByOne } from '../safe_files.ts'

/** How indexes are built and dropped while people work. */
export const indexRules = [
  rule({
    code: 'index-not-concurrent',
    title: 'An index that is not built concurrently',
    why: 'Nobody can write to the table until it is there.',
    on: ['createIndex'],
    covers: ['strong_migrations add_index', 'squawk require-concurrent-index-creation'],
    found: ({ concurrently }) => !concurrently,
    safeWay: (operation) => ({ files: [oneByOne(...rebuilt(operation))] }),
  }),
  rule({
    code: 'drop-index-not-concurrent',
    title: 'An index that is not dropped concurrently',
    why: 'It waits for every query that uses the table, and all later ones wait for it.',
    on: ['dropIndex'],
    covers: ['strong_migrations remove_index', 'squawk require-concurrent-index-deletion'],
    generated: 'notice',
    found: ({ index, concurrently }, { known, isNew }) =>
      !concurrently && !isNew(known.indexes.get(index) ?? null),
    safeWay: ({ index }) => ({
      files: [oneByOne(`drop index concurrently if exists ${quote(index)}`)],
    }),
  }),
  rule({
    code: 'reindex-not-concurrent',
    title: 'An index is built again under a lock',
    why: 'Nobody can write to the table, nor read by that index, until it is there.',
    on: ['reindex'],
    covers: ['squawk require-concurrent-reindex'],
    newTables: true,
    found: ({ concurrently }) => !concurrently,
    safeWay: ({ what }) => ({
      files: [oneByOne(`reindex ${what.replace(' ', ' concurrently ')}`)],
    }),
  }),
  rule({
    code: 'concurrent-in-transaction',
    title: '`concurrently` within a transaction',
    why: 'PostgreSQL refuses it there, and the migration fails.',
    on: ['createIndex', 'dropIndex', 'reindex', 'detachPartition'],
    covers: ['squawk ban-concurrent-index-creation-in-transaction'],
    newTables: true,
    found: ({ concurrently }, { migration }) => concurrently && migration.transactional,
    safeWay: (operation) => ({
      say: 'The file says `static disableTransactions = true`.',
      files: [
        oneByOne(
          ...(operation.kind === 'createIndex' ? rebuilt(operation) : [operation.statement.text])
        ),
      ],
    }),
  }),
  rule({
    code: 'index-left-invalid',
    title: 'A concurrent index that is not dropped before it is built',
    why: 'If building it was broken off, an invalid index is left under its name: the statement fails when it runs again, and with `if not exists` the invalid one stays.',
    on: ['createIndex'],
    newTables: true,
    found: ({ index, concurrently }, { operations, index: place }) =>
      concurrently &&
      !operations
        .slice(0, place)
        .some((before) => before.kind === 'dropIndex' && before.index === index),
    safeWay: (operation) => ({ files: [oneByOne(...rebuilt(operation))] }),
  }),
  rule({
    code: 'wide-index',
    title: 'An index of more than three columns that is not unique',
    why: 'The fourth column seldom finds anything that the first three did not, and every write pays for it.',
    on: ['createIndex'],
    covers: ['strong_migrations add_index_columns'],
    severity: 'notice',
    newTables: true,
    generated: 'allowed',
    found: ({ unique, keys }) => !unique && keys.length > 3,
    safeWay: ({ index, table, keys }) => ({
      files: [
        oneByOne(
          `drop index concurrently if exists ${quote(index)}`,
          `create index concurrently ${quote(index)} on ${quote(table)} (${quoteAll(keys.slice(0, 3))})`
        ),
      ],
    }),
  }),
  rule({
    code: 'detach-partition',
    title: 'A partition is taken off under a lock',
    why: 'Nobody can read or write the whole table meanwhile.',
    on: ['detachPartition'],
    covers: ['squawk require-concurrent-partition-detach'],
    found: ({ concurrently }) => !concurrently,
    safeWay: ({ table, partition }) => ({
      say: `It cannot run twice, so it has a file of its own. Was it broken off, \`alter table ${quote(table)} detach partition ${quote(partition)} finalize\` ends it by hand.`,
      files: [
        oneByOne(`alter table ${quote(table)} detach partition ${quote(partition)} concurrently`),
      ],
    }),
  }),
  rule({
    code: 'rewrite-table',
    title: 'A table is written anew',
    why: 'Nobody can read or write it meanwhile.',
    on: ['rewrite'],
    covers: ['squawk prefer-repack'],
    found: () => true,
    safeWay: ({ table, how }) => ({
      say: `${how} has no form that lets people work on. \`vacuum\` frees the room for new rows; the extension pg_repack gives it back. Both are maintenance, not migrations.`,
      files: [oneByOne(`vacuum ${quote(table)}`)],
    }),
  }),
]

/** The index as said, dropped first and built concurrently. */
function rebuilt({ index, concurrently, statement }: OperationOf<'createIndex'>) {
  const built = concurrently ? statement.text : statement.withAfter('index', 'concurrently')
  const named = new RegExp(`concurrently\\s+(if\\s+not\\s+exists\\s+)?on\\s`, 'i').test(built)
    ? built.replace(/concurrently\s+(if\s+not\s+exists\s+)?/i, `concurrently ${quote(index)} `)
    : built.replace(/concurrently\s+if\s+not\s+exists/i, 'concurrently')
  return [`drop index concurrently if exists ${quote(index)}`, named]
}
