import { Controller } from '@hotwired/stimulus'

/** The group that gets another condition, while the form is asked for with it */
let growing

/**
 * The form of filters: choosing what a condition is about adds it at once, and it can be filled in.
 */
export default class FiltersController extends Controller {
  static targets = ['add', 'group']

  connect() {
    if (growing === undefined) return

    const group = this.groupTargets[growing] ?? this.groupTargets.at(-1)
    growing = undefined
    const line = [...group.querySelectorAll('.filter-line')].at(-1)
    const controls = [...line.querySelectorAll('.line-choices input, .line-value')]
    const control = controls.find((each) => each.checkVisibility())
    ;(control ?? line.querySelector('.line-operator')).focus()
  }

  add({ target }) {
    if (!target.value) return

    const group = this.groupTargets.findIndex((each) => each.contains(target))
    growing = group < 0 ? this.groupTargets.length : group
    this.element.requestSubmit(this.addTarget)
  }
}
