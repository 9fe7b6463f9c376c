/**
 * The same items, each behind those that it needs.
 */
export function inOrder<T>(items: T[], needs: (item: T, other: T) => boolean): T[] {
  const ordered = new Set<T>()
  const place = (item: T, above: T[]) => {
    if (ordered.has(item) || above.includes(item)) return

    for (const other of items) {
      if (other !== item && needs(item, other)) place(other, [...above, item])
    }
    ordered.add(item)
  }
  for (const item of items) place(item, [])
  return [...ordered]
}
