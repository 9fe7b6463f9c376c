import { Clauses } from './clauses.ts'
import { plainCondition } from './plain_condition.ts'
import type { TriggerDefinition } from '#atrium/model/main'

/**
 * Reads what `pg_get_triggerdef` says.
 *
 * @throws E_CLAUSES_NOT_READ among others for constraint triggers, which models have no word for
 */
export function readTrigger(name: string, definition: string): TriggerDefinition {
  const clauses = new Clauses(definition).expect('create').expect('trigger')
  clauses.name()
  const when = clauses.until(['on'])
  clauses.expect('on').name()
  const referencing = clauses.take('referencing') ? clauses.until(['for each']) : undefined
  const forEach = clauses.expect('for each').take('row') ? 'row' : 'statement'
  if (forEach === 'statement') clauses.expect('statement')
  const condition = clauses.take('when') ? (clauses.parenthesised() ?? undefined) : undefined
  const execute = clauses.expect('execute function').all()

  return {
    name,
    when: lowerCase(when),
    ...(referencing && { referencing: lowerCase(referencing) }),
    forEach,
    ...(condition && { condition: plainCondition(withoutParentheses(condition)) }),
    execute,
  }
}

/** Key words as people write them. Names in quotes stay */
function lowerCase(text: string) {
  return text.replace(/"(?:[^"]|"")*"|[^"]+/g, (part) =>
    part.startsWith('"') ? part : part.toLowerCase()
  )
}

/** PostgreSQL puts a second pair around conditions in some versions */
function withoutParentheses(condition: string) {
  const inside = new Clauses(condition)
  const whole = inside.parenthesised()
  return whole !== null && inside.rest === '' ? whole : condition
}
