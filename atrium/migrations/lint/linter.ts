import { isNewIn, setOf } from './sets.ts'
import { statementsIn } from './parser.ts'
import { fileRules, operationRules } from './rules.ts'
import { KnownSchema } from './known_schema.ts'
import { withoutAllowed } from './allowances.ts'
import { operationsOf } from './reading/statements.ts'
import { E_SQL_NOT_UNDERSTOOD } from './errors.ts'
import type { Operation } from './operations.ts'
import type { WrittenMigration } from './written_migration.ts'
import type { Context, FileRule, Finding, Rule, SafeWay, Severity } from './rule.ts'

/** A migration, and what its SQL does; or why that cannot be said. */
type Read = { migration: WrittenMigration; operations: Operation[]; fault: Error | null }

/**
 * Looks through migrations for what makes people wait, loses data, or cannot be undone.
 *
 * @param migrations all of them, in order: earlier ones say what is there
 * @param wanted which of them are judged
 */
export async function lint(
  migrations: WrittenMigration[],
  wanted: (migration: WrittenMigration) => boolean = () => true
): Promise<Finding[]> {
  const read = await Promise.all(migrations.map(readMigration))
  const known = new KnownSchema()

  return read.flatMap((one) => {
    const findings = judge(one, known, isNewIn(read, setOf(one.migration.name)))
    return wanted(one.migration) ? withoutAllowed(findings, one.migration) : []
  })
}

async function readMigration(migration: WrittenMigration): Promise<Read> {
  const operations: Operation[] = []
  for (const piece of migration.up) {
    if (!('sql' in piece) || piece.mark === 'guard') continue
    try {
      const statements = await statementsIn(piece.sql)
      operations.push(...statements.flatMap(operationsOf).map(batched(piece.mark === 'backfill')))
    } catch (fault) {
      if (!(fault instanceof E_SQL_NOT_UNDERSTOOD)) throw fault
      return { migration, operations, fault }
    }
  }
  return { migration, operations, fault: null }
}

const batched = (isBackfill: boolean) => (operation: Operation) =>
  operation.kind === 'write' ? { ...operation, batched: isBackfill } : operation

/** Judges each operation by what was there before it. */
function judge(
  { migration, operations, fault }: Read,
  known: KnownSchema,
  isNew: Context['isNew']
): Finding[] {
  const context = (index: number): Context => ({ migration, known, operations, index, isNew })
  const findings = operations.flatMap((operation, index) => {
    const found = operationRules
      .filter((rule) => isFound(rule, operation, context(index)))
      .map((rule) => finding(rule, migration, subjectOf(operation), operation, context(index)))
    known.apply(operation)
    return found
  })
  return [
    ...findings,
    ...judgeFile(migration, operations, context(0)),
    ...(fault ? [unreadable(migration, fault)] : []),
  ]
}

function isFound(rule: Rule, operation: Operation, context: Context) {
  if (!rule.on.includes(operation.kind)) return false
  if (rule.generated === 'allowed' && context.migration.generated) return false

  const table = 'table' in operation ? operation.table : null
  return (rule.newTables || !context.isNew(table)) && rule.found(operation, context)
}

function finding(
  rule: Rule,
  migration: WrittenMigration,
  subject: string,
  operation: Operation,
  context: Context
): Finding {
  const isAnnounced =
    migration.generated || migration.losses.some(({ what }) => what.split(/[\s:,(]/)[0] === subject)
  return {
    ...described(rule, migration, subject, rule.safeWay(operation, context)),
    severity: rule.generated === 'notice' && isAnnounced ? 'notice' : (rule.severity ?? 'error'),
    statement: operation.statement.excerpt,
  }
}

function judgeFile(migration: WrittenMigration, operations: Operation[], context: Context) {
  return fileRules.flatMap((rule) => {
    const fault = rule.found(migration, operations, context)
    return fault === null ? [] : [described(rule, migration, fault, rule.safeWay(migration))]
  })
}

function described(
  { code, title, why, severity = 'error' }: (Rule | FileRule) & { severity?: Severity },
  { path: file }: WrittenMigration,
  subject: string,
  safeWay: SafeWay
): Finding {
  return { code, severity, title, why, file, subject, statement: '', safeWay }
}

function unreadable(migration: WrittenMigration, fault: Error): Finding {
  const rule = {
    code: 'not-understood',
    title: 'SQL that PostgreSQL does not understand',
    why: 'It will fail when it runs.',
  } as FileRule
  return described(rule, migration, fault.message, { say: 'Set it right.', files: [] })
}

/** What an operation is about, in a word. */
export function subjectOf(operation: Operation) {
  const { table, column, constraint, index, name, type, domain, what, verb } = operation as any
  return column
    ? `${table}.${column}`
    : (index ?? constraint ?? table ?? name ?? domain ?? what ?? type ?? verb ?? '')
}
