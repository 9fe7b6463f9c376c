import type { Column } from './columns.ts'

/** How many rows a page may have */
export const SIZES = [10, 25, 50, 100, 200]

type Sent = {
  order?: unknown
  shown?: unknown
  width?: unknown
  density?: unknown
  size?: unknown

  /** `up:title`, from the buttons that put columns in order without a script */
  move?: unknown
}

/** What the form of a list's columns says. At least one column is shown. */
export function settingSent({ order, shown, width, density, size, move }: Sent, columns: Column[]) {
  const known = new Set(columns.map(({ name }) => name))
  const isShown = new Set(textsOf(shown))
  const names = moved(textsOf(order), move).filter((name) => known.has(name) && isShown.has(name))
  const widths = (typeof width === 'object' && width !== null ? width : {}) as Record<
    string,
    string
  >

  return {
    columns: [...new Set(names)].map((name) => {
      const wanted = Number(widths[name])
      return wanted > 0 ? { name, width: wanted } : { name }
    }),
    density: density === 'compact' ? ('compact' as const) : ('comfortable' as const),
    size: SIZES.find((each) => each === Number(size)) ?? 25,
  }
}

function moved(names: string[], move: unknown) {
  const [, way, name] = /^(up|down):(\w+)$/.exec(String(move)) ?? []
  const place = names.indexOf(name)
  const other = place + (way === 'up' ? -1 : 1)
  if (place === -1 || other < 0 || other >= names.length) return names

  return names.with(place, names[other]).with(other, name)
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string')
}
