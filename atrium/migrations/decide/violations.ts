import { amountOf } from './amounts.ts'
import type { Choice } from './questions.ts'
import type { Deciding, Verdict } from './deciding.ts'

/** Rows that a rule refuses that is not there yet */
export type Violations = {
  /** The constraint or index */
  rule: string

  /**
   * The rows that break it, or their groups, and some of them. Null where no query can tell before the
   * migration: then PostgreSQL looks when it makes the rule, and nobody is asked
   */
  count: string | null
  examples: string | null

  /** What is taken for the number of rows where there is no database to count them in */
  unknown?: 0 | null

  /** `groups of equal rows`, where rows are not what is counted */
  counted?: [one: string, more: string]

  /** What such rows do: `point to no row of customers` */
  breaks: string

  /** What may be done with them, beside stopping */
  repairs?: Choice[]
}

const stop: Choice = { value: 'stop', label: 'The migration stops where there are some' }

/**
 * What is done with rows that a new rule refuses. Where the connected database has none, the migration
 * looks again where it runs, before anything is changed.
 */
export async function decideViolations(
  {
    rule,
    count,
    examples,
    counted = ['row', 'rows'],
    breaks,
    repairs = [],
    unknown = null,
  }: Violations,
  deciding: Deciding
): Promise<{ answer?: string; verdict: Verdict }> {
  if (count === null) return { verdict: {} }

  const rows = (await deciding.count(count)) ?? unknown
  const some = rows === 0 ? {} : await deciding.examples(examples)
  const answer = deciding.ask(
    {
      id: `violations:${rule}`,
      message: `${amountOf(rows, ...counted)} ${breaks}, which ${rule} refuses. What is done with them?`,
      choices: [stop, ...repairs],
      rows,
      ...some,
    },
    'stop'
  )

  const guards =
    answer === 'stop'
      ? [{ count, message: `${capitalised(counted[1])} ${breaks}, which ${rule} refuses` }]
      : []
  return { answer, verdict: { guards } }
}

const capitalised = (text: string) => text[0].toUpperCase() + text.slice(1)
