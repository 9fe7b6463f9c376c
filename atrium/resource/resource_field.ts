import type { FieldDescription, FieldKind } from '#atrium/model/main'

/**
 * A field as a resource presents it.
 */
export type ResourceField = {
  /** The property of the model */
  name: string
  column: string
  description: FieldDescription

  /** What its value is: a foreign key holds what the key that it points to holds */
  kind: FieldKind
  label: string
  help?: string
  isKey: boolean
  nullable: boolean

  /** Never leaves the server, whoever asks */
  isHidden: boolean

  /** Whether people may set it at all: not keys, what fills itself, or what only code may set */
  isSettable: boolean
  choices?: { value: string | number | bigint; label: string }[]

  /** The to-one relation that it is the key of */
  relation?: string

  /** Which widget a form shows, when not the usual one of its kind */
  widget?: string

  /** The form shows it only while these fields have one of these values, and else keeps it empty */
  showIf?: Record<string, unknown[]>

  /** Its values are sentences that the program brought along: an interface may say them in another language */
  isPhrase?: boolean

  /** Words that the form offers; others may be typed */
  suggestions?: () => string[]

  /** How wide its column of a list is at first, in `ch` */
  width?: number
}
