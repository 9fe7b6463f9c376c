import type { Edge } from 'edge.js'
import { ReadOnlyValuesStore } from '@adonisjs/session'

/** Nobody, as templates know those who are not signed in */
export const NOBODY = { isAuthenticated: false, user: undefined }

/**
 * What templates find where nobody has a session: nothing flashed, nobody signed in, no form to
 * protect. Without these they would fail on pages for anonymous readers.
 */
export function registerViewDefaults(edge: Edge) {
  edge.global('flashMessages', new ReadOnlyValuesStore({}))
  edge.global('auth', NOBODY)
  edge.global('csrfToken', '')
  edge.global('csrfMeta', () => '')
  edge.global('csrfField', () => '')
  edge.global('old', (_: string, otherwise?: unknown) => otherwise)
}
