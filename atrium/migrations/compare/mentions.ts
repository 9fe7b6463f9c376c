/** Whether SQL has the name in it, as a whole word outside of text. */
export function mentions(sql: string, name: string) {
  const code = sql.replace(/'(?:[^']|'')*'/g, "''")
  const escaped = name.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}_$])${escaped}(?![\p{L}\p{N}_$])`, 'u').test(code)
}
