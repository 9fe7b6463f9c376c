import { amountOf } from './amounts.ts'
import { tryOut } from './trials.ts'
import { quote } from '../schema/names.ts'
import { mappedBack } from './way_back.ts'
import { decideReference } from './references.ts'
import type { Constraint } from '../schema/types.ts'
import type { Deciding, Verdict } from './deciding.ts'

/**
 * A foreign key that points to another table: the same number is another row there, unless somebody
 * says that it is not, or which one it is.
 */
export async function decideRepoint(
  table: string,
  from: Constraint,
  to: Constraint,
  deciding: Deciding
): Promise<Verdict> {
  const [column] = to.columns
  const old = quote(deciding.names.column(table, column))
  const given = `select count(*) from ${quote(deciding.names.table(table))} where ${old} is not null`
  const answer = await ask(table, from, to, await deciding.count(given), deciding)
  if (answer === undefined) return {}

  const using = valueOf(answer)
  if (using) {
    deciding.olderRows.decided(table, column, using)
    await tryOut(`repoint:${table}.${column}`, table, column, deciding)
  }

  const { guards, losses, ...verdict }: Verdict =
    answer === 'empty' ? {} : await decideReference(table, to, deciding)
  const lost = {
    what: `${deciding.names.of(table, column)} (what it pointed to in ${from.foreign!.table})`,
    rows: given,
  }
  const back = isMapped(answer)
    ? mappedBack(deciding.situation.from.tables[table], from, answer)
    : {}
  return {
    ...verdict,
    ...back,
    using,
    guards: guards ?? [],
    losses: [...(losses ?? []), ...(answer === 'empty' ? [lost] : [])],
    notes: [
      `${table}.${column} points to ${to.foreign!.table} from now on, and pointed to ${from.foreign!.table}.`,
    ],
  }
}

const isMapped = (answer: string) => answer !== 'same' && answer !== 'empty'

function valueOf(answer: string) {
  if (answer === 'same') return undefined
  return answer === 'empty' ? 'null' : answer
}

function ask(
  table: string,
  { foreign: from }: Constraint,
  { columns, foreign: to }: Constraint,
  rows: number | null,
  deciding: Deciding
) {
  const { nullable } = deciding.situation.to.tables[table].columns[columns[0]]
  return deciding.ask({
    id: `repoint:${table}.${columns.join('.')}`,
    message: `${table}.${columns.join(', ')} points to ${to!.table} instead of ${from!.table}. ${amountOf(rows)} of ${table} have a key there: what is it in ${to!.table}?`,
    choices: [
      { value: 'same', label: `The same: each row of ${from!.table} has that key in ${to!.table}` },
      ...(nullable ? [{ value: 'empty', label: 'None', losesData: true }] : []),
    ],
    open: {
      what: 'SQL that gives the new key',
      example: `(select other.${quote(to!.columns[0])} from ${quote(to!.table)} as other where other.${quote(to!.columns[0])} = ${quote(table)}.${quote(columns[0])})`,
    },
    rows,
  })
}
