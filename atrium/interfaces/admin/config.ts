import type { HttpContext } from '@adonisjs/core/http'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

import type { Widget } from './dashboard/widget.ts'

/**
 * What an application says of its admin, in `config/admin.ts`.
 */
export type AdminConfig = {
  /** In titles and at the top of the navigation */
  name: string

  /** Which installation this is, such as `staging`; shown in a colour of its own. None in production */
  environment?: { label: string; look: 'development' | 'staging' | 'production' }

  /** Writes of more rows than this ask to type the number of rows, in production */
  typedConfirmationAbove: number

  /** The model of the people who sign in */
  users: () => Promise<{ default: LucidModel }>

  /** Whoever is signed in, or null */
  user: (ctx: HttpContext) => LucidRow | null

  /** How somebody is called in the admin */
  nameOf: (user: LucidRow) => string

  /** Has the rest of a request made as by another user than the one who is signed in */
  actAs: (ctx: HttpContext, user: LucidRow) => void

  /**
   * Makes sure that it is the user who sits at the screen, before something dangerous.
   *
   * @throws E_VALIDATION_ERROR on the field `password`
   */
  confirmPassword: (user: LucidRow, password: string | undefined) => Promise<void>

  /** Where to sign out */
  signOutAddress: string

  /** Where `Back to the site` leads */
  siteAddress: string

  /** Where a theme is chosen: `system` or one by name. Leads back to `back` */
  themeAddress: (name: string, back: string) => string

  /** What stands on the first page, in order */
  dashboard?: Widget[]

  /** The disk that files and images are kept on */
  disk?: string
}

/** Says what an admin is made with. */
export function defineConfig(config: AdminConfig): AdminConfig {
  return config
}
