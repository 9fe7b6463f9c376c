/**
 * Something that only a person can decide. Answered in the terminal, by `--answer <id>=<value>`, or
 * for renames by `renamedFrom`.
 */
export type Question = {
  /** What is asked, and about what: `rename:articles.title`, `fill:articles.status` */
  id: `${QuestionKind}:${string}`
  kind: QuestionKind

  /** One sentence or two, with the figures that matter */
  message: string

  /** What may be answered. With `open`, any SQL expression too */
  choices: Choice[]
  open?: { what: string; example: string }

  /** Rows of the connected database that are concerned. Null where that is not known */
  rows: number | null

  /** Some of them, for people to recognise */
  examples?: string[]
}

/**
 * - rename: a table, column or word that went, and others that came. `rename:articles.title=headline`, or `=drop`
 * - fill: what older rows hold in a column that must not be empty. SQL, or `none` where no row is to be empty
 * - convert: a conversion that loses something. `lose`, `stop` (the migration stops where something would be lost), or SQL
 * - map: a word of an enum that went while rows hold it. Another word, `null`, or `stop`
 * - repoint: a foreign key that points to another table. `same` (the keys mean the same rows), `empty`, or SQL
 * - violations: rows that a new rule refuses (duplicates, orphans, a check). `stop`, and for orphans `delete` or `empty`
 */
export type QuestionKind = 'rename' | 'fill' | 'convert' | 'map' | 'repoint' | 'violations'

export type Choice = { value: string; label: string; losesData?: boolean }

/** Answers by the ids of their questions */
export type Answers = Record<string, string>
