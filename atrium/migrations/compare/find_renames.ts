import { Search } from './search.ts'
import type { Rename } from './changes.ts'
import type { Hints } from '../wanted/hints.ts'
import type { Schema } from '../schema/types.ts'
import { renamedTables } from './renamed_tables.ts'
import { renamedColumns } from './renamed_columns.ts'
import type { Answers, Question } from '../decide/questions.ts'
import { renamedTypes, renamedValues, renamedWords } from './renamed_words.ts'

/** Who looks for names that became others, in the order in which the names are changed */
export const renamers = {
  tables: renamedTables,
  enumTypes: renamedTypes,
  columns: renamedColumns,
  enumValues: renamedValues,
  words: renamedWords,
}

/**
 * Tells renames from removals, by `renamedFrom` and by answers. What neither says is asked, never
 * guessed. Tables and columns of renames are said in the names that all earlier renames give them;
 * two that take each other's names stand beside each other.
 *
 * @returns `known`: the ids of all questions that there are, for `refuseUnknownAnswers`
 * @throws E_RENAMED_TWICE one name is claimed twice, by hints or answers
 * @throws E_ANSWER_NOT_UNDERSTOOD an answer names something that is not new
 */
export function findRenames(
  from: Schema,
  to: Schema,
  hints: Hints,
  answers: Answers
): { renames: Rename[]; questions: Question[]; known: string[] } {
  const search = new Search(from, to, hints, answers)
  for (const find of Object.values(renamers)) search.renames.push(...find(search))

  const { renames, questions, known } = search
  return { renames, questions, known }
}
