/**
 * An expression of the filter language: what people typed, taken apart. Places count characters of
 * the text, from 0. An `and` of nothing holds for all rows, an `or` of nothing for none.
 */
export type FilterNode =
  | { type: 'and' | 'or'; nodes: FilterNode[]; at?: number }
  | { type: 'not'; node: FilterNode; at?: number }
  | Comparison
  | { type: 'search'; text: string; at?: number }

/** `path operator value`: of a list of values one must hold */
export type Comparison = {
  type: 'comparison'

  /** A field, behind any number of relations: `['author', 'username']` */
  path: string[]
  operator: Operator
  value: FilterValue
  at?: number
}

/** `:` is "has": text contains, lists hold, relations have, `field:*` says that there is a value */
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | ':'

export type FilterValue =
  | Literal
  | { type: 'null'; at?: number }
  | { type: 'any'; at?: number }
  | FunctionCall
  | { type: 'list'; values: FilterValue[]; at?: number }

export type Literal = {
  type: 'literal'
  value: string
  quoted: boolean

  /** Where text may go on: `foo*` is open at its end */
  open?: 'start' | 'end' | 'both'
  at?: number
}

/** `ago("7d")` */
export type FunctionCall = { type: 'function'; name: string; args: FilterValue[]; at?: number }
