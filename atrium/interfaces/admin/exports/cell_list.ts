/** What stands between several texts of one cell, unless said */
const SEPARATOR = ';'

/**
 * Several texts in one cell of a file, as `itemsOf` reads them back: `garden; "pots; pans"`. In JSON they
 * are a list.
 */
export class CellList {
  constructor(readonly items: readonly string[]) {}

  toString() {
    return this.items.map(quoted).join(`${SEPARATOR} `)
  }

  toJSON() {
    return this.items
  }
}

/**
 * The texts of a cell, each once. One in quotes may hold the separator; quotes within it are doubled.
 *
 * @param separator one sign
 */
export function itemsOf(text: string, separator = SEPARATOR): string[] {
  const item = new RegExp(
    `\\s*(?:"((?:[^"]|"")*)"\\s*(?=[${separator}]|$)|([^${separator}]*))([${separator}]|$)`,
    'y'
  )
  const items = new Set<string>()

  while (item.lastIndex < text.length) {
    const [, inQuotes, plain] = item.exec(text)!
    items.add(inQuotes?.replaceAll('""', '"') ?? plain.trim())
  }
  items.delete('')
  return [...items]
}

function quoted(text: string) {
  const isPlain = text === text.trim() && text !== '' && !/[";]/.test(text)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
