import { indented } from '../migration/indentation.ts'

/** What Prettier lets a line have */
export const WIDTH = 100

/**
 * A string of JavaScript as Prettier writes it: with single quotes unless that needs more escapes.
 */
export function text(value: string) {
  const quote = count(value, "'") > count(value, '"') ? '"' : "'"
  const body = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"')

  return quote + body.replaceAll(quote, `\\${quote}`) + quote
}

/**
 * SQL in backticks. What does not fit into the line begins on one of its own, each line behind
 * `margin`, which is no part of it.
 *
 * @param room how many characters the line has left
 */
export function sql(statement: string, margin: string, room: number) {
  const lines = escaped(statement.trim())
  if (!lines.includes('\n') && lines.length + 2 <= room) return `\`${lines}\``

  return `\`\n${indented(lines, margin)}\``
}

/** What a template literal would read as something else. Of carriage returns it would make line ends. */
function escaped(statement: string) {
  return statement
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    .replaceAll('\r', '\\r')
}

function count(value: string, character: string) {
  return value.split(character).length - 1
}
