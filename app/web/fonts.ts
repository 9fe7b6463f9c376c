import type { Vite } from '@adonisjs/vite'

/**
 * The fonts that every page shows at once, for most languages.
 */
const URGENT = ['inter-latin-wght-normal.woff2', 'source-serif-4-latin-wght-normal.woff2']

/**
 * The addresses of the fonts that a page should ask for before it has read the style sheet. Looked
 * for by name, as packages do not lie in the same folder everywhere.
 */
export function urgentFonts(vite: Vite) {
  if (vite.useDevServer) {
    return []
  }

  return Object.keys(vite.manifest())
    .filter((source) => URGENT.some((name) => source.endsWith(`/${name}`)))
    .map((source) => vite.assetPath(source))
}
