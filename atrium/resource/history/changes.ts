import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Operation, RecordedValues } from '#atrium/model/main'

/** What was done to a row of a recorded table, as subscribers hear of it */
export type Change = {
  /** Where it stands in the history */
  entry: number
  table: string

  /** Columns of the primary key; null when the whole table was emptied */
  key: RecordedValues | null
  action: 'insert' | 'update' | 'delete' | 'truncate'
  before: RecordedValues | null
  after: RecordedValues | null

  /** Columns that were changed too, of which nobody is to see the value */
  concealed: string[]
  operation: Operation | null
  at: string
}

/**
 * Told of one change. What it writes in `trx` is kept if and only if it is not told again; other
 * things it may do twice, after a crash.
 */
export type ChangeHandler = (change: Change, trx: TransactionClientContract) => unknown

export type Subscriber = { name: string; handler: ChangeHandler }

/**
 * Who wants to hear of changes. The dispatcher tells them, in every process that runs one.
 */
class Changes {
  readonly #subscribers = new Map<string, Subscriber>()
  #listener: () => void = () => {}

  /**
   * Names a handler that is told of every change from now on, in order. How far it got is kept under its
   * name.
   */
  subscribe(name: string, handler: ChangeHandler) {
    this.#subscribers.set(name, { name, handler })
    this.wake()
  }

  /** Ends a subscription in this process. How far it got stays known. */
  unsubscribe(name: string) {
    this.#subscribers.delete(name)
  }

  get subscribers(): Subscriber[] {
    return [...this.#subscribers.values()]
  }

  /** Says that there may be something to tell. */
  wake() {
    this.#listener()
  }

  /** Names whoever tells subscribers: called after every write of the service. */
  onWake(listener: () => void) {
    this.#listener = listener
  }
}

/** The subscribers of this application. */
export const changes = new Changes()

/**
 * Has a handler told of every change of a recorded table, whoever made it and how: in the order of
 * their transactions, after they are final. A crash loses none.
 */
export function onChange(name: string, handler: ChangeHandler) {
  changes.subscribe(name, handler)
}
