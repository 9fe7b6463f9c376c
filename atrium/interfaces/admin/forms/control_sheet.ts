import type { Label, Resource, ResourceRelation } from '#atrium/resource/main'

import type { AdminContext } from '../admin_context.ts'
import { type Control, type ControlRequest, controlOf } from './control.ts'
import { chosenRelation } from './chosen_relation.ts'

/** Rows that a page brings along to choose from: of more, people search */
const FEW = 50

type Open = { control: Control; request: ControlRequest; relation: ResourceRelation }

/**
 * Controls of one page. What they have to look up, rows to choose from and what chosen rows are called,
 * is asked once for each relation, however many controls it has.
 */
export class ControlSheet {
  readonly #open: Open[] = []

  constructor(protected admin: AdminContext) {}

  /** Adds a control. Relations are empty until `complete`. */
  add(request: Omit<ControlRequest, 'zone'> & { zone?: string }): Control {
    const asked = { zone: this.admin.reader.zone, ...request }
    const control = controlOf(asked)
    const relation = chosenRelation(asked.resource, asked.name)

    if (relation && control.widget.startsWith('reference')) {
      this.#open.push({ control, request: asked, relation })
    } else if (control.widget === 'reference') {
      control.widget = 'line'
    }
    return control
  }

  /** Gives the relations their rows. */
  async complete() {
    const byRelation = Map.groupBy(this.#open, ({ relation }) => relation)
    for (const [relation, controls] of byRelation) await this.#complete(relation, controls)
    return this
  }

  async #complete(relation: ResourceRelation, open: Open[]) {
    const { resource } = open[0].request
    const target = this.admin.serviceOf(relation.target)
    const few = await this.admin
      .serviceOf(resource)
      .options(relation.name, { size: FEW + 1 })
      .then((options) => (options.length > FEW ? [] : byTitle(options)))

    const known = new Map(few.map((option) => [option.key, option]))
    const chosen = open.flatMap(({ control }) => control.texts.filter(Boolean))
    const unknown = [...new Set(chosen)].filter((key) => !known.has(key))
    const labels = unknown.length ? await target.labelsOf(unknown) : []
    for (const label of labels) known.set(label.key, label)

    for (const { control } of open) this.#fill(control, relation, resource, few, known)
  }

  #fill(
    control: Control,
    relation: ResourceRelation,
    resource: Resource,
    few: Label[],
    known: Map<string, Label>
  ) {
    const keys = control.texts.filter(Boolean)
    const { target } = relation
    const chosen = labelled(keys, known)
    const offered = relation.isMany
      ? [...chosen, ...few.filter(({ key }) => !isAmong(chosen, key))]
      : [...few, ...chosen.filter(({ key }) => !isAmong(few, key))]

    if (few.length) {
      control.options = offered.map(({ key, title }) => ({
        value: key,
        label: title,
        isChosen: keys.includes(key),
      }))
    }
    control.reference = {
      searchAddress: `/admin/${resource.name}/options/${relation.name}`,
      createAddress: this.admin.serviceOf(target).access.may('create')
        ? `/admin/${target.name}/new`
        : undefined,
      chosen,
      isMany: relation.isMany,
    }
  }
}

function byTitle(options: Label[]) {
  return options.toSorted((one, other) => one.title.localeCompare(other.title))
}

/** What was typed and is no key stays as it was typed. */
function labelled(keys: string[], known: Map<string, Label>): Label[] {
  return keys.map((key) => known.get(key) ?? { key, title: key })
}

function isAmong(options: Label[], key: string) {
  return options.some((option) => option.key === key)
}

/**
 * One control with all that it has to look up: for a cell of a list, or a field of a bulk edit.
 */
export async function completeControl(
  admin: AdminContext,
  request: Omit<ControlRequest, 'zone'>
): Promise<Control> {
  const sheet = new ControlSheet(admin)
  const control = sheet.add(request)
  await sheet.complete()
  return control
}
