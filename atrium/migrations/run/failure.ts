import { E_MIGRATION_FAILED, MigrationError } from '../errors.ts'

/** What is said where PostgreSQL's words do not say what to do, by their codes */
const advice: Record<string, (limits: Limits) => string> = {
  '55P03': ({ lockTimeout }) =>
    `Others use its tables, and it waits for them no longer than ${lockTimeout} (\`lockTimeout\` in config/migrations.ts). Run again when they have ended; \`select * from pg_stat_activity\` shows them.`,
  '57014': ({ statementTimeout }) =>
    `If nobody stopped it, it took longer than ${statementTimeout} (\`statementTimeout\` in config/migrations.ts).`,
}

export type Limits = { lockTimeout: string; statementTimeout: string }

type Refusal = Error & { code?: string; severity?: string; detail?: string; hint?: string }

/**
 * Why a file could not be run, with what became of it.
 *
 * @param isAtomic whether nothing of it stays
 */
export function failure(file: string, error: Refusal, isAtomic: boolean, limits: Limits) {
  if (error instanceof MigrationError) return error

  const parts = [
    `${file} failed: ${error.severity ? saidByDatabase(error) : saidByCode(error, file)}`,
    advice[error.code ?? '']?.(limits),
    isAtomic
      ? 'Nothing of this file was done.'
      : 'What it did before stays. Run again when the cause is gone: it goes on where it was.',
  ]
  return new E_MIGRATION_FAILED(parts.filter(Boolean).join('\n'), { cause: error })
}

/** Knex puts the statement before PostgreSQL's message. */
function saidByDatabase({ message, detail, hint }: Refusal) {
  const at = message.lastIndexOf(' - ')
  const sql = message.slice(0, Math.max(at, 0))
  const reason = [at < 0 ? message : message.slice(at + 3), detail, hint].filter(Boolean).join('. ')

  return sql === '' ? reason : `${reason}\n\n${sql}\n`
}

/** Whoever wrote the file looks for the line. */
function saidByCode({ message, stack }: Refusal, file: string) {
  const place = stack?.split('\n').find((line) => line.includes(file))
  const line = place && /[^\s(]+:\d+:\d+/.exec(place)

  return line ? `${message} (${line[0]})` : message
}
