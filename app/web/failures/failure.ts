import { Exception } from '@adonisjs/core/exceptions'

import { databaseFailure } from './database_failures.ts'
import { failuresByCode, failuresByStatus } from './known_failures.ts'

/**
 * One thing that is wrong with one field of what was sent.
 */
export type FieldFailure = {
  /** Where it stands: `title`, `user.email`, `tagList.2` */
  field: string

  /** The rule that it breaks */
  code: string

  /** A phrase that goes on after the field's name ("can't be blank"), or a whole sentence */
  message: string
}

/**
 * What went wrong, in the words that the outside may read. Pages, RealWorld's form and
 * `application/problem+json` are three ways to write it down.
 */
export type Failure = {
  status: number
  code: string

  /** What kind of failure this is: the same words each time */
  title: string

  /** What that means for whoever asked */
  detail: string

  /** What RealWorld's form files it under, and what it says there */
  key: string
  phrase: string

  fields?: FieldFailure[]

  /** Seconds after which another try makes sense */
  retryAfter?: number
}

/**
 * Says what an error means to the outside. What an unexpected error says of itself stays inside:
 * it may hold SQL, paths or data.
 */
export function failureOf(error: unknown): Failure {
  const known = validationFailure(error) ?? takenFailure(error) ?? databaseFailure(error)
  if (known) {
    return { ...failuresByStatus(known.status), ...known }
  }

  const { status, code, message } = traitsOf(error)
  return {
    ...failuresByStatus(status),
    code,
    ...(message && { detail: message }),
    ...resourceOf(error),
    ...waitingTime(error),
    ...failuresByCode[code],
  }
}

function validationFailure(error: unknown) {
  if (!isObject(error) || error.code !== 'E_VALIDATION_ERROR' || !Array.isArray(error.messages)) {
    return
  }

  const fields = error.messages.map((message: Record<string, unknown>): FieldFailure => ({
    field: String(message.field),
    code: String(message.rule),
    message: String(message.message),
  }))
  return { status: 422, code: 'E_VALIDATION_ERROR', fields }
}

function takenFailure(error: unknown) {
  if (!isObject(error) || error.code !== 'E_ALREADY_TAKEN' || typeof error.field !== 'string') {
    return
  }

  const fields = [{ field: error.field, code: 'unique', message: 'has already been taken' }]
  return { status: 409, code: 'E_ALREADY_TAKEN', fields }
}

/**
 * Only errors that were made to be answered (4xx exceptions with a code) may speak for themselves.
 */
function traitsOf(error: unknown) {
  if (error instanceof URIError) {
    return { status: 400, code: 'E_MALFORMED_ADDRESS', message: '' }
  }

  const status = isObject(error) ? Number(error.status) : 500
  if (!Number.isInteger(status) || status < 400 || status > 499) {
    return { status: [501, 502, 503, 504, 507].includes(status) ? status : 500, ...unexpected }
  }

  const code = isObject(error) && /^E_\w+$/.test(String(error.code)) ? String(error.code) : ''
  return code && error instanceof Exception
    ? { status, code, message: error.message }
    : { status, code: code || 'E_BAD_REQUEST', message: '' }
}

const unexpected = { code: 'E_UNEXPECTED', message: '' }

function resourceOf(error: unknown) {
  return isObject(error) && typeof error.resource === 'string' ? { key: error.resource } : {}
}

/**
 * The limiter says how long to wait.
 */
function waitingTime(error: unknown) {
  const response = isObject(error) && isObject(error.response) ? error.response : {}
  return typeof response.availableIn === 'number'
    ? { retryAfter: Math.max(1, response.availableIn) }
    : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
