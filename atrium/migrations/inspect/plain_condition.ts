const ONE_OF =
  /(?<column>[\w."]+)::text (?<how>= ANY|<> ALL) \(ARRAY\[(?<words>(?:'(?:[^']|'')*'::character varying(?:, )?)+)\]::text\[\]\)/g

/**
 * A condition as PostgreSQL says it, but for lists of words of varchar columns: read once more, it
 * would say those in yet another way.
 */
export function plainCondition(sql: string) {
  return sql.replace(ONE_OF, (_all, column: string, how: string, words: string) => {
    const operator = how === '= ANY' ? 'in' : 'not in'
    return `${column} ${operator} (${words.replaceAll('::character varying', '')})`
  })
}
