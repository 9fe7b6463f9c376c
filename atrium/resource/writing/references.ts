import type { LucidRow } from '@adonisjs/lucid/types/model'
import { identifier, joined, sql, type Sql } from '#atrium/model/main'

import { Access } from '../policy/access.ts'
import { allOf, where } from '../reading/conditions.ts'
import { run } from '../reading/run.ts'
import type { Problems } from './problems.ts'
import type { WriteContext } from './write_transaction.ts'
import type { ResourceRelation } from '../resource_relation.ts'
import { notDeleted } from '../reading/trash.ts'

/**
 * Foreign keys may only be set to rows that the actor could have chosen: nobody learns from an error
 * that there is a row that they may not see. One query for all of them.
 */
export async function checkReferences(
  { access, actor, client, resource }: WriteContext,
  row: LucidRow,
  names: string[],
  path: string,
  problems: Problems
) {
  const changed = relationsOf(names).filter(({ foreignKey, target }) => {
    const value = (row as any)[foreignKey!]
    if (value === null || value === undefined || !(foreignKey! in row.$dirty)) return false
    return !(actor.user?.constructor === target.model && String(value) === actor.id)
  })
  if (!changed.length) return

  const exists = changed.map(
    (relation, place) => sql`exists(${candidate(relation)}) as ${identifier(`f${place}`)}`
  )
  const [found] = await run(client, sql`select ${joined(exists)}`)
  changed.forEach(({ foreignKey }, place) => {
    if (!found[`f${place}`]) problems.add(path + foreignKey, 'exists', 'does not exist')
  })

  function relationsOf(fields: string[]) {
    return [...resource.relations.values()].filter(
      ({ type, foreignKey }) => type === 'belongsTo' && fields.includes(foreignKey!)
    )
  }

  function candidate({ foreignKey, target, targetColumn }: ResourceRelation): Sql {
    const name = foreignKey!
    const value = (row as any)[name]
    const prepared = resource.model.$getColumn(name)?.prepare?.(value, name, row) ?? value
    const visible = Access.of(target, access.actor).rowsSql('t', 'list')

    const isMeant = sql`${identifier('t', targetColumn)} = ${prepared}`

    return sql`
      select 1 from ${identifier(target.table)} as t
      ${where(allOf([isMeant, notDeleted(target, 't'), visible]))}`
  }
}
