import { E_POST_REFUSED } from './errors.ts'
import type { Outcome } from './posts_importer.ts'

type Failure = { path: string; line?: number; reason: string }

/** Codes of PostgreSQL that blame the data: not valid, against a constraint, too large */
const ABOUT_THE_DATA = /^(22|23|54)\w{3}$/

/** Codes of the file system that blame the file */
const ABOUT_THE_FILE = new Set(['EACCES', 'EISDIR', 'ELOOP', 'ENOENT', 'EPERM'])

/**
 * Counts what became of the files, and keeps why some of them failed.
 */
export class Report {
  readonly failures: Failure[] = []
  readonly #counts: Record<Outcome, number> = { imported: 0, updated: 0, unchanged: 0 }

  /** Notes what became of a file. */
  add(outcome: Outcome) {
    this.#counts[outcome]++
  }

  /**
   * Notes that a file failed. What is not the file's fault, such as a lost database, is thrown
   * again: it would fail all the others too.
   */
  addFailure(path: string, error: any) {
    if (error instanceof E_POST_REFUSED) {
      this.failures.push({ path, line: error.line, reason: error.message })
    } else if (isAboutOneFile(error)) {
      this.failures.push({ path, reason: withoutStatement(error.message) })
    } else {
      throw error
    }
  }

  /** `274 imported, 0 updated, 0 unchanged, 0 failed` */
  toString() {
    const counts = { ...this.#counts, failed: this.failures.length }
    return Object.entries(counts)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ')
  }
}

function isAboutOneFile({ code = '' }: { code?: string }) {
  return code === 'E_ALREADY_TAKEN' || ABOUT_THE_DATA.test(code) || ABOUT_THE_FILE.has(code)
}

/** Errors of the database begin with the statement: `insert into ... - value too long` */
function withoutStatement(message: string) {
  return message.replace(/^(select|insert|update|delete) .* - /s, '')
}
