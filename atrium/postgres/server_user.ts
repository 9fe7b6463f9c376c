import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The operating system's user that the server runs as. PostgreSQL refuses to run as root, so root
 * (in a container, say) hands it to `postgres`, or else to `nobody`.
 */
export class ServerUser {
  /** The user to run as, from the point of view of this process. */
  static current() {
    const uid = process.getuid?.() ?? -1
    if (uid !== 0) return new ServerUser(String(uid), uid, process.getgid?.() ?? -1)

    const users = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
    const entry = ['postgres', 'nobody']
      .map((name) => users.find((fields) => fields[0] === name))
      .find((fields) => fields !== undefined)

    /* 65534 is `nobody` on every Linux; initdb will name the missing entry if it is not there. */
    return new ServerUser(
      entry?.[0] ?? 'nobody',
      Number(entry?.[2] ?? 65534),
      Number(entry?.[3] ?? 65534),
      true
    )
  }

  constructor(
    readonly name: string,
    readonly uid: number,
    readonly gid: number,

    /** True when it is somebody else than the user of this process. */
    readonly isOther = false
  ) {}

  /** What `spawn` needs to run a program as this user. */
  get credentials() {
    return this.isOther ? { uid: this.uid, gid: this.gid } : {}
  }

  /** May this user read or enter `path`, and enter all folders above it? */
  reaches(path: string) {
    if (!this.isOther) return true

    if (!this.#may(path, 0o5)) return false
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (!this.#may(folder, 0o1)) return false
      if (folder === dirname(folder)) return true
    }
  }

  #may(path: string, bits: number) {
    const { uid, gid, mode } = statSync(path)
    const shift = uid === this.uid ? 6 : gid === this.gid ? 3 : 0
    return ((mode >> shift) & bits) === bits
  }
}
