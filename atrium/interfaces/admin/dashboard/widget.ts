/**
 * A part of the dashboard. What it shows is read for whoever looks at it: nobody sees a widget of a
 * resource that they may not list, and nothing counts rows that they may not see.
 */
type Common<Kind extends string> = {
  kind: Kind
  title: string
  resource: string

  /** In the filter language, as in the address of a list */
  filter?: string

  /** The roles that it is for. Everybody who may list the resource, unless said */
  roles?: string[]
}

/** How many rows there are */
export type NumberWidget = Common<'number'> & {
  /** A Lucide icon; that of the resource unless said */
  icon?: string
}

/** How many rows there are from each of the last days, as a chart */
export type TrendWidget = Common<'trend'> & {
  /** The moment or day that they are counted by */
  field: string
  days: number
}

/** The first rows of a list */
export type TableWidget = Common<'table'> & {
  fields?: string[]
  sort?: string[]
  size: number
}

/** How many rows there are of each value of a field */
export type BreakdownWidget = Common<'breakdown'> & {
  field: string
}

export type Widget = NumberWidget | TrendWidget | TableWidget | BreakdownWidget

type Options<W extends Widget> = Omit<W, 'kind' | 'title'>

/** `number('Drafts', { resource: 'articles', filter: 'publishedAt = null' })` */
export function number(title: string, options: Options<NumberWidget>): Widget {
  return { kind: 'number', title, ...options }
}

/** `trend('New users', { resource: 'users', field: 'createdAt', days: 30 })` */
export function trend(
  title: string,
  { days = 30, ...options }: Omit<Options<TrendWidget>, 'days'> & { days?: number }
): Widget {
  return { kind: 'trend', title, days, ...options }
}

/** `table('Latest comments', { resource: 'comments', sort: ['-createdAt'], size: 5 })` */
export function table(
  title: string,
  { size = 5, ...options }: Omit<Options<TableWidget>, 'size'> & { size?: number }
): Widget {
  return { kind: 'table', title, size, ...options }
}

/** `breakdown('Articles by author', { resource: 'articles', field: 'author' })` */
export function breakdown(title: string, options: Options<BreakdownWidget>): Widget {
  return { kind: 'breakdown', title, ...options }
}
