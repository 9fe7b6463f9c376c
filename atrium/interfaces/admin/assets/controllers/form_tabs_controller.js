import { Controller } from '@hotwired/stimulus'

/**
 * Shows one part of a long form at a time. Without it all parts stand below each other.
 */
export default class FormTabsController extends Controller {
  static targets = ['nav', 'link', 'panel', 'title']

  connect() {
    this.navTarget.setAttribute('role', 'tablist')
    this.linkTargets.forEach((link, index) => {
      link.setAttribute('role', 'tab')
      link.setAttribute('aria-controls', this.panelTargets[index].id)
      this.panelTargets[index].setAttribute('role', 'tabpanel')
    })
    for (const title of this.titleTargets) title.classList.add('sr-only')
    this.#show(this.#beginning)
    document.addEventListener('click', this.#follow)
  }

  disconnect() {
    document.removeEventListener('click', this.#follow)
    for (const panel of this.panelTargets) panel.hidden = false
  }

  choose(event) {
    event.preventDefault()
    this.#show(this.linkTargets.indexOf(event.currentTarget))
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return

    event.preventDefault()
    const count = this.linkTargets.length
    const next = (this.linkTargets.indexOf(event.currentTarget) + step + count) % count
    this.#show(next)
    this.linkTargets[next].focus()
  }

  /** The part with the first thing that is not right, or that the address names. */
  get #beginning() {
    const wrong = this.panelTargets.findIndex((panel) => panel.querySelector('.field-error'))
    const named = this.panelTargets.findIndex(({ id }) => `#${id}` === location.hash)
    return Math.max(wrong >= 0 ? wrong : named, 0)
  }

  /** Links of the summary lead to fields in parts that are not shown. */
  #follow = (event) => {
    const link = event.target.closest?.('.error-messages a[href^="#"]')
    const field = link && document.getElementById(link.hash.slice(1))
    const index = this.panelTargets.findIndex((panel) => field && panel.contains(field))
    if (index < 0) return

    event.preventDefault()
    this.#show(index)
    field.focus()
    field.scrollIntoView({ block: 'center' })
  }

  #show(shown) {
    this.linkTargets.forEach((link, index) => {
      link.setAttribute('aria-selected', String(index === shown))
      link.tabIndex = index === shown ? 0 : -1
      this.panelTargets[index].hidden = index !== shown
    })
  }
}
