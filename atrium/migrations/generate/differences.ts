import type { Change, ChangeKind, ChangeOf, Commented, Rename } from '../compare/changes.ts'

/** What differs, by the kind of change: what would have to be done about it */
const words: { [K in ChangeKind]: (change: ChangeOf<K>) => string } = {
  createExtension: ({ name }) => `add extension ${name}`,
  createEnum: ({ type }) => `create type ${type.name}`,
  dropEnum: ({ type }) => `remove type ${type.name}`,
  changeEnum: ({ from, to }) => `change the words of type ${to.name} ${became(from, to)}`,
  createTable: ({ table }) => `create table ${table.name}`,
  dropTable: ({ table }) => `remove table ${table.name}`,
  changeStorage: ({ table }) => `change the storage parameters of ${table}`,
  addColumn: ({ table, column }) => `add ${table}.${column.name} (${column.type})`,
  dropColumn: ({ table, column }) => `remove ${table}.${column.name}`,
  changeType: ({ table, from, to }) => `make ${table}.${to.name} ${typed(to)}, not ${typed(from)}`,
  changeDefault: ({ table, to }) =>
    to.default === null
      ? `take the default from ${table}.${to.name}`
      : `give ${table}.${to.name} the default ${to.default}`,
  changeNull: ({ table, to }) =>
    to.nullable ? `let ${table}.${to.name} be empty` : `let ${table}.${to.name} not be empty`,
  changeCounting: ({ table, to }) => `change how ${table}.${to.name} is counted`,
  changeGenerated: ({ table, to }) =>
    to.generated === null
      ? `compute ${table}.${to.name} no longer`
      : `compute ${table}.${to.name} as ${to.generated}`,
  changeWords: ({ table, from, to }) =>
    `change the words of ${table}.${to.name} ${became(from.words!, to.words!)}`,
  addConstraint: ({ table, constraint }) => `add ${constraint.name} to ${table}`,
  dropConstraint: ({ table, constraint }) => `remove ${constraint.name} from ${table}`,
  replaceConstraint: ({ table, to }) => `change ${to.name} of ${table}: ${to.definition}`,
  renameConstraint: ({ table, from, to }) => `rename ${from.name} of ${table} to ${to.name}`,
  addIndex: ({ index }) => `add index ${index.name} to ${index.table}`,
  dropIndex: ({ index }) => `remove index ${index.name} from ${index.table}`,
  replaceIndex: ({ to }) => `change index ${to.name}: ${to.definition}`,
  renameIndex: ({ from, to }) => `rename index ${from.name} to ${to.name}`,
  createTrigger: ({ trigger }) => `add trigger ${trigger.name} to ${trigger.table}`,
  dropTrigger: ({ trigger }) => `remove trigger ${trigger.name} from ${trigger.table}`,
  replaceTrigger: ({ to }) => `change trigger ${to.name} of ${to.table}`,
  createFunction: ({ routine }) => `add function ${routine.name}`,
  dropFunction: ({ routine }) => `remove function ${routine.name}`,
  replaceFunction: ({ to }) => `change function ${to.name}`,
  createView: ({ view }) => `add view ${view.name}`,
  dropView: ({ view }) => `remove view ${view.name}`,
  replaceView: ({ to }) => `change view ${to.name}`,
  changeComment: ({ on, to }) =>
    to === null ? `take the comment from ${commented(on)}` : `comment ${commented(on)}: ${to}`,
}

const renameWords: {
  [K in Rename['kind']]: (rename: Extract<Rename, { kind: K }>) => string
} = {
  table: ({ from, to }) => `rename table ${from} to ${to}`,
  column: ({ table, from, to }) => `rename ${table}.${from} to ${to}`,
  enumType: ({ from, to }) => `rename type ${from} to ${to}`,
  enumValue: ({ type, from, to }) => `call ${from} of type ${type} ${to}`,
  word: ({ table, column, from, to }) => `call ${from} of ${table}.${column} ${to}`,
}

/**
 * Differences as somebody would say them who asks for their end: `add articles.headline (text)`.
 */
export function differencesInWords(renames: Rename[], changes: Change[]): string[] {
  return [...renames.map(renameInWords), ...changes.map(changeInWords)]
}

function renameInWords(rename: Rename): string {
  return (renameWords[rename.kind] as (rename: Rename) => string)(rename)
}

function changeInWords(change: Change): string {
  return (words[change.kind] as (change: Change) => string)(change)
}

function typed({ type, collation }: { type: string; collation: string | null }) {
  return collation === null ? type : `${type} collate ${collation}`
}

function became(from: { values: string[] }, to: { values: string[] }) {
  return `from ${from.values.join(', ')} to ${to.values.join(', ')}`
}

const names: { [K in Commented['object']]: (on: Extract<Commented, { object: K }>) => string } = {
  table: ({ table }) => `table ${table}`,
  column: ({ table, column }) => `${table}.${column}`,
  constraint: ({ table, constraint }) => `${constraint} of ${table}`,
  index: ({ index }) => `index ${index}`,
  type: ({ type }) => `type ${type}`,
  view: ({ view }) => `view ${view}`,
}

function commented(on: Commented) {
  return (names[on.object] as (on: Commented) => string)(on)
}
