/**
 * A value ready to be printed: how it looks, and its words. `is...` of the template `value.edge`.
 */
export type Shown =
  | { look: 'none' }
  | { look: 'text' | 'long' | 'code' | 'json' | 'number' | 'badge'; text: string }
  | { look: 'truth'; isTrue: boolean; text: string }
  | { look: 'time'; iso: string; text: string; exact: string }
  | { look: 'chips'; chips: string[]; more: string }
  | { look: 'picture'; address: string; text: string; size: number }
  | { look: 'link'; address: string; text: string; leadsOutside: boolean }

export type Presentation = {
  /** A cell of a list is short; else everything is shown */
  mode?: 'cell' | 'full'

  /** Where files of the row are: `/admin/<resource>/<key>/files` */
  files?: string
}
