import type { Answers } from '../decide/questions.ts'
import { E_ANSWER_NOT_UNDERSTOOD } from '../errors.ts'

/**
 * Answers as they are given on the command line: `rename:articles.title=headline`.
 *
 * @throws E_ANSWER_NOT_UNDERSTOOD one has no "=", or a question is answered twice
 */
export function givenAnswers(words: string[]): Answers {
  const answers: Answers = {}

  for (const word of words) {
    const [, id, value] = /^([^=]+)=(.*)$/s.exec(word) ?? []
    if (id === undefined) {
      throw new E_ANSWER_NOT_UNDERSTOOD(
        `"${word}" is no answer. Write it as <question>=<answer>, such as --answer rename:articles.title=headline`
      )
    }
    if (id in answers) {
      throw new E_ANSWER_NOT_UNDERSTOOD(
        `"${id}" is answered twice, by "${answers[id]}" and by "${value}". Give one answer.`
      )
    }
    answers[id] = value
  }
  return answers
}
