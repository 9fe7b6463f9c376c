import { Controller } from '@hotwired/stimulus'

/**
 * Writes the address along with the title that it is made of, until somebody writes their own. Only for
 * rows that have none yet: others may link to it.
 */
export default class SlugController extends Controller {
  static values = { from: String }

  connect() {
    this.source = document.getElementById(this.fromValue)
    this.isOwn = this.element.value !== ''
    this.source?.addEventListener('input', this.#write)
    this.element.addEventListener('input', this.#own)
  }

  disconnect() {
    this.source?.removeEventListener('input', this.#write)
    this.element.removeEventListener('input', this.#own)
  }

  #own = () => {
    this.isOwn = this.element.value !== ''
  }

  #write = () => {
    if (!this.isOwn) this.element.placeholder = slugOf(this.source.value)
  }
}

function slugOf(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}
