import type { Failure } from './failure.ts'

type Words = Pick<Failure, 'title' | 'detail' | 'key' | 'phrase'>

/**
 * What each status means, said to people.
 */
const byStatus: Record<number, Words> = {
  400: {
    title: 'Bad request',
    detail: 'This request cannot be understood.',
    key: 'request',
    phrase: 'cannot be understood',
  },
  401: {
    title: 'Sign in first',
    detail: 'Only people who are signed in may do this.',
    key: 'token',
    phrase: 'is missing',
  },
  403: {
    title: 'Not allowed',
    detail: 'You may not do this.',
    key: 'resource',
    phrase: 'forbidden',
  },
  404: {
    title: 'Not found',
    detail: 'There is nothing at this address. It may have been moved or deleted.',
    key: 'resource',
    phrase: 'not found',
  },
  405: {
    title: 'Method not allowed',
    detail: 'This address does not take requests of this kind.',
    key: 'method',
    phrase: 'is not allowed',
  },
  408: {
    title: 'Too slow',
    detail: 'The request took too long to arrive.',
    key: 'request',
    phrase: 'took too long to arrive',
  },
  409: {
    title: 'Conflict',
    detail: 'Somebody else was faster. Look at it again before you try once more.',
    key: 'resource',
    phrase: 'was changed by somebody else',
  },
  413: {
    title: 'Too large',
    detail: 'What was sent is larger than what is accepted here.',
    key: 'body',
    phrase: 'is too large',
  },
  415: {
    title: 'Unsupported form',
    detail: 'What was sent has a form or encoding that is not read here.',
    key: 'body',
    phrase: 'has an unsupported form',
  },
  421: {
    title: 'Wrong host',
    detail: 'This server does not answer for that host name.',
    key: 'host',
    phrase: 'is not served here',
  },
  422: {
    title: 'Some values are not accepted',
    detail: 'What was sent could be read, but some of it is not accepted.',
    key: 'body',
    phrase: 'is not accepted',
  },
  429: {
    title: 'Too many requests',
    detail: 'That was too often in too short a time. Wait a little, then try again.',
    key: 'requests',
    phrase: 'are too many',
  },
  500: {
    title: 'Something went wrong',
    detail: 'This is our fault, and it has been written down. Trying again later may help.',
    key: 'server',
    phrase: 'failed',
  },
  503: {
    title: 'Not available right now',
    detail: 'This cannot be answered at the moment. Try again in a few seconds.',
    key: 'server',
    phrase: 'is not available right now',
  },
  507: {
    title: 'No space left',
    detail: 'This cannot be stored at the moment. Try again later.',
    key: 'server',
    phrase: 'has no space left',
  },
}

/**
 * What is said of single errors instead of what they say of themselves.
 */
export const failuresByCode: Record<string, Partial<Failure>> = {
  E_ROUTE_NOT_FOUND: { ...byStatus[404], key: 'route' },
  E_ROW_NOT_FOUND: byStatus[404],
  E_UNAUTHORIZED_ACCESS: byStatus[401],
  E_AUTHORIZATION_FAILURE: byStatus[403],
  E_TOO_MANY_REQUESTS: byStatus[429],
  E_REQUEST_ENTITY_TOO_LARGE: byStatus[413],
  E_ENCODING_UNSUPPORTED: byStatus[415],
  E_MALFORMED_JSON: { key: 'body', phrase: 'is not valid JSON' },
  E_MALFORMED_BODY: { key: 'body', phrase: 'cannot be read' },
  E_BAD_CSRF_TOKEN: {
    title: 'This form is no longer valid',
    detail: 'The form was open for too long, so nothing was changed. Load the page again.',
    key: 'token',
    phrase: 'is no longer valid',
  },
  E_INVALID_CREDENTIALS: {
    status: 401,
    title: 'Wrong email or password',
    detail: 'The email or the password is wrong.',
    key: 'credentials',
    phrase: 'invalid',
  },
}

/**
 * The words for a status. One without words of its own is told by the first of its hundred.
 */
export function failuresByStatus(status: number) {
  const words = byStatus[status] ?? byStatus[status >= 500 ? 500 : 400]
  return { status, ...words }
}
