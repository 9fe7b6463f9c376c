import { rule } from '../rule.ts'
import { quote } from '../../schema/names.ts'
import { after, notNullByCheck, together } from '../safe_files.ts'

/** Whether columns may be empty. */
export const nullRules = [
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
