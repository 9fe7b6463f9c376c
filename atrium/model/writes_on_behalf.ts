import type { ConnectionContract } from '@adonisjs/lucid/types/database'

import { currentOperation } from './on_behalf.ts'
import { SAYING, SAYING_ONCE } from './on_behalf_sql.ts'

/** How the answers of an INSERT call what is none of their business */
const COLUMN = 'atrium_on_behalf'

/**
 * Has every INSERT, UPDATE and DELETE of a connection's query builders say on whose behalf it is made, in
 * the same statement: it takes no round trip, needs no transaction, and a savepoint that is given up
 * takes nothing along that is missed later.
 */
export function sayOnWhoseBehalf({ client }: ConnectionContract) {
  client!.on('start', (builder: any) => {
    const prepare = preparations[builder._method]
    const told = prepare && currentOperation()
    if (told) prepare(builder, JSON.stringify(told))
  })
}

/** What knex calls the ways to write */
const preparations: Partial<Record<string, (builder: any, told: string) => void>> = {
  insert: sayInAnswer,
  update: sayInCondition,
  del: sayInCondition,
}

/** A condition that comes first is asked of whatever row, whichever others follow with `or`. */
function sayInCondition(builder: any, told: string) {
  compiledWith(builder, (compile) => {
    const statements: unknown[] = builder._statements
    builder.whereRaw(SAYING_ONCE, [told])
    statements.unshift(statements.pop())
    try {
      return compile()
    } finally {
      statements.shift()
    }
  })
}

/** An INSERT has no condition. What it returns is worked out before triggers fire. */
function sayInAnswer(builder: any, told: string) {
  compiledWith(builder, (compile) => {
    const query = compile()
    if (!query.sql) return query

    query.sql += `${query.returning ? ',' : ' returning'} ${SAYING} as ${COLUMN}`
    query.bindings.push(told)
    return query
  })
  builder.once('query-response', forget)
}

/** Changes how the statement that is about to be run is made, once. */
function compiledWith(builder: any, change: (compile: () => any) => unknown) {
  const { toSQL } = builder

  builder.toSQL = (...args: unknown[]) => {
    delete builder.toSQL
    return change(() => toSQL.apply(builder, args))
  }
}

function forget(answer: any) {
  for (const row of answer.rows ?? answer) delete row[COLUMN]
}
