import type { HttpRequest } from '@adonisjs/core/http'

/**
 * A path of this site, if `input` is one; otherwise nothing. For addresses that came from outside
 * and are redirected to: `?return=`. Other hosts, in any disguise, are refused.
 */
export function safeLocalPath(input: unknown) {
  if (typeof input !== 'string' || !isPlainPath(input)) {
    return
  }

  const { origin, pathname, search, hash } = new URL(input, 'http://here.invalid')
  return origin === 'http://here.invalid' && !pathname.startsWith('//')
    ? `${pathname}${search}${hash}`
    : undefined
}

/**
 * The path of an address on our own host, as a Referer gives it.
 */
export function ownPathOf(address: string | undefined, request: HttpRequest) {
  if (!address || !URL.canParse(address)) {
    return
  }

  const { protocol, host, pathname, search } = new URL(address)
  return /^https?:$/.test(protocol) && host === request.host()
    ? safeLocalPath(`${pathname}${search}`)
    : undefined
}

/**
 * Browsers read a backslash as a slash and skip control characters, so neither may be there.
 */
function isPlainPath(input: string) {
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(input) && input.isWellFormed() && input.length <= 2000
}
