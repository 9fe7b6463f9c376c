import { setTimeout as pause } from 'node:timers/promises'
import { readFile, readlink, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A server that starts writes its file at once. An empty one of this age, in ms, is nobody's. */
const LEFT_EMPTY = 5_000

/**
 * A running server, as its file `postmaster.pid` describes it.
 */
export class Postmaster {
  /** The server of this data folder that accepts connections, if there is one. */
  static async of(dataFolder: string) {
    const postmaster = await Postmaster.#read(dataFolder)
    return postmaster?.isReady && (await postmaster.isRunning()) ? postmaster : undefined
  }

  /** Does its file name a process that is alive, but is no server of this folder? */
  static async isForeign(dataFolder: string) {
    const postmaster = await Postmaster.#read(dataFolder)
    return postmaster !== undefined && isAlive(postmaster.pid) && !(await postmaster.isRunning())
  }

  /** Is its file empty, and nobody about to fill it? */
  static async isLeftEmpty(dataFolder: string) {
    const file = await stat(join(dataFolder, 'postmaster.pid')).catch(() => undefined)
    return file?.size === 0 && Date.now() - file.mtimeMs > LEFT_EMPTY
  }

  static async #read(dataFolder: string) {
    const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')
    const [pid, , startedAt, port, , , , status] = text.split('\n')
    if (!Number(pid) || !Number(port)) return

    return new Postmaster(
      dataFolder,
      Number(pid),
      Number(port),
      new Date(Number(startedAt) * 1000),
      status?.trim()
    )
  }

  constructor(
    readonly dataFolder: string,
    readonly pid: number,
    readonly port: number,
    readonly startedAt: Date,
    readonly status: string | undefined
  ) {}

  get isReady() {
    return this.status === 'ready'
  }

  /**
   * Is it there? The number in the file may meanwhile belong to another process, after a restart
   * of the machine say, so the process must also stand in the data folder where we can see that.
   */
  async isRunning() {
    if (!isAlive(this.pid)) return false
    if (process.platform !== 'linux') return true

    const folder = await readlink(`/proc/${this.pid}/cwd`).catch(() => undefined)
    return folder === (await realpath(this.dataFolder))
  }

  /** Ends all sessions, writes everything to disk and comes back when the server is gone. */
  async stop() {
    if (!(await this.isRunning())) return

    process.kill(this.pid, 'SIGINT')
    while (await this.isRunning()) await pause(5)
  }
}

/** Is there a process with this number? */
export function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
