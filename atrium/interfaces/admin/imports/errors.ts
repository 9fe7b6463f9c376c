import { createError, Exception } from '@adonisjs/core/exceptions'

/** Why a file cannot be read. Each is a text of its own in the languages of the admin */
export type Unreadable =
  | 'none'
  | 'empty'
  | 'only_headings'
  | 'too_large'
  | 'not_text'
  | 'old_spreadsheet'
  | 'broken_csv'
  | 'broken_spreadsheet'
  | 'open_formula'
  | 'long_line'
  | 'too_many_lines'
  | 'too_many_columns'
  | 'too_many_imports'

/**
 * A file that was uploaded cannot be imported from.
 */
export class UnreadableFile extends Exception {
  static status = 422
  static code = 'E_UNREADABLE_FILE'

  /**
   * @param details where in the file, and what limit was passed
   */
  constructor(
    readonly reason: Unreadable,
    readonly details: Record<string, string | number> = {}
  ) {
    super(`The file cannot be imported (${reason} ${JSON.stringify(details)})`)
  }
}

/** An import that somebody began is not there any more, or is somebody else's. */
export const E_NO_IMPORT = createError(
  'This import is not there any more. Upload the file again',
  'E_NO_IMPORT',
  404
)
