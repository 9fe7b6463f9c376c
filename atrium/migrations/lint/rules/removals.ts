import { rule } from '../rule.ts'
import { quote } from '../../schema/names.ts'
import { after, losing, together } from '../safe_files.ts'

/** What takes something away for good. Said in `static losses`, it is a notice. */
export const removalRules = [
  rule({
    code: 'drop-column',
    title: 'A column goes',
    why: 'Its data is gone, and code that was deployed before still asks for it: with Lucid, every insert and every `returning` of that model fails.',
    on: ['dropColumn'],
    covers: ['strong_migrations remove_column', 'squawk ban-drop-column', 'Atlas DS103'],
    generated: 'notice',
    found: () => true,
    safeWay: ({ table, column }) => ({
      files: [
        after(
          `code whose models do not have ${table}.${column} runs everywhere`,
          losing(
            `${table}.${column}`,
            together(`alter table ${quote(table)} drop column ${quote(column)}`)
          )
        ),
      ],
    }),
  }),
  rule({
    code: 'drop-table',
    title: 'A table goes',
    why: 'Its rows are gone, and code that was deployed before still asks for them.',
    on: ['dropTable'],
    covers: ['squawk ban-drop-table', 'Atlas DS102'],
    generated: 'notice',
    found: () => true,
    safeWay: ({ table }) => ({
      files: [
        after(
          `code that does not use ${table} runs everywhere`,
          losing(table, together(`drop table ${quote(table)}`))
        ),
      ],
    }),
  }),
  rule({
    code: 'truncate',
    title: 'All rows of a table go',
    why: 'They are gone at once, and with `cascade` those of every table that refers to it.',
    on: ['truncate'],
    covers: ['squawk ban-truncate-cascade'],
    found: () => true,
    safeWay: ({ table }) => ({
      files: [losing(table, together(`delete from ${quote(table)}`))],
    }),
  }),
  rule({
    code: 'drop-schema',
    title: 'A whole schema or database goes',
    why: 'Everything in it is gone, also what nobody thought of.',
    on: ['dropObject'],
    covers: ['squawk ban-drop-database', 'Atlas DS101'],
    newTables: true,
    found: ({ object }) => ['schema', 'database'].includes(object),
    safeWay: ({ object, name }) => ({
      say: `Drop what is in ${name} by name, table by table, in migrations that say what they lose. The empty ${object} is dropped by hand.`,
      files: [],
    }),
  }),
  rule({
    code: 'drop-cascade',
    title: '`cascade` takes along what depends on it',
    why: 'Views, foreign keys and triggers disappear without being named, and the migration cannot bring them back.',
    on: ['dropTable', 'dropColumn', 'dropConstraint', 'dropIndex', 'dropObject'],
    newTables: true,
    found: ({ cascade }) => cascade,
    safeWay: ({ statement }) => ({
      say: 'Without `cascade` PostgreSQL refuses and lists what depends on it. Drop that by name first, and make it anew in `down`.',
      files: [together(withoutCascade(statement.text))],
    }),
  }),
  rule({
    code: 'create-with-force',
    title: 'A table is dropped to be made anew',
    why: 'If there is one already, its rows are gone.',
    on: ['createTable'],
    covers: ['strong_migrations create_table_force'],
    newTables: true,
    found: ({ table }, { operations, index }) =>
      operations
        .slice(0, index)
        .some((before) => before.kind === 'dropTable' && before.table === table && before.ifExists),
    safeWay: ({ statement }) => ({ files: [together(statement.text)] }),
  }),
]

function withoutCascade(sql: string) {
  return sql.replace(/\s+cascade\s*$/i, '')
}
