import type { Node } from 'libpg-query'

import { SqlStatement } from './sql_statement.ts'
import { E_SQL_NOT_UNDERSTOOD, E_SQL_PARSER_MISSING } from './errors.ts'

type Parser = typeof import('libpg-query')

const COMMENTS = ['C_COMMENT', 'SQL_COMMENT']

/**
 * PostgreSQL's own parser. It is needed by `migration:lint` only, so it is a dependency of
 * development and loaded late.
 *
 * @throws E_SQL_PARSER_MISSING it is not installed here
 */
async function loadParser(): Promise<Parser> {
  return import('libpg-query').catch((cause) => {
    throw new E_SQL_PARSER_MISSING(
      'libpg-query is not installed here, and without it SQL cannot be read. It is a dependency of development: `npm install` (without --omit=dev).',
      { cause }
    )
  })
}

/**
 * The statements in a piece of SQL.
 *
 * @throws E_SQL_NOT_UNDERSTOOD PostgreSQL would not understand it either
 */
export async function statementsIn(sql: string): Promise<SqlStatement[]> {
  const parser = await loadParser()
  const bytes = Buffer.from(sql)
  const { stmts = [] } = await understood(sql, () => parser.parse(sql))

  return Promise.all(
    stmts.map(({ stmt_location: start = 0, stmt_len: length }) => {
      const end = length === undefined ? undefined : start + length
      return alone(parser, bytes.subarray(start, end).toString().trim())
    })
  )
}

/** Parsed by itself, so that its places count from its own beginning. */
async function alone(parser: Parser, text: string) {
  const { stmts } = await parser.parse(text)
  const { tokens } = await parser.scan(text)
  return new SqlStatement(
    text,
    stmts![0].stmt as Node,
    tokens.filter(({ tokenName }) => !COMMENTS.includes(tokenName))
  )
}

async function understood<T>(sql: string, parse: () => Promise<T>) {
  return parse().catch((cause: Error) => {
    throw new E_SQL_NOT_UNDERSTOOD(`${cause.message}, in: ${sql.trim().slice(0, 200)}`, { cause })
  })
}
