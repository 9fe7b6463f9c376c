const names = new Map<string, string>()

/**
 * The name of a prepared statement, the same for the same text. PostgreSQL plans what has a name once for
 * each connection and keeps it: only statements of which there are few kinds are given one.
 */
export function statementName(text: string) {
  const name = names.get(text) ?? `atrium_${names.size + 1}`
  names.set(text, name)
  return name
}
