import { createHash } from 'node:crypto'

import type { FormText } from './form_text.ts'
import { type InlineTexts, type RowTexts, isSameText } from './row_texts.ts'

/** Longer texts travel with the form as a digest, which is enough to see whether they were changed */
const LONGEST = 2_000
const DIGEST = '\u0001sha256:'

/**
 * What a form was filled with when it was opened, to travel with it: only what differs from it was
 * changed by whoever sends the form.
 */
export function writeBase(texts: RowTexts) {
  return JSON.stringify(shortened(texts))
}

/** What a form says that it was filled with; undefined when it does not say. */
export function readBase(written: unknown): RowTexts | undefined {
  if (typeof written !== 'string' || written === '') return

  try {
    return withShape(JSON.parse(written))
  } catch {
    return undefined
  }
}

/** Whether a text is what the form was filled with. */
export function isSameAsBase(base: FormText | undefined, text: FormText) {
  return isDigest(base) ? base === digest(String(text)) : isSameText(base, text)
}

/** Whether only the digest of a text is known. */
export function isDigest(text: FormText | undefined): text is string {
  return typeof text === 'string' && text.startsWith(DIGEST)
}

function shortened({ fields, inlines, ...rest }: InlineTexts): InlineTexts {
  const short = (text: FormText) =>
    typeof text === 'string' && text.length > LONGEST ? digest(text) : text
  const shortFields = Object.entries(fields).map(([name, text]) => [name, short(text)])
  const shortRows = Object.entries(inlines).map(([name, rows]) => [name, rows.map(shortened)])

  return {
    ...rest,
    fields: Object.fromEntries(shortFields),
    inlines: Object.fromEntries(shortRows),
  }
}

function digest(text: string) {
  return DIGEST + createHash('sha256').update(text).digest('base64url')
}

/** What came back may be anything. */
function withShape(value: any): InlineTexts {
  const isText = (text: unknown) =>
    typeof text === 'string' ||
    (Array.isArray(text) && text.every((item) => typeof item === 'string'))
  const fields = Object.entries(value?.fields ?? {}).filter(([, text]) => isText(text))
  const inlines = Object.entries(value?.inlines ?? {}).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? rows.map(withShape) : [],
  ])

  return {
    ...(typeof value?.key === 'string' && { key: value.key }),
    fields: Object.fromEntries(fields) as Record<string, FormText>,
    inlines: Object.fromEntries(inlines),
  }
}
