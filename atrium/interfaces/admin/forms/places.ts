/** Where a part of a form stands: rows that nobody changed are not sent on, so that numbers differ */
export type Place = { inForm: string; inInput: string }

/**
 * Where the form shows what the service speaks of: `grants.0.action` may be the third row.
 */
export function toForm(field: string, places: Place[]) {
  const [nearest] = places
    .filter(({ inInput }) => field === inInput || field.startsWith(`${inInput}.`))
    .sort((one, other) => other.inInput.length - one.inInput.length)

  return nearest ? nearest.inForm + field.slice(nearest.inInput.length) : field
}
