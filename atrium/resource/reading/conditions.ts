import { joined, sql, type Sql } from '#atrium/model/main'

type Conditions = readonly (Sql | undefined)[]

/** All of these hold; undefined when there are none. */
export function allOf(conditions: Conditions): Sql | undefined {
  return put(conditions, ' and ')
}

/** One of these holds; undefined when there are none. */
export function anyOf(conditions: Conditions): Sql | undefined {
  return put(conditions, ' or ')
}

/** `where ...`, or nothing. */
export function where(condition: Sql | undefined): Sql {
  return condition ? sql`where ${condition}` : sql``
}

function put(conditions: Conditions, separator: string) {
  const said = conditions.filter((condition) => condition !== undefined)
  if (said.length < 2) return said[0]
  return joined(
    said.map((condition) => sql`(${condition})`),
    separator
  )
}
