import { amountOf } from './amounts.ts'
import { tryOut } from './trials.ts'
import { quote } from '../schema/names.ts'
import { neverEmpty } from './stand_ins.ts'
import { shortType } from '../schema/spelling.ts'
import type { EnumType } from '../schema/types.ts'
import type { Deciding, Verdict } from './deciding.ts'
import type { Retyping } from './conversion_questions.ts'
import { conversionOf } from './conversions/conversion_of.ts'
import type { Conversion } from './conversions/conversion.ts'
import { decideImpossible, decideLoss, decideZone } from './conversion_questions.ts'

/**
 * How rows get to another type. Asked is what cannot be known: a zone, what is done with values that
 * would be lost, and all of it where no value of the one type can be said in the other.
 */
export async function decideChangeType(change: Retyping, deciding: Deciding): Promise<Verdict> {
  const { table, from, to } = change
  if (from.generated || to.generated) return {}

  const enums = { ...deciding.situation.from.enums, ...deciding.situation.to.enums }
  const conversion = conversionOf(from, to, enums)
  const verdict = await decideBy(conversion, change, deciding)

  const using = verdict.using ?? conversion.loses?.lossyUsing ?? conversion.using
  if (using) deciding.olderRows.decided(table, to.name, using)
  if (verdict.using) await tryOut(`convert:${table}.${to.name}`, table, to.name, deciding)
  const notes = await notesOn(conversion, change, deciding)
  return { ...back(change, enums), ...verdict, notes }
}

function decideBy(
  conversion: Conversion,
  change: Retyping,
  deciding: Deciding
): Verdict | Promise<Verdict> {
  if (!conversion.possible) return decideImpossible(change, deciding)
  if (conversion.inZone) return decideZone(conversion.inZone, change, deciding)

  if (!conversion.loses) return {}

  return decideLoss(conversion.loses, change, deciding)
}

/** Going back may lose what the former type has no place for. Where it has for nothing, something stands in. */
function back({ table, from, to }: Retyping, enums: Record<string, EnumType>): Verdict {
  const name = quote(to.name)
  const { possible, loses } = conversionOf(to, from, enums)
  const lost = possible
    ? loses
    : { what: 'cannot be said', offenders: notEmpty, lossyUsing: 'null' }
  if (!lost) return {}

  const usingBack = neverEmpty(lost.lossyUsing, from, enums)
  const rows = `select count(*) from ${quote(table)} where ${lost.offenders(name)}`
  const what = `${table}.${to.name} (${lost.what} as ${shortType(from.type)})`
  return {
    usingBack: possible || !from.nullable ? usingBack : undefined,
    lossesBack: [{ what, rows }],
  }
}

const notEmpty = (column: string) => `${column} is not null`

/** How long others have to wait. */
async function notesOn(
  { rewrites, rebuildsIndexes }: Conversion,
  { table, to }: Retyping,
  deciding: Deciding
) {
  if (!rewrites && !rebuildsIndexes) return []

  const old = deciding.names.table(table)
  const known = await deciding.count(`select count(*) from ${quote(old)}`)
  const size = known === null ? '' : ` (${amountOf(known)} in the connected database)`
  const rewritten = rewrites ? `every row of ${old}${size}` : `the indexes of ${old}.${to.name}`
  return [
    `Changing the type of ${deciding.names.of(table, to.name)} rewrites ${rewritten} and locks everybody else out meanwhile. If that takes too long, add a new column, fill it, and drop the former later.`,
  ]
}
