import type { ResourceField } from '#atrium/resource/main'

const YES = ['true', '1', 'yes', 'y', 'on', 'wahr', 'ja']
const NO = ['false', '0', 'no', 'n', 'off', 'falsch', 'nein']

const TEXTS = ['string', 'text', 'slug', 'email', 'url']
const DAY = /^\d{4}-\d\d-\d\d$/

/**
 * What the text of a cell says, as the service takes it. Whether that is right is for the service to say.
 */
export function cellValue(field: ResourceField, text: string): unknown {
  if (text === '') return emptyValue(field)

  const chosen = choiceOf(field, text)
  if (chosen !== undefined) return chosen

  const trimmed = text.trim()
  switch (field.description.kind) {
    case 'boolean':
      return truthOf(trimmed)
    case 'json':
      return jsonOf(trimmed)
    case 'array':
      return listOf(trimmed)
    case 'date':
      return trimmed.slice(0, 10)
    case 'timestamp':
      return DAY.test(trimmed) ? `${trimmed}T00:00:00` : trimmed
    default:
      return TEXTS.includes(field.kind) ? text : trimmed
  }
}

function emptyValue(field: ResourceField) {
  if (field.nullable) return null
  return field.description.kind === 'array' ? [] : ''
}

/** People write what they read: the label of a choice stands for it. */
function choiceOf({ choices, description }: ResourceField, text: string) {
  if (description.kind === 'array') return undefined

  const wanted = text.trim().toLowerCase()
  const exact = choices?.find(({ value }) => String(value) === text.trim())
  return (exact ?? choices?.find(({ label }) => label.toLowerCase() === wanted))?.value
}

function truthOf(text: string) {
  const word = text.toLowerCase()
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : text
}

/** What is not JSON is taken for text, which is JSON too. */
function jsonOf(text: string) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function listOf(text: string) {
  const list = text.startsWith('[') ? jsonOf(text) : undefined
  return Array.isArray(list)
    ? list
    : text
        .split(/[\n;,]/)
        .map((part) => part.trim())
        .filter(Boolean)
}
