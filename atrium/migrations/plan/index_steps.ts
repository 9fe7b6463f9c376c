import type { Piece } from './planning.ts'
import type { Index } from '../schema/types.ts'
import { quote, shortened } from '../schema/names.ts'
import { commentOn, createIndex } from '../schema/ddl.ts'

/**
 * Builds an index while rows are written. One that a stop left half built is dropped first.
 */
export function buildIndex(index: Index): Piece {
  return {
    stage: 'indexes',
    table: index.table,
    up: [...concurrently(index), ...indexComment(index)],
    down: [dropConcurrently(index.name)],
    summary: `index ${index.table} by ${index.columns.join(' and ') || index.name}`,
  }
}

/** Drops an index that is of no more use, when nobody needs it any more. */
export function dropLater(index: Index): Piece {
  return {
    stage: 'formerIndexes',
    table: index.table,
    up: [dropConcurrently(index.name)],
    down: [...concurrently(index), ...indexComment(index)],
    summary: `drop the index ${index.name}`,
  }
}

/** Drops an index that stands in the way of what is done to its columns. */
export function dropAtOnce(index: Index): Piece {
  return {
    stage: 'obstacles',
    table: index.table,
    up: [`drop index ${quote(index.name)}`],
    down: [createIndex(index), ...indexComment(index)],
    summary: `drop the index ${index.name}`,
  }
}

/**
 * Builds an index beside the one whose name it takes. Whenever it stops, it can begin again.
 */
export function exchange(from: Index, to: Index): Piece {
  const table = to.table
  return {
    stage: 'indexes',
    table,
    up: exchanging(to),
    down: exchanging(from),
    summary: `build the index ${to.name} anew`,
  }
}

function exchanging(index: Index) {
  const beside = shortened(index.name, 'new')
  return [
    dropConcurrently(beside),
    renamed(createIndex(index, { concurrently: true }), beside),
    dropConcurrently(index.name),
    `alter index ${quote(beside)} rename to ${quote(index.name)}`,
    ...indexComment(index),
  ]
}

export function concurrently(index: Index, name = index.name) {
  return [dropConcurrently(name), renamed(createIndex(index, { concurrently: true }), name)]
}

export function dropConcurrently(name: string) {
  return `drop index concurrently if exists ${quote(name)}`
}

/** The statement with another name in it. */
function renamed(createStatement: string, name: string) {
  return createStatement.replace(
    /^(create (?:unique )?index concurrently )(?:if not exists )?(?:"(?:[^"]|"")*"|\S+)/i,
    (_whole, start: string) => `${start}${quote(name)}`
  )
}

export function indexComment({ name, comment }: Index) {
  return comment === null ? [] : [commentOn({ object: 'index', index: name }, comment)]
}
