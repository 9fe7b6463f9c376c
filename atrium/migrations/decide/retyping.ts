import { amountOf } from './amounts.ts'
import { tryOut } from './trials.ts'
import { quote } from '../schema/names.ts'
import { neverEmpty } from './stand_ins.ts'
import { isUnique } from './unique_fills.ts'
import { shortType } from '../schema/spelling.ts'
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

  const conversion = conversionOf(from, to, enumsOf(deciding))
  const verdict = await decideBy(conversion, change, deciding)

  const using = verdict.using ?? conversion.loses?.lossyUsing ?? conversion.using
  const converted = using || `${quote(to.name)}::${shortType(to.type)}`
  deciding.olderRows.decided(table, to.name, converted)
  if (verdict.using) await tryOut(`convert:${table}.${to.name}`, table, to.name, deciding)
  const notes = await notesOn(conversion, change, deciding)
  return { ...back(change, deciding), ...verdict, notes }
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

/**
 * Going back may lose what the former type has no place for. Where it has for nothing, something stands
 * in, unless no two rows may have the same.
 */
function back({ table, from, to }: Retyping, deciding: Deciding): Verdict {
  const enums = enumsOf(deciding)
  const name = quote(to.name)
  const { possible, loses } = conversionOf(to, from, enums)
  const lost = possible
    ? loses
    : { what: 'cannot be said', offenders: notEmpty, lossyUsing: 'null' }
  if (!lost) return {}

  const isAlone = to.nullable && isUnique(table, from.name, deciding.situation.from)
  const usingBack = isAlone ? lost.lossyUsing : neverEmpty(lost.lossyUsing, from, enums)
  const rows = `select count(*) from ${quote(table)} where ${lost.offenders(name)}`
  const what = `${table}.${to.name} (${lost.what} as ${shortType(from.type)})`
  return {
    usingBack: possible || !from.nullable ? usingBack : undefined,
    lossesBack: [{ what, rows }],
  }
}

const enumsOf = ({ situation: { from, to } }: Deciding) => ({ ...from.enums, ...to.enums })
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
