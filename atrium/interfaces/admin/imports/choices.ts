/**
 * What somebody chose to do with the lines of a file.
 */
export type ImportChoices = {
  /** By column of the file, in order: the field or many-to-many relation that it fills, or null */
  columns: (string | null)[]

  /** The field by which a line finds the row that is there already; null when none is looked for */
  match: string | null

  /** What becomes of lines that find a row, and of those that find none */
  found: 'update' | 'skip'
  missing: 'create' | 'skip'

  /** What an empty cell does to a row that is there */
  empty: 'keep' | 'clear'

  /** What stands between the names in a cell of a many-to-many relation */
  separator: Separator

  /** What becomes of names there that no row has */
  unknown: 'refuse' | 'create'
}

/** By their names in forms */
export const SEPARATORS = { semicolon: ';', comma: ',', bar: '|', line: '\n' } as const

export type Separator = keyof typeof SEPARATORS
