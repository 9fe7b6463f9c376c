import { DateTime } from 'luxon'
import { errors } from '@vinejs/vine'
import type { ResourceField } from '#atrium/resource/main'

import { isoDuration } from './durations.ts'
import type { FormText } from './form_text.ts'

/**
 * What a form's field says, as the service takes it. Whether it is right is for the service to say;
 * here only what a browser cannot send as it is gets its own form.
 *
 * @param zone the zone that the form was filled in with
 * @throws E_VALIDATION_ERROR it is to be JSON and is not
 */
export function formInput(field: ResourceField, text: FormText, zone: string): unknown {
  if (field.description.kind === 'array') return listOf(field, text)

  const single = [text].flat().at(-1) ?? ''
  if (single === '' && field.nullable) return null

  switch (field.kind) {
    case 'boolean':
      return single === '' ? single : single === '1'
    case 'timestamp':
      return field.description.kind === 'timestamp' && field.description.zone === false
        ? single
        : momentOf(single, zone)
    case 'duration':
      return isoDuration(single)
    case 'json':
      return single.trim() === '' ? (field.nullable ? null : single) : jsonOf(field, single)
    case 'text':
      return single.replaceAll('\r\n', '\n')
    default:
      return single
  }
}

function listOf(field: ResourceField, text: FormText) {
  const values = [text].flat().flatMap((item) => item.split(/\r?\n/))
  const filled = values.map((value) => value.trim()).filter(Boolean)
  return filled.length || !field.nullable ? filled : null
}

/** What a browser calls local is in the reader's zone. */
function momentOf(text: string, zone: string) {
  const moment = DateTime.fromISO(text.trim(), { zone })
  return moment.isValid ? moment.toUTC().toISO() : text
}

function jsonOf(field: ResourceField, text: string) {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = `is not JSON: ${(error as Error).message}`
    throw new errors.E_VALIDATION_ERROR([{ field: field.name, message, rule: 'json' }])
  }
}
