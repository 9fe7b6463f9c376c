import { escapeLiteral } from 'pg'

import { quote } from '../schema/names.ts'
import type { Piece } from './planning.ts'
import { Former } from './former_names.ts'
import { sequenceName } from './counting.ts'
import type { Schema } from '../schema/types.ts'
import { renamedWords } from './renamed_words.ts'
import type { Rename } from '../compare/changes.ts'
import { inTurn, type Pair } from './rename_order.ts'

/** A statement, and the one that undoes it */
export type Reversible = { up: string; down: string }

type Named<K extends Rename['kind']> = Extract<Rename, { kind: K }>

/**
 * The statements of renames. Swaps and chains go by way of other names. Constraints and indexes keep
 * their names here.
 *
 * @param from with the former names
 * @returns `down` in the order in which it is to run
 */
export function renameStatements(renames: Rename[], from: Schema) {
  const statements = reversible(renames, from).flatMap(({ statements: all }) => all)
  return {
    up: statements.map(({ up }) => up),
    down: statements.map(({ down }) => down).toReversed(),
  }
}

/** The same as pieces of a plan. */
export function planRenames(renames: Rename[], from: Schema): Piece[] {
  return reversible(renames, from).map(({ table, statements, summary, notes }) => ({
    stage: 'renames',
    table,
    up: statements.map(({ up }) => up),
    down: statements.map(({ down }) => down).toReversed(),
    summary,
    notes,
  }))
}

type Group = { table: string | null; statements: Reversible[]; summary: string; notes?: string[] }

function reversible(renames: Rename[], from: Schema): Group[] {
  const of = <K extends Rename['kind']>(kind: K) =>
    renames.filter((rename) => rename.kind === kind) as Named<K>[]
  const former = new Former(renames, from)

  return [
    ...tables(of('table')),
    ...types(of('enumType')),
    ...columns(of('column')),
    ...sequences(renames, former),
    ...values(of('enumValue')),
    ...renamedWords(of('word'), former),
  ]
}

function tables(renames: Named<'table'>[]): Group[] {
  return inTurn(renames).map(({ from, to, all }) => ({
    table: all,
    statements: [renamed((name, next) => `alter table ${name} rename to ${next}`, from, to)],
    summary: `rename ${from} to ${to}`,
  }))
}

function types(renames: Named<'enumType'>[]): Group[] {
  return inTurn(renames).map(({ from, to }) => ({
    table: null,
    statements: [renamed((name, next) => `alter type ${name} rename to ${next}`, from, to)],
    summary: `rename the type ${from} to ${to}`,
  }))
}

function columns(renames: Named<'column'>[]): Group[] {
  return [...Map.groupBy(renames, ({ table }) => table)].flatMap(([table, some]) =>
    inTurn(some).map(({ from, to }) => ({
      table,
      statements: [
        renamed(
          (name, next) => `alter table ${quote(table)} rename column ${name} to ${next}`,
          from,
          to
        ),
      ],
      summary: `rename ${from} of ${table} to ${to}`,
    }))
  )
}

/** Sequences that PostgreSQL named after a table and its column are named after them again. */
function sequences(renames: Rename[], former: Former): Group[] {
  const pairs = former
    .countedColumns(renames)
    .map(({ table, column, old }): Pair & { table: string } => ({
      table,
      from: sequenceName(old.table, old.column),
      to: sequenceName(table, column),
    }))
  return inTurn(pairs.filter(({ from, to }) => from !== to)).map(({ from, to, rename }) => ({
    table: rename.table,
    statements: [
      renamed((name, next) => `alter sequence if exists ${name} rename to ${next}`, from, to),
    ],
    summary: `rename the sequence ${from} to ${to}`,
  }))
}

function values(renames: Named<'enumValue'>[]): Group[] {
  return [...Map.groupBy(renames, ({ type }) => type)].flatMap(([type, some]) =>
    inTurn(some).map(({ from, to }) => {
      const rename = (word: string, next: string) =>
        `alter type ${quote(type)} rename value ${escapeLiteral(word)} to ${escapeLiteral(next)}`
      return {
        table: null,
        statements: [{ up: rename(from, to), down: rename(to, from) }],
        summary: `call ${from} of ${type} ${to}`,
      }
    })
  )
}

function renamed(
  statement: (from: string, to: string) => string,
  from: string,
  to: string
): Reversible {
  return { up: statement(quote(from), quote(to)), down: statement(quote(to), quote(from)) }
}
