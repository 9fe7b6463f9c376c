/** What two lists of named things have in common */
export type Matched<T> = {
  /** Nothing to do */
  same: Both<T>[]

  /** The same name, and another definition */
  changed: Both<T>[]

  /** The same definition, and another name */
  renamed: Both<T>[]
  removed: T[]
  added: T[]
}

export type Both<T> = { from: T; to: T }

/** Finds for each thing its counterpart: by name first, then by definition. */
export function matched<T extends { name: string }>(
  from: Record<string, T>,
  to: Record<string, T>,
  isSame: (from: T, to: T) => boolean
): Matched<T> {
  const common = both(from, to)
  const left = without(from, to)
  const added = without(to, from)

  const renamed = added.flatMap((thing): Both<T>[] => {
    const at = left.findIndex((one) => isSame(one, thing))
    return at === -1 ? [] : [{ from: left.splice(at, 1)[0], to: thing }]
  })

  return {
    same: common.filter((one) => isSame(one.from, one.to)),
    changed: common.filter((one) => !isSame(one.from, one.to)),
    renamed,
    removed: left,
    added: added.filter((thing) => !renamed.some((one) => one.to === thing)),
  }
}

/** The things that have the same name on both sides. */
export function both<T>(from: Record<string, T>, to: Record<string, T>): Both<T>[] {
  return Object.keys(to)
    .filter((name) => Object.hasOwn(from, name))
    .map((name) => ({ from: from[name], to: to[name] }))
}

/** The things of the one that the other has not. */
export function without<T>(things: Record<string, T>, others: Record<string, T>): T[] {
  return Object.keys(things)
    .filter((name) => !Object.hasOwn(others, name))
    .map((name) => things[name])
}
