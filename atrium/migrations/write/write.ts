import { docblock } from './docblock.ts'
import { sql, text, WIDTH } from './literals.ts'
import type { Draft, Statement } from '../plan/steps.ts'
import type { Guard, Loss } from '../decide/decisions.ts'

/**
 * The text of a migration file, in the form that Prettier gives it.
 */
export function write(draft: Draft) {
  return [
    `import { Migration } from '#atrium/migrations/main'`,
    '',
    ...docblock(draft),
    'export default class extends Migration {',
    ...statics(draft),
    '',
    ...method('up', draft.up),
    '',
    ...method('down', draft.down),
    '}',
    '',
  ].join('\n')
}

function statics({ component, transactional, guards, losses, lossesBack }: Draft) {
  return [
    `  static component = ${text(component)}`,
    ...(transactional ? [] : ['  static disableTransactions = true']),
    ...list('guards', guards, guard),
    ...list('losses', losses, loss),
    ...list('lossesBack', lossesBack, loss),
  ]
}

function list<T>(name: string, items: T[], lines: (item: T) => string[]) {
  if (items.length === 0) return []

  return [
    '',
    `  static ${name} = [`,
    ...items.flatMap((item) => ['    {', ...lines(item), '    },']),
    '  ]',
  ]
}

function guard({ count, message }: Guard) {
  return [sqlEntry('count', count), textEntry('message', message)]
}

function loss({ what, rows }: Loss) {
  return [textEntry('what', what), sqlEntry('rows', rows)]
}

function method(name: string, statements: Statement[]) {
  if (statements.length === 0) return [`  async ${name}() {}`]

  return [`  async ${name}() {`, ...statements.flatMap(call), '  }']
}

function call(statement: Statement) {
  if (typeof statement === 'string') {
    return [`    this.sql(${sql(statement, '      ', WIDTH - '    this.sql()'.length)})`]
  }

  const { table, set, where } = statement
  return [
    '    this.backfill({',
    textEntry('table', table),
    sqlEntry('set', set),
    sqlEntry('where', where),
    '    })',
  ]
}

/** A line of an object. Prettier puts a string that is too long on the next one. */
function textEntry(name: string, value: string) {
  const line = `      ${name}: ${text(value)},`
  return line.length <= WIDTH ? line : `      ${name}:\n        ${text(value)},`
}

function sqlEntry(name: string, statement: string) {
  const before = `      ${name}: `
  return `${before}${sql(statement, '        ', WIDTH - before.length - 1)},`
}
