import { Clauses, splitList, unquote } from './clauses.ts'

/** An index as its statement says it */
export type ReadIndex = {
  unique: boolean
  method: string
  parts: ReadPart[]
  include: string[]
  nullsNotDistinct: boolean
  with: Record<string, string>
  where: string | null
}

export type ReadPart = {
  /** Null where it is an expression */
  column: string | null
  expression: string
  collation: string | null
  opclass: string | null

  /** ` desc nulls last`, as models say it */
  order: string
}

/**
 * Reads what `pg_get_indexdef` says.
 *
 * @throws E_CLAUSES_NOT_READ
 */
export function readIndex(definition: string): ReadIndex {
  const clauses = new Clauses(definition).expect('create')
  const unique = clauses.take('unique')
  clauses.expect('index').name()
  clauses.expect('on').take('only')
  clauses.name()

  const method = clauses.expect('using').name()
  const parts = splitList(clauses.parenthesised() ?? '').map(readPart)
  const include = clauses.take('include')
    ? splitList(clauses.parenthesised() ?? '').map(unquote)
    : []
  const nullsNotDistinct = clauses.take('nulls not distinct')
  const parameters = clauses.take('with') ? splitList(clauses.parenthesised() ?? '') : []
  const where = clauses.take('where') ? clauses.all() : null

  return { unique, method, parts, include, nullsNotDistinct, with: storage(parameters), where }
}

function readPart(text: string): ReadPart {
  const clauses = new Clauses(text)
  const inside = clauses.parenthesised()
  const name = inside === null ? clauses.name() : ''
  const args = inside === null ? clauses.parenthesised() : null
  const column = inside === null && args === null ? unquote(name) : null
  const collation = clauses.take('collate') ? unquote(clauses.name()) : null
  const opclass = /^(asc|desc|nulls|$)/i.test(clauses.rest) ? null : operatorClass(clauses)

  return {
    column,
    expression: inside ?? (args === null ? name : `${name}(${args})`),
    collation,
    opclass,
    order: clauses.rest === '' ? '' : ` ${clauses.rest.toLowerCase()}`,
  }
}

function operatorClass(clauses: Clauses) {
  const name = clauses.name()
  const parameters = clauses.parenthesised()
  return parameters === null ? name : `${name} (${parameters})`
}

/** Storage parameters: `fillfactor='70'` */
function storage(parameters: string[]) {
  return Object.fromEntries(
    parameters.map((parameter) => {
      const [name, value] = parameter.split('=')
      return [name.trim(), value.trim().replace(/^'(.*)'$/, '$1')]
    })
  )
}
