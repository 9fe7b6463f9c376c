import { DateTime, Duration } from 'luxon'
import type { FieldKind } from '#atrium/model/main'

/**
 * A value as the text of a cell, exactly: numbers with all their digits, days and moments as ISO 8601 has
 * them, lists and documents as JSON. An import reads it back as the same value.
 */
export function cellText(value: unknown, kind: FieldKind): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return kind === 'json' ? JSON.stringify(value) : value
  if (value instanceof DateTime) return momentText(value, kind)
  if (value instanceof Duration) return value.toISO() ?? ''
  if (isPlain(value)) return JSON.stringify(value, exactly)
  return String(value)
}

function momentText(value: DateTime, kind: FieldKind) {
  return (kind === 'date' ? value.toISODate() : value.toUTC().toISO()) ?? ''
}

/** Lists and documents, unlike exact numbers, which say themselves how they are written */
function isPlain(value: unknown): value is object {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

/** Numbers that JSON has no room for are written as text. */
export function exactly(_name: string, value: unknown) {
  return typeof value === 'bigint' ? String(value) : value
}
