import type { Node, RangeVar } from 'libpg-query'

/** The name of a table, without `public`. */
export function relationName(relation: RangeVar | undefined) {
  const { schemaname, relname = '' } = relation ?? {}
  return schemaname && schemaname !== 'public' ? `${schemaname}.${relname}` : relname
}

/** A name of several parts, without `public` and `pg_catalog`. */
export function nameOf(parts: Node[] | undefined) {
  return words(parts)
    .filter((word) => !['public', 'pg_catalog'].includes(word))
    .join('.')
}

/** The texts in a list of strings. */
export function words(list: Node[] | undefined) {
  return (list ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []))
}

/** What `drop` and `rename` name: some kinds of objects come as a list, some with their arguments. */
export function objectName(node: Node | undefined): string {
  if (!node) return ''
  if ('String' in node) return node.String.sval ?? ''
  if ('List' in node) return nameOf(node.List.items)
  if ('TypeName' in node) return nameOf(node.TypeName.names)
  return 'ObjectWithArgs' in node ? nameOf(node.ObjectWithArgs.objname) : ''
}

/** `OBJECT_MATVIEW` -> `matview` */
export function wordOf(objectType: string | undefined) {
  return (objectType ?? '').replace('OBJECT_', '').toLowerCase()
}
