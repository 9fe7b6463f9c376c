/**
 * Whether SQL has a name in it, as a word of its own. It may mean something else: then a little more
 * is done than needed.
 */
export function mentions(sql: string, name: string) {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const quoted = `"${escaped.replaceAll('"', '""')}"`
  return new RegExp(`${quoted}|(?<![\\w$"])${escaped}(?![\\w"])`).test(sql)
}
