import type { LucidModel } from '@adonisjs/lucid/types/model'

import { readInput } from './input_rules.ts'
import { show } from '../reading/show.ts'
import type { Resource } from '../resource.ts'
import type { Row } from '../service/types.ts'
import type { ServiceContext } from '../service/resource_service.ts'

/** A field that somebody wanted to change, and what became of it since they saw it */
export type MergedField = {
  field: string
  label: string
  base: unknown
  theirs: unknown
  mine: unknown

  /** Both changed it, to different values: somebody has to decide */
  clash: boolean
}

export type Staleness = {
  /** The row as it is by now */
  row: Row

  /** The fields that one side or the other changed */
  fields: MergedField[]

  /** What is left to be written when nothing clashes; null when something does */
  merge: Record<string, unknown> | null
}

/**
 * Compares what somebody wants to save with what others saved since they read the row, field by field.
 *
 * @param base the values that they had before them, by field
 * @param mine what they want to save, as in `update`
 * @throws E_NOT_ALLOWED, E_ROW_NOT_FOUND it is gone by now
 */
export async function staleness(
  context: ServiceContext,
  key: string,
  base: Record<string, unknown>,
  mine: Record<string, unknown>
): Promise<Staleness> {
  const { access, resource } = context
  const names = Object.keys(mine).filter(
    (name) => resource.fields.has(name) && access.readable.has(name)
  )
  const row = await show(context, key, { fields: names })

  const compared = await Promise.all(
    names.map(async (name) => {
      const values = {
        base: await read(resource, name, base[name]),
        theirs: row.values[name],
        mine: await read(resource, name, mine[name]),
      }
      return { field: name, label: resource.fields.get(name)!.label, ...values, ...judged(values) }
    })
  )

  function judged(values: Record<'base' | 'theirs' | 'mine', unknown>) {
    const [was, theirs, own] = [values.base, values.theirs, values.mine].map((value) =>
      comparable(value)
    )
    return {
      isMine: own !== was,
      isTheirs: theirs !== was,
      clash: own !== was && theirs !== was && own !== theirs,
    }
  }

  const others = Object.keys(mine).filter((name) => !names.includes(name))
  const changed = compared.filter(({ isMine }) => isMine).map(({ field }) => field)
  return {
    row,
    fields: compared
      .filter(({ isMine, isTheirs }) => isMine || isTheirs)
      .map(({ isMine, isTheirs, ...field }) => field),
    merge: compared.some(({ clash }) => clash)
      ? null
      : Object.fromEntries([...changed, ...others].map((name) => [name, mine[name]])),
  }
}

/** Forms send text. What breaks the rules is compared as it is. */
async function read(resource: Resource, name: string, value: unknown) {
  if (value === undefined) return null
  const field = resource.fields.get(name)!
  if (!field.isSettable || field.isKey) return fromText(resource.model, name, value)

  const { values, problems } = await readInput(resource, 'update', [name], { [name]: value })
  return problems.length ? value : (values[name] ?? null)
}

function fromText(model: LucidModel, name: string, value: unknown) {
  return model.$getColumn(name)?.consume?.(value, name, new model()) ?? value
}

function comparable(value: any) {
  const plain = value?.toUTC?.() ?? value
  return JSON.stringify(plain ?? null, (_, one) => (typeof one === 'bigint' ? String(one) : one))
}
