import type { FieldFailure } from './failure.ts'

type DatabaseFailure = { status: number; code: string; retryAfter?: number }

const AWAY: DatabaseFailure = { status: 503, code: 'E_UNAVAILABLE', retryAfter: 5 }
const BUSY: DatabaseFailure = { status: 503, code: 'E_BUSY', retryAfter: 2 }
const REFUSED: DatabaseFailure = { status: 422, code: 'E_VALUE_NOT_ACCEPTED' }

/**
 * What PostgreSQL's error codes mean to whoever asked, by whole code or by class (its first two
 * characters). A whole code comes before its class.
 */
const bySqlState: Record<string, DatabaseFailure> = {
  '08': AWAY,
  '22': REFUSED,
  '23505': { status: 409, code: 'E_ALREADY_TAKEN' },
  '23': REFUSED,
  '28': AWAY,
  '3D': AWAY,
  '40': { status: 409, code: 'E_CONFLICT' },
  '53100': { status: 507, code: 'E_NO_SPACE', retryAfter: 60 },
  '53': BUSY,
  '55P03': BUSY,
  '57014': { status: 503, code: 'E_TOO_SLOW', retryAfter: 5 },
  '57': AWAY,
  '58': AWAY,
}

/**
 * How the network says that there is nobody.
 */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

const NETWORK_CALLS = ['connect', 'read', 'write', 'getaddrinfo']

/**
 * How the driver and the pool say so; these errors have no code. The query stands before it.
 */
const byMessage: [RegExp, DatabaseFailure][] = [
  [/\bConnection terminated( unexpectedly| due to connection timeout)?$/, AWAY],
  [/\b(is not queryable|timeout expired|Query read timeout|Unable to acquire a connection)$/, AWAY],
]

/**
 * Says what an error of the database means to the outside, or nothing when it is another error.
 */
export function databaseFailure(error: unknown) {
  if (!(error instanceof Error)) {
    return
  }

  const failure = failureIn(error as DriverError)
  return failure && { ...failure, ...takenField(error as DriverError) }
}

type DriverError = Error & { code?: string; severity?: string; syscall?: string } & {
  table?: string
  constraint?: string
}

function failureIn(error: DriverError) {
  if (error.name === 'KnexTimeoutError') {
    return BUSY
  }

  const code = String(error.code ?? '')
  if (error.severity && code.length === 5) {
    return bySqlState[code] ?? bySqlState[code.slice(0, 2)]
  }

  if (NETWORK_CALLS.includes(error.syscall!) || error instanceof AggregateError) {
    return unreachable.has(code) ? AWAY : undefined
  }

  return byMessage.find(([pattern]) => pattern.test(error.message))?.[1]
}

/**
 * The field that a unique constraint is about. Constraints are named after table and column:
 * `users_email_unique`.
 */
function takenField({ code, table, constraint }: DriverError): { fields?: FieldFailure[] } {
  if (code !== '23505' || !table || !constraint?.startsWith(`${table}_`)) {
    return {}
  }

  const field = constraint.slice(table.length + 1).replace(/_(unique|key|index|idx|pkey)$/, '')
  return { fields: [{ field, code: 'unique', message: 'has already been taken' }] }
}
