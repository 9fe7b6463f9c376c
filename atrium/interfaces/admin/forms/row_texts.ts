import type { FormText } from './form_text.ts'

/**
 * What a form holds of a row: the texts of its fields, and its inline rows.
 */
export type RowTexts = {
  fields: Record<string, FormText>
  inlines: Record<string, InlineTexts[]>
}

export type InlineTexts = RowTexts & {
  /** Of a row that exists already */
  key?: string

  /** It is to be deleted with the next save */
  isRemoved?: boolean
}

/** Texts of a form that nothing was filled into. */
export function emptyTexts(): RowTexts {
  return { fields: {}, inlines: {} }
}

/** Whether two texts say the same. Of what is chosen from a list the order does not matter. */
export function isSameText(one: FormText | undefined, other: FormText | undefined) {
  const flat = (text: FormText | undefined) => [text ?? ''].flat().filter(Boolean).sort()
  return JSON.stringify(flat(one)) === JSON.stringify(flat(other))
}

/** Browsers end lines their own way. */
export function withPlainBreaks(text: string) {
  return text.replaceAll('\r\n', '\n')
}

/** A form with what was typed over what was there before. */
export function overlaid(stored: RowTexts, typed: RowTexts): RowTexts {
  return {
    fields: { ...stored.fields, ...typed.fields },
    inlines: { ...stored.inlines, ...typed.inlines },
  }
}
