import { Controller } from '@hotwired/stimulus'

/** What stands around a selection, or before its lines */
const FORMS = {
  bold: { around: ['**', '**'] },
  italic: { around: ['*', '*'] },
  code: { around: ['`', '`'] },
  link: { around: ['[', '](https://)'] },
  heading: { before: '## ' },
  list: { before: '- ' },
}

/**
 * Helps to write Markdown, and shows what it means beside it.
 */
export default class MarkdownController extends Controller {
  static targets = ['source', 'preview', 'toggle']

  disconnect() {
    clearTimeout(this.timer)
  }

  format({ params: { kind } }) {
    const { around, before } = FORMS[kind]
    const { selectionStart: start, selectionEnd: end, value } = this.sourceTarget
    const chosen = value.slice(start, end)
    const replaced = around ? around[0] + chosen + around[1] : (chosen || '').replace(/^/gm, before)

    this.sourceTarget.focus()
    this.sourceTarget.setRangeText(replaced, start, end, chosen ? 'select' : 'end')
    if (around && !chosen) {
      const inside = start + around[0].length
      this.sourceTarget.setSelectionRange(inside, inside)
    }
    this.sourceTarget.dispatchEvent(new Event('input', { bubbles: true }))
  }

  toggle() {
    const isShown = this.previewTarget.hidden
    this.previewTarget.hidden = !isShown
    this.element.classList.toggle('is-beside', isShown)
    this.toggleTarget.setAttribute('aria-pressed', String(isShown))
    if (isShown) this.#render()
  }

  changed() {
    if (this.previewTarget.hidden) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.#render(), 300)
  }

  async #render() {
    const body = new URLSearchParams({
      text: this.sourceTarget.value,
      _csrf: this.element.closest('form').elements._csrf.value,
    })
    const response = await fetch('/admin/previews/markdown', { method: 'POST', body })
    if (response.ok) this.previewTarget.innerHTML = await response.text()
  }
}
