/**
 * Methods that change nothing. They need no CSRF token and, for anonymous readers, no session.
 */
export const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']
