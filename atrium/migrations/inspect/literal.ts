/**
 * A value as TypeScript says it.
 */
export function literal(value: unknown): string {
  if (typeof value === 'string') return value.includes('\n') ? template(value) : quoted(value)
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) return objectOf(mapValues(value, literal))

  return String(value)
}

/**
 * An object whose values are code already. Those that are undefined are left out.
 */
export function objectOf(members: Record<string, string | undefined>) {
  const said = Object.entries(members).filter(([, code]) => code !== undefined)
  return said.length === 0
    ? '{}'
    : `{ ${said.map(([name, code]) => `${key(name)}: ${code}`).join(', ')} }`
}

/**
 * A call whose arguments are code already. Empty objects at the end are left out.
 */
export function call(name: string, args: string[]) {
  return `${name}(${args.filter((arg) => arg !== '{}').join(', ')})`
}

/** SQL as the models say it */
export function expressionOf(sql: string) {
  return `expression(${literal(sql)})`
}

/** Prettier chooses the quotes that need the fewest backslashes */
function quoted(text: string) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
}

function template(text: string) {
  return `\`${text.replace(/[`\\]|\$(?=\{)/g, String.raw`\$&`)}\``
}

function key(name: string) {
  return /^[a-zA-Z_$][\w$]*$/.test(name) ? name : quoted(name)
}

function mapValues(object: object, change: (value: unknown) => string) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))
}
