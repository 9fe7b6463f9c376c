import { Controller } from '@hotwired/stimulus'

/**
 * Tells the server in which zone its reader lives. It shows moments in it from the next screen on.
 */
export default class ZoneController extends Controller {
  connect() {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    document.cookie = `zone=${timeZone}; path=/; max-age=31536000; samesite=lax`
  }
}
