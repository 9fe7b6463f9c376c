/**
 * SQL as it stands in a file that is indented, so that function bodies in it keep their own
 * indentation: the reverse of `outdented`.
 */
export function indented(sql: string, by: string) {
  return sql
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n')
}

/**
 * SQL without the indentation of the file that it stands in, which is that of its first line.
 */
export function outdented(sql: string) {
  const text = sql.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
  const by = /^[ \t]*/.exec(text)![0]
  if (by === '') return text

  return text
    .split('\n')
    .map((line) => (line.startsWith(by) ? line.slice(by.length) : line.trimStart()))
    .join('\n')
}
