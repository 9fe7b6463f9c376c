/**
 * Tells the worker of this process that there is a run to work on.
 */
class RunQueue {
  #listener: () => void = () => {}

  wake() {
    this.#listener()
  }

  /** Names the worker: called for each run that is to be done in the background. */
  onWake(listener: () => void) {
    this.#listener = listener
  }
}

export const runQueue = new RunQueue()
