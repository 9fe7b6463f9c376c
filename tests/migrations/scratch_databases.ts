import { Scratch } from '#atrium/migrations/main'

/**
 * Empty databases that are used again and again, since making one takes longer than emptying it.
 */
export class ScratchDatabases {
  #free: Scratch[] = []
  #lent = new Map<string, Scratch>()

  /** @param server any database of the server that they are made on */
  constructor(readonly server: string) {}

  /** An empty database. Give it back by `drop`. */
  async database() {
    const scratch = this.#free.pop() ?? (await Scratch.open(this.server))
    this.#lent.set(scratch.url, scratch)

    return { url: scratch.url, drop: () => this.giveBack(scratch.url) }
  }

  async giveBack(url: string) {
    const scratch = this.#lent.get(url)!
    this.#lent.delete(url)
    await scratch.clear()
    this.#free.push(scratch)
  }

  /** An empty database for the time of some work. */
  async lend<Result>(work: (url: string) => Promise<Result>) {
    const { url, drop } = await this.database()
    try {
      return await work(url)
    } finally {
      await drop()
    }
  }

  async close() {
    await Promise.all([...this.#free, ...this.#lent.values()].map((scratch) => scratch.drop()))
  }
}
