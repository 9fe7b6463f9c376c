import { rule } from '../rule.ts'
import { quote, quoteAll } from '../../schema/names.ts'
import {
  after,
  checkedLater,
  notNullByCheck,
  oneByOne,
  together,
  uniqueByIndex,
} from '../safe_files.ts'

/** Rules for rows that are there, which PostgreSQL has to look through. */
export const constraintRules = [
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
    code: 'check-validates',
    title: 'A check that looks through all rows at once',
    why: 'Nobody can read or write the table until it has.',
    on: ['addConstraint'],
    covers: ['strong_migrations add_check_constraint', 'squawk constraint-missing-not-valid'],
    found: ({ type, notValid }) => type === 'check' && !notValid,
    safeWay: ({ table, constraint, definition }) => ({
      files: checkedLater(table, constraint, definition),
    }),
  }),
  rule({
    code: 'unique-constraint',
    title: 'A unique or primary key that builds its index under a lock',
    why: 'Nobody can read or write the table until the index is there.',
    on: ['addConstraint'],
    covers: [
      'strong_migrations add_unique_constraint',
      'squawk disallowed-unique-constraint',
      'squawk adding-serial-primary-key-field',
      'Atlas MF101',
      'Atlas MF102',
    ],
    found: ({ type, usingIndex }) => ['unique', 'primary'].includes(type) && !usingIndex,
    safeWay: (operation) => ({
      say: `First look for duplicates: select ${quoteAll(operation.columns)}, count(*) from ${quote(operation.table)} group by ${quoteAll(operation.columns)} having count(*) > 1`,
      files: uniqueByIndex(operation.table, operation),
    }),
  }),
  rule({
    code: 'exclusion-constraint',
    title: 'An exclusion constraint on a table with rows',
    why: 'It builds its index under a lock: nobody can read or write the table meanwhile, and PostgreSQL knows no other way.',
    on: ['addConstraint'],
    covers: ['strong_migrations add_exclusion_constraint'],
    generated: 'notice',
    found: ({ type }) => type === 'exclude',
    safeWay: ({ table, constraint, definition }) => ({
      say: `Where waiting is not possible, a table that has the constraint from the beginning takes the rows over. Where it is, allow it with a comment.`,
      files: [
        together(
          `create table ${quote(`${table}_new`)} (like ${quote(table)} including all, constraint ${quote(constraint)} ${definition})`
        ),
      ],
    }),
  }),
  rule({
    code: 'validate-with-constraint',
    title: 'A constraint is made and validated in one transaction',
    why: 'The lock that making it takes is held while all rows are looked through: `not valid` gains nothing then.',
    on: ['validateConstraint'],
    covers: ['squawk constraint-missing-not-valid'],
    found: ({ table, constraint }, { operations, index, migration }) =>
      migration.transactional &&
      operations
        .slice(0, index)
        .some(
          (before) =>
            before.kind === 'addConstraint' &&
            before.table === table &&
            before.constraint === constraint
        ),
    safeWay: ({ table, constraint, statement }, { operations }) => ({
      files: [
        ...operations
          .filter((before) => before.kind === 'addConstraint')
          .filter((before) => before.table === table && before.constraint === constraint)
          .map((before) => together(before.statement.text)),
        oneByOne(statement.text),
      ],
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
  rule({
    code: 'domain-constraint',
    title: 'A domain with a check',
    why: 'A check of a domain cannot change without looking through every table that uses it, all of them locked.',
    on: ['constrainDomain'],
    covers: [
      'squawk ban-create-domain-with-constraint',
      'squawk ban-alter-domain-with-add-constraint',
    ],
    newTables: true,
    found: () => true,
    safeWay: ({ domain }) => ({
      say: `Use the type that ${domain} is made of, and say the check on each column, \`not valid\` first: \`alter table <table> add constraint <name> check (...) not valid\`.`,
      files: [],
    }),
  }),
  rule({
    code: 'set-not-null',
    title: 'NOT NULL that looks through all rows at once',
    why: 'Nobody can read or write the table until it has. A validated check that says the same lets PostgreSQL skip it.',
    on: ['setNotNull'],
    covers: [
      'strong_migrations change_column_null',
      'squawk adding-not-nullable-field',
      'Atlas MF104',
    ],
    found: ({ table, column }, { known }) => !known.isProvenNotNull(table, column),
    safeWay: ({ table, column }) => ({
      say: `Rows that are null now have to get a value before: select count(*) from ${quote(table)} where ${quote(column)} is null`,
      files: notNullByCheck(table, column),
    }),
  }),
  rule({
    code: 'drop-not-null',
    title: 'A column may be empty from now on',
    why: 'Code and clients that were never given null will be.',
    on: ['dropNotNull'],
    covers: ['squawk ban-drop-not-null'],
    severity: 'notice',
    generated: 'allowed',
    found: () => true,
    safeWay: ({ statement }) => ({
      files: [after('code that can read null runs everywhere', together(statement.text))],
    }),
  }),
]
