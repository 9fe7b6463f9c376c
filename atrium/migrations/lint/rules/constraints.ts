import { rule } from '../rule.ts'
import type { Operation } from '../operations.ts'
import { quote, quoteAll } from '../../schema/names.ts'
import { checkedLater, oneByOne, together, uniqueByIndex } from '../safe_files.ts'

/** Rules for rows that are there, which PostgreSQL has to look through. */
export const constraintRules = [
  rule({
    code: 'check-validates',
    title: 'A check that looks through all rows at once',
    why: 'Nobody can read or write the table until it has.',
    on: ['addConstraint'],
    covers: ['strong_migrations add_check_constraint', 'squawk constraint-missing-not-valid'],
    found: ({ table, type, notValid }, { migration, operations, index }) =>
      type === 'check' &&
      !notValid &&
      !(migration.generated && writes(operations.slice(0, index), table)),
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
]

/** Who has changed rows of a table holds them already. Generated migrations do that when it was asked for. */
function writes(operations: Operation[], table: string) {
  return operations.some((before) => before.kind === 'write' && before.table === table)
}
