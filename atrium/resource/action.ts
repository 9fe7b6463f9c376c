import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DeclaredField, FieldKind } from '#atrium/model/main'

import type { Actor } from './actor.ts'

/** Where an action is offered */
export type ActionPlace = 'row' | 'detail' | 'bulk' | 'page'

/** What an action is run with beside the row */
export type ActionContext = {
  actor: Actor

  /** What was filled into its form, validated */
  input: Record<string, any>
  reason?: string

  /** Rows are locked, read and written in it */
  trx: TransactionClientContract
}

export type ActionOptions<Row> = {
  label?: string

  /** A Lucide icon */
  icon?: string

  /** Offered in the row's menu and on its page, unless said */
  on?: ActionPlace[]

  /** Offered for selections too */
  bulk?: boolean

  /** A filter: only rows that meet it, such as `publishedAt = null` */
  when?: string

  /** What is asked before it runs */
  confirm?: string

  /** Asks why, and keeps the answer in the history */
  reason?: boolean | 'required'

  /** Cannot be taken back, or gives power: asks for the password again */
  dangerous?: boolean

  /** Fields of a form that is shown first, as kinds of field with their options */
  form?: Record<string, DeclaredField<FieldKind> & { label?: string }>

  /** Works on one row, in a transaction. What it returns is said to whoever ran it */
  run: (row: Row, context: ActionContext) => unknown
}

/**
 * Something that can be done with rows of a resource beside changing their fields.
 */
export type Action<Row = any> = Omit<ActionOptions<Row>, 'on' | 'bulk'> & { on: ActionPlace[] }

/**
 * Describes an action: `publish: action({ bulk: true, run: (article) => article.publish() })`.
 */
export function action<Row = any>({
  on = ['row', 'detail'],
  bulk,
  ...rest
}: ActionOptions<Row>): Action<Row> {
  return { ...rest, on: bulk ? [...new Set<ActionPlace>([...on, 'bulk'])] : on }
}
