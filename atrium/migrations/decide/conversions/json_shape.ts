const text = '"([^"\\\\\\x01-\\x1f]|\\\\(["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"'
const other = '-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null'
const list = '\\[([sv](,[sv])*)?\\]'
const object = '\\{(s:[sv](,s:[sv])*)?\\}'

/**
 * A condition that text meets which is no JSON. PostgreSQL 15 cannot be asked that: texts and other
 * scalars are replaced by a letter each, then lists and objects of letters by one, from the inside out,
 * until nothing is left but a letter.
 */
export function isNoJson(value: string) {
  const scalars =
    `regexp_replace(regexp_replace(regexp_replace(${value}, '${text}', 's', 'g'), ` +
    `'(?<![a-z0-9.+-])(${other})(?![a-z0-9.+-])', 'v', 'g'), '[ \\t\\n\\r]+', '', 'g')`

  return (
    `${value} is not null and (${value} ~ '\\\\u0000' or not exists (` +
    `with recursive reduced (rest, turn) as (` +
    `select ${scalars}, 0 ` +
    `union all select regexp_replace(rest, '${list}|${object}', 'v', 'g'), turn + 1 from reduced ` +
    `where turn < 100 and rest ~ '[\\[{]') ` +
    `select from reduced where rest in ('s', 'v')))`
  )
}
