import { Model, field, index } from '#atrium/model/main'

import Run from './run.ts'

/**
 * A row that a run did not do, and why.
 */
export default class RunProblem extends Model {
  static table = 'run_problems'

  @field.id()
  declare id: number

  @field.foreignKey(() => Run, { index: false, onDelete: 'cascade' })
  declare runId: string

  /** The row's key, or the line of a file */
  @field.text()
  declare row: string

  @field.enum(['skipped', 'refused'])
  declare kind: 'skipped' | 'refused'

  @field.text()
  declare reason: string

  /** What the line of a file said */
  @field.json({ nullable: true })
  declare input: Record<string, unknown> | null

  static indexes = [index<RunProblem>(['runId', 'id'])]
}
