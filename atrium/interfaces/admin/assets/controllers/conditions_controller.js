import { Controller } from '@hotwired/stimulus'

/**
 * Shows fields only while others have the values that they depend on. The server looks at that again.
 */
export default class ConditionsController extends Controller {
  connect() {
    this.apply()
  }

  apply() {
    for (const field of this.element.querySelectorAll('[data-show-if]')) {
      const conditions = Object.entries(JSON.parse(field.dataset.showIf))
      field.hidden = !conditions.every(([name, texts]) => texts.includes(this.#text(name)))
    }
  }

  #text(name) {
    const inputs = [...this.element.elements].filter((input) => input.name === name)
    const chosen = inputs.filter(
      (input) => !['checkbox', 'radio'].includes(input.type) || input.checked
    )
    return chosen.at(-1)?.value ?? ''
  }
}
