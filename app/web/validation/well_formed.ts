import vine from '@vinejs/vine'

/**
 * Refuses text that PostgreSQL cannot store or that has no meaning: NUL and lone surrogates.
 */
export const wellFormed = vine.createRule(
  (value, _, field) => {
    if (typeof value === 'string' && !isWellFormed(value)) {
      field.report('holds characters that cannot be stored', 'wellFormed', field)
    }
  },
  { name: 'wellFormed' }
)

/**
 * Whether text can be stored as it is.
 */
export function isWellFormed(text: string) {
  return !text.includes('\0') && text.isWellFormed()
}
