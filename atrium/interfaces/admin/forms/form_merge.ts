import { inputNameOf } from './control.ts'
import type { FormPlan } from './form_plan.ts'
import type { FormText } from './form_text.ts'
import { isDigest, isSameAsBase } from './base_texts.ts'
import { type RowTexts, isSameText } from './row_texts.ts'

/** One field of which at least one side changed the text */
export type MergedField = {
  /** `title`, or `grants/12/action` of an inline row */
  path: string
  plan: FormPlan
  name: string
  inputName: string

  /** What both began with; undefined when it was too long to be kept in the form */
  base: FormText | undefined
  mine: FormText
  theirs: FormText

  /** Both changed it, and not to the same */
  isClash: boolean
  isMine: boolean
}

/**
 * Lays what somebody typed beside what somebody else saved in the meantime, field by field.
 *
 * @param base what the form was filled with
 */
export function mergeTexts(
  plan: FormPlan,
  base: RowTexts,
  mine: RowTexts,
  theirs: RowTexts,
  at: { path: string[]; input: string[] } = { path: [], input: [] }
): MergedField[] {
  const fields = plan.names
    .filter((name) => mine.fields[name] !== undefined && theirs.fields[name] !== undefined)
    .map((name) => mergeField(plan, name, base, mine, theirs, at))
    .filter(({ base: was, theirs: is, isMine }) => isMine || !isSameAsBase(was, is))

  const rows = plan.inlines.flatMap(({ relation: { name }, plan: inner }) =>
    (mine.inlines[name] ?? []).flatMap((row, index) => {
      const was = base.inlines[name]?.find(({ key }) => key === row.key)
      const is = theirs.inlines[name]?.find(({ key }) => key === row.key)
      if (!row.key || row.isRemoved || !was || !is) return []

      return mergeTexts(inner, was, row, is, {
        path: [...at.path, name, row.key],
        input: [...at.input, name, String(index)],
      })
    })
  )
  return [...fields, ...rows]
}

function mergeField(
  plan: FormPlan,
  name: string,
  base: RowTexts,
  mine: RowTexts,
  theirs: RowTexts,
  { path, input }: { path: string[]; input: string[] }
): MergedField {
  const [was, typed, is] = [base.fields[name], mine.fields[name], theirs.fields[name]]
  const isMine = !isSameAsBase(was, typed)

  return {
    plan,
    name,
    path: [...path, name].join('/'),
    inputName: inputNameOf([...input, name]),
    base: isDigest(was) ? undefined : was,
    mine: typed,
    theirs: is,
    isMine,
    isClash: isMine && !isSameAsBase(was, is) && !isSameText(typed, is),
  }
}

/**
 * What is saved after a merge: their texts where nothing was typed or theirs were chosen, else mine.
 *
 * @param kept by path, whose text was chosen where both changed it
 */
export function mergedTexts(
  fields: MergedField[],
  mine: RowTexts,
  kept: Record<string, 'mine' | 'theirs'>
): RowTexts {
  const texts = structuredClone(mine)

  for (const { path, name, theirs, isMine } of fields) {
    const row = rowAt(texts, path.split('/').slice(0, -1))
    if (row && (!isMine || kept[path] === 'theirs')) row.fields[name] = theirs
  }
  return texts
}

function rowAt(texts: RowTexts, [relation, key, ...rest]: string[]): RowTexts | undefined {
  if (relation === undefined) return texts
  const row = texts.inlines[relation]?.find((one) => one.key === key)
  return row && rowAt(row, rest)
}
