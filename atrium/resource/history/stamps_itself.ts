import type { ResourceField } from '../resource_field.ts'

/** Whether a field is the moment of the last change: it says nothing that the history does not. */
export function stampsItself({ description }: ResourceField) {
  return 'autoUpdate' in description && Boolean(description.autoUpdate)
}
