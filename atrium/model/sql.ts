/**
 * A piece of SQL with the values that its `?` stand for.
 */
export class Sql {
  constructor(
    readonly text: string,
    readonly bindings: readonly any[] = []
  ) {}

  /** This condition and another one. */
  and(condition: Sql) {
    return sql`${this} and ${condition}`
  }
}

/**
 * Writes SQL. Values become bindings, pieces of SQL become part of the text, so that a statement
 * can be put together from parts and never from what people typed.
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const bindings: unknown[] = []
  let text = strings[0]

  values.forEach((value, index) => {
    if (value instanceof Sql) {
      text += value.text
      bindings.push(...value.bindings)
    } else {
      text += '?'
      bindings.push(value)
    }

    text += strings[index + 1]
  })

  return new Sql(text, bindings)
}

/**
 * A whole number that becomes part of the text, because PostgreSQL plans better when it knows it:
 * the limit of a list.
 */
export function literal(number: number): Sql {
  return new Sql(String(BigInt(number)))
}

/**
 * A name as part of the text: of a table, a column or an alias, each part quoted.
 */
export function identifier(...parts: string[]): Sql {
  return new Sql(parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.'))
}

/**
 * Several pieces one after the other.
 *
 * @param separator SQL that is written by us, such as `, ` or ` and `
 */
export function joined(pieces: readonly Sql[], separator = ', '): Sql {
  return new Sql(
    pieces.map(({ text }) => text).join(separator),
    pieces.flatMap(({ bindings }) => bindings)
  )
}
