import type { HttpContext } from '@adonisjs/core/http'
import {
  keyOf,
  type Actor,
  ResourceService,
  type Resource,
  type ResourceField,
  type ResourceRegistry,
} from '#atrium/resource/main'

import { mayEnter } from './may_enter.ts'
import type { AdminConfig } from './config.ts'
import type { Reader } from './reader.ts'
import { Phrasebook } from './language/phrasebook.ts'
import { translatedService } from './language/translated_service.ts'
import { resourcesIn } from './language/worded_resources.ts'
import { presentValue } from './values/present_value.ts'
import type { Presentation } from './values/shown.ts'

/**
 * What every request to the admin has at hand, as `ctx.admin`: whoever acts, and the service of a
 * resource for them.
 */
export class AdminContext {
  readonly #services = new Map<string, ResourceService>()

  /** All resources, named in the reader's language */
  readonly resources: ResourceRegistry

  /** Says in that language what resources say of themselves in English */
  readonly phrases: Phrasebook

  constructor(
    readonly ctx: HttpContext,
    readonly config: AdminConfig,
    readonly actor: Actor,
    readonly reader: Reader
  ) {
    this.resources = resourcesIn(reader.i18n)
    this.phrases = new Phrasebook(reader.i18n)
  }

  /**
   * The resource that the address names.
   *
   * @throws E_UNKNOWN_RESOURCE
   */
  get resource(): Resource {
    return this.resources.get(this.ctx.params.resource)
  }

  /** The service of the resource that the address names. */
  get service(): ResourceService {
    return this.serviceOf(this.resource)
  }

  /** The service of any resource, for whoever acts. */
  serviceOf(resource: Resource): ResourceService {
    const known = this.#services.get(resource.name)
    if (known) return known

    const service = translatedService(new ResourceService(resource, this.actor), this.phrases)
    this.#services.set(resource.name, service)
    return service
  }

  /** The service of the resource with this name. */
  serviceNamed(name: string): ResourceService {
    return this.serviceOf(this.resources.get(name))
  }

  /** The service of the people who sign in, if they are a resource. */
  async users(): Promise<ResourceService | undefined> {
    const { default: model } = await this.config.users()
    const resource = this.resources.of(model)
    return resource && this.serviceOf(resource)
  }

  /** What is printed for a value of a field: see `@admin.value`. */
  present(field: ResourceField, value: unknown, presentation?: Presentation) {
    const said = field.isPhrase && typeof value === 'string' ? this.phrases.sayWhole(value) : value
    return presentValue(field, said, this.reader, presentation)
  }

  /** Which installation this is. Its label is a text of its own: "Development" is `environment.development`. */
  get environment() {
    const { environment } = this.config
    if (!environment) return undefined

    const { label } = environment
    return { ...environment, label: this.reader.i18n.t(`environment.${keyOf(label)}`, {}, label) }
  }

  /** Where a language is chosen: the same page in it, or the first one when this page cannot be asked for again. */
  languageAddress(locale: string) {
    const { request } = this.ctx
    if (request.method() !== 'GET') return `/admin?lang=${locale}`

    const address = new URL(request.url(true), 'http://localhost')
    address.searchParams.set('lang', locale)
    return address.pathname + address.search
  }

  /** Whether the admin is for them at all. */
  get mayEnter() {
    return mayEnter(this.actor)
  }

  /** The resources that whoever acts may list, in the order of their names. */
  get navigation(): Resource[] {
    return this.resources.all().filter((resource) => this.serviceOf(resource).access.may('list'))
  }

  /** The same, under the headings of the navigation. */
  get navigationGroups() {
    const groups = Map.groupBy(this.navigation, ({ group }) => group)
    return [...groups]
      .map(([label, grouped]) => ({ label, resources: grouped }))
      .sort((a, b) => Number(isApart(a)) - Number(isApart(b)))
  }
}

/** Components come first, groups that resources were put into by name stand below them. */
function isApart({ resources: [first] }: { resources: Resource[] }) {
  return first.options.group !== undefined
}

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    admin: AdminContext
  }
}
