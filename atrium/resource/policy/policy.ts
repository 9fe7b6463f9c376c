import { BasePolicy } from '@adonisjs/bouncer'

import type { Actor } from '../actor.ts'
import type { FilterNode } from '../filter/types.ts'

/** The rows that an action may reach: all, none, or those that meet a filter */
export type Scope = boolean | FilterNode

/** Names of fields and relations, or all but some */
export type FieldSet = 'all' | { only: string[] } | { except: string[] }

/**
 * Who may do what with a resource. A policy only ever refuses: what no role of the actor grants stays
 * forbidden. A method named like an action is asked about each row, with the actor first:
 *
 * ```ts
 * export default class ArticlePolicy extends Policy<Article> {
 *   scope(actor: Actor) {
 *     return actor.hasRole('editor', 'administrator') || filter`publishedAt:* OR author = me`
 *   }
 *
 *   publish(actor: Actor, article: Article) {
 *     return !article.isPublished
 *   }
 * }
 * ```
 *
 * Bouncer asks the methods, for the resource service and for the gate of controllers.
 */
export abstract class Policy<Row = any> extends BasePolicy {
  /** For the compiler: which rows the policy is about */
  declare protected readonly rowType?: Row

  /** Which rows an action may reach. All unless a policy says otherwise. */
  scope(_actor: Actor, _action: string): Scope {
    return true
  }

  /** What a row that the actor makes begins with, before what is filled in: its author, for one. */
  preset(_actor: Actor): Partial<Row> {
    return {}
  }

  /** Which fields and relations an actor may read. */
  readable(_actor: Actor): FieldSet {
    return 'all'
  }

  /** Which fields and relations an actor may set, when a row is made or changed. */
  writable(_actor: Actor, _action: 'create' | 'update'): FieldSet {
    return 'all'
  }
}
