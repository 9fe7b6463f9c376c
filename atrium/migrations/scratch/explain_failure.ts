import { E_MIGRATION_FAILED } from '../errors.ts'
import type { FileStatements } from './run_migrations.ts'

/** What PostgreSQL says when a column, a table or index, or a constraint is there already */
const THERE_ALREADY = new Set(['42701', '42P07', '42710'])

type Refusal = Error & { code?: string; severity?: string; detail?: string; hint?: string }

/**
 * Names the file that failed. When an earlier one has already done the same, as two branches do that
 * were merged, names that one too.
 */
export function explainFailure(
  error: Refusal,
  failed: string | undefined,
  statements: FileStatements
) {
  if (failed === undefined) return error

  const twin = THERE_ALREADY.has(error.code ?? '') ? twinOf(failed, statements, error) : undefined
  const reason = [spokenReason(error), error.detail, error.hint].filter(Boolean).join('. ')

  return new E_MIGRATION_FAILED(
    `${failed} fails on a database on which all files before it have run: ${reason}. ${twin ? sameAs(twin, failed) : ''}`.trim(),
    { cause: error }
  )
}

function sameAs(twin: string, failed: string) {
  return `${twin} has made it before, as happens when two branches make the same change: keep one of the two, and take it out of ${failed} if that has not run anywhere yet.`
}

/** Lucid puts the statement before PostgreSQL's message. */
function spokenReason({ message, severity }: Refusal) {
  const at = severity ? message.lastIndexOf(' - ') : -1
  return at < 0 ? message : message.slice(at + 3)
}

/** The earlier file that has run the same statement, or has made what PostgreSQL's message names. */
function twinOf(failed: string, statements: FileStatements, error: Refusal) {
  const earlier = [...statements.keys()].filter((file) => file !== failed)
  const last = (statements.get(failed) ?? []).findLast((sql) => !/^rollback/i.test(sql)) ?? ''
  const doneBy = (isIt: (sql: string) => boolean) =>
    earlier.find((file) => statements.get(file)!.some(isIt))

  return doneBy((sql) => plain(sql) === plain(last)) ?? doneBy(makerOf(error))
}

function makerOf(error: Refusal) {
  const names = Array.from(spokenReason(error).matchAll(/"([^"]+)"/g), ([, name]) =>
    RegExp.escape(name)
  )
  const patterns = names.map((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`))

  return (sql: string) =>
    patterns.length > 0 &&
    /\b(create|add|rename)\b/i.test(sql) &&
    patterns.every((pattern) => pattern.test(sql))
}

function plain(sql: string) {
  return sql.trim().replace(/;$/, '').replace(/\s+/g, ' ').toLowerCase()
}
