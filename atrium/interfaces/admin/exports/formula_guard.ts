/** How spreadsheets tell a formula from text; apostrophes of ours, or of the text itself, may stand before */
const FORMULA = /^'*[=+\-@\t\r]/

/** What the guard has put an apostrophe before, or looks as if it had */
const GUARDED = /^''*[=+\-@\t\r]/

/**
 * Text that no spreadsheet takes for a formula. Text that begins with an apostrophe itself gets one more,
 * so that `withoutGuard` gives back exactly what there was.
 */
export function guarded(text: string) {
  return FORMULA.test(text) ? `'${text}` : text
}

/**
 * The same for cells that are text whatever they hold: only what would lose its own apostrophe is
 * guarded.
 */
export function guardedText(text: string) {
  return GUARDED.test(text) ? `'${text}` : text
}

/** Takes off what `guarded` put before a text, or a spreadsheet that kept such a text. */
export function withoutGuard(text: string) {
  return GUARDED.test(text) ? text.slice(1) : text
}
