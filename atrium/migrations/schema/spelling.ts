/** Types whose names PostgreSQL says at length, and as people write them */
const short: [long: RegExp, short: string][] = [
  [/^character varying/, 'varchar'],
  [/^character(?=\(|\[|$)/, 'char'],
  [/^timestamp(\(\d+\))? with time zone/, 'timestamptz$1'],
  [/^timestamp(\(\d+\))? without time zone/, 'timestamp$1'],
  [/^time(\(\d+\))? with time zone/, 'timetz$1'],
  [/^time(\(\d+\))? without time zone/, 'time$1'],
]

/** A type as people write it: `varchar(200)` for `character varying(200)`. */
export function shortType(type: string) {
  const found = short.find(([long]) => long.test(type))
  return found ? type.replace(...found) : type
}

/**
 * SQL as PostgreSQL says it back, in lower case. What stands in quotes stays. A function's body may be
 * quoted with dollars: it is no text for this.
 */
export function spoken(sql: string) {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Z]+/g, (part) =>
    /^['"]/.test(part) ? part : part.toLowerCase()
  )
}
