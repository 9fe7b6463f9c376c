/** Does SQL name this table, view or type? */
export function mentions(sql: string, name: string) {
  return new RegExp(`(?<![\\w"])"?${RegExp.escape(name)}"?(?![\\w"])`).test(sql)
}

/**
 * Does SQL call this function?
 *
 * @param routine with its arguments, as in `f(integer)`
 */
export function calls(sql: string, routine: string) {
  const name = routine.replace(/\(.*$/s, '')
  return new RegExp(`(?<![\\w"])"?${RegExp.escape(name)}"?\\s*\\(`).test(sql)
}
