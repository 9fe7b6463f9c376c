/**
 * Calls back with the rows that a query comes to, before whoever awaits it sees them.
 */
export function afterwards(query: any, callback: (rows: any[]) => void) {
  const { exec } = query

  query.exec = async () => {
    const rows = await exec.call(query)
    callback(rows)
    return rows
  }
  return query
}
