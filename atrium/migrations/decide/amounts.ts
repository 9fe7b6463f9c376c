/** A number of rows in words. */
export function amountOf(rows: number | null, one = 'row', more = `${one}s`) {
  if (rows === null) return `It is not known how many ${more}`

  return rows === 1 ? `1 ${one}` : `${rows.toLocaleString('en')} ${more}`
}
