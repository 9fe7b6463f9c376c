import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { readFile } from 'node:fs/promises'
import type { FileNode, QueryClientContract } from '@adonisjs/lucid/types/database'

const TABLE = 'adonis_schema_checksums'

type File = Pick<FileNode<unknown>, 'name' | 'absPath'>

/** A file that is no longer what it was when it ran */
export type Edited = { name: string; appliedAt: Date }

/**
 * What migration files were like when they ran in a database. White space does not count. A build has
 * other files than the sources, so these are told apart and not compared with each other.
 */
export class Checksums {
  #client: QueryClientContract

  constructor(client: QueryClientContract) {
    this.#client = client
  }

  /** Makes the table that keeps them. */
  async prepare() {
    await this.#client.rawQuery(
      `create table if not exists ${TABLE} (
        name varchar(255) primary key, checksum text not null, applied_at timestamptz not null default now()
      )`
    )
  }

  /**
   * The files among these that were edited after they ran. Those that ran before checksums were kept
   * are recorded as they are now.
   *
   * @param files those that have run
   */
  async edited(files: File[]): Promise<Edited[]> {
    const { edited, unknown } = await this.#look(files)
    for (const file of unknown) await this.record(file)
    return edited
  }

  /** The same, and nothing is recorded. */
  async seenEdited(files: File[]): Promise<Edited[]> {
    const { rows } = await this.#client.rawQuery(`select to_regclass('${TABLE}') as kept`)
    if (rows[0].kept === null) return []

    const { edited } = await this.#look(files)
    return edited
  }

  async #look(files: File[]) {
    const rows = await this.#client.query().from(TABLE).select('*')
    const recorded = new Map(rows.map((row) => [row.name as string, row]))
    const edited: Edited[] = []
    const unknown: File[] = []

    for (const file of files) {
      const checksum = await checksumOf(file)
      const before = recorded.get(file.name)

      if (!before || kindOf(before.checksum) !== kindOf(checksum)) unknown.push(file)
      else if (before.checksum !== checksum) {
        edited.push({ name: file.name, appliedAt: before.applied_at })
      }
    }
    return { edited, unknown }
  }

  /** Remembers a file as it is now. */
  async record(file: File, client = this.#client) {
    const checksum = await checksumOf(file)
    await client.rawQuery(
      `insert into ${TABLE} (name, checksum) values (?, ?)
       on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
      [file.name, checksum]
    )
  }

  /** Forgets a file that was taken back. */
  async forget(name: string, client = this.#client) {
    await client.query().from(TABLE).where({ name }).delete()
  }
}

async function checksumOf({ absPath }: File) {
  const content = await readFile(absPath, 'utf8')
  const hash = createHash('sha256').update(content.replace(/\s+/g, '')).digest('hex')

  return `${extname(absPath).slice(1)}:${hash}`
}

function kindOf(checksum: string) {
  return checksum.split(':')[0]
}
