import { statementsIn } from '../lint/parser.ts'
import type { Piece } from '../lint/written_migration.ts'
import type { StatementKind } from '../lint/sql_statement.ts'

/** Statements whose outcome is a part of the schema, or of the rows, and so is carried. */
const CARRIED = new Set<StatementKind>([
  'CreateStmt',
  'CreateTableAsStmt',
  'AlterTableStmt',
  'IndexStmt',
  'ReindexStmt',
  'DropStmt',
  'RenameStmt',
  'TruncateStmt',
  'VacuumStmt',
  'ClusterStmt',
  'CommentStmt',
  'CreateEnumStmt',
  'AlterEnumStmt',
  'CreateExtensionStmt',
  'CreateFunctionStmt',
  'CreateTrigStmt',
  'ViewStmt',
  'RefreshMatViewStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'SelectStmt',
  'VariableSetStmt',
])

/**
 * What a migration does that its outcome in an empty database does not show: code, rights, policies
 * and the like.
 */
export async function lostSteps(pieces: Piece[]): Promise<string[]> {
  const steps: string[] = []
  for (const piece of pieces) {
    if ('code' in piece) steps.push(`code: ${firstLine(piece.code)}`)
    else {
      const statements = await statementsIn(piece.sql)
      const lost = statements.filter(({ kind }) => !CARRIED.has(kind))
      steps.push(...lost.map(({ excerpt }) => excerpt))
    }
  }
  return steps
}

function firstLine(code: string) {
  return code.split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ').trim()
}
