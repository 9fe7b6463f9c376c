import { amountOf } from './amounts.ts'
import { quote } from '../schema/names.ts'
import type { Loss } from './decisions.ts'
import { fillWithWords } from './word_fills.ts'
import { fillPivot } from './relation_fills.ts'
import type { ChangeOf } from '../compare/changes.ts'
import type { Deciding, Verdict } from './deciding.ts'

/** A table that goes loses all of its rows. */
export async function decideDropTable(
  { table: { name } }: ChangeOf<'dropTable'>,
  deciding: Deciding
): Promise<Verdict> {
  const old = deciding.names.table(name)
  const rows = `select count(*) from ${quote(old)}`
  const known = await deciding.count(rows)
  const kept = deciding.kept.get(name)
  return {
    losses: kept ? [kept.lost].filter(isLoss) : [{ what: old, rows }],
    usingBack: kept?.back,
    notes: [
      `${old} goes${amountNow(known)}. Deploy code that does without it first: older code that still runs would fail.`,
    ],
  }
}

/** A column that goes loses what rows have in it. */
export async function decideDropColumn(
  { table, column }: ChangeOf<'dropColumn'>,
  deciding: Deciding
): Promise<Verdict> {
  const old = deciding.names.of(table, column.name)
  const name = quote(deciding.names.column(table, column.name))
  const rows = `select count(*) from ${quote(deciding.names.table(table))} where ${name} is not null`
  const known = column.generated ? null : await deciding.count(rows)
  const kept = deciding.kept.get(`${table}.${column.name}`)
  return {
    losses: column.generated || kept ? [kept?.lost].filter(isLoss) : [{ what: old, rows }],
    usingBack: kept?.back,
    notes: [
      `${old} goes${amountNow(known)}. Deploy code that does without it first: older code that still runs would fail.`,
      ...(kept || column.nullable || column.generated || column.identity || column.serial
        ? []
        : [`Going back, ${old} comes back without what was in it.`]),
    ],
  }
}

const isLoss = (loss?: Loss | null) => loss !== undefined && loss !== null

const amountNow = (rows: number | null) =>
  rows === null ? '' : `, with ${amountOf(rows, 'row', 'rows')} in the connected database`

/** A column that is computed from now on keeps nothing of what was written into it. */
export function decideChangeGenerated(
  { table, from, to }: ChangeOf<'changeGenerated'>,
  { names }: Deciding
): Verdict {
  if (from.generated !== null || to.generated === null) return {}

  const name = quote(names.column(table, from.name))
  return {
    losses: [
      {
        what: `${names.of(table, from.name)} (computed from now on)`,
        rows: `select count(*) from ${quote(names.table(table))} where ${name} is not null`,
      },
    ],
  }
}

/** A new table loses its rows when the migration is taken back. */
export async function decideCreateTable(
  { table }: ChangeOf<'createTable'>,
  deciding: Deciding
): Promise<Verdict> {
  const { name } = table
  const lossesBack = [{ what: name, rows: `select count(*) from ${quote(name)}` }]
  return {
    lossesBack,
    ...(await fillPivot(table, deciding)),
    ...(await fillWithWords(table, deciding)),
  }
}
