import { SEPARATORS, type ImportChoices, type Separator } from './choices.ts'
import type { Target } from './targets.ts'

/** What is wrong with choices, as a text of the admin with what it needs */
export type ChoiceProblem = {
  text: 'no_columns' | 'field_twice' | 'match_not_mapped'
  about: { label: string }
}

/**
 * What somebody chose in the form. Fields that there are not, or that they may not use, are left out.
 */
export function sentChoices(
  body: Record<string, any>,
  headings: string[],
  targets: Target[]
): ImportChoices {
  const known = (name: unknown) => targets.find((target) => target.name === name)?.name
  const columns = headings.map((_, index) => known(body.columns?.[index]) ?? null)

  return {
    columns,
    match: targets.find(({ name, field }) => field && name === body.match)?.name ?? null,
    found: body.found === 'skip' ? 'skip' : 'update',
    missing: body.missing === 'skip' ? 'skip' : 'create',
    empty: body.empty === 'clear' ? 'clear' : 'keep',
    separator: isSeparator(body.separator) ? body.separator : 'semicolon',
    unknown: body.unknown === 'create' ? 'create' : 'refuse',
  }
}

function isSeparator(name: unknown): name is Separator {
  return typeof name === 'string' && Object.hasOwn(SEPARATORS, name)
}

/** Why choices cannot be carried out. */
export function choiceProblems(
  { columns, match }: ImportChoices,
  targets: Target[]
): ChoiceProblem[] {
  const chosen = columns.filter((name) => name !== null)
  const labelOf = (name: string) => targets.find((target) => target.name === name)?.label ?? name
  const twice = new Set(chosen.filter((name, index) => chosen.indexOf(name) !== index))

  return [
    ...(chosen.length ? [] : [{ text: 'no_columns' as const, about: { label: '' } }]),
    ...[...twice].map((name) => ({
      text: 'field_twice' as const,
      about: { label: labelOf(name) },
    })),
    ...(match && !chosen.includes(match)
      ? [{ text: 'match_not_mapped' as const, about: { label: labelOf(match) } }]
      : []),
  ]
}
