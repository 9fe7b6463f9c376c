import { glob } from 'node:fs/promises'

export interface Suite {
  name: string
  files: string | string[]
}

export interface SpecFile {
  suite: string
  path: string
}

/**
 * The test files of these suites whose path ends with one of the filters, with or without
 * `.spec.ts`; all of them when there is no filter.
 */
export async function findSpecFiles(suites: Suite[], filters: string[]) {
  const found: SpecFile[] = []
  for (const suite of suites) {
    for await (const path of glob(suite.files)) {
      if (filters.length === 0 || filters.some((filter) => matches(path, filter))) {
        found.push({ suite: suite.name, path })
      }
    }
  }
  return found
}

function matches(path: string, filter: string) {
  return path.endsWith(filter) || path.replace(/\.spec\.ts$/, '').endsWith(filter)
}
