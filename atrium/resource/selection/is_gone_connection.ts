/** Whether the database could not be reached, or ended the connection: it may be there again soon. */
export function isGoneConnection({ code = '', message = '' }: { code?: string; message?: string }) {
  return (
    /^(08|57P)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) ||
    /\bConnection terminated/.test(message)
  )
}
