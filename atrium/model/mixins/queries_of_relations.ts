import type { RelationshipsContract } from '@adonisjs/lucid/types/relations'

import { leaveOutDeleted } from './deleted_rows.ts'
import { selectVersion } from './row_version.ts'

const seen = new WeakSet<object>()

/**
 * Has the queries that Lucid makes for a relation keep the rules of the related model where no hook
 * fires: in the conditions of `whereHas`, in `withCount`, and below a `groupLimit`.
 */
export function keepRulesOfRelated<R extends RelationshipsContract>(relation: R): R {
  if (seen.has(relation)) return relation
  seen.add(relation)

  const { eagerQuery, subQuery } = relation as any
  return Object.assign(relation, {
    eagerQuery: (...args: unknown[]) => limitedByRules(eagerQuery.apply(relation, args)),
    subQuery: (...args: unknown[]) => joinedByRules(subQuery.apply(relation, args)),
  })
}

function limitedByRules(query: any) {
  const { getGroupLimitQuery } = query

  query.getGroupLimitQuery &&= () => {
    if (query.model.leaveOutDeleted) leaveOutDeleted(query)
    if (query.model.selectVersion) selectVersion(query)
    return getGroupLimitQuery.call(query)
  }
  return query
}

function joinedByRules(query: any) {
  const { prepare } = query
  if (!query.model.leaveOutDeleted) return query

  query.prepare = () => {
    delete query.prepare
    prepare.call(query)
    leaveOutDeleted(query)
    return query
  }
  return query
}
