import type { Edge } from 'edge.js'

/**
 * Edge looks for components in the views' folder whenever a request makes a renderer. In
 * production the folder does not change, so that one look is enough.
 */
export function listComponentsOnce({ loader }: Edge) {
  const list = loader.listComponents.bind(loader)
  let found: ReturnType<typeof list> | undefined

  loader.listComponents = () => (found ??= list())
}
