import type { BaseCommand } from '@adonisjs/core/ace'

import type { Answers, Question } from '../decide/questions.ts'

type Terminal = Pick<BaseCommand, 'prompt' | 'logger'>

/** The choice to write SQL. No other choice can have this value */
const SQL = ' sql '

/**
 * Puts questions to whoever sits at the terminal, one after the other.
 */
export async function askInTerminal(terminal: Terminal, questions: Question[]): Promise<Answers> {
  const answers: Answers = {}
  for (const question of questions) answers[question.id] = await ask(terminal, question)

  return answers
}

async function ask({ prompt, logger }: Terminal, question: Question): Promise<string> {
  const { message, choices, open, examples } = question
  if (examples?.length) logger.log(`Some of them: ${examples.join(', ')}`)

  if (choices.length === 0) {
    logger.log(message)
    return askForSql(prompt, open)
  }

  const chosen = await prompt.choice(message, [
    ...choices.map(({ value, label, losesData }) => ({
      name: value,
      message: losesData ? `${label} (loses data)` : label,
    })),
    ...(open ? [{ name: SQL, message: `something else: ${open.what}` }] : []),
  ])
  return chosen === SQL ? askForSql(prompt, open) : chosen
}

function askForSql(prompt: Terminal['prompt'], open: Question['open']) {
  const what = open ? `${open.what}, such as ${open.example}` : 'SQL'
  return prompt.ask(what, {
    validate: (value) => value.trim() !== '' || 'Write something',
  })
}
