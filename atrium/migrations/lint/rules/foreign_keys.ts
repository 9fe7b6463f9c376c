import { rule } from '../rule.ts'
import { quote, quoteAll } from '../../schema/names.ts'
import { checkedLater, together } from '../safe_files.ts'

/** What rows point to. */
export const foreignKeyRules = [
  rule({
    code: 'foreign-key-validates',
    title: 'A foreign key that looks through all rows at once',
    why: 'Nobody can write to either table until it has.',
    on: ['addConstraint'],
    covers: [
      'strong_migrations add_foreign_key',
      'strong_migrations add_reference',
      'squawk adding-foreign-key-constraint',
      'squawk constraint-missing-not-valid',
    ],
    found: ({ type, notValid, withColumn }) =>
      type === 'foreign' && !notValid && withColumn !== 'empty',
    safeWay: ({ table, constraint, columns, definition, withColumn }) => ({
      files: checkedLater(
        table,
        constraint,
        withColumn ? `foreign key (${quoteAll(columns)}) ${definition}` : definition
      ),
    }),
  }),
  rule({
    code: 'foreign-key-repointed',
    title: 'A foreign key points to another table',
    why: 'The keys in older rows stay, and now mean other rows.',
    on: ['addConstraint'],
    generated: 'notice',
    found: ({ table, type, columns, references }, { known }) => {
      const before = known.referredBy(table, columns)
      return type === 'foreign' && before !== undefined && before !== references
    },
    safeWay: ({ table, columns, references, definition, constraint }, { known }) => {
      const to = `${columns[0]}_of_${references}`
      const type = known.column(table, columns[0])?.type ?? 'bigint'
      return {
        say: `A new column points to ${references}. Only you can say which of its rows belongs to which older row: fill it with a backfill, and remove ${columns.join(', ')} later.`,
        files: [
          together(`alter table ${quote(table)} add column ${quote(to)} ${type}`),
          ...checkedLater(
            table,
            `${constraint}_of_${references}`,
            definition.replace(/\(.*?\)/, `(${quote(to)})`)
          ),
        ],
      }
    },
  }),
  rule({
    code: 'drop-foreign-key',
    title: 'A foreign key goes',
    why: 'From now on nothing keeps rows from pointing nowhere, and what was deleted along stays.',
    on: ['dropConstraint'],
    covers: ['Atlas CD101'],
    severity: 'notice',
    generated: 'allowed',
    found: ({ table, constraint }, { known, operations, index }) =>
      known.constraint(table, constraint)?.type === 'foreign' &&
      !operations
        .slice(index)
        .some((later) => later.kind === 'addConstraint' && later.constraint === constraint),
    safeWay: ({ statement }) => ({ files: [together(statement.text)] }),
  }),
]
