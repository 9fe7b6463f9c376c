import type { ResourceField, Row } from '#atrium/resource/main'

import type { Change } from './outcome.ts'
import { cellText } from '../exports/cell_text.ts'

/** What becomes of a field of a row that was written. */
export function changeOf(field: ResourceField, before: Row | undefined, after: Row): Change {
  return {
    label: field.label,
    before: before ? shownText(before, field) : '',
    after: shownText(after, field),
  }
}

/** What a field of a row says, as a file has it. */
export function textIn({ values }: Row, field: ResourceField) {
  return cellText(values[field.name], field.kind)
}

/** A row of another resource is shown by its title. */
function shownText(row: Row, field: ResourceField) {
  return (field.relation && row.labels[field.relation]?.title) || textIn(row, field)
}
