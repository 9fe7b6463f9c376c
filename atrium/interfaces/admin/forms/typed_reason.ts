/** The longest reason that is kept, in characters */
const LONGEST = 1_000

/** Why something is done, as somebody typed it; undefined when nothing was typed. */
export function typedReason(typed: unknown): string | undefined {
  const reason = typeof typed === 'string' ? typed.trim() : ''
  return reason.slice(0, LONGEST) || undefined
}
