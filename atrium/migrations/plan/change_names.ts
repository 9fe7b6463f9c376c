import type { ChangeKind, ChangeOf, Rename } from '../compare/changes.ts'

/** What a migration is called that does one thing only */
export const changeNames: { [K in ChangeKind]: (change: ChangeOf<K>) => string } = {
  createExtension: ({ name }) => `add extension ${name}`,
  createEnum: ({ type }) => `create type ${type.name}`,
  dropEnum: ({ type }) => `drop type ${type.name}`,
  changeEnum: ({ to }) => `change type ${to.name}`,
  createTable: ({ table }) => `create ${table.name}`,
  dropTable: ({ table }) => `drop ${table.name}`,
  changeStorage: ({ table }) => `change storage of ${table}`,
  addColumn: ({ table, column }) => `add ${column.name} to ${table}`,
  dropColumn: ({ table, column }) => `drop ${column.name} from ${table}`,
  changeType: ({ table, to }) => `change type of ${to.name} of ${table}`,
  changeDefault: ({ table, to }) => `change default of ${to.name} of ${table}`,
  changeNull: ({ table, to }) =>
    to.nullable ? `make ${to.name} of ${table} optional` : `require ${to.name} of ${table}`,
  changeCounting: ({ table, to }) => `change counting of ${to.name} of ${table}`,
  changeGenerated: ({ table, to }) => `change ${to.name} of ${table}`,
  changeWords: ({ table, to }) => `change words of ${to.name} of ${table}`,
  addConstraint: ({ constraint }) => `add ${constraint.name}`,
  dropConstraint: ({ constraint }) => `drop ${constraint.name}`,
  replaceConstraint: ({ to }) => `change ${to.name}`,
  renameConstraint: ({ from, to }) => `rename ${from.name} to ${to.name}`,
  addIndex: ({ index }) => `add ${index.name}`,
  dropIndex: ({ index }) => `drop ${index.name}`,
  replaceIndex: ({ to }) => `change ${to.name}`,
  renameIndex: ({ from, to }) => `rename ${from.name} to ${to.name}`,
  createTrigger: ({ trigger }) => `create trigger ${trigger.name}`,
  dropTrigger: ({ trigger }) => `drop trigger ${trigger.name}`,
  replaceTrigger: ({ to }) => `change trigger ${to.name}`,
  createFunction: ({ routine }) => `create function ${routine.name}`,
  dropFunction: ({ routine }) => `drop function ${routine.name}`,
  replaceFunction: ({ to }) => `change function ${to.name}`,
  createView: ({ view }) => `create view ${view.name}`,
  dropView: ({ view }) => `drop view ${view.name}`,
  replaceView: ({ to }) => `change view ${to.name}`,
  changeComment: ({ on }) => `comment on ${Object.values(on)[1]}`,
}

/** The same for a name that became another one */
export const renameNames: {
  [K in Rename['kind']]: (rename: Extract<Rename, { kind: K }>) => string
} = {
  table: ({ from, to }) => `rename ${from} to ${to}`,
  column: ({ table, from, to }) => `rename ${from} of ${table} to ${to}`,
  enumType: ({ from, to }) => `rename type ${from} to ${to}`,
  enumValue: ({ type, from, to }) => `rename ${from} of ${type} to ${to}`,
  word: ({ table, from, to }) => `rename ${from} of ${table} to ${to}`,
}
