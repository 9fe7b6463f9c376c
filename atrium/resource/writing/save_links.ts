import type { LucidRow } from '@adonisjs/lucid/types/model'
import { identifier, joined, sql } from '#atrium/model/main'

import { Access } from '../policy/access.ts'
import { E_NOT_ALLOWED } from '../errors.ts'
import { isWithinScope, lockRow } from './lock_row.ts'
import { keyOfRow } from './key_of_row.ts'
import { allOf, where } from '../reading/conditions.ts'
import { run } from '../reading/run.ts'
import { valueOf } from './plan_inlines.ts'
import { pivotResource } from './plan_links.ts'
import { hasMethod } from '../policy/policy_method.ts'
import { saveProblem } from './database_problem.ts'
import type { PlannedLink, PlannedLinks, PlannedRow } from './planned_row.ts'

/**
 * Makes a many-to-many relation lead to these rows and no others, except for those that the actor may
 * not know of. What stays is left alone, so that the history tells what was changed.
 */
export async function saveLinks(
  planned: PlannedRow,
  { relation, path, wanted, visible }: PlannedLinks
) {
  const { context, row } = planned
  const { client, resource } = context
  const { table, localColumn, targetColumn } = relation.pivot!
  const between = pivotResource(resource, relation)
  const links = between && {
    ...context,
    resource: between,
    access: Access.of(between, context.actor),
  }
  const localValue = valueOf(context, row, relation.localColumn)

  const there = await linked()
  const kept = new Set(wanted.map(({ value }) => value))
  await unlink(there.filter((value) => !kept.has(value)))

  for (const link of wanted) {
    const isThere = there.includes(link.value)
    if (!isThere) await join(link)
    else if (Object.keys(link.pivot).length) await change(link)
  }

  async function linked(): Promise<string[]> {
    const found = await run(
      client,
      sql`select ${identifier('p', targetColumn)}::text as value
          from ${identifier(table)} as p
          join ${identifier(relation.target.table)} as t
            on ${identifier('t', relation.targetColumn)} = ${identifier('p', targetColumn)}
          ${where(allOf([sql`${identifier('p', localColumn)} = ${localValue}`, visible]))}`
    )
    return found.map(({ value }) => value)
  }

  /** Whoever may not delete a link by itself may not by leaving it out either. */
  async function unlink(values: string[]) {
    if (!values.length) return
    await askForEach(values)
    const deleted = await run(
      client,
      sql`delete from ${identifier(table)}
          ${where(
            allOf([
              sql`${identifier(localColumn)} = ${localValue}`,
              sql`${identifier(targetColumn)} in (${joined(values.map((value) => sql`${value}`))})`,
              links?.access.rowsSql(table, 'delete'),
            ])
          )}
          returning 1`
    )
    if (deleted.length < values.length) throw new E_NOT_ALLOWED(['delete', between!.name])
  }

  /** What the policy says of each link, where it has a method for it. */
  async function askForEach(values: string[]) {
    const policy = between?.policy
    if (!policy || !hasMethod(policy, 'delete')) return

    for (const value of values) {
      const link = await linkWith(value)
      await links!.access.authorize('delete', link)
    }
  }

  /** A model of the table in between fills its own fields; Lucid's relation knows about timestamps. */
  async function join({ value, pivot }: PlannedLink) {
    try {
      if (between) {
        const link = new between.model()
        link.merge({ ...pivot, ...keys(between.model, value) } as any)
        await makeLink(link, pivot)
      } else if (resource.model.$hasRelation(relation.name)) {
        await (row as any).related(relation.name).attach([value], client)
      } else {
        await client.table(table).insert({ [localColumn]: localValue, [targetColumn]: value })
      }
    } catch (error) {
      throw saveProblem(
        error,
        between ?? resource,
        `${path}.${wanted.findIndex((one) => one.value === value)}.`
      )
    }
  }

  async function makeLink(link: LucidRow, pivot: Record<string, unknown>) {
    refuseUnwritable('create', Object.keys(pivot))
    await links!.access.authorize('create', link)
    await link.useTransaction(client).save()
    if (!(await isWithinScope(links!, 'create', keyOfRow(between!, link)))) {
      throw new E_NOT_ALLOWED(['create', between!.name])
    }
  }

  /** A link that is there is changed as if it was written by itself. */
  async function change({ value, pivot }: PlannedLink) {
    const link = await linkWith(value)
    link.merge(pivot as any)
    const changed = Object.keys(link.$dirty)
    if (!changed.length) return

    refuseUnwritable('update', changed)
    const written = await lockRow(links!, 'update', keyOfRow(between!, link))
    await written
      .merge(pivot as any)
      .useTransaction(client)
      .save()
    if (!(await isWithinScope(links!, 'update', keyOfRow(between!, written)))) {
      throw new E_NOT_ALLOWED(['update', between!.name])
    }
  }

  function refuseUnwritable(purpose: 'create' | 'update', names: string[]) {
    const writable = links!.access.writable(purpose)
    if (names.some((name) => !writable.has(name))) throw new E_NOT_ALLOWED([purpose, between!.name])
  }

  function linkWith(value: string): Promise<LucidRow> {
    const { model } = between!
    return model.query({ client }).where(keys(model, value)).firstOrFail()
  }

  function keys(model: any, value: string) {
    const property = (column: string) => model.$keys.columnsToAttributes.get(column, column)
    const read = (name: string, given: any) =>
      model.$getColumn(name)?.consume?.(given, name, new model()) ?? given

    return {
      [property(localColumn)]: read(property(localColumn), localValue),
      [property(targetColumn)]: read(property(targetColumn), value),
    }
  }
}
