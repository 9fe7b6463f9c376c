/**
 * Tells the worker of this process that there is a run to work on.
 */
class RunQueue {
  #listener: () => void = () => {}

  /** Has the worker look for runs, if this process has one. */
  wake() {
    this.#listener()
  }

  /** Names the worker: called for each run that is to be done in the background. */
  onWake(listener: () => void) {
    this.#listener = listener
  }
}

/** The runs of this application. */
export const runQueue = new RunQueue()
