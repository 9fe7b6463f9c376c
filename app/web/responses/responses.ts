import { guardHeaders } from './header_guard.ts'
import { neverFailToAnswer } from './last_resort.ts'
import { keepRedirectsAtHome } from './own_redirects.ts'

/**
 * What holds for every answer of the product. Called once, at boot.
 */
export function prepareResponses() {
  guardHeaders()
  neverFailToAnswer()
  keepRedirectsAtHome()
}
