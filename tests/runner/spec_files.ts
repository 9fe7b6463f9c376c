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
 * The test files of these suites that one of the filters names: a file, with or without its
 * `.spec.ts`, or a folder. Only the end of a path need be given. All of them without a filter.
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
  const name = filter.replace(/\/\**$/, '').replace(/\.spec\.ts$/, '')

  return path.replace(/\.spec\.ts$/, '').endsWith(name) || `/${path}`.includes(`/${name}/`)
}
