import type { ModelObject } from '@adonisjs/lucid/types/model'
import type { RelationshipsContract } from '@adonisjs/lucid/types/relations'

/** Keys of the table that stands between two others, as Lucid names them beside a row */
const KEY_IN_BETWEEN = /^(pivot|through)_\w*id$/

const seen = new WeakSet<object>()

/**
 * Reads keys that belong to no field, and arrive as text, like those of most rows: as numbers.
 */
export function readKeysInBetween(extras: ModelObject) {
  for (const [name, value] of Object.entries(extras)) {
    const isKey = KEY_IN_BETWEEN.test(name) && /^\d+$/.test(String(value))
    if (isKey && Number.isSafeInteger(Number(value))) extras[name] = Number(value)
  }
}

/**
 * Has a relation by a table in between, before it looks for the rows of each parent, read their keys
 * like the parent's own. Lucid compares the two, and a bigint equals no number.
 */
export function compareKeysInBetween(relation: RelationshipsContract) {
  const { setRelatedForMany, model, type } = relation as any
  if (seen.has(relation) || !['manyToMany', 'hasManyThrough'].includes(type)) return
  seen.add(relation)

  Object.assign(relation, {
    setRelatedForMany(parents: object[], related: { $extras: ModelObject }[]) {
      const { localKey } = relation as any
      const consume = model.$getColumn(localKey)?.consume

      for (const row of related) {
        const name = keyBeside(relation)
        if (consume) row.$extras[name] = consume(row.$extras[name], localKey, row)
      }
      return setRelatedForMany.call(relation, parents, related)
    },
  })
}

function keyBeside({ pivotForeignKey, foreignKeyColumnName }: any) {
  return pivotForeignKey ? `pivot_${pivotForeignKey}` : `through_${foreignKeyColumnName}`
}
