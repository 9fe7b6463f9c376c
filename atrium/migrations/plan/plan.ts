import { placeOf } from './stages.ts'
import type { Step } from './steps.ts'
import { planRenames } from './renames.ts'
import { planChangeType } from './types.ts'
import { planChangeWords } from './words.ts'
import { planObstacles } from './obstacles.ts'
import type { Schema } from '../schema/types.ts'
import { planChangeStorage } from './storage.ts'
import { planChangeComment } from './comments.ts'
import { planChangeCounting } from './counting.ts'
import { planChangeGenerated } from './generated.ts'
import type { Decisions } from '../decide/decisions.ts'
import type { ChangeKind } from '../compare/changes.ts'
import { planAddColumn, planDropColumn } from './columns.ts'
import { planCreateTable, planDropTable } from './tables.ts'
import { planChangeDefault, planChangeNull } from './nulls.ts'
import { planChangeEnum, planCreateEnum, planDropEnum } from './enums.ts'
import { planCreateView, planDropView, planReplaceView } from './views.ts'
import { planAddIndex, planDropIndex, planReplaceIndex } from './indexes.ts'
import { Planning, stepOf, type DecidedOf, type Piece, type Surroundings } from './planning.ts'
import {
  planAddConstraint,
  planDropConstraint,
  planRenameConstraint,
  planRenameIndex,
  planReplaceConstraint,
} from './constraints.ts'
import {
  planCreateExtension,
  planCreateFunction,
  planCreateTrigger,
  planDropFunction,
  planDropTrigger,
  planReplaceFunction,
  planReplaceTrigger,
} from './routines.ts'

/**
 * What is done about each kind of change.
 */
export const planners: {
  [K in ChangeKind]: (decided: DecidedOf<K>, planning: Planning) => Piece[]
} = {
  createExtension: planCreateExtension,
  createEnum: planCreateEnum,
  dropEnum: planDropEnum,
  changeEnum: planChangeEnum,
  createTable: planCreateTable,
  dropTable: planDropTable,
  changeStorage: planChangeStorage,
  addColumn: planAddColumn,
  dropColumn: planDropColumn,
  changeType: planChangeType,
  changeDefault: planChangeDefault,
  changeNull: planChangeNull,
  changeCounting: planChangeCounting,
  changeGenerated: planChangeGenerated,
  changeWords: planChangeWords,
  addConstraint: planAddConstraint,
  dropConstraint: planDropConstraint,
  replaceConstraint: planReplaceConstraint,
  renameConstraint: planRenameConstraint,
  addIndex: planAddIndex,
  dropIndex: planDropIndex,
  replaceIndex: planReplaceIndex,
  renameIndex: planRenameIndex,
  createTrigger: planCreateTrigger,
  dropTrigger: planDropTrigger,
  replaceTrigger: planReplaceTrigger,
  createFunction: planCreateFunction,
  dropFunction: planDropFunction,
  replaceFunction: planReplaceFunction,
  createView: planCreateView,
  dropView: planDropView,
  replaceView: planReplaceView,
  changeComment: planChangeComment,
}

/**
 * Turns decided changes into SQL that goes forth and back, in the order in which it works.
 *
 * @param from after all renames
 * @param surroundings `before`: the schema before them, where there are any. `components`: of tables,
 * which matters where tables of several components point to each other
 */
export function plan(
  decisions: Decisions,
  from: Schema,
  to: Schema,
  surroundings: Surroundings = {}
): Step[] {
  const planning = new Planning(decisions, from, to, surroundings)
  const pieces = [
    ...planRenames(decisions.renames, surroundings.before ?? from),
    ...planObstacles(planning),
    ...planning.changes.flatMap((decided) =>
      (planners[decided.change.kind] as (decided: unknown, planning: Planning) => Piece[])(
        decided,
        planning
      )
    ),
  ]
  return pieces
    .toSorted((a, b) => placeOf(a.stage) - placeOf(b.stage) || (a.rank ?? 0) - (b.rank ?? 0))
    .map(stepOf)
}
