import { Controller } from '@hotwired/stimulus'

/**
 * Draws a chart in place of the still picture that came with the page. The library is only loaded
 * where there is one.
 */
export default class ChartController extends Controller {
  static values = { data: Object }
  static targets = ['drawing']

  #chart
  #themes
  #isGone = false

  async connect() {
    this.#isGone = false
    const { drawChart } = await import('../charts/draw_chart.js')
    if (this.#isGone) return

    const canvas = document.createElement('canvas')
    canvas.setAttribute('aria-hidden', 'true')
    this.element.append(canvas)
    this.drawingTarget.setAttribute('hidden', '')

    const draw = () => {
      this.#chart?.destroy()
      this.#chart = drawChart(canvas, this.dataValue)
    }
    draw()

    /* The colours follow the theme, chosen here or by the system. */
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const observer = new MutationObserver(draw)
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    dark.addEventListener('change', draw)
    this.#themes = () => {
      observer.disconnect()
      dark.removeEventListener('change', draw)
    }
  }

  disconnect() {
    this.#isGone = true
    this.#themes?.()
    this.#chart?.destroy()
    this.element.querySelector('canvas')?.remove()
    this.drawingTarget.removeAttribute('hidden')
  }
}
