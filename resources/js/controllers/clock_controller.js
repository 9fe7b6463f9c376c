import { Controller } from '@hotwired/stimulus'

/**
 * Shows a moment in the reader's own zone. The server writes it in UTC.
 */
export default class ClockController extends Controller {
  connect() {
    const moment = new Date(this.element.dateTime)
    if (Number.isNaN(moment.getTime())) return

    const date = { day: 'numeric', month: 'short', year: 'numeric' }
    const time = { hour: '2-digit', minute: '2-digit', hour12: false }
    const exact = { ...date, ...time, timeZoneName: 'short' }
    const shown = this.element.dataset.clockWith === 'time' ? { ...date, ...time } : date

    this.element.textContent = new Intl.DateTimeFormat('en-GB', shown).format(moment)
    this.element.title = new Intl.DateTimeFormat('en-GB', exact).format(moment)
  }
}
