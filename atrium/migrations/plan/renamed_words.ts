import { escapeLiteral } from 'pg'

import { choose } from './enum_casts.ts'
import { quote } from '../schema/names.ts'
import type { Former } from './former_names.ts'
import type { Rename } from '../compare/changes.ts'

type Word = Extract<Rename, { kind: 'word' }>

/**
 * Words that a check keeps. The check makes room, rows get the new words, and the check comes back with
 * them: all under the lock that dropping it takes.
 */
export function renamedWords(renames: Word[], former: Former) {
  const columns = Map.groupBy(renames, ({ table, column }) => `${table}.${column}`)
  return [...columns.values()].map((words) => {
    const { table, column } = words[0]
    const back = words.map(({ from, to }) => ({ from: to, to: from }))
    const allowed = former.column(table, column)?.words
    const now = allowed?.values.map(
      (value) => words.find(({ from }) => from === value)?.to ?? value
    )
    const check = allowed && {
      drop: `alter table ${quote(table)} drop constraint ${quote(allowed.constraint)}`,
      former: add(table, column, allowed.constraint, allowed.values),
      now: add(table, column, allowed.constraint, now!),
    }

    return {
      table,
      statements: [
        ...(check ? [{ up: check.drop, down: check.former }] : []),
        { up: replaced(table, column, words), down: replaced(table, column, back) },
        ...(check ? [{ up: check.now, down: check.drop }] : []),
      ],
      summary: `call ${words.map(({ from, to }) => `${from} ${to}`).join(' and ')} in ${table}`,
      notes: [
        `Rows of ${table} that hold ${words.map(({ from }) => from).join(' or ')} are updated in one transaction.`,
      ],
    }
  })
}

function add(table: string, column: string, name: string, words: string[]) {
  const list = words.map(escapeLiteral).join(', ')
  return `alter table ${quote(table)} add constraint ${quote(name)} check (${quote(column)} in (${list}))`
}

function replaced(table: string, column: string, words: { from: string; to: string }[]) {
  const name = quote(column)
  const mapping = Object.fromEntries(words.map(({ from, to }) => [from, to]))
  const value = words.length === 1 ? escapeLiteral(words[0].to) : choose(name, mapping)
  return (
    `update ${quote(table)} set ${name} = ${value} ` +
    `where ${name} in (${words.map(({ from }) => escapeLiteral(from)).join(', ')})`
  )
}
