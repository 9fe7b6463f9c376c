import type { Edge } from 'edge.js'

/**
 * Edge works out the path of a component whenever a page uses it, some eighty times for a list of
 * articles. A name always leads to the same path, so that once is enough.
 */
export function resolveTemplatesOnce({ loader }: Edge) {
  const resolve = loader.makePath.bind(loader)
  const paths = new Map<string, string>()

  loader.makePath = (name) => {
    const path = paths.get(name) ?? resolve(name)
    paths.set(name, path)
    return path
  }
}
