/**
 * Whether the process answers at all. Asks nothing of anybody else, so that a database that is
 * away does not get the process restarted.
 */
export default class LivenessController {
  show() {
    return { status: 'live' }
  }
}
