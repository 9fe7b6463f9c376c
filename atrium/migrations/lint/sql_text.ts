import type { Piece } from './written_migration.ts'

/** What a file would do, as SQL that people can read. */
export function sqlText(
  path: string,
  { transactional, pieces }: { transactional: boolean; pieces: Piece[] }
) {
  const statements = pieces.map((piece) => ('sql' in piece ? ended(piece.sql) : codeText(piece)))
  return [
    `-- ${path}`,
    transactional ? '-- in one transaction' : '-- without a transaction, one statement at a time',
    '',
    ...(transactional ? ['begin;', ''] : []),
    statements.length > 0 ? statements.join('\n\n') : '-- nothing',
    ...(transactional ? ['', 'commit;'] : []),
  ].join('\n')
}

/** The semicolon stands before a comment that ends the statement. */
function ended(sql: string) {
  const [, statement, comment = ''] = /^(.*?);?\s*(\/\*[^*]*\*\/)?\s*$/s.exec(sql)!
  return comment ? `${statement.trimEnd()}; ${comment}` : `${statement.trimEnd()};`
}

/** Code is named, since nobody can say before what it will do. */
function codeText({ code }: { code: string }) {
  const lines = code.split('\n').map((line) => `--   ${line}`.trimEnd())
  return ['-- code: runs in JavaScript', ...lines].join('\n')
}
