import type { Reader } from '../../reader.ts'
import type { Condition } from './condition.ts'
import { PERIODS, SPANS } from './families.ts'
import type { Groups } from './groups.ts'
import type { Subject } from './subjects.ts'

type Choice = { value: string; label: string; isChosen: boolean }

/** A line of the form of filters, as its template prints it */
export type Line = {
  path: string
  label: string

  /** The same with a number where a line before it has this label, so that no two are named alike */
  spoken: string

  /** `c[0][1]` */
  name: string
  id: string
  place: string
  family: Subject['family']
  operators: Choice[]
  choices?: Choice[]
  spans: Choice[]
  periods: Choice[]
  input: string
  values: string[]
}

export type FilterForm = {
  groups: Line[][]
  subjects: { label: string; subjects: { path: string; label: string }[] }[]
}

/** What the form of filters shows: a line for each condition, and what others could be about. */
export function filterForm(groups: Groups, subjects: Subject[], reader: Reader): FilterForm {
  const byGroup = Map.groupBy(subjects, ({ group }) => group ?? '')
  const timesNamed = new Map<string, number>()
  const spoken = (label: string) => {
    const times = (timesNamed.get(label) ?? 0) + 1
    timesNamed.set(label, times)
    return times === 1 ? label : `${label} (${times})`
  }

  return {
    groups: groups.map((group, place) =>
      group.map((condition, index) =>
        lineOf(condition, [place, index], spoken(condition.subject.label), reader)
      )
    ),
    subjects: [...byGroup].map(([label, offered]) => ({
      label,
      subjects: offered.map(({ path, label: words }) => ({ path: path.join('.'), label: words })),
    })),
  }
}

function lineOf(condition: Condition, place: number[], spoken: string, { i18n }: Reader): Line {
  const { subject, operator, values } = condition
  const choiceOf = (value: string, label: string): Choice => ({
    value,
    label,
    isChosen: value === operator || values.includes(value),
  })

  return {
    path: subject.path.join('.'),
    label: subject.label,
    spoken,
    name: `c[${place.join('][')}]`,
    id: `condition-${place.join('-')}`,
    place: place.join('.'),
    family: subject.family,
    operators: subject.operators.map((name) =>
      choiceOf(name, i18n.t(`admin_list.operators.${name}`))
    ),
    choices: subject.choices?.map(({ value, label }) => choiceOf(value, label)),
    spans: SPANS.map((span) => choiceOf(span, i18n.t(`admin_list.spans.${span}`))),
    periods: PERIODS.map((period) => choiceOf(period, i18n.t(`admin_list.periods.${period}`))),
    input: subject.family === 'moment' ? 'date' : 'text',
    values,
  }
}
