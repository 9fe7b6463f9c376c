import { describe, type ModelDescription } from '#atrium/model/main'
import type { LucidModel } from '@adonisjs/lucid/types/model'

import type { Action } from './action.ts'
import { asDescribed, type Words } from './words.ts'
import { deriveActions } from './derive/actions.ts'
import { deriveFields } from './derive/fields.ts'
import { deriveRelations } from './derive/relations.ts'
import { listColumnsOf, searchPathsOf, sortOf, titleOf } from './derive/lists.ts'
import { formOf, type FormTab } from './derive/form.ts'
import { keyOf, pluralLabelOf, singularLabelOf, wordsOf } from './derive/labels.ts'
import type { Policy } from './policy/policy.ts'
import type { SortTerm } from './service/types.ts'
import type { ResourceField } from './resource_field.ts'
import type { ResourceOptions } from './resource_options.ts'
import type { ResourceRelation } from './resource_relation.ts'
import type { ResourceRegistry } from './registry.ts'
import { E_UNKNOWN_RELATION } from './errors.ts'

/**
 * A model, who may do what with it, and how it is presented: what every interface opens onto. What
 * the options leave out is derived from the model's fields.
 */
export class Resource<M extends LucidModel = LucidModel> {
  /** In addresses, grants and filters */
  readonly name: string
  readonly table: string

  /** The part of the application that it belongs to, such as `publishing` */
  component = 'app'
  readonly #description: ModelDescription
  #policy?: Policy
  #fields?: Map<string, ResourceField>
  #relations?: Map<string, ResourceRelation>
  #registry?: ResourceRegistry
  #actions?: Record<string, Action>
  #words = asDescribed

  constructor(
    readonly model: M,
    readonly options: ResourceOptions<M, any> = {}
  ) {
    this.#description = describe(model)
    this.table = this.#description.table
    this.name = options.name ?? this.table
  }

  /** Called by the registry: relations are found among the resources that are registered. */
  joinRegistry(registry: ResourceRegistry, component: string) {
    this.#registry = registry
    this.component = component
  }

  /** The resources among which it is registered, if it is. */
  get registry() {
    return this.#registry
  }

  get description() {
    return this.#description
  }

  /** What one row is called. */
  get label() {
    return this.word('label', this.#described)
  }

  /** What several rows are called. */
  get labelPlural() {
    return this.word('labelPlural', this.options.labelPlural ?? pluralLabelOf(this.#described))
  }

  /** What one row is called in the middle of a sentence. */
  get noun() {
    return this.#words.within(this.label)
  }

  /** What several rows are called in the middle of a sentence. */
  get nouns() {
    return this.#words.within(this.labelPlural)
  }

  /** The heading of the navigation under which it stands. */
  get group() {
    const said = this.options.group ?? wordsOf(this.component)
    return this.#words.of(`resource_groups.${keyOf(said)}`, said)
  }

  /** The same resource, named in other words. Its relations lead to resources of the registry that it joins. */
  in(words: Words): Resource<M> {
    const worded = new Resource<M>(this.model, this.options)
    worded.#words = words
    return worded
  }

  /** What something of the resource is called, in the words that it is named in. */
  word(key: string, said: string) {
    return this.#words.of(`resources.${this.name}.${key}`, said)
  }

  /** The one policy, or nothing: then only administrators may do anything. */
  get policy(): Policy | undefined {
    if (this.options.policy) this.#policy ??= new this.options.policy()
    return this.#policy
  }

  /** Every field that is read, hidden ones too, by name. */
  get fields(): ReadonlyMap<string, ResourceField> {
    return (this.#fields ??= deriveFields(this))
  }

  /** Every relation to a registered resource, by name. */
  get relations(): ReadonlyMap<string, ResourceRelation> {
    return (this.#relations ??= deriveRelations(this, this.#registry))
  }

  /** @throws E_UNKNOWN_RELATION there is none of this name */
  relation(name: string): ResourceRelation {
    const relation = this.relations.get(name)
    if (!relation) throw new E_UNKNOWN_RELATION([this.name, name])
    return relation
  }

  /** The fields that are the primary key. */
  get key(): ResourceField[] {
    return [...this.fields.values()].filter(({ isKey }) => isKey)
  }

  /** The field by which people know a row; a key has none. */
  get title(): ResourceField | undefined {
    return titleOf(this)
  }

  /** Names of fields and to-one relations: the columns of the list at first. */
  get listColumns(): string[] {
    return listColumnsOf(this)
  }

  /** The order of the list at first. The primary key always comes last, and is not named here. */
  get sort(): SortTerm[] {
    return sortOf(this)
  }

  /** Paths of the text fields that the search box looks into. */
  get searchPaths(): string[][] {
    return searchPathsOf(this)
  }

  /** The form: tabs of sections of fields and relations. One tab without a label when none is said. */
  get form(): FormTab[] {
    return formOf(this)
  }

  /** Actions by name, beside the usual ones. */
  get actions(): Record<string, Action> {
    return (this.#actions ??= deriveActions(this))
  }

  /** Whether writing a field or relation gives access to the product. */
  givesAccess(name: string): boolean {
    const { sensitive = false } = this.options
    return Array.isArray(sensitive) ? sensitive.includes(name as never) : sensitive
  }

  /** Everything that a role can be granted here. */
  get actionNames(): string[] {
    const usual = ['list', 'show', 'create', 'update', 'delete']
    return [...usual, ...(this.softDeletes ? ['restore'] : []), ...Object.keys(this.actions)]
  }

  /** Whether rows are marked as deleted, and can be taken back. */
  get softDeletes() {
    return 'onlyDeleted' in this.model
  }

  /** Whether a trigger keeps the history of its rows. */
  get isRecorded() {
    return 'concealed' in this.model
  }

  get #described() {
    return this.options.label ?? singularLabelOf(this.#description.name)
  }
}
