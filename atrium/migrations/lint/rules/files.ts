import { together } from '../safe_files.ts'
import { shortName } from '../written_migration.ts'
import { tableOf, type Operation } from '../operations.ts'
import type { Context, FileRule } from '../rule.ts'

/** PostgreSQL keeps so many bytes of a name, and drops the rest without an error. */
const LONGEST = 63

/** What is looked for in a file as a whole. */
export const fileRules: FileRule[] = [
  {
    code: 'no-down',
    title: 'A migration without a way back',
    why: '`migration:rollback` takes it from the list of what has run and leaves the tables as they are.',
    found: ({ hasDown, up }) => (hasDown || up.length === 0 ? null : 'there is no `async down()`'),
    safeWay: () => ({
      say: 'Write a `down` that undoes `up` from its end to its beginning. Where there is no way back, throw an error there that says so.',
      files: [],
    }),
  },
  {
    code: 'code-with-schema-change',
    title: 'Code and changes to a table that is in use, in one file',
    why: 'What the code does cannot be seen before it runs, nor checked, and while it runs the locks of the schema change are held.',
    covers: ['strong_migrations execute'],
    found: ({ up, transactional }, operations, { isNew }) => {
      const changed = changedTables(operations).find((table) => !isNew(table))
      return transactional && changed && up.some((piece) => 'code' in piece)
        ? `\`defer\` beside a change of ${changed}`
        : null
    },
    safeWay: ({ up }) => ({
      say: 'Put `defer` into a file of its own, after this one; or say it as SQL, or as `this.backfill(...)`.',
      files: [
        together(
          ...up.flatMap((piece) => ('sql' in piece && piece.mark === null ? [piece.sql] : []))
        ),
      ],
    }),
  },
  {
    code: 'file-name',
    title: 'A file name that says neither when nor what',
    why: 'Files run in the order of their names, and people find them by what they do.',
    found: ({ name }) =>
      /^\d{10,}_[a-z][a-z0-9_]*$/.test(shortName(name))
        ? null
        : `${shortName(name)} is not \`<time>_<what_it_does>\``,
    safeWay: ({ name }) => ({
      say: `Call it ${Date.now()}_${snakeCase(shortName(name))}.ts, as long as it has run nowhere.`,
      files: [],
    }),
  },
  {
    code: 'name-too-long',
    title: 'A name longer than 63 bytes',
    why: 'PostgreSQL cuts it without an error, and two names that begin alike become one.',
    covers: ['squawk identifier-too-long'],
    found: (_migration, operations) => longNames(operations).join(', ') || null,
    safeWay: () => ({
      say: 'Give it a name of your own that fits. The conventional names of Atrium are cut and get a hash.',
      files: [],
    }),
  },
]

/** What a context has to say to a rule about a file, which is about no single operation. */
export type FileContext = Pick<Context, 'isNew'>

function changedTables(operations: Operation[]) {
  const tables = operations.filter(({ kind }) => kind !== 'write').map(tableOf)
  return [...new Set(tables.filter((table) => table !== null))]
}

function longNames(operations: Operation[]) {
  const names = operations.flatMap(({ statement }) =>
    statement.tokens
      .map(({ text }) => text.replaceAll('"', ''))
      .filter((text) => /^[\w$\u0080-\uffff]+$/.test(text) && Buffer.byteLength(text) > LONGEST)
  )
  return [...new Set(names)]
}

function snakeCase(name: string) {
  return name
    .replace(/^\d+_?/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
}
